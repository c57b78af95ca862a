import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deviation, mean, percentOf, quantile } from './measure/figures.mjs'
import { firstDepths, writeEdition } from './quality-edition.mjs'
import { loadEngine } from './set-quality.mjs'

/**
 * @typedef {import('./quality-edition.mjs').QualityOrder} QualityOrder
 * @typedef {{ readonly copy: any, readonly room: any, readonly request: any }} Paragraph
 * @typedef {{ readonly paragraphs: readonly Paragraph[], readonly costs: any, readonly glue: any, readonly natural: number }} Galley `natural` is the width of the font's space, in em.
 */

const POINTS = 72 / 25.4

/**
 * The paragraphs of the corpus ready to be broken, as the engine makes them ready.
 * @param {QualityOrder} order @param {string} folder @returns {Promise<Galley>}
 */
export async function openGalley(order, folder) {
  for (const [path, text] of Object.entries(writeEdition(order, firstDepths(order)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { nodeHost } = await loadEngine('host.js')
  const { loadEdition, languagesOf } = await loadEngine('edition/index.js')
  const { openFonts } = await loadEngine('fonts/index.js')
  const { facesOf } = await loadEngine('typeset/index.js')
  const { openTypeCase } = await loadEngine('typeset/type-case.js')
  const { loadHyphenator } = await loadEngine('typeset/hyphenate.js')
  const host = nodeHost(folder)
  const report = () => {}
  const manifestPath = join(folder, 'edition', 'edition.yaml')
  const edition = loadEdition({ manifestPath, layoutsFolder: join(folder, 'layouts'), host, report })
  const { stylebook } = edition
  const fonts = await openFonts({ fontsFolder: join(folder, 'fonts'), host, report, asked: facesOf(stylebook) })
  const [language] = languagesOf(edition)
  const typesetting = { stylebook, typeCase: openTypeCase(fonts), language, hyphenator: loadHyphenator(language) }
  return readyGalley([...edition.articles.values()], typesetting, order.measure * POINTS)
}

/** @param {readonly any[]} articles @param {any} typesetting @param {number} width @returns {Promise<Galley>} */
async function readyGalley(articles, { stylebook, typeCase, language, hyphenator }, width) {
  const { flattenArticle } = await loadEngine('typeset/flatten-article.js')
  const { typesOfStyle } = await loadEngine('typeset/styles.js')
  const { readStyled } = await loadEngine('typeset/read-styled.js')
  const { makeBreakable } = await loadEngine('typeset/break-copy.js')
  const { roomOf } = await loadEngine('typeset/measures.js')
  const { newspaperCosts, spaceGlue, spreadRule } = await loadEngine('typeset/demerits.js')
  const styles = stylebook.type
  const style = styles.body
  const context = { style, size: style.size, styles, language, hyphenator, strong: false }
  const typeOf = typesOfStyle(typeCase, context, () => {})
  const glue = spaceGlue(style.wordSpace)
  const costs = newspaperCosts(glue)
  const space = typeOf([], { kind: 'text', text: '', marks: [] }).space.width
  /** @type {Paragraph[]} */
  const paragraphs = []
  for (const article of articles) {
    for (const { unit, content, indented } of flattenArticle(article, styles)) {
      if (unit.role !== 'paragraph') continue
      const spans = readStyled(content.copy, { typeCase, context, typeOf })
      const copy = makeBreakable(spans, { costs, justified: true, glue, size: style.size, indent: style.indent })
      const room = roomOf([{ width, lines: Infinity }], { left: 0, right: 0, indent: indented ? style.indent : 0 })
      const request = {
        breakpoints: copy.table.breakpoints,
        measures: room.widths,
        spread: spreadRule(glue),
        runtWidth: style.indent,
        tolerance: Infinity,
        lineStretch: 0,
        leastStretch: glue.stretch * space,
        overfull: 'never',
        looseness: 0,
      }
      paragraphs.push({ copy, room, request })
    }
  }
  return { paragraphs, costs, glue, natural: space / style.size }
}

/**
 * What the breaker makes of a galley.
 * @param {Galley} galley @param {(paragraph: Paragraph) => any} breakIt
 */
export function figuresOf({ paragraphs, glue }, breakIt) {
  const spaces = /** @type {number[]} */ ([])
  const bends = /** @type {number[]} */ ([])
  let [full, hyphens] = [0, 0]
  for (const paragraph of paragraphs) {
    const breaking = breakIt(paragraph)
    const table = paragraph.request.breakpoints
    for (let i = 0; i < breaking.breaks.length - 1; i++) {
      full++
      hyphens += table.flagged[breaking.breaks[i]]
      const ratio = breaking.ratios[i]
      bends.push(breaking.bends[i])
      spaces.push(1 + (ratio * (ratio >= 0 ? glue.stretch : glue.shrink)) / glue.ideal)
    }
  }
  return {
    mean: mean(spaces),
    deviation: deviation(spaces),
    /** How far word spaces are from natural: the root of their mean squared excess. */
    rms: Math.sqrt(mean(spaces.map((space) => (space - 1) ** 2))),
    p95: quantile(spaces, 0.95),
    loose: percentOf(spaces, (space) => space > 1.5),
    veryLoose: percentOf(spaces, (space) => space > 2),
    hyphens: (100 * hyphens) / full,
    wide: percentOf(bends, (bend) => Math.abs(bend) > 1.001),
  }
}
