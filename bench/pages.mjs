import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildIn, percent, printTable, STAGES } from './fresh-build.mjs'
import { generateEdition } from './generate-edition.mjs'

const SIZES = [4, 16, 64]
const RUNS = 3

/** @typedef {import('./fresh-build.mjs').Taken} Taken */

/** @param {number} pages */
function measure(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-bench-'))
  try {
    const { files, words, articles } = generateEdition({ pages })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const runs = Array.from({ length: RUNS }, () => buildIn({ folder }))
    runs.sort((a, b) => (a.milliseconds.total ?? 0) - (b.milliseconds.total ?? 0))
    return { pages, words, articles, taken: /** @type {Taken} */ (runs[(RUNS - 1) / 2]) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @typedef {ReturnType<typeof measure>} Measured */

/** @param {Measured[]} measured */
function table(measured) {
  /** @param {string} name @param {(one: Measured) => string} cell */
  const row = (name, cell) => [name, ...measured.map(cell)]
  /** @param {Measured} one */
  const total = ({ taken }) => taken.milliseconds.total ?? 0
  return [
    row('', ({ pages }) => `${pages} pages`),
    row('words', ({ words }) => String(words)),
    row('articles', ({ articles }) => String(articles)),
    row('over · empty lines', ({ taken }) => `${taken.overset} · ${taken.emptyLines}`),
    [],
    row('seconds', (one) => (total(one) / 1000).toFixed(2)),
    row('pages a second', (one) => ((one.pages * 1000) / total(one)).toFixed(1)),
    row('words a second', (one) => String(Math.round((one.words * 1000) / total(one)))),
    row('ms a page', (one) => (total(one) / one.pages).toFixed(1)),
    row('start-up', ({ taken: { milliseconds }, ...one }) =>
      percent(
        (milliseconds.node ?? 0) + (milliseconds.import ?? 0),
        total({ ...one, taken: /** @type {Taken} */ ({ milliseconds }) }),
      ),
    ),
    row('peak memory, MB', ({ taken }) => taken.peakMegabytes.toFixed(0)),
    [],
    ...STAGES.map((stage) =>
      row(stage, (one) => {
        const spent = one.taken.milliseconds[stage] ?? 0
        return `${spent.toFixed(0)} ms ${percent(spent, total(one))}`
      }),
    ),
  ]
}

/** Time a page of the longest edition against that of the one before: 1 is straight linear growth. @param {Measured[]} measured */
function linearity(measured) {
  const [less, more] = measured.slice(-2)
  if (!less || !more) return
  const aPage = (/** @type {Measured} */ { taken, pages }) => (taken.milliseconds.total ?? 0) / pages
  console.log(
    `\ntime a page, ${more.pages} pages against ${less.pages}: ${(aPage(more) / aPage(less)).toFixed(2)} (1 or less is linear)`,
  )
}

/**
 * How fast stonehand makes up a paper. Editions of generated tabloid pages, each built in fresh processes; the median of three
 * counts. The words say how many pages: 4, 16 and 64 when there are none.
 * @param {readonly string[]} asked
 * @returns {number} the exit code
 */
export function benchPages(asked) {
  const sizes = asked.length > 0 ? asked.map(Number) : SIZES
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    console.error('npm run bench -- pages [PAGES …]')
    return 2
  }
  console.log(
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}; 289 × 380 mm, 5 columns, 9 on 10.5 pt; median of ${RUNS} fresh processes\n`,
  )
  const measured = sizes.map(measure)
  printTable(table(measured))
  linearity(measured)
  return 0
}
