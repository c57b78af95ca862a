import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compiledFolder } from '../src/compiled.mjs'
import { editionFlags } from './edition-flags.mjs'

/** What is timed of a build, in the order of the work. */
export const STAGES = ['node', 'import', 'copy', 'fonts', 'typesetting', 'make-up', 'painting', 'output', 'writing']

/**
 * What one build took.
 * @typedef {{ exit: number, fault?: string, findings: { code: string, message: string }[], overset: number, emptyLines: number,
 *   milliseconds: Record<string, number>, processorMilliseconds: number, peakMegabytes: number }} Taken
 */

/**
 * Builds an edition in a process of its own. `folder` has `edition/` and takes `out/`; `assets` has `layouts/` and `fonts/`, and
 * is the same folder when it is left out.
 * @param {{ folder: string, manifest?: string, assets?: string, profile?: string }} order
 * @returns {Taken}
 */
export function buildIn({ folder, manifest = 'edition.yaml', assets = folder, profile = 'screen' }) {
  const script = fileURLToPath(new URL('./one-build.mjs', import.meta.url))
  const words = [...editionFlags(), script, compiledFolder(), folder, manifest, assets, profile]
  const run = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`the build broke off:\n${run.stderr}`)
  const taken = JSON.parse(run.stdout)
  if (taken.exit === 1)
    throw new Error(`the build was refused:\n${taken.fault ?? JSON.stringify(taken.findings, null, 2)}`)
  return taken
}

/** The middle one of an odd number of builds, by a stage or by `total`. @param {readonly Taken[]} builds @param {string} stage */
export function median(builds, stage) {
  return middle(builds.map(({ milliseconds }) => milliseconds[stage] ?? 0))
}

/** The middle one of an odd number of figures. @param {readonly number[]} figures */
export function middle(figures) {
  return [...figures].sort((a, b) => a - b)[(figures.length - 1) / 2] ?? 0
}

/** @param {number} part @param {number} whole */
export function percent(part, whole) {
  return `${((part / whole) * 100).toFixed(0).padStart(2)} %`
}

/** Prints rows of cells, the first on the left, the others on the right. @param {string[][]} rows */
export function printTable(rows) {
  const widths = rows.reduce(
    (widest, row) => row.map((cell, at) => Math.max(widest[at] ?? 0, cell.length)).concat(widest.slice(row.length)),
    /** @type {number[]} */ ([]),
  )
  for (const row of rows) {
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   '),
    )
  }
}
