import { createRequire } from 'node:module'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBenchPackage } from '../measure/read-glyphs.mjs'
import { columnsOf, GUTTER, MARGIN, TRIM_DEPTH, trimOf } from '../quality-edition.mjs'

/** @typedef {import('../quality-edition.mjs').QualityOrder} QualityOrder */

/**
 * The corpus set by Typst with its optimised line breaks and justification limits; null when the npm package
 * `@myriaddreamin/typst-ts-node-compiler` is not in the folder that BENCH_NPM names.
 * @param {QualityOrder} order @param {string} folder @returns {Promise<string | null>} the PDF
 */
export async function setWithTypst(order, folder) {
  const found = findBenchPackage('@myriaddreamin/typst-ts-node-compiler')
  if (!found) return null
  const module = await import(pathToFileURL(found).href)
  const { NodeCompiler } = module.default ?? module
  const faces = dirname(createRequire(import.meta.url).resolve(`${order.typeface.folder}/package.json`))
  mkdirSync(folder, { recursive: true })
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [faces] }] })
  const result = compiler.compile({ mainFileContent: source(order) })
  if (result.hasError()) {
    result.printErrors()
    throw new Error('Typst broke off')
  }
  const pdf = join(folder, 'quality.pdf')
  writeFileSync(pdf, compiler.pdf(result.result, {}))
  return pdf
}

/** @param {QualityOrder} order */
function source({ articles, measure, typeface }) {
  const columns = columnsOf(measure)
  const head = `#set page(width: ${trimOf(measure)}mm, height: ${TRIM_DEPTH}mm, margin: ${MARGIN}mm)
// A line box is the leading: top edge and bottom edge are 10.5pt apart.
#set text(font: "${typeface.family}", fallback: false, size: 9pt, lang: "en", region: "gb", hyphenate: true, top-edge: 8pt, bottom-edge: -2.5pt)
#set par(justify: true, linebreaks: "optimized", leading: 0pt, spacing: 0pt, first-line-indent: 9pt,
  justification-limits: (spacing: (min: 100% * 2 / 3, max: 150%), tracking: (min: -0.015em, max: 0.02em)))
#set block(spacing: 0pt)
#set columns(gutter: ${GUTTER}mm)
#let crosshead(x) = block(above: 10.5pt, below: 0pt, sticky: true, text(weight: "bold", hyphenate: false, x))
// Typst does not balance columns: a story is measured in one, and cut into equal parts of whole lines.
#let story(head, body) = {
  block(sticky: true, { set par(justify: false, first-line-indent: 0pt); set text(size: 18pt, weight: "bold", hyphenate: false, top-edge: 16pt, bottom-edge: -5pt); head })
  context {
    let total = measure(block(width: ${measure}mm, body)).height
    let lines = calc.ceil(total / 10.5pt / ${columns} - 0.001) + 1
    block(height: lines * 10.5pt, width: 100%, breakable: true, columns(${columns}, body))
  }
  v(10.5pt)
}
`
  const stories = articles.map(({ headline, blocks }) => {
    const text = blocks.map((block) =>
      block.kind === 'crosshead' ? `#crosshead[${escape(block.text)}]` : `${escape(block.text)}\n`,
    )
    return `#story([${escape(headline)}])[\n${text.join('\n')}\n]\n`
  })
  return head + stories.join('\n')
}

/** @param {string} text */
function escape(text) {
  return text
    .split('*')
    .map((part, i) => {
      const plain = part.replace(/[\\#$_`<>@=~[\]"'/]/g, (character) => `\\${character}`)
      return i % 2 === 1 ? `#emph[${plain}]` : plain
    })
    .join('')
    .replace(/^([-+]|\d+\.)/, '\\$1')
}
