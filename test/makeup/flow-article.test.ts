import { beforeAll, describe, expect, it } from 'vitest'
import { proseWriter } from '../../bench/prose.mjs'
import { flowArticle } from '../../src/makeup/flow-article.js'
import { makePaper, openTestFonts, type SharedType } from './make-paper.js'

beforeAll(openTestFonts)

const shared: SharedType = {}

/** A paper with one story, for its article and its setter. */
function paperOf(text: string): Promise<Awaited<ReturnType<typeof makePaper>>> {
  const files = {
    'layouts/gazette.yaml': `
paper: { name: Gazette }
formats: { page: { trim: [289mm, 380mm] } }
grid: { columns: 5 }
`,
    'editions/2022-01-14/edition.yaml': `paper: gazette
date: 2022-01-14
pages: [{ place: { lead: { article: story, at: { col: 1, span: 5, line: 1, depth: 80 } } } }]
`,
    'editions/2022-01-14/articles/story.md': `---\nheadline: Head\n---\n\n${text}\n`,
  }
  return makePaper(files, shared)
}

describe('an article flowed through legs of different measure', () => {
  it('loses no word and ends, whichever of its paragraphs are a line longer or shorter', async () => {
    let changed = 0
    for (let seed = 1; seed <= 60; seed++) {
      const write = proseWriter(seed)
      const body = Array.from({ length: write.between(4, 14) }, () => write.paragraph()).join('\n\n')
      const article = (await paperOf(body)).edition.articles.values().next().value!
      const measures = [write.between(90, 140), write.between(150, 300), write.between(90, 140)]
      const parts = measures.map((measure, part) => ({
        legs: Array.from({ length: part === 1 ? 1 : write.between(1, 3) }, () => ({
          measures: [{ width: measure, lines: Infinity }],
          depth: write.between(7, 20),
          isFoot: true,
        })),
        jumpLines: 1,
      }))
      const keeps = { orphans: 2, widows: 2, afterCrosshead: 2, beforeJump: 2, afterJump: 2 }
      const flow = flowArticle(shared.setter!, { text: { article, dress: null }, parts, keeps, fit: 6 })
      const placed = flow.parts.flat(2).reduce((sum, { item }) => sum + (item.kind === 'line' ? item.line.words : 0), 0)
      expect(placed + flow.rest.words).toBe(article.words)
      changed += flow.plan.variants.size
    }
    expect(changed).toBeGreaterThan(20)
  }, 60_000)
})
