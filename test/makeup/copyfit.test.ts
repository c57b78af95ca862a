import { beforeAll, describe, expect, it } from 'vitest'
import { proseWriter } from '../../bench/prose.mjs'
import { type GlyphsPart, paintPage } from '../../src/display/index.js'
import type { LedgerEntry, MadeUpEdition } from '../../src/makeup/index.js'
import { SCHEDULE } from '../../src/stylebook/defaults.js'
import { makePaper, openTestFonts, type SharedType } from './make-paper.js'

beforeAll(openTestFonts)

/** A story as a weekly has it, and the place that it is to fill. */
interface Story {
  readonly text: string
  readonly legs: number
  readonly head: string
  /** A head order of the manifest's own. */
  readonly own?: string
}

/** A news story of one to twelve hundred words over one to four legs; in some of them something is optional. */
function storyOf(seed: number): Story {
  const write = proseWriter(seed)
  const legs = write.between(1, 4)
  const paragraphs = write.between(3 + 2 * legs, 8 + 7 * legs)
  const optional = write.between(0, 3)
  const front = [`headline: ${write.headline(12 + 12 * legs)}`, `byline: ${write.byline()}`]
  if (legs > 1) front.push(`standfirst: ${JSON.stringify(write.standfirst())}`)
  if (legs > 1 && optional === 1) front.push('optional: [standfirst]')
  const body = Array.from({ length: paragraphs }, (_, index) => {
    const crosshead = index % 7 === 6 ? `## ${write.crosshead()}\n\n` : ''
    const mark = optional >= 2 && index === paragraphs - 2 ? '<!-- optional -->\n' : ''
    return `${crosshead}${mark}${write.paragraph()}`
  })
  const head = [`${legs}-auto-auto`, `${legs}-auto-1`, `${legs}-${18 + 6 * legs}-auto`][write.between(0, 2)]!
  return { head, text: `---\n${front.join('\n')}\n---\n\n${body.join('\n\n')}\n`, legs }
}

const shared: SharedType = {}

/** The paper of one story in one place of so many lines; `fit` as the stylebook has it. */
async function makeStory({ text, legs, head, own }: Story, depth: number, fit: string): Promise<MadeUpEdition> {
  return makePaper(
    {
      'layouts/gazette.yaml': `
paper: { name: Gazette }
formats:
  page: { trim: [289mm, 380mm], margins: { head: 15mm, foot: 15mm, inside: 15mm, outside: 15mm } }
grid: { columns: 5, gutter: 4.5mm, leading: 10.5pt }
type: { body: { font: serif, size: 9pt }, headline: { font: serif } }
fit: ${fit}
templates:
  page: [{ slot: lead, col: 1, span: ${legs}, line: 1, depth: ${depth}, head: ${head} }]
`,
      'editions/2022-01-14/edition.yaml': `paper: gazette
date: 2022-01-14
pages:
  - template: page
    place: { lead: ${own === undefined ? 'story' : `{ article: story, head: ${own} }`} }
`,
      'editions/2022-01-14/articles/story.md': text,
    },
    shared,
  )
}

async function entryOf(story: Story, depth: number, fit: string): Promise<LedgerEntry> {
  return (await makeStory(story, depth, fit)).ledger.articles.story!
}

/** Bounds as wide as a sub-editor would go. */
const BOUNDS = '{ paragraphs: 6, tracking: 15, heads: 1, optional: true }'

/** The depth of the deepest place on a page. */
const DEEPEST = 93

/** A depth in which the story is one to six lines over, or under; null when it has none on a page. */
async function depthOff(story: Story, isOver: boolean): Promise<{ depth: number; lines: number } | null> {
  const all = await entryOf(story, DEEPEST, 'none')
  if (all.status === 'overset') return null
  const full = DEEPEST - Math.floor(all.lines / story.legs)
  for (const depth of isOver ? [full - 1, full - 2, full - 3] : [full, full + 1, full + 2]) {
    const { status, lines } = await entryOf(story, depth, 'none')
    if (status === (isOver ? 'overset' : 'underset') && lines >= 1 && lines <= 6) return { depth, lines }
  }
  return null
}

/** A story that is a few lines off its place, and by how many. */
interface Case {
  readonly story: Story
  readonly depth: number
  readonly lines: number
  readonly isOver: boolean
}

async function* casesFrom(seed: number): AsyncGenerator<Case> {
  for (let at = seed; ; at++) {
    const story = storyOf(at)
    const isOver = at % 2 === 0
    const off = await depthOff(story, isOver)
    if (off) yield { story, isOver, ...off }
  }
}

async function take(count: number, seed: number): Promise<readonly Case[]> {
  const cases: Case[] = []
  for await (const one of casesFrom(seed)) if (cases.push(one) === count) break
  return cases
}

/** The letters of an edition's text as they are painted, head and jump lines not among them. */
function paintedText(made: MadeUpEdition): readonly GlyphsPart[] {
  const { stylebook } = made.edition
  const pages = made.pages.map((page) => ({
    ...page,
    placements: page.placements.map((one) => ({ ...one, head: [] })),
  }))
  return pages
    .flatMap((page) => paintPage(page, { stylebook, pictures: new Map() }).items)
    .flatMap((item) => (item.kind === 'glyphs' ? item.parts : []))
}

/** The greatest letterfit and glyph width of justified text by default: 1/1000 em, and a multiple. */
const LETTERFIT = 15
const GLYPH_WIDTH = 0.03

describe('copyfit', () => {
  it('brings 95 of 100 stories that are one to six lines over or under to fit, by permitted steps alone', async () => {
    const missed: string[] = []
    for (const { story, depth, lines, isOver } of await take(200, 1)) {
      const { status } = await entryOf(story, depth, BOUNDS)
      if (status !== 'copyfit') missed.push(`${lines} ${isOver ? 'over' : 'under'} in ${story.legs} legs`)
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10)
  }, 600_000)

  it('exceeds none of its bounds', async () => {
    let most = 0
    for (const { story, depth } of await take(40, 1000)) {
      const before = (await entryOf(story, depth, 'none')).placements[0]!.head!
      const made = await makeStory(story, depth, '{ paragraphs: 3, tracking: 7, heads: 1, optional: false }')
      const { fitted, written, dropped, placements } = made.ledger.articles.story!
      const paragraphs = fitted.flatMap((step) => /^(\d+) paragraphs?/.exec(step)?.[1] ?? []).map(Number)
      expect(paragraphs.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3)
      expect(dropped).toBeUndefined()
      expect(fitted.some((step) => step.includes('dropped'))).toBe(false)
      for (const { tracking, scale } of paintedText(made)) {
        most = Math.max(most, Math.abs(tracking))
        expect(Math.abs(tracking)).toBeLessThanOrEqual(LETTERFIT + 7 * (1 + GLYPH_WIDTH) + 1e-6)
        expect(Math.abs(scale - 1)).toBeLessThanOrEqual(GLYPH_WIDTH + 1e-9)
      }
      const sizeOf = (head: string): number => SCHEDULE.indexOf(Number(head.split('-')[1]))
      expect(Math.abs(sizeOf(placements[0]!.head!) - sizeOf(before))).toBeLessThanOrEqual(1)
      expect(made.ledger.articles.story!.written).toBe(written)
    }
    // Some of them were tracked.
    expect(most).toBeGreaterThan(LETTERFIT)
  }, 600_000)

  it('moves no head further than it may, none that the manifest orders, and says so whenever it moves one', async () => {
    let moved = 0
    for (const { story, depth } of await take(30, 3000)) {
      for (const heads of [0, 1]) {
        const text = story.text
          .replace('byline:', 'optional: [byline, standfirst]\nbyline:')
          .replace(/optional: \[standfirst\]\n/, '')
        const before = (await entryOf({ ...story, text }, depth, 'none')).placements[0]!.head!
        const fit = `{ paragraphs: 0, tracking: 3, heads: ${heads}, optional: true }`
        const { fitted, placements } = await entryOf({ ...story, text }, depth, fit)
        const [from, to] = [before, placements[0]!.head!].map((head) => Number(head.split('-')[1]))
        expect(Math.abs(SCHEDULE.indexOf(from!) - SCHEDULE.indexOf(to!))).toBeLessThanOrEqual(heads)
        expect(fitted.filter((step) => step.startsWith('head'))).toEqual(from === to ? [] : [`head ${from} → ${to} pt`])
        if (from !== to) moved++
        const own = `${story.legs}-${from}-auto`
        expect((await entryOf({ ...story, text, own }, depth, fit)).placements[0]!.head!.split('-')[1]).toBe(
          String(from),
        )
      }
    }
    expect(moved).toBeGreaterThan(0)
  }, 120_000)

  it('makes no difference where it is switched off, or where nothing is off', async () => {
    const painted = (made: MadeUpEdition): string =>
      paintedText(made)
        .map(({ run, x, width, tracking, scale }) => [run.text, x, width, tracking, scale].join(' '))
        .join('\n')
    let fitted = 0
    for (const { story, depth } of await take(6, 2000)) {
      const none = painted(await makeStory(story, depth, 'none'))
      const off = '{ paragraphs: 0, tracking: 0, heads: 0, optional: false }'
      expect(painted(await makeStory(story, depth, off))).toBe(none)
      const made = await makeStory(story, depth, BOUNDS)
      if (made.ledger.articles.story!.status !== 'copyfit') continue
      fitted++
      expect(painted(made)).not.toBe(none)
    }
    expect(fitted).toBeGreaterThan(3)
    const filled = { text: '---\nheadline: Head\n---\n\nOne line.\n', legs: 1, head: '1-18-1' }
    const depth = 3
    expect((await entryOf(filled, depth, 'none')).status).toBe('copyfit')
    expect(painted(await makeStory(filled, depth, BOUNDS))).toBe(painted(await makeStory(filled, depth, 'none')))
  }, 120_000)

  it('leaves out an optional standfirst before optional paragraphs, and a crosshead with the text under it', async () => {
    const write = proseWriter(5)
    const body = Array.from({ length: 8 }, () => write.paragraph())
    const copy = (last: string): string =>
      `---\nheadline: Head of two\nstandfirst: ${JSON.stringify(write.standfirst())}\noptional: [standfirst]\n---\n\n${body.join('\n\n')}\n\n## Away\n\n<!-- optional -->\n${last}\n`
    const story = { text: copy(write.paragraph()), legs: 2, head: '2-24-auto' }
    const steps: string[][] = []
    const whole = await entryOf(story, DEEPEST, 'none')
    const full = DEEPEST - Math.floor(whole.lines / 2)
    for (let depth = full; depth > full - 9; depth--) {
      const { status, fitted, dropped, written } = await entryOf(story, depth, BOUNDS)
      if (status === 'overset') break
      expect(written).toBe(whole.written)
      expect(dropped === undefined).toBe(!fitted.some((step) => step.includes('optional paragraph')))
      if (dropped) expect(dropped).toBeGreaterThan(1)
      steps.push([...fitted])
    }
    const first = (word: string): number => steps.findIndex((all) => all.some((step) => step.includes(word)))
    expect(first('standfirst')).toBeGreaterThan(-1)
    expect(first('optional paragraph')).toBeGreaterThan(first('standfirst'))
  }, 60_000)
})
