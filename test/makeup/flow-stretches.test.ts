import { beforeAll, describe, expect, it } from 'vitest'
import { proseWriter } from '../../bench/prose.mjs'
import type { Article } from '../../src/edition/index.js'
import type { LegItem } from '../../src/makeup/broken-article.js'
import { fewestWordsOver, flowArticle, type Flow, type FlowRequest } from '../../src/makeup/flow-article.js'
import type { PartRoom } from '../../src/makeup/legs/break-legs.js'
import type { LegRoom } from '../../src/makeup/legs/leg-text.js'
import type { GalleyItem, Measures, TextRequest } from '../../src/typeset/index.js'
import { makePaper, openTestFonts, type SharedType } from './make-paper.js'

beforeAll(openTestFonts)

const shared: SharedType = {}
const keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 2, afterJump: 2 }

/** The one article of a paper with quotations in type that takes two grid lines. */
async function articleOf(text: string): Promise<Article> {
  const files = {
    'layouts/gazette.yaml': `
paper: { name: Gazette }
formats: { page: { trim: [289mm, 380mm] } }
grid: { columns: 5 }
type: { quotation: { size: 14pt } }
`,
    'editions/2022-01-14/edition.yaml': `paper: gazette
date: 2022-01-14
pages: [{ place: { lead: { article: story, at: { col: 1, span: 5, line: 1, depth: 80 } } } }]
`,
    'editions/2022-01-14/articles/story.md': `---\nheadline: Head\n---\n\n${text}\n`,
  }
  return (await makePaper(files, shared)).edition.articles.values().next().value!
}

type Prose = ReturnType<typeof proseWriter>

/** Paragraphs, crossheads, quotations, lists, tables and a rule between them. */
function write(prose: Prose, blocks: number): string {
  const pick = [
    () => `> ${prose.paragraph()}`,
    () => `## ${prose.headline(20)}`,
    () => [1, 2, 3].map(() => `- ${prose.paragraph().split(' ').slice(0, 14).join(' ')}`).join('\n'),
    () =>
      `| who | what |\n|---|---|\n| ${prose.headline(20)} | ${prose.paragraph().split(' ').slice(0, 9).join(' ')} |`,
    () => '***',
  ]
  const written = Array.from({ length: blocks }, () =>
    prose.between(1, 10) <= 7 ? prose.paragraph() : pick[prose.between(0, pick.length - 1)]!(),
  )
  return [...written, prose.paragraph()].join('\n\n')
}

/** Legs of one width, parted and narrowed by things that stand in them; deep enough to hold about as much as `lines`. */
function roomsFor(prose: Prose, lines: number): PartRoom[] {
  const full = prose.between(110, 150)
  const legs = prose.between(2, 4)
  const depth = Math.ceil(lines / legs) + prose.between(0, 6)
  const partOf = (count: number): PartRoom => ({
    legs: Array.from({ length: count }, () => legOf(prose, full, depth)).flat(),
    jumpLines: 1,
  })
  const first = prose.between(1, legs)
  return first === legs ? [partOf(legs)] : [partOf(first), partOf(legs - first)]
}

function legOf(prose: Prose, full: number, depth: number): LegRoom[] {
  const narrowed = (): Measures => [
    { width: full, lines: prose.between(0, 6) },
    { width: full * (prose.between(45, 80) / 100), lines: prose.between(1, 7) },
    { width: full * (prose.between(45, 80) / 100), lines: prose.between(0, 3) },
    { width: full, lines: Infinity },
  ]
  const plain: Measures = [{ width: full, lines: Infinity }]
  const measures = (): Measures => (prose.between(1, 3) > 1 ? narrowed() : plain)
  if (prose.between(1, 3) > 1) return [{ measures: measures(), depth, isFoot: true }]
  const above = prose.between(0, Math.floor(depth / 2))
  return [
    { measures: measures(), depth: above, isFoot: false },
    { measures: measures(), depth: Math.max(0, depth - above - prose.between(2, 8)), isFoot: true },
  ]
}

/** The measure of a grid line of a stretch, counted from 1. */
function measureAt({ measures }: LegRoom, line: number): number {
  let rest = line
  return measures.find(({ lines }) => (rest -= lines) <= 0)!.width
}

/** An item that has been placed, and the narrowest of its grid lines. */
interface Placed {
  readonly item: GalleyItem
  readonly measure: number
}

function placedIn(flow: Flow, parts: readonly PartRoom[]): readonly Placed[] {
  return flow.parts.flatMap((legs, part) =>
    legs.flatMap((items, leg) =>
      items
        .filter(({ isAgain }) => !isAgain)
        .map(({ item, line }: LegItem) => {
          const own = Array.from({ length: item.depth }, (_, above) => measureAt(parts[part]!.legs[leg]!, line - above))
          return { item, measure: Math.min(...own) }
        }),
    ),
  )
}

/** Checks that unit after unit stands as it is set for the measures of its lines; gives how many of them run over several. */
function expectSetForTheirLines(text: TextRequest, placed: readonly Placed[], { plan }: Flow): number {
  const setter = shared.setter!
  let next = 0
  let several = 0
  for (const { index, role, words } of setter.units(text)) {
    // What runs on beyond the last leg is set for lines that nobody sees; a rule at the end divides nothing.
    if (index === plan.rest.unit || (next === placed.length && role === 'rule')) break
    const count = [...Array(placed.length - next).keys()]
      .map((above) => above + 1)
      .find((lines) => {
        const own = placed.slice(next, next + lines)
        return wordsIn(own.map(({ item }) => item)) === words && isSetSo(text, index, own)
      })
    expect(count, `unit ${index}, from line ${next}`).toBeDefined()
    if (new Set(placed.slice(next, next + count!).map(({ measure }) => measure)).size > 1) several++
    next += count!
  }
  if (!plan.overset) expect(next).toBe(placed.length)
  return several
}

/** Whether these lines are what the setter makes of a unit in their measures, at its best or with a line more or less. */
function isSetSo(text: TextRequest, unit: number, own: readonly Placed[]): boolean {
  const setter = shared.setter!
  const measures = own.map(({ measure }, at) => ({ width: measure, lines: at === own.length - 1 ? Infinity : 1 }))
  const { shorter, longer } = setter.setUnitVariants(text, unit, measures)
  const ways = [setter.setUnit(text, unit, measures), shorter?.set, longer?.set]
  return ways.some((way) => way?.items.length === own.length && way.items.every((one, at) => one === own[at]!.item))
}

function wordsIn(items: readonly GalleyItem[]): number {
  return items.reduce((sum, item) => sum + (item.kind === 'line' ? item.line.words : 0), 0)
}

describe('an article flowed through legs that are parted and narrowed', () => {
  it('has every paragraph as it is set for the known measures of its lines, in order, and loses no word', async () => {
    let [several, overset, changed] = [0, 0, 0]
    for (let seed = 1; seed <= 60; seed++) {
      const prose = proseWriter(seed)
      const article = await articleOf(write(prose, prose.between(3, 9)))
      const parts = roomsFor(prose, article.words / 4.5)
      const text = { article, dress: null }
      const flow = flowArticle(shared.setter!, { text, parts, keeps, fit: seed % 2 === 0 ? 6 : null })
      const placed = placedIn(flow, parts)
      for (const { item, measure } of placed) {
        expect(item.kind === 'line' ? item.line.measure : item.measure).toBe(measure)
      }
      several += expectSetForTheirLines(text, placed, flow)
      expect(wordsIn(placed.map(({ item }) => item)) + flow.rest.words).toBe(article.words)
      expectInTheirRoom(flow, parts)
      if (flow.plan.overset) overset++
      changed += flow.plan.variants.size
    }
    expect(several).toBeGreaterThan(60)
    expect(changed).toBeGreaterThan(10)
    expect(overset).toBeGreaterThan(5)
    expect(overset).toBeLessThan(40)
  }, 120_000)

  it('says how many words are over', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const prose = proseWriter(seed)
      const copy = Array.from({ length: 5 }, () => prose.paragraph()).join('\n\n')
      const article = await articleOf(copy)
      const request = (of: Article, parts: readonly PartRoom[]): FlowRequest => ({
        text: { article: of, dress: null },
        parts,
        keeps,
        fit: null,
      })
      const parts = roomsFor(prose, article.words / 8)
      const over = fewestWordsOver(shared.setter!, request(article, parts))
      const words = copy.split(/(?<=\s)(?=\S)/)
      const cut = (count: number): Promise<Article> => articleOf(words.slice(0, words.length - count).join(''))
      const isOver = async (count: number): Promise<boolean> =>
        flowArticle(shared.setter!, request(await cut(count), parts)).plan.overset
      expect(over).toBeGreaterThan(0)
      expect(await isOver(over)).toBe(false)
      expect(await isOver(over - 1)).toBe(true)
    }
  }, 60_000)
})

/** Checks that the lines of each stretch go down it and end above its foot, and that the feet of the last part are level. */
function expectInTheirRoom(flow: Flow, parts: readonly PartRoom[]): void {
  flow.parts.forEach((legs, part) => {
    const isLast = part === flow.parts.length - 1
    const raised = legs.map(({}, leg) => parts[part]!.legs[leg]!.depth - flow.plan.parts[part]![leg]!.offered)
    legs.forEach((items, leg) => {
      const { depth, isFoot } = parts[part]!.legs[leg]!
      const { offered, used } = flow.plan.parts[part]![leg]!
      const lines = items.map(({ line }) => line)
      expect(lines).toEqual([...lines].sort((a, b) => a - b))
      expect(lines.at(-1) ?? 0).toBe(used)
      expect(used).toBeLessThanOrEqual(offered)
      if (!isFoot) expect(offered).toBe(depth)
      else if (isLast && !flow.plan.overset) expect(depth - offered).toBe(Math.min(depth, Math.max(...raised)))
    })
  })
}
