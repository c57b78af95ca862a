/**
 * The corpus as an edition of stonehand's: tabloid pages of columns of one measure, with the articles in shelves from the head
 * of each page to its foot.
 */

/**
 * @typedef {import('./corpus/corpus.mjs').CorpusArticle} CorpusArticle
 * @typedef {{ readonly family: string, readonly folder: string, readonly file: (face: string) => string }} Typeface
 * @typedef {{ readonly name: string, readonly body: string }} Freedom What a justified line may do, as the stylebook says it.
 * @typedef {{ readonly measure: number, readonly typeface: Typeface, readonly freedom: Freedom, readonly articles: readonly CorpusArticle[] }} QualityOrder
 */

/** Millimetres. */
export const GUTTER = 4.5
const TYPE_AREA = 260
export const MARGIN = 15
export const TRIM_DEPTH = 380
/** Lines of 10.5 pt in the 350 mm between the margins. */
const LINES = 94
/** Legs with fewer lines than this are not worth parting. */
const LEAST_LEG = 12
/** Lines that a head takes, about; what it really takes is found by building. */
const HEAD = 5

/** @type {Readonly<Record<string, Typeface>>} */
export const TYPEFACES = {
  libertinus: {
    family: 'Libertinus Serif',
    folder: '@expo-google-fonts/libertinus-serif',
    file: (face) => `${face}/LibertinusSerif_${face}.ttf`,
  },
  'source-serif': {
    family: 'Source Serif 4',
    folder: '@expo-google-fonts/source-serif-4',
    file: (face) => `${face}/SourceSerif4_${face}.ttf`,
  },
}

/** @param {number} measure millimetres */
export const columnsOf = (measure) => Math.floor((TYPE_AREA + GUTTER) / (measure + GUTTER))
/** @param {number} measure millimetres */
export const trimOf = (measure) => columnsOf(measure) * (measure + GUTTER) - GUTTER + 2 * MARGIN

/** Words of the corpus on a line, a little high: by its measure in millimetres. @param {number} measure */
const wordsALine = (measure) => measure * 0.122

/** How many legs an article goes into. @param {CorpusArticle} article @param {number} measure */
export function legsOf({ words }, measure) {
  const lines = words / wordsALine(measure)
  return Math.max(1, Math.min(columnsOf(measure), Math.floor(lines / LEAST_LEG)))
}

/** The depths with which the making up begins. @param {QualityOrder} order @returns {Map<string, number>} */
export function firstDepths({ articles, measure }) {
  return new Map(
    articles.map((article) => {
      const lines = article.words / wordsALine(measure)
      return [article.id, HEAD + Math.ceil(lines / legsOf(article, measure))]
    }),
  )
}

/**
 * The files of the edition.
 * @param {QualityOrder} order @param {ReadonlyMap<string, number>} depths by article @returns {Record<string, string>}
 */
export function writeEdition(order, depths) {
  const { articles } = order
  /** @type {Record<string, string>} */
  const files = { 'layouts/quality.yaml': stylebook(order), 'fonts/fonts.yaml': fonts(order.typeface) }
  for (const { id, headline, blocks } of articles) {
    const text = blocks.map((block) => (block.kind === 'crosshead' ? `## ${block.text}` : block.text))
    files[`edition/articles/${id}.md`] =
      `---\nheadline: ${JSON.stringify(headline)}\nlead_in: none\n---\n\n${text.join('\n\n')}\n`
  }
  const pages = shelve(order, depths).map(
    (places) => `  - place:\n${places.map((place) => `      ${place}`).join('\n')}\n`,
  )
  files['edition/edition.yaml'] = `paper: quality\nnumber: 1\ndate: 2022-01-14\npages:\n${pages.join('')}`
  return files
}

/**
 * Articles in order from left to right, shelf under shelf, page after page.
 * @param {QualityOrder} order @param {ReadonlyMap<string, number>} depths @returns {string[][]}
 */
function shelve({ articles, measure }, depths) {
  const columns = columnsOf(measure)
  /** @type {string[][]} */
  const pages = [[]]
  let [line, col, deepest] = [1, 1, 0]
  for (const article of articles) {
    const span = legsOf(article, measure)
    const depth = depths.get(article.id) ?? LINES
    if (col + span - 1 > columns) [line, col, deepest] = [line + deepest + 1, 1, 0]
    if (line + depth - 1 > LINES) {
      pages.push([])
      ;[line, col, deepest] = [1, 1, 0]
    }
    const at = `{ col: ${col}, span: ${span}, line: ${line}, depth: ${depth} }`
    pages.at(-1)?.push(`${article.id}: { article: ${article.id}, head: ${span}-18-auto, at: ${at} }`)
    col += span
    deepest = Math.max(deepest, depth)
  }
  return pages
}

/** @param {QualityOrder} order */
function stylebook({ measure, freedom }) {
  return `paper: { name: The Quality Bench, language: en-GB }
formats:
  tabloid: { trim: [${trimOf(measure).toFixed(2)}mm, ${TRIM_DEPTH}mm], margins: { head: ${MARGIN}mm, foot: ${MARGIN}mm, inside: ${MARGIN}mm, outside: ${MARGIN}mm } }
grid: { columns: ${columnsOf(measure)}, gutter: ${GUTTER}mm, leading: 10.5pt }
type:
  body: { font: serif, size: 9pt, align: justify, indent: 1em, hyphenate: true${freedom.body} }
  headline: { font: serif, weight: bold, align: left }
  crosshead: { before: 1 }
`
}

/** @param {Typeface} typeface */
function fonts({ folder, file }) {
  const faces = ['400Regular regular normal', '400Regular_Italic regular italic', '700Bold bold normal']
  const lines = faces.map((face) => {
    const [name = '', weight, style] = face.split(' ')
    return `    - { file: "npm:${folder}/${file(name)}", weight: ${weight}, style: ${style} }\n`
  })
  return `serif:\n  faces:\n${lines.join('')}`
}
