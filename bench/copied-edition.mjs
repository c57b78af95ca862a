import { cpSync, existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiledFolder, projectFolder } from '../src/compiled.mjs'

/** A file of the compiled engine. @param {string} file @returns {Promise<any>} */
export const loadEngine = (file) => import(pathToFileURL(join(compiledFolder(), file)).href)

/** The manifest that is asked for; the newest edition's when there is none. @param {readonly string[]} asked @returns {Promise<string | null>} */
export async function manifestOf([edition]) {
  const { findManifest, newestEdition } = await loadEngine('edition/index.js')
  const { nodeHost } = await loadEngine('host.js')
  const host = nodeHost(projectFolder)
  return edition ? findManifest(resolve(edition), host) : newestEdition(join(projectFolder, 'editions'), host)
}

/** Copies an edition to `edition/` of a folder, with the standing copy that it may use. @param {string} manifest @param {string} folder */
export function copyEdition(manifest, folder) {
  cpSync(dirname(manifest), join(folder, 'edition'), { recursive: true })
  const standing = join(dirname(manifest), '..', 'standing')
  if (existsSync(standing)) cpSync(standing, join(folder, 'standing'), { recursive: true })
}
