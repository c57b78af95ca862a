/**
 * Starts the command: `npm run edition`. Compiles the engine if its source has changed, then runs it in this process.
 */
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compiledFolder, NotReady, projectFolder } from './compiled.mjs'

/** What the machine made of the modules is kept from run to run where Node can (22.8 and later). */
function keepCompiledModules() {
  const { enableCompileCache } = /** @type {{ enableCompileCache?: (folder: string) => unknown }} */ (module)
  enableCompileCache?.(join(projectFolder, 'dist', '.cache'))
}

async function launch() {
  const folder = compiledFolder()
  keepCompiledModules()
  const { main } = await import(pathToFileURL(join(folder, 'cli.js')).href)
  // npm runs scripts in the project's folder and says where the command was typed; paths on the command line start there.
  const typedIn = process.env.npm_lifecycle_event === 'edition' ? process.env.INIT_CWD : undefined
  await main({ words: process.argv.slice(2), project: projectFolder, workingFolder: typedIn || process.cwd() })
}

launch().catch((failure) => {
  const message = failure instanceof NotReady ? failure.message : `internal error: ${failure.message}; please report it`
  process.stderr.write(`${message}\n`)
  if (process.env.STONEHAND_DEBUG && !(failure instanceof NotReady)) process.stderr.write(`${failure.stack}\n`)
  process.exitCode = 1
})
