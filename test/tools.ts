import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const known = new Map<string, boolean>()

/** Whether a command is installed. A test that needs one skips itself without it: `it.skipIf(!hasTool('qpdf'))(…)`. */
export function hasTool(name: string): boolean {
  let has = known.get(name)
  if (has === undefined) {
    has = !spawnSync(name, ['--version'], { stdio: 'ignore' }).error
    known.set(name, has)
    if (!has) process.stderr.write(`${name} is not installed: its tests are skipped\n`)
  }
  return has
}

/** What a command says of a PDF, on both its outputs; `PDF` among its words stands for the file. Throws when it fails. */
export function askTool(name: string, words: readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-'))
  try {
    const file = join(folder, 'asked.pdf')
    writeFileSync(file, pdf)
    const run = spawnSync(
      name,
      words.map((word) => (word === 'PDF' ? file : word)),
      // A trace of a page of type is some megabytes.
      { encoding: 'utf8', maxBuffer: 256_000_000 },
    )
    if (run.status !== 0) throw new Error(`${name} ended with ${run.status}: ${run.stdout}${run.stderr}`)
    return run.stdout + run.stderr
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
