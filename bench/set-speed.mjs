/**
 * `npm run bench -- speed`: how fast type is set, in one warm process on one core, with all of the fine setting on (optical
 * margins, letterfit, glyph width, rivers, hyphenation, same words, stop space): Source Serif 9 on 10.5 pt to 47.8 mm.
 * Every round measures everything once, so that a busy machine does wrong to all alike; the rounds of warming up do not count.
 * Started by `speed.mjs` with the folder of the compiled engine, and with Node's helper threads off: one core does it all.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateEdition } from './generate-edition.mjs'
import { proseWriter } from './prose.mjs'

const [engine = ''] = process.argv.slice(2)
/** @param {string} file @returns {Promise<any>} */
const load = (file) => import(pathToFileURL(join(engine, file)).href)

const WARMING = 3
const ROUNDS = 11

const MEASURE = (47.8 / 25.4) * 72
const INDENT = 9

/** Pages of the bench's edition whose articles are set: as many words as a paper has, as many of them different. */
const PAGES = 16

/** Words of the articles whose legs are broken, over so many legs, with so many lines for their paragraphs to give. */
const LENGTHS = [1000, 2000, 5000, 10000, 20000]
const LEGS = 4
const FIT = 8
/** A picture that two of the legs run round: its first line, its lines, and the share of their measure that it leaves. */
const PICTURE = { line: 10, lines: 18, share: 0.5 }

const { gather } = await load('base/index.js')
const { languagesOf, loadEdition } = await load('edition/index.js')
const { openFonts } = await load('fonts/index.js')
const { nodeHost } = await load('host.js')
const { galleyText } = await load('makeup/galley-text.js')
const { breakLegs } = await load('makeup/legs/break-legs.js')
const { createSetter, facesOf } = await load('typeset/index.js')
const { breakCopy, makeBreakable, requestOf } = await load('typeset/break-copy.js')
const { breakParagraph } = await load('typeset/break-paragraph.js')
const { newspaperCosts, spaceGlue } = await load('typeset/demerits.js')
const { loadHyphenator } = await load('typeset/hyphenate.js')
const { roomOf } = await load('typeset/measures.js')
const { readStyled } = await load('typeset/read-styled.js')
const { typesOfStyle } = await load('typeset/styles.js')
const { openTypeCase } = await load('typeset/type-case.js')

const { report } = gather()
const folder = mkdtempSync(join(tmpdir(), 'stonehand-bench-'))
try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run() {
  const edition = readEdition()
  const long = LENGTHS.map((words) => `long-${words}`)
  const articles = [...edition.articles.values()].filter(({ id }) => !long.includes(id))
  const fonts = await openFaces(edition)
  const copies = articles.flatMap((article) => paragraphsOf(article, edition, fonts))
  const setter = await setterOf(edition, fonts)
  const legs = LENGTHS.map((words) => legsOf(edition.articles.get(`long-${words}`), setter, words))
  const [least = 0] = LENGTHS
  const narrowed = legsOf(edition.articles.get(`long-${least}`), setter, least, PICTURE)
  const tasks = [
    lineBreaking('lines broken, rivers not looked for', copies, ({ request }) => breakParagraph(request)),
    lineBreaking('lines broken, rivers mended', copies, ({ copy, room }) => breakCopy(copy, room)),
    textToGalley('text to galley, words never seen', articles, async () => setterOf(edition, await openFaces(edition))),
    textToGalley('text to galley, words shaped before', articles, () => setterOf(edition, fonts)),
    textToGalley('text to galley, words set before', articles, () => setter),
    narrowed,
    ...legs,
  ]
  const seconds = await inRounds(tasks)
  print(tasks, seconds)
}

/** The bench's edition and an article of each length, as parsed. */
function readEdition() {
  const { files } = generateEdition({ pages: PAGES + 1 })
  const write = proseWriter(1951)
  const id = 'lead-' + (PAGES + 1)
  for (const words of LENGTHS) files[`edition/articles/long-${words}.md`] = longArticle(write, words)
  // The page after the last is given to the long articles.
  const manifest = files['edition/edition.yaml'] ?? ''
  const from = manifest.indexOf(`      lead: ${id}\n`)
  const slots = ['lead', 'second', 'third', 'foot', 'brief']
  const places = LENGTHS.map((words, at) => `      ${slots[at]}: long-${words}\n`)
  files['edition/edition.yaml'] = manifest.slice(0, from) + places.join('')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const manifestPath = join(folder, 'edition/edition.yaml')
  const host = nodeHost(folder)
  const edition = loadEdition({ manifestPath, layoutsFolder: join(folder, 'layouts'), host, report })
  if (!edition) throw new Error('the edition of the bench has mistakes')
  return edition
}

/** @param {ReturnType<typeof proseWriter>} write @param {number} words */
function longArticle(write, words) {
  const paragraphs = []
  for (let left = words; left > 0;) {
    const paragraph = write.paragraph().split(' ').slice(0, left)
    left -= paragraph.length
    paragraphs.push(paragraph.join(' '))
  }
  return `---\nheadline: ${write.headline(30)}\n---\n\n${paragraphs.join('\n\n')}\n`
}

/** Faces with no word shaped. @param {any} edition */
function openFaces({ stylebook }) {
  return openFonts({ fontsFolder: join(folder, 'fonts'), host: nodeHost(folder), report, asked: facesOf(stylebook) })
}

/** @param {any} edition @param {any} fonts */
function setterOf(edition, fonts) {
  const { stylebook, format } = edition
  const { leading, gutter } = format.grid
  return createSetter({ fonts, stylebook, languages: languagesOf(edition), leading, gutter, report })
}

/** The paragraphs of an article with their breakpoints ready. @param {any} article @param {any} edition @param {any} fonts */
function paragraphsOf({ language, body }, { stylebook }, fonts) {
  const style = stylebook.type.body
  const typeCase = openTypeCase(fonts)
  const hyphenator = loadHyphenator(language)
  const context = { style, size: style.size, styles: stylebook.type, language, hyphenator, strong: false }
  const typeOf = typesOfStyle(typeCase, context, () => {})
  const glue = spaceGlue(style.wordSpace)
  const how = { costs: newspaperCosts(glue), justified: true, glue, size: style.size, indent: style.indent }
  const room = roomOf([{ width: MEASURE, lines: Infinity }], { left: 0, right: 0, indent: INDENT })
  return body
    .filter((/** @type {any} */ { kind }) => kind === 'paragraph')
    .map((/** @type {any} */ { copy: text }) => {
      const copy = makeBreakable(readStyled(text, { typeCase, context, typeOf }), how)
      const tolerance = (4 - glue.ideal) / glue.stretch
      const request = { ...requestOf(copy, copy.table, room.widths), tolerance }
      return { copy, room, request, words: copy.spans.wordCount }
    })
}

/**
 * Something to be timed; gives the seconds that it took.
 * @typedef {{ name: string, words: number, time: () => Promise<number> | number }} Task
 */

/** @param {string} name @param {any[]} copies @param {(one: any) => unknown} breakOne @returns {Task} */
function lineBreaking(name, copies, breakOne) {
  const words = copies.reduce((sum, one) => sum + one.words, 0)
  const time = () => timed(() => copies.forEach(breakOne))
  return { name, words, time }
}

/** @param {string} name @param {any[]} articles @param {() => any} openSetter @returns {Task} */
function textToGalley(name, articles, openSetter) {
  const words = articles.reduce((sum, one) => sum + one.words, 0)
  const measures = [{ width: MEASURE, lines: Infinity }]
  const time = async () => {
    const setter = await openSetter()
    return timed(() => {
      for (const article of articles) {
        // A copy of its own: an article that has been set is remembered.
        const request = { article: { ...article }, dress: null }
        for (const { index } of setter.units(request)) setter.setUnit(request, index, measures)
      }
    })
  }
  return { name, words, time }
}

/**
 * An article broken into legs that hold it with a few lines left, its galleys ready.
 * @param {any} article @param {any} setter @param {number} words @param {typeof PICTURE | null} picture @returns {Task}
 */
function legsOf(article, setter, words, picture = null) {
  const text = galleyText(setter, { article, dress: null })
  const measures = [{ width: MEASURE, lines: Infinity }]
  let lines = 0
  for (let unit = 0; unit < text.units; unit++) lines += text.unit(unit, measures).depths.length
  const taken = picture ? 2 * picture.lines * (1 - picture.share) : 0
  const depth = Math.ceil((lines + taken) / LEGS) + 1
  const beside = picture && [
    { width: MEASURE, lines: picture.line },
    { width: MEASURE * picture.share, lines: picture.lines },
    ...measures,
  ]
  const legs = Array.from({ length: LEGS }, (_, leg) => {
    const runsRound = beside && (leg === 1 || leg === 2)
    return { measures: runsRound ? beside : measures, depth, isFoot: true }
  })
  const parts = [{ legs, jumpLines: 1 }]
  const keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 6, afterJump: 6 }
  const name = `legs of ${words} words${picture ? ' round a picture' : ''}`
  return { name, words, time: () => timed(() => breakLegs({ text, parts, keeps, fit: FIT })) }
}

/** Seconds that the work took of a processor: what else the machine does counts little. @param {() => void} work */
function timed(work) {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

/** The seconds of each task in each round. @param {readonly Task[]} tasks */
async function inRounds(tasks) {
  /** @type {number[][]} */
  const seconds = tasks.map(() => [])
  for (let round = 0; round < WARMING + ROUNDS; round++) {
    for (const [at, task] of tasks.entries()) {
      const taken = await task.time()
      if (round >= WARMING) seconds[at]?.push(taken)
    }
  }
  return seconds.map((all) => all.sort((a, b) => a - b))
}

/** @param {readonly Task[]} tasks @param {readonly number[][]} seconds, least first */
function print(tasks, seconds) {
  console.log(
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}; 9 on 10.5 pt to 47.8 mm; ${ROUNDS} rounds, one process, warm; processor time\n`,
  )
  console.log(`${''.padEnd(38)}${'words'.padStart(8)}${'median'.padStart(12)}${'best'.padStart(12)}   words a second`)
  tasks.forEach(({ name, words }, at) => {
    const [best = 0, median = 0] = [seconds[at]?.[0], seconds[at]?.[(ROUNDS - 1) / 2]]
    const rate = (/** @type {number} */ one) => String(Math.round(words / one)).padStart(12)
    console.log(`${name.padEnd(38)}${String(words).padStart(8)}${rate(median)}${rate(best)}`)
  })
  const aWord = (/** @type {number} */ at) => (seconds[at]?.[(ROUNDS - 1) / 2] ?? 0) / (tasks[at]?.words ?? 1)
  const [last, first] = [tasks.length - 1, tasks.length - LENGTHS.length]
  console.log(
    `\nlegs, time a word, ${LENGTHS.at(-1)} words against ${LENGTHS[0]}: ${(aWord(last) / aWord(first)).toFixed(2)} (1 or less is linear)`,
  )
}
