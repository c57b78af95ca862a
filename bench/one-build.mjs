/**
 * Builds one edition in a process of its own and prints what it took, as JSON. Started by `fresh-build.mjs` with the folder of the
 * compiled engine, the folder that has the edition and takes the results, the name of its manifest, the folder of layouts and fonts, and a print profile.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [engine, folder, manifest, assets, profile] = /** @type {[string, string, string, string, string]} */ (
  process.argv.slice(2)
)
/** @param {string} file @returns {Promise<any>} */
const load = (file) => import(pathToFileURL(join(engine, file)).href)

// Milliseconds since the process began (its own start included).
const started = performance.now()
const { buildEdition } = await load('build.js')
const { nodeHost } = await load('host.js')
const imported = performance.now()

/** @type {Record<string, number>} */
const stages = {}
let stage = ''
let since = 0
let setting = 0
let depth = 0

/** @param {string} next */
function begin(next) {
  const now = performance.now()
  if (stage) stages[stage] = (stages[stage] ?? 0) + now - since
  stage = next
  since = now
}

/** Times every question to the setter, and counts what it asks itself once. @param {any} setter */
function standBetween(setter) {
  const timed = Object.keys(setter).map((question) => [
    question,
    (/** @type {any[]} */ ...words) => {
      const from = depth++ === 0 ? performance.now() : 0
      try {
        return setter[question](...words)
      } finally {
        if (--depth === 0) setting += performance.now() - from
      }
    },
  ])
  return Object.fromEntries(timed)
}

const { exit, diagnostics, ledger, fault } = await buildEdition({
  edition: join(folder, 'edition', manifest),
  editionsFolder: folder,
  layoutsFolder: join(assets, 'layouts'),
  fontsFolder: join(assets, 'fonts'),
  outFolder: join(folder, 'out'),
  profile,
  host: nodeHost(folder),
  onlooker: { begin, standBetween },
})
begin('')
const ended = performance.now()
const { user, system } = process.cpuUsage()

// What make-up asks the setter for is typesetting.
stages['make-up'] = (stages['make-up'] ?? 0) - setting
stages['typesetting'] = setting

const entries = Object.values(ledger?.articles ?? {})
console.log(
  JSON.stringify({
    exit,
    fault: fault instanceof Error ? fault.stack : fault,
    findings: diagnostics.filter((/** @type {any} */ { severity }) => severity !== 'note').slice(0, 20),
    overset: entries.filter(({ status }) => status === 'overset').length,
    emptyLines: entries.reduce((sum, { status, lines }) => sum + (status === 'underset' ? lines : 0), 0),
    milliseconds: { node: started, import: imported - started, total: ended, ...stages },
    // Of all threads; Node gives microseconds.
    processorMilliseconds: (user + system) / 1000,
    // Kilobytes on every system Node runs on (libuv).
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
)
