import { proseWriter } from './prose.mjs'

/**
 * What a page of the bench holds: a tabloid of 5 columns and 94 lines with five stories. `headLines` is what a story's head
 * takes off each of its legs, about.
 */
const PAGE = [
  { slot: 'lead', col: 1, span: 5, line: 1, depth: 36, head: '5-auto-1', headLines: 8, characters: 34 },
  { slot: 'second', col: 1, span: 3, line: 38, depth: 37, head: '3-auto-2', headLines: 9, characters: 46 },
  { slot: 'third', col: 4, span: 2, line: 38, depth: 37, head: '2-24-2', headLines: 6, characters: 32 },
  { slot: 'foot', col: 1, span: 3, line: 76, depth: 19, head: '3-24-1', headLines: 4, characters: 28 },
  { slot: 'brief', col: 4, span: 2, line: 76, depth: 19, head: '2-18-1', headLines: 3, characters: 24 },
]

/** Words of the prose on a full line of 48 mm, 9 on 10.5 pt: found by building, a little low so that copy is rather short. */
const WORDS_A_LINE = 5.2

/**
 * An edition of so many pages, always the same for the same number.
 * @param {{ pages: number, seed?: number }} order
 * @returns {{ files: Record<string, string>, words: number, articles: number }}
 */
export function generateEdition({ pages, seed = 1949 }) {
  const write = proseWriter(seed)
  /** @type {Record<string, string>} */
  const files = { 'layouts/bench.yaml': STYLEBOOK, 'fonts/fonts.yaml': FONTS }
  const manifest = ['paper: bench', 'number: 1', 'date: 2022-01-14', 'price: 60p', 'pages:']
  let words = 0
  for (let page = 1; page <= pages; page++) {
    manifest.push('  - template: page', '    place:')
    for (const place of PAGE) {
      const id = `${place.slot}-${page}`
      const article = writeArticle(write, place)
      files[`edition/articles/${id}.md`] = article.text
      words += article.words
      manifest.push(`      ${place.slot}: ${id}`)
    }
  }
  files['edition/edition.yaml'] = `${manifest.join('\n')}\n`
  return { files, words, articles: pages * PAGE.length }
}

/**
 * @param {ReturnType<typeof proseWriter>} write
 * @param {typeof PAGE[number]} place
 */
function writeArticle(write, { span, depth, headLines, characters }) {
  const lines = span * (depth - headLines)
  const blocks = writeBody(write, Math.floor(lines * WORDS_A_LINE))
  const front = [`headline: ${write.headline(characters)}`]
  if (span === 5) front.push(`standfirst: ${JSON.stringify(write.standfirst())}`)
  front.push(`byline: ${write.byline()}`)
  const text = `---\n${front.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`
  return {
    text,
    words: blocks
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== '##').length,
  }
}

/**
 * Paragraphs, and a crosshead now and then, for so many words of room.
 * @param {ReturnType<typeof proseWriter>} write
 * @param {number} room
 */
function writeBody(write, room) {
  const blocks = []
  let refused = 0
  while (refused < 8) {
    const paragraph = write.paragraph()
    // The last line of a paragraph is half empty on the average.
    const words = paragraph.split(' ').length + WORDS_A_LINE / 2
    if (words > room) {
      refused += 1
      continue
    }
    if (blocks.length % 9 === 8 && room > 100) {
      blocks.push(`## ${write.crosshead()}`)
      room -= 3 * WORDS_A_LINE
    }
    blocks.push(paragraph)
    room -= words
  }
  return blocks
}

const STYLEBOOK = `paper: { name: The Bench, strapline: Prose by the yard, language: en-GB }
formats:
  tabloid: { trim: [289mm, 380mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
grid: { columns: 5, gutter: 4.5mm, leading: 10.5pt }
type:
  body: { font: serif, size: 9pt, align: justify, indent: 1em, hyphenate: true }
  headline: { font: serif, weight: bold, align: left }
heads: { schedule: [14, 18, 24, 30, 36, 42, 48, 54, 60, 72] }
templates:
  page:
${PAGE.map(({ slot, col, span, line, depth, head }) => `    - { slot: ${slot}, col: ${col}, span: ${span}, line: ${line}, depth: ${depth}, head: ${head} }`).join('\n')}
`

const FONTS = `serif:
  faces:
${[
  '400Regular regular normal',
  '400Regular_Italic regular italic',
  '600SemiBold semibold normal',
  '700Bold bold normal',
  '700Bold_Italic bold italic',
]
  .map((line) => line.split(' '))
  .map(
    ([face, weight, style]) =>
      `    - { file: "npm:@expo-google-fonts/source-serif-4/${face}/SourceSerif4_${face}.ttf", weight: ${weight}, style: ${style} }`,
  )
  .join('\n')}
`
