/**
 * `npm run bench -- BENCH …`: what stonehand measures of itself. Each bench stands in its own file and is read when it is
 * asked for; it takes the words after its name and gives the exit code.
 */

/** @type {Record<string, () => Promise<(words: readonly string[]) => number | Promise<number>>>} */
const BENCHES = {
  speed: async () => (await import('./speed.mjs')).benchSpeed,
  quality: async () => (await import('./quality.mjs')).benchQuality,
}

const [name = 'speed', ...words] = process.argv.slice(2)
// A bare number of pages asks for speed.
const asked = /^\d+$/.test(name) ? BENCHES.speed : BENCHES[name]
if (asked) {
  const bench = await asked()
  process.exitCode = await bench(/^\d+$/.test(name) ? [name, ...words] : words)
} else {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join(' | ')} …`)
  process.exitCode = 2
}
