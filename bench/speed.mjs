import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compiledFolder } from '../src/compiled.mjs'
import { editionFlags } from './edition-flags.mjs'

/** How fast type is set: runs `set-speed.mjs` on one core. @returns {number} the exit code */
export function benchSpeed() {
  const script = fileURLToPath(new URL('./set-speed.mjs', import.meta.url))
  const words = ['--single-threaded', ...editionFlags(), script, compiledFolder()]
  return spawnSync(process.execPath, words, { stdio: 'inherit' }).status ?? 1
}
