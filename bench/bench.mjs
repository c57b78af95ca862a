/**
 * `npm run bench -- BENCH …`: what stonehand measures of itself. Each bench stands in its own file and is read when it is
 * asked for; it takes the words after its name and gives the exit code.
 */

/** @type {Record<string, () => Promise<(words: readonly string[]) => number | Promise<number>>>} */
const BENCHES = {
  pages: async () => (await import('./pages.mjs')).benchPages,
  speed: async () => (await import('./speed.mjs')).benchSpeed,
  pictures: async () => (await import('./pictures.mjs')).benchPictures,
  press: async () => (await import('./press.mjs')).benchPress,
  quality: async () => (await import('./quality.mjs')).benchQuality,
}

const asked = process.argv.slice(2)
// Without a name it is the pages, and a number is how many.
const [name = '', ...words] = asked.length === 0 || /^\d+$/.test(asked[0] ?? '') ? ['pages', ...asked] : asked
const bench = BENCHES[name]
if (bench) process.exitCode = await (await bench())(words)
else {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join(' | ')} …`)
  process.exitCode = 2
}
