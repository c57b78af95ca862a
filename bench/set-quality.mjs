import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiledFolder } from '../src/compiled.mjs'
import { firstDepths, legsOf, writeEdition } from './quality-edition.mjs'

/** @typedef {import('./quality-edition.mjs').QualityOrder} QualityOrder */

/** So many times is an edition built again to fit; it takes three or four. */
const MOST_BUILDS = 10

/** A module of the compiled engine. @param {string} file @returns {Promise<any>} */
export const loadEngine = (file) => import(pathToFileURL(join(compiledFolder(), file)).href)

/**
 * Makes up the corpus in a folder, as an editor would: an article that is over gets a deeper place, one that is short a
 * shallower one, until all fit. Gives the PDF.
 * @param {QualityOrder} order @param {string} folder
 */
export async function setQuality(order, folder) {
  const { buildEdition } = await loadEngine('build.js')
  const { nodeHost } = await loadEngine('host.js')
  const depths = firstDepths(order)
  const tooShallow = new Map()
  for (let built = 0; built < MOST_BUILDS; built++) {
    for (const [path, text] of Object.entries(writeEdition(order, depths))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { exit, ledger, files, diagnostics, fault } = await buildEdition({
      edition: join(folder, 'edition'),
      editionsFolder: folder,
      layoutsFolder: join(folder, 'layouts'),
      fontsFolder: join(folder, 'fonts'),
      outFolder: join(folder, 'out'),
      profile: 'screen',
      host: nodeHost(folder),
    })
    if (!ledger)
      throw new Error(`the corpus was refused:\n${fault ?? JSON.stringify(diagnostics.slice(0, 5), null, 1)}`)
    const keepBroken = new Set(diagnostics.flatMap(articleOfBrokenKeep))
    if (!mendDepths(order, { depths, tooShallow, keepBroken }, ledger)) {
      const pdf = files.find((/** @type {string} */ file) => file.endsWith('.pdf'))
      return { pdf: /** @type {string} */ (pdf), exit, findings: tally(diagnostics) }
    }
  }
  throw new Error('the corpus does not fit its pages')
}

/**
 * Whether a place had to be changed, as the ledger says. `tooShallow` holds depths in which an article was over: where keeps
 * need a line more, shrinking would only come back to them. An article that fits by breaking a keep gets another line, too.
 * @param {QualityOrder} order @param {{ depths: Map<string, number>, tooShallow: Map<string, number>, keepBroken: ReadonlySet<string> }} places @param {any} ledger
 */
function mendDepths({ articles, measure }, { depths, tooShallow, keepBroken }, ledger) {
  let changed = false
  for (const article of articles) {
    const { id } = article
    const { status, lines } = ledger.articles[id]
    const legs = legsOf(article, measure)
    const depth = depths.get(id) ?? 0
    let wanted = depth
    if (status === 'overset' || keepBroken.has(id)) {
      tooShallow.set(id, Math.max(depth, tooShallow.get(id) ?? 0))
      wanted = depth + (status === 'overset' ? Math.ceil(lines / legs) : 1)
    } else if (status === 'underset') {
      wanted = Math.max(depth - Math.floor(lines / legs), (tooShallow.get(id) ?? 0) + 1)
    }
    if (wanted === depth) continue
    depths.set(id, wanted)
    changed = true
  }
  return changed
}

/** The article whose keep was broken, if that is what a finding says. @param {{ code: string, message: string }} finding */
function articleOfBrokenKeep({ code, message }) {
  return code === 'keep-broken' ? [message.slice(0, message.indexOf(':'))] : []
}

/** How many findings of each code. @param {readonly { code: string }[]} diagnostics */
function tally(diagnostics) {
  /** @type {Record<string, number>} */
  const counts = {}
  for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
