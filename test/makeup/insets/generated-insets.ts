import fc from 'fast-check'

/** A generated inset as a manifest orders it. */
export interface GeneratedInset {
  readonly kind: 'quote' | 'picture' | 'sidebar'
  readonly span: number
  readonly leg: number | null
  readonly at: 'top' | 'head' | 'middle' | 'foot' | number
  readonly depth: number | null
  readonly box: string
  readonly runaround: 'box' | 'contour'
  readonly caption: 'below' | 'above' | 'over' | 'none'
}

/** A generated paper: one article with insets, and perhaps a continuation of it with some too. */
export interface InsetPaper {
  readonly columns: number
  readonly legs: number
  readonly depth: number
  readonly head: string
  readonly headCol: number
  readonly box: string
  readonly fit: 'none' | 'auto'
  readonly dropCap: number
  readonly words: readonly number[]
  readonly insets: readonly GeneratedInset[]
  /** Of the continuation; null where there is none. */
  readonly goesOn: { readonly legs: number; readonly depth: number; readonly insets: readonly GeneratedInset[] } | null
}

/** Insets for so many legs: any kind, any place. */
const inset = (legs: number): fc.Arbitrary<GeneratedInset> =>
  fc
    .record({
      kind: fc.constantFrom('quote', 'quote', 'picture', 'picture', 'sidebar'),
      halves: fc.integer({ min: 1, max: 2 * legs }),
      leg: fc.option(fc.nat(20)),
      at: fc.oneof(fc.constantFrom('top', 'head', 'middle', 'foot'), fc.integer({ min: 1, max: 12 })),
      depth: fc.option(fc.integer({ min: 1, max: 12 })),
      box: fc.constantFrom('none', 'none', 'tint', 'rule'),
      runaround: fc.constantFrom('box', 'contour'),
      caption: fc.constantFrom('below', 'above', 'over', 'none'),
    })
    .map(({ halves, leg, ...rest }) => {
      const span = halves / 2
      const places = 2 * (legs - span) + 1
      return { ...rest, span, leg: leg === null ? null : 1 + (leg % places) / 2 } as GeneratedInset
    })

const insetsFor = (legs: number): fc.Arbitrary<readonly GeneratedInset[]> => fc.array(inset(legs), { maxLength: 3 })

/** Papers of one to five legs. */
export const insetPaper: fc.Arbitrary<InsetPaper> = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    legs: fc.integer({ min: 1, max: 5 }),
    onLegs: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ columns, legs: asked, onLegs }) => {
    // A leg of less than a column is too narrow to be looked at.
    const legs = Math.min(asked, columns)
    const fewer = Math.min(onLegs, columns)
    return fc.record({
      columns: fc.constant(columns),
      legs: fc.constant(legs),
      depth: fc.integer({ min: 12, max: 40 }),
      head: fc.constantFrom('auto', '1-18-auto', '2-auto-auto', 'auto-24-2'),
      headCol: fc.integer({ min: 1, max: columns }),
      box: fc.constantFrom('none', 'none', 'rule'),
      fit: fc.constantFrom('none' as const, 'none' as const, 'auto' as const),
      dropCap: fc.constantFrom(0, 0, 3),
      words: fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 14 }),
      insets: insetsFor(legs),
      goesOn: fc.option(
        fc.record({ legs: fc.constant(fewer), depth: fc.integer({ min: 12, max: 30 }), insets: insetsFor(fewer) }),
      ),
    })
  })

const WORDS =
  'the council of Ferry Lane said that buses run on Sundays and rents are frozen for two years extraordinarily'.split(
    ' ',
  )

/** So many words, `from` on. */
function words(count: number, from: number): string {
  return Array.from({ length: count }, (_, index) => WORDS[(from * 7 + index * 5) % WORDS.length]).join(' ')
}

/** A head of so many columns from a column on, as far as there are so many. */
function headIn({ head, headCol, columns }: InsetPaper): string {
  const [asked, ...rest] = head.split('-')
  if (rest.length === 0) return head
  const across = asked === 'auto' ? columns - headCol + 1 : Math.min(Number(asked), columns - headCol + 1)
  return [across, ...rest].join('-')
}

function insetsOf(insets: readonly GeneratedInset[], named: (kind: GeneratedInset['kind']) => string): string {
  const written = (kind: GeneratedInset['kind']): string => {
    const ones = insets.filter((one) => one.kind === kind)
    if (ones.length === 0) return ''
    const list = ones.map(({ span, leg, at, depth, box, runaround, caption }) => {
      const more = [
        leg === null ? '' : `, leg: ${leg}`,
        depth === null ? '' : `, depth: ${depth}`,
        kind === 'picture' ? `, runaround: ${runaround}, caption: ${caption}` : `, box: ${box}`,
      ].join('')
      return `{ ${named(kind)}, span: ${span}, at: ${at}${more} }`
    })
    return `, ${kind}s: [ ${list.join(', ')} ]`
  }
  return written('quote') + written('picture') + written('sidebar')
}

/** The files of a paper for a memory host. */
export function filesOfInsets(paper: InsetPaper): Record<string, string> {
  const { columns, legs, depth, headCol, box, fit, dropCap, insets, goesOn } = paper
  const all = [...insets, ...(goesOn?.insets ?? [])]
  const sidebars = all.filter(({ kind }) => kind === 'sidebar').map((_, index) => `facts-${index}`)
  let sidebar = 0
  const named = (kind: GeneratedInset['kind']): string => {
    switch (kind) {
      case 'quote':
        return 'use: 1'
      case 'picture':
        return 'use: lamp.svg'
      case 'sidebar':
        return `article: ${sidebars[sidebar++]}`
    }
  }
  const on = goesOn
    ? `  - place:
      turn: { continues: story, headline: It goes on, legs: ${goesOn.legs}, at: { col: 1, span: ${columns}, line: 1, depth: ${goesOn.depth} }${insetsOf(goesOn.insets, named)} }
`
    : ''
  const start = `      lead: { article: story, legs: ${legs}, head: ${headIn(paper)}, head-col: ${headCol}, box: ${box}, at: { col: 1, span: ${columns}, line: 3, depth: ${depth} }${insetsOf(insets, named)} }`
  const article = (id: string, body: string, more = ''): [string, string] => [
    `editions/2022-01-14/articles/${id}.md`,
    `---\nheadline: The ${id} of Ferry Lane\n${more}---\n\n${body}\n`,
  ]
  return {
    'layouts/gazette.yaml': `
paper: { name: Gazette }
formats:
  page: { trim: [297mm, 210mm], margins: { head: 10mm, foot: 10mm, inside: 12mm, outside: 12mm } }
grid: { columns: ${columns}, gutter: 4.5mm, leading: 10.5pt }
fit: ${fit}
lint: off
type: { drop-cap: { lines: ${dropCap} } }
furniture: { column-rule: 0.25pt, cut-off: none, folio: none }
`,
    'editions/2022-01-14/edition.yaml': `paper: gazette\ndate: 2022-01-14\npages:\n  - place:\n${start}\n${on}`,
    'editions/2022-01-14/lamp.svg':
      '<svg viewBox="0 0 40 60"><path d="M20 0 L36 24 L24 28 L24 60 L16 60 L16 28 L4 24 Z"/></svg>',
    ...Object.fromEntries([
      article(
        'story',
        paper.words.map((count, index) => words(count, index)).join('\n\n'),
        'pictures: [{ file: lamp.svg, caption: The lamp of Ferry Lane at night, credit: R. Aldred }]\nquotes: [{ text: "“Two years without a rise, and then we shall see”", credit: a tenant }]\n',
      ),
      ...sidebars.map((id, index) => article(id, words(6 + 20 * index, index))),
    ]),
  }
}
