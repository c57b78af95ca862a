import fc from 'fast-check'

/** A generated article: units of plain words, so that it can be cut from its end. */
export interface GeneratedArticle {
  readonly id: string
  readonly headline: string
  readonly overline: boolean
  readonly standfirst: boolean
  readonly byline: boolean
  /** Paragraphs, crossheads, quotations, lists, tables of two columns, signatures. */
  readonly units: readonly { readonly kind: 'p' | 'c' | 'q' | 'l' | 't' | 's'; readonly words: readonly string[] }[]
}

/** A generated placement: free-standing cells of a page. */
export interface GeneratedPlacement {
  readonly kind: 'start' | 'continuation' | 'stack'
  readonly articles: readonly string[]
  readonly page: number
  readonly col: number
  readonly span: number
  readonly line: number
  readonly depth: number
  readonly legs: number | null
  readonly head: string | null
  readonly box: string | null
}

/** A generated paper. */
export interface GeneratedPaper {
  readonly columns: number
  readonly leading: number
  readonly size: number
  readonly tabloid: boolean
  /** `fit` of the stylebook. */
  readonly fit: 'none' | 'auto'
  readonly pages: number
  readonly articles: readonly GeneratedArticle[]
  readonly placements: readonly GeneratedPlacement[]
}

const WORDS = (
  'the of and to in a council ferry river housing said bus on for library that tenants rent with market was bread is at ' +
  'pounds school by winter committee not new workers meeting it canal be allotment seventeen extraordinarily unaffordable ' +
  'transport reorganisation ‘we’ “no” 1922 co-operative Łódź café £6 million per cent rock-and-roll –'
).split(' ')

const word = fc.constantFrom(...WORDS)
const unit = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('p' as const), words: fc.array(word, { minLength: 1, maxLength: 90 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('c' as const), words: fc.array(word, { minLength: 1, maxLength: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('q' as const, 'l' as const, 't' as const),
      words: fc.array(word, { minLength: 1, maxLength: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('s' as const), words: fc.array(word, { minLength: 1, maxLength: 9 }) }),
  },
)

const article = (id: string): fc.Arbitrary<GeneratedArticle> =>
  fc.record({
    id: fc.constant(id),
    headline: fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `x ${words.join(' ')}`),
    overline: fc.boolean(),
    standfirst: fc.boolean(),
    byline: fc.boolean(),
    units: fc
      .array(unit, { minLength: 1, maxLength: 9 })
      .map((units) => [...units, { kind: 'p' as const, words: ['so', 'it', 'ends'] }]),
  })

/** Cells of a page: bands of rows, each cut into stretches of columns. */
function cellsOf(
  columns: number,
  lines: number,
  cuts: readonly number[],
): Omit<GeneratedPlacement, 'kind' | 'articles' | 'page' | 'legs' | 'head' | 'box'>[] {
  const cells: { col: number; span: number; line: number; depth: number }[] = []
  let at = 0
  const take = (most: number): number => 1 + ((cuts[at++ % cuts.length] ?? 0) % most)
  for (let line = 1; line <= lines;) {
    const depth = Math.min(lines - line + 1, take(Math.max(1, lines - 2)) + 2)
    for (let col = 1; col <= columns;) {
      const span = Math.min(columns - col + 1, take(columns))
      cells.push({ col, span, line, depth })
      col += span
    }
    line += depth
  }
  return cells
}

/** Papers of one to three pages, with starts, continuations on any page, and stacks. */
export const generatedPaper: fc.Arbitrary<GeneratedPaper> = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    leading: fc.constantFrom(9, 10.5, 12),
    size: fc.constantFrom(8, 9, 10),
    tabloid: fc.boolean(),
    fit: fc.constantFrom('none' as const, 'none' as const, 'auto' as const),
    pages: fc.integer({ min: 1, max: 3 }),
    cuts: fc.array(fc.nat(200), { minLength: 6, maxLength: 24 }),
    kinds: fc.array(fc.nat(20), { minLength: 30, maxLength: 30 }),
    legs: fc.array(fc.constantFrom(null, null, 1, 2, 3), { minLength: 30, maxLength: 30 }),
    heads: fc.array(
      fc.constantFrom(
        null,
        null,
        'auto-18-auto',
        '1-auto-auto',
        'auto-auto-1',
        'auto-auto-3',
        '1-60-1',
        'auto-36-2',
        'run-in',
      ),
      { minLength: 30, maxLength: 30 },
    ),
    boxes: fc.array(fc.constantFrom(null, null, null, 'tint', 'rule'), { minLength: 30, maxLength: 30 }),
    copy: fc.tuple(...Array.from({ length: 30 }, (_, index) => article(`a${index}`))),
  })
  .map((made) => {
    const placements: GeneratedPlacement[] = []
    const articles: GeneratedArticle[] = []
    const started: string[] = []
    let cell = 0
    for (let page = 1; page <= made.pages; page++) {
      const lines = linesOf(made)
      for (const cells of cellsOf(made.columns, lines, made.cuts.slice(page))) {
        const index = cell++
        if (index >= 12) break
        const kind = made.kinds[index]!
        // A leg of less than three ems is refused by the manifest's own checks: keep to what passes them.
        const legs = made.legs[index] === null ? null : Math.min(made.legs[index]!, cells.span)
        const head = made.heads[index]!
        const common = { ...cells, page, legs, head, box: made.boxes[index]! }
        if (kind < 6 && started.length > 0) {
          placements.push({ kind: 'continuation', articles: [started[kind % started.length]!], ...common })
        } else if (kind < 9) {
          const ids = [`a${2 * index}`, `a${2 * index + 1}`]
          articles.push(...made.copy.filter((one) => ids.includes(one.id)))
          placements.push({ kind: 'stack', articles: ids, ...common })
        } else if (kind < 19) {
          const copy = made.copy[2 * index]!
          articles.push(copy)
          started.push(copy.id)
          placements.push({ kind: 'start', articles: [copy.id], ...common })
        }
      }
    }
    if (articles.length === 0) {
      articles.push(made.copy[0]!)
      placements.length = 0
      placements.push({
        kind: 'start',
        articles: ['a0'],
        page: 1,
        col: 1,
        span: 1,
        line: 1,
        depth: 12,
        legs: null,
        head: null,
        box: null,
      })
    }
    const { columns, leading, size, tabloid, fit, pages } = made
    return { columns, leading, size, tabloid, fit, pages, articles, placements }
  })

function linesOf(paper: { readonly leading: number; readonly tabloid: boolean }): number {
  const height = ((paper.tabloid ? 380 - 30 : 297 - 30) * 72) / 25.4
  return Math.floor(height / paper.leading)
}

/** The article as an editor would write it. */
export function markdownOf(copy: GeneratedArticle): string {
  const matter = [
    `headline: "${copy.headline}"`,
    copy.overline ? 'overline: Ferry Lane' : '',
    copy.standfirst ? 'standfirst: A summary of what follows, in a sentence or two of plain words.' : '',
    copy.byline ? 'byline: by New Worker correspondent' : '',
  ]
  const lead = { p: '', c: '## ', q: '> ', l: '1. ', s: '<!-- signature -->\n' }
  const body = copy.units.map(({ kind, words }) => (kind === 't' ? tableOf(words) : lead[kind] + words.join(' ')))
  return `---\n${matter.filter(Boolean).join('\n')}\n---\n${body.join('\n\n')}\n`
}

/** Words as a table of two columns, the first two in its head. */
function tableOf(words: readonly string[]): string {
  const rows = Array.from({ length: Math.ceil(words.length / 2) }, (_, row) => words.slice(2 * row, 2 * row + 2))
  const lines = rows.map(([first, second = '']) => `| ${first} | ${second} |`)
  return [lines[0], '|---|--:|', ...lines.slice(1)].join('\n')
}

/** The article without its last `count` words; null when nothing would be left. */
export function cutArticle(copy: GeneratedArticle, count: number): GeneratedArticle | null {
  let rest = count
  const units = [...copy.units]
  while (rest > 0 && units.length > 0) {
    const last = units.pop()!
    if (last.words.length > rest) units.push({ ...last, words: last.words.slice(0, last.words.length - rest) })
    rest -= Math.min(rest, last.words.length)
  }
  return units.length > 0 ? { ...copy, units } : null
}

/** The files of a paper for a memory host. */
export function filesOf(paper: GeneratedPaper): Record<string, string> {
  const [width, height] = paper.tabloid ? [289, 380] : [210, 297]
  const files: Record<string, string> = {
    'layouts/gazette.yaml': `
paper: { name: Gazette }
formats:
  page: { trim: [${width}mm, ${height}mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
grid: { columns: ${paper.columns}, gutter: 4.5mm, leading: ${paper.leading}pt }
type:
  body: { font: serif, size: ${paper.size}pt }
fit: ${paper.fit}
`,
  }
  const pages = Array.from({ length: paper.pages }, (_, index) => {
    const placed = paper.placements.filter((one) => one.page === index + 1)
    const place = placed.map((one, at) => {
      const { col, span, line, depth, legs, head, box } = one
      const what =
        one.kind === 'stack'
          ? `articles: [${one.articles.join(', ')}]`
          : `${one.kind === 'start' ? 'article' : 'continues'}: ${one.articles[0]}`
      const more = [
        one.kind === 'continuation' && at % 2 === 0 ? ', headline: It goes on' : '',
        legs === null ? '' : `, legs: ${legs}`,
        head === null || (head === 'run-in' && one.kind === 'continuation') ? '' : `, head: ${head}`,
        box === null ? '' : `, box: ${box}`,
      ].join('')
      return `      p${at}: { ${what}, at: { col: ${col}, span: ${span}, line: ${line}, depth: ${depth} }${more} }`
    })
    return `  - ${place.length > 0 ? `place:\n${place.join('\n')}` : 'place: {}'}`
  })
  files['editions/2022-01-14/edition.yaml'] = `paper: gazette\ndate: 2022-01-14\npages:\n${pages.join('\n')}\n`
  for (const copy of paper.articles) files[`editions/2022-01-14/articles/${copy.id}.md`] = markdownOf(copy)
  return files
}
