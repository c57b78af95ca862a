import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { projectFolder } from '../src/compiled.mjs'
import { copyEdition, loadEngine, manifestOf } from './copied-edition.mjs'
import { buildIn, median, printTable, STAGES } from './fresh-build.mjs'
import { withoutPictures } from './without-pictures.mjs'

/** Builds with pictures and without them, in turn. */
const ROUNDS = 7
/** Pages take at most so many times as long with their pictures, once these are cached. */
const BAR = 1.5

/** @typedef {import('./fresh-build.mjs').Taken} Taken */

/**
 * What pictures cost: an edition with its pictures cached against the same pages with the pictures taken out. The word is an
 * edition or its manifest; the newest when there is none.
 * @param {readonly string[]} asked
 * @returns {Promise<number>} the exit code
 */
export async function benchPictures(asked) {
  const manifest = await manifestOf(asked)
  if (!manifest || asked.length > 1) {
    console.error('npm run bench -- pictures [EDITION]')
    return 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-pictures-'))
  try {
    return await compare(folder, manifest)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder @param {string} manifest @returns {Promise<number>} */
async function compare(folder, manifest) {
  copyEdition(manifest, folder)
  const [full, bare] = ['with.yaml', 'without.yaml']
  const text = readFileSync(manifest, 'utf8')
  writeFileSync(join(folder, 'edition', full), text)
  writeFileSync(join(folder, 'edition', bare), withoutPictures(text))
  const [shown, left] = [await look(folder, full), await look(folder, bare)]
  if (left.pictures > 0) throw new Error(`${left.pictures} pictures are left on the pages without pictures`)
  if (shown.pictures === 0) {
    console.error(`${relative(projectFolder, manifest)} shows no pictures`)
    return 2
  }
  console.log(
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}; ${relative(projectFolder, manifest)}: ${shown.pages} pages, ${shown.pictures} pictures; medians of ${ROUNDS} fresh processes each, in turn\n`,
  )
  return report(measure({ folder, full, bare }))
}

/** How many pictures stand on the pages of a manifest. @param {string} folder @param {string} manifest */
async function look(folder, manifest) {
  const { makeUpEdition } = await loadEngine('build.js')
  const { nodeHost } = await loadEngine('host.js')
  const { madeUp, diagnostics, fault } = await makeUpEdition({
    edition: join(folder, 'edition', manifest),
    editionsFolder: folder,
    layoutsFolder: join(projectFolder, 'layouts'),
    fontsFolder: join(projectFolder, 'fonts'),
    profile: 'screen',
    host: nodeHost(folder),
  })
  if (!madeUp) throw new Error(`${manifest} was refused:\n${fault ?? JSON.stringify(diagnostics, null, 2)}`)
  const pictures = madeUp.pages.flatMap((/** @type {any} */ page) => [
    ...page.pictures,
    ...page.placements.flatMap((/** @type {any} */ { insets }) =>
      insets.filter((/** @type {any} */ { kind }) => kind === 'picture'),
    ),
  ])
  return { pages: madeUp.pages.length, pictures: pictures.length }
}

/** The first build decodes the pictures, and is told apart. @param {{ folder: string, full: string, bare: string }} editions */
function measure({ folder, full, bare }) {
  /** @param {string} manifest */
  const build = (manifest) => buildIn({ folder, manifest, assets: projectFolder })
  const first = build(full)
  build(bare)
  /** @type {Record<string, Taken[]>} */
  const taken = { [full]: [], [bare]: [] }
  for (let round = 0; round < ROUNDS; round++) {
    // A machine that grows slower or faster while it works must not favour the one that comes first.
    for (const manifest of round % 2 === 0 ? [full, bare] : [bare, full]) taken[manifest]?.push(build(manifest))
  }
  return { first, full: taken[full] ?? [], bare: taken[bare] ?? [] }
}

/** @param {{ first: Taken, full: Taken[], bare: Taken[] }} measured @returns {number} */
function report({ first, full, bare }) {
  /** @param {string} stage */
  const row = (stage) => [stage, ...[full, bare].map((builds) => median(builds, stage).toFixed(0))]
  const lines = [full, bare].map(([one]) => `${one?.overset} · ${one?.emptyLines}`)
  printTable([
    ['ms', 'with pictures', 'without'],
    row('total'),
    ['over · empty lines', ...lines],
    [],
    ...STAGES.map(row),
  ])
  const ratio = median(full, 'total') / median(bare, 'total')
  console.log(`\nfirst build, nothing cached: ${first.milliseconds.total?.toFixed(0)} ms`)
  console.log(`with pictures against without: ${ratio.toFixed(2)} (at most ${BAR})`)
  return ratio <= BAR ? 0 : 1
}
