/**
 * The engine as JavaScript, compiled only when its source has changed.
 *
 * What is compiled lies in `dist/<fingerprint>/`, and the fingerprint is a hash of the source itself: not of times, which a
 * checkout turns back and forth. So nothing is ever stale, a deleted source file leaves nothing behind, and two runs at once
 * cannot tear each other's files: a folder is compiled aside and renamed into place, and never changes after.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))

/** The engine cannot be started; the message says what to do. */
export class NotReady extends Error {}

/**
 * The folder of the compiled engine, compiling it first when need be.
 * @param {string} [project] the project's folder
 * @returns {string}
 * @throws {NotReady} when there is no compiler, or the source cannot be compiled
 */
export function compiledFolder(project = projectFolder) {
  const compiler = join(project, 'node_modules', 'typescript')
  if (!existsSync(join(compiler, 'package.json'))) {
    throw new NotReady(`stonehand is not installed yet: run \`npm install\` in ${project} first`)
  }
  const dist = join(project, 'dist')
  const folder = join(dist, fingerprint(project, compiler))
  if (!existsSync(folder)) {
    compile({ project, compiler, folder })
    sweep(dist, folder)
  }
  return folder
}

/**
 * A hash of everything that decides what the compiler writes. 100 files take about 5 ms.
 * @param {string} project
 * @param {string} compiler
 */
function fingerprint(project, compiler) {
  const hash = createHash('sha256')
  const source = join(project, 'src')
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  for (const name of names.sort())
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(source, name)))
      .update('\0')
  hash.update(readFileSync(join(project, 'tsconfig.json')))
  hash.update(readFileSync(join(compiler, 'package.json')))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Types are not checked here: that is `npm run check`'s work, and a slip in a type must not keep a paper from coming out.
 * Nor are the type packages needed, which come with the developers' dependencies.
 * @param {{ project: string, compiler: string, folder: string }} job
 */
function compile({ project, compiler, folder }) {
  const aside = `${folder}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  try {
    const { bin } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8'))
    const words = [join(compiler, bin.tsc), '--project', join(project, 'tsconfig.json'), '--outDir', aside]
    const run = spawnSync(process.execPath, [...words, '--noCheck', '--types', '', '--incremental', 'false'], {
      encoding: 'utf8',
    })
    if (run.status !== 0) {
      throw new NotReady(`stonehand's own source cannot be compiled:\n${run.error?.message ?? run.stdout + run.stderr}`)
    }
    settle(aside, folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/**
 * Renames what was compiled into place. When another run was quicker its folder holds the same files, and ours is dropped.
 * @param {string} aside
 * @param {string} folder
 */
function settle(aside, folder) {
  try {
    renameSync(aside, folder)
  } catch (failure) {
    if (!existsSync(folder)) throw failure
  }
}

/**
 * Removes what older sources left. The one before is kept: a run that started with it may still be loading parts of it.
 * @param {string} dist
 * @param {string} folder
 */
function sweep(dist, folder) {
  const compiled = readdirSync(dist)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && join(dist, name) !== folder)
    .map((name) => ({ path: join(dist, name), born: statSync(join(dist, name)).mtimeMs }))
    .sort((a, b) => b.born - a.born)
  for (const { path } of compiled.slice(1)) rmSync(path, { recursive: true, force: true })
}
