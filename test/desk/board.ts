/** What a place of a board holds. */
export type Content =
  | { readonly kind: 'article'; readonly id: string; readonly look: string }
  | { readonly kind: 'continues'; readonly id: string }
  | { readonly kind: 'advert'; readonly id: string }
  | { readonly kind: 'stack'; readonly ids: readonly string[] }

/** A page of the board; `key` says which page it is, whatever becomes of it. */
export interface BoardPage {
  readonly key: string
  template: string
  readonly places: Map<string, Content>
}

/** An article's copy. */
export interface Story {
  words: string[]
  headline: string
  standfirst: boolean
}

/** An edition as an editor has it on the board, before it is made up. */
export interface Board {
  readonly masthead: { date: string; number: string; price: string | null }
  readonly pages: BoardPage[]
  readonly held: Set<string>
  readonly spiked: Set<string>
  readonly stories: Map<string, Story>
  /** Width booked, in millimetres. */
  readonly adverts: Map<string, number>
}

/** Slots of every template: two columns each, of equal depth. */
export const SLOTS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8']
/** Lines of every slot. */
export const DEPTH = 14

/** Column and line of a slot. */
export function cornerOf(slot: string): readonly [col: number, line: number] {
  const at = SLOTS.indexOf(slot)
  return [1 + 2 * (at % 2), 1 + DEPTH * Math.floor(at / 2)]
}

/** So many words; another seed gives another text. */
export const words = (count: number, seed: number): string[] =>
  Array.from({ length: count }, (_, at) => ['The', 'council', 'of', 'bread', 'market', 'said', 'so.'][(at * seed) % 7]!)

/** A board of so many pages: three stories, an advert and a stack on each; the first story runs over to the second page. */
export function firstBoard(pages: number): Board {
  const stories = new Map<string, Story>()
  const adverts = new Map<string, number>()
  const story = (id: string, count: number): string => {
    stories.set(id, { words: words(count, 1 + (stories.size % 6)), headline: `News of ${id}`, standfirst: false })
    return id
  }
  const article = (id: string, count = 60): Content => ({ kind: 'article', id: story(id, count), look: '' })
  const board: Board = {
    masthead: { date: '2022-01-14', number: '7', price: null },
    pages: Array.from({ length: pages }, (_, at) => {
      const page = `p${at + 1}`
      adverts.set(`${page}ad`, 60)
      return {
        key: page,
        template: `t${at + 1}`,
        places: new Map<string, Content>([
          ['s1', article(`${page}a`, at === 0 ? 300 : 60)],
          ['s2', article(`${page}b`)],
          ['s3', article(`${page}c`)],
          ['s4', { kind: 'advert', id: `${page}ad` }],
          ['s5', { kind: 'stack', ids: ['x', 'y', 'z'].map((nib) => story(`${page}${nib}`, 6)) }],
        ]),
      }
    }),
    held: new Set(['h1', 'h2', 'h3'].map((id) => story(id, 60))),
    spiked: new Set(['k1', 'k2'].map((id) => story(id, 60))),
    stories,
    adverts,
  }
  board.pages[1]!.places.set('s6', { kind: 'continues', id: 'p1a' })
  return board
}

/** A board that can be changed without the first. */
export function copyOf(board: Board): Board {
  return {
    masthead: { ...board.masthead },
    pages: board.pages.map((page) => ({ ...page, places: new Map(page.places) })),
    held: new Set(board.held),
    spiked: new Set(board.spiked),
    stories: new Map([...board.stories].map(([id, story]) => [id, { ...story, words: [...story.words] }])),
    adverts: new Map(board.adverts),
  }
}

function written(content: Content): string {
  switch (content.kind) {
    case 'article':
      return `{ article: ${content.id}${content.look} }`
    case 'continues':
      return `{ continues: ${content.id} }`
    case 'advert':
      return `{ advert: ${content.id} }`
    case 'stack':
      return `{ articles: [${content.ids.join(', ')}]${'look' in content ? String(content.look) : ''} }`
  }
}

/** Where the manifest of a board stands. */
export const MANIFEST = 'editions/2022-01-14/edition.yaml'

/** The files of a board for a memory host. */
export function filesOf({ masthead, pages, held, spiked, stories, adverts }: Board): Record<string, string> {
  const slots = SLOTS.map((slot) => {
    const [col, line] = cornerOf(slot)
    return `    - { slot: ${slot}, col: ${col}, span: 2, line: ${line}, depth: ${DEPTH} }\n`
  }).join('')
  const templates = ['t1', 't2', 't3', 't4', 't5', 'reshaped', 'added'].map((name) => `  ${name}:\n${slots}`)
  const folder = 'editions/2022-01-14'
  const blocks = pages.map(
    ({ template, places }) =>
      `  - template: ${template}\n    place:\n${[...places].map(([slot, content]) => `      ${slot}: ${written(content)}\n`).join('')}`,
  )
  const listed = [...adverts].map(([id, width]) => `  ${id}: { file: adverts/a.svg, size: [${width}mm, 40mm] }\n`)
  const files: Record<string, string> = {
    'layouts/gazette.yaml': `paper: { name: Gazette }
formats:
  page: { trim: [210mm, 297mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
grid: { columns: 4, gutter: 4.5mm, leading: 10.5pt }
type:
  body: { font: serif, size: 9pt }
fit: none
heads: { schedule: [14, 18] }
furniture: { cut-off: none }
templates:
${templates.join('')}`,
    [`${folder}/adverts/a.svg`]: '<svg viewBox="0 0 3 2"/>',
    [MANIFEST]: `paper: gazette
date: ${masthead.date}
number: ${masthead.number}
${masthead.price === null ? '' : `price: ${masthead.price}\n`}pages:
${blocks.join('')}adverts:
${listed.join('')}hold: [${[...held].join(', ')}]
spike: [${[...spiked].join(', ')}]
`,
  }
  for (const [id, { words: text, headline, standfirst }] of stories) {
    const summary = standfirst ? 'standfirst: A summary in plain words.\n' : ''
    files[`${folder}/articles/${id}.md`] = `---\nheadline: ${headline}\n${summary}---\n${text.join(' ')}\n`
  }
  return files
}
