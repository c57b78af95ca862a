import { readFileSync } from 'node:fs'

/** The flags that `npm run edition` gives to Node: the bench measures what an editor runs. */
export function editionFlags() {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return manifest.scripts.edition.split(' ').filter((/** @type {string} */ word) => word.startsWith('--'))
}
