import { compiledFolder } from '../src/compiled.mjs'

/** Compiles the engine before the first test that starts the command, so that they need not do it all at once. */
export default function compileOnce(): void {
  compiledFolder()
}
