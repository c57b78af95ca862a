import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCorpus } from './corpus/corpus.mjs'
import { openGalley } from './galley.mjs'
import { asBroken, limitsOf } from './limits.mjs'
import { measureQuality } from './measure/measure-quality.mjs'
import { testMeasuring } from './measure/self-test.mjs'
import { setWithLatex } from './peers/latex.mjs'
import { setWithTypst } from './peers/typst.mjs'
import { TYPEFACES } from './quality-edition.mjs'
import { setQuality } from './set-quality.mjs'

/**
 * @typedef {import('./measure/measure-quality.mjs').Quality} Quality
 * @typedef {import('./quality-edition.mjs').QualityOrder} QualityOrder
 * @typedef {import('./quality-edition.mjs').Freedom} Freedom
 */

/** Millimetres. */
const MEASURES = [38, 45, 47.8, 57, 76]

/** @type {readonly [Freedom, ...Freedom[]]} */
const FREEDOMS = [
  { name: 'none', body: ', letterfit: 0, glyph-width: 0, wide: none, optical-margins: false' },
  { name: 'optical margins', body: ', letterfit: 0, glyph-width: 0, wide: none' },
  { name: '+ glyph width', body: ', letterfit: 0, wide: none' },
  { name: '+ letterfit', body: ', wide: none' },
  { name: 'two tiers', body: '' },
]
/** What a stylebook that says nothing has. */
const DEFAULT = /** @type {Freedom} */ (FREEDOMS.at(-1))

/** @type {readonly (readonly [string, (quality: Quality) => string])[]} */
const COLUMNS = [
  ['mean', ({ mean }) => mean.toFixed(3)],
  ['s.d.', ({ deviation }) => deviation.toFixed(3)],
  ['95 %', ({ p95 }) => p95.toFixed(2)],
  ['> 1.5', ({ loose }) => loose.toFixed(2)],
  ['> 2', ({ veryLoose }) => veryLoose.toFixed(2)],
  ['hyphens', ({ hyphens }) => hyphens.toFixed(1)],
  ['ladders', ({ ladders }) => String(ladders)],
  ['runts', ({ runts }) => String(runts)],
  ['widows', ({ widows }) => String(widows)],
  ['orphans', ({ orphans }) => String(orphans)],
  ['stranded', ({ stranded }) => String(stranded)],
  ['overfull', ({ overfull }) => overfull.toFixed(2)],
  ['rivers', ({ rivers }) => String(rivers)],
  ['wide', ({ wide }) => wide.toFixed(1)],
  ['beyond', ({ beyond }) => beyond.toFixed(1)],
  ['contrast', ({ contrast }) => contrast.toFixed(1)],
]

/** What good type is, by measure: no figure is above these. @type {Readonly<Record<number, Partial<Record<keyof Quality, number>>>>} */
const BARS = {
  38: { loose: 9 },
  47.8: {
    ...{ mean: 1.06, deviation: 0.24, p95: 1.4, loose: 2.5, veryLoose: 0.6, hyphens: 15, wide: 12, beyond: 0 },
    ...{ ladders: 0, runts: 0, widows: 0, orphans: 0, stranded: 0, overfull: 0 },
  },
  57: { loose: 1 },
}

const NO_MUPDF = 'MuPDF is missing: npm install mupdf in a folder of its own, and name that folder in BENCH_NPM'
const WORDS_ASKED = 'npm run bench -- quality [self-test | peers] [libertinus | source-serif]'

/**
 * How well stonehand sets type: a fixed corpus made up at five measures, measured from the finished PDF; how far that is from
 * what is possible at all; with `peers`, beside LuaLaTeX and Typst. `self-test` measures pages whose every figure is known.
 * @param {readonly string[]} words @returns {Promise<number>} the exit code
 */
export async function benchQuality(words) {
  if (words.includes('self-test')) return selfTest()
  const face = words.find((word) => word !== 'peers') ?? 'libertinus'
  const typeface = TYPEFACES[face]
  if (!typeface) {
    console.error(WORDS_ASKED)
    return 2
  }
  const articles = writeCorpus()
  const written = articles.reduce((sum, article) => sum + article.words, 0)
  console.log(`${written} words in ${articles.length} articles; ${typeface.family}, 9 on 10.5 pt`)
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-quality-'))
  try {
    const bench = { articles, typeface, folder }
    return words.includes('peers') ? await benchPeers(bench) : await benchAlone(bench)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether what measures is to be believed. */
async function selfTest() {
  const wrong = await testMeasuring()
  if (!wrong) console.log(NO_MUPDF)
  else console.log(wrong.length > 0 ? wrong.join('\n') : 'every figure of the known pages is found')
  return wrong?.length === 0 ? 0 : 1
}

/** @typedef {Pick<QualityOrder, 'articles' | 'typeface'> & { readonly folder: string }} Bench */

/** @param {Bench} bench */
async function benchAlone({ folder, ...how }) {
  console.log('\nfrom the finished PDF: word space ÷ natural; lines in 100; times\n')
  printHead('mm')
  const failed = []
  for (const measure of MEASURES) {
    const order = { ...how, measure, freedom: DEFAULT }
    const place = join(folder, String(measure))
    const { natural } = await openGalley(order, place)
    const { pdf } = await setQuality(order, place)
    const quality = await measureQuality(pdf, { natural })
    if (!quality) {
      console.log(NO_MUPDF)
      return 1
    }
    printRow(String(measure), quality)
    failed.push(...failuresOf(measure, quality))
  }
  await benchFreedoms({ folder, ...how })
  for (const failure of failed) console.log(failure)
  return failed.length > 0 ? 1 : 0
}

/** @param {number} measure @param {Quality} quality */
function failuresOf(measure, quality) {
  return Object.entries(BARS[measure] ?? {}).flatMap(([name, most]) => {
    const is = quality[/** @type {keyof Quality} */ (name)]
    return is <= most ? [] : [`misses the bar at ${measure} mm: ${name} ${is.toFixed(3)}, at most ${most}`]
  })
}

/**
 * Each freedom of a justified line off and on. What the breaker makes of it is measured in the galley, before make-up; beside
 * it stands the least of that figure that any breaking could have.
 * @param {Bench} bench
 */
async function benchFreedoms({ folder, ...how }) {
  console.log(`
the breaker alone, before make-up; in brackets the limit: the least of that one figure in any breaking without ladders and runts
and with hyphens on no more than about 15 lines in 100; “off” is the root of the mean squared excess over the natural space
`)
  const names = ['mean', 's.d.', '95 %', '> 2', 'hyphens', 'wide']
  console.log(`${'mm'.padEnd(22)} ${names.map((name) => name.padStart(8)).join(' ')}   > 1.5 (limit)   off (limit)`)
  for (const freedom of FREEDOMS) {
    for (const measure of MEASURES) {
      const galley = await openGalley({ ...how, measure, freedom }, join(folder, 'galley'))
      const set = await asBroken(galley)
      const limits = await limitsOf(galley)
      const { mean, deviation, p95, veryLoose, hyphens, wide } = set
      const cells = [mean, deviation, p95, veryLoose, hyphens, wide].map((figure) => figure.toFixed(2).padStart(8))
      const loose = `${set.loose.toFixed(1).padStart(7)} (${limits.loose.loose.toFixed(1)})`
      const off = `${set.rms.toFixed(3)} (${limits.rms.rms.toFixed(3)})`
      console.log(`${`${measure} ${freedom.name}`.padEnd(22)} ${cells.join(' ')}   ${loose.padEnd(13)}   ${off}`)
    }
  }
}

/** @param {Bench} bench */
async function benchPeers({ folder, ...how }) {
  console.log('\nfrom the finished PDFs: word space ÷ natural; lines in 100; times\n')
  printHead('mm')
  const behind = []
  for (const measure of MEASURES) {
    /** @type {Quality | null} */
    let own = null
    const order = { ...how, measure, freedom: DEFAULT }
    const { natural } = await openGalley(order, join(folder, String(measure)))
    const peers = /** @type {const} */ ([
      ['stonehand', async () => (await setQuality(order, join(folder, String(measure)))).pdf],
      ['LuaLaTeX', () => setWithLatex(order, join(folder, `latex-${measure}`))],
      ['Typst', () => setWithTypst(order, join(folder, `typst-${measure}`))],
    ])
    for (const [name, set] of peers) {
      const pdf = await set()
      const quality = pdf && (await measureQuality(pdf, { natural }))
      if (!quality) {
        console.log(`${measure} ${name}: ${pdf ? 'MuPDF' : name} is not installed`)
        if (pdf) return 1
        continue
      }
      printRow(`${measure} ${name}`, quality)
      if (own)
        behind.push(...wherePeerIsBetter(own, quality).map((what) => `${name} is better at ${measure} mm: ${what}`))
      else own = quality
    }
  }
  for (const line of behind) console.log(line)
  return behind.length > 0 ? 1 : 0
}

/** What stonehand is to be better in than any peer, and what it may not be worse in. Hyphens may be up to 15 in 100. */
const BETTER = /** @type {const} */ (['mean', 'deviation', 'loose', 'veryLoose'])
const NO_WORSE = /** @type {const} */ (['ladders', 'runts', 'widows', 'orphans', 'stranded', 'overfull', 'rivers'])
const MOST_HYPHENS = 15

/** @param {Quality} own @param {Quality} peer */
function wherePeerIsBetter(own, peer) {
  return [
    ...BETTER.filter((name) => own[name] >= peer[name]),
    ...NO_WORSE.filter((name) => own[name] > peer[name]),
    ...(own.hyphens > Math.max(MOST_HYPHENS, peer.hyphens) ? ['hyphens'] : []),
  ]
}

/** @param {string} what */
function printHead(what) {
  console.log([what.padEnd(16), ...COLUMNS.map(([name]) => name.padStart(8))].join(' '))
}

/** @param {string} what @param {Quality} quality */
function printRow(what, quality) {
  console.log([what.padEnd(16), ...COLUMNS.map(([, cell]) => cell(quality).padStart(8))].join(' '))
}
