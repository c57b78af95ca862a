import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { projectFolder } from '../src/compiled.mjs'
import { copyEdition, loadEngine, manifestOf } from './copied-edition.mjs'
import { buildIn, median, middle, printTable, STAGES } from './fresh-build.mjs'

/** Builds under every profile, in turn. */
const ROUNDS = 7
/** A press's pages take at most so many times as long as a screen's, once pictures are cached. */
const BAR = 2

/** @typedef {import('./fresh-build.mjs').Taken} Taken */

/**
 * What was measured of a profile: the first build, when nothing was cached, and those after.
 * @typedef {{ profile: string, first: Taken, builds: Taken[] }} Measured
 */

/**
 * What a press costs: an edition under each built-in profile of a press, as PDF/X-1a, against the same for screens. The word is an
 * edition or its manifest; the newest when there is none.
 * @param {readonly string[]} asked
 * @returns {Promise<number>} the exit code
 */
export async function benchPress(asked) {
  const manifest = await manifestOf(asked)
  if (!manifest || asked.length > 1) {
    console.error('npm run bench -- press [EDITION]')
    return 2
  }
  const { PROFILES } = await loadEngine('prepress/index.js')
  // PDF/X-4 has the same pages and pictures.
  const presses = [...PROFILES.values()].filter(({ standard }) => standard === 'PDF/X-1a:2001').map(({ name }) => name)
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-press-'))
  try {
    copyEdition(manifest, folder)
    console.log(
      `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}; ${relative(projectFolder, manifest)}; medians of ${ROUNDS} fresh processes each, in turn\n`,
    )
    return report(measure({ folder, manifest: basename(manifest), profiles: ['screen', ...presses] }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {{ folder: string, manifest: string, profiles: readonly string[] }} order @returns {readonly Measured[]} */
function measure({ folder, manifest, profiles }) {
  /** @param {string} profile */
  const build = (profile) => buildIn({ folder, manifest, assets: projectFolder, profile })
  const measured = profiles.map((profile) => {
    rmSync(join(folder, 'out'), { recursive: true, force: true })
    return { profile, first: build(profile), builds: /** @type {Taken[]} */ ([]) }
  })
  // Fills the cache for all of them.
  for (const profile of profiles) build(profile)
  for (let round = 0; round < ROUNDS; round++) {
    // A machine that grows slower or faster while it works must not favour the ones that come first.
    for (const { profile, builds } of round % 2 === 0 ? measured : measured.toReversed()) builds.push(build(profile))
  }
  return measured
}

/** @param {readonly Measured[]} measured @returns {number} */
function report(measured) {
  /** @param {string} head @param {(one: Measured) => number} figure */
  const row = (head, figure) => [head, ...measured.map((one) => figure(one).toFixed(0))]
  const [screen, ...presses] = measured
  const ratios = presses.map(({ builds }) => median(builds, 'total') / median(screen?.builds ?? [], 'total'))
  printTable([
    ['ms', ...measured.map(({ profile }) => profile)],
    row('total', ({ builds }) => median(builds, 'total')),
    ['against screen', '', ...ratios.map((ratio) => ratio.toFixed(2))],
    row('processor', ({ builds }) => middle(builds.map(({ processorMilliseconds }) => processorMilliseconds))),
    row('nothing cached', ({ first }) => first.milliseconds['total'] ?? 0),
    [],
    ...STAGES.map((stage) => row(stage, ({ builds }) => median(builds, stage))),
  ])
  const worst = Math.max(...ratios)
  console.log(`\nthe slowest press against screen: ${worst.toFixed(2)} (at most ${BAR})`)
  return worst <= BAR ? 0 : 1
}
