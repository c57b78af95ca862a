import { articleId } from '../../src/base/index.js'
import type { Article } from '../../src/edition/index.js'
import type { Face, ShapedRun } from '../../src/fonts/index.js'
import type { LineRole, MadeUpPage, MadeUpPlacement, PlacedLine } from '../../src/makeup/index.js'
import type { Colour, Stylebook } from '../../src/stylebook/index.js'
import type { Fragment, SetLine } from '../../src/typeset/index.js'

export const ROMAN = { key: 'serif-400-normal' } as Face
export const BOLD = { key: 'serif-700-normal' } as Face
export const RED: Colour = { cmyk: [0, 100, 90, 0], rgb: [190, 20, 30] }

/** A stylebook with one colour. */
export const STYLEBOOK = { furniture: { colours: new Map([['red', RED]]) } } as unknown as Stylebook

/** Fragments of 10 pt, each as many times 5 pt wide as it has letters; ` ` is a space, `-` at the end a soft hyphen. */
export function fragments(words: string, changes: Partial<Fragment> & { readonly face?: Face } = {}): Fragment[] {
  const { face = ROMAN, x: start = 0, ...rest } = changes
  let x = start
  return words
    .split(/( |-$)/)
    .filter(Boolean)
    .map((text) => {
      const role = text === ' ' ? 'space' : text === '-' ? 'soft-hyphen' : 'text'
      const run = { face, text } as ShapedRun
      const width = 5 * text.length
      const fragment: Fragment = {
        role,
        run,
        size: 10,
        x,
        width,
        rise: 0,
        tracking: 0,
        scale: 1,
        colour: 'black',
        ...rest,
      }
      x += width
      return fragment
    })
}

export function setLine(parts: readonly Fragment[]): SetLine {
  const counts = { measure: 100, words: 1, hyphenated: false, endsWord: true, ratio: 0, bend: 0 }
  return { fragments: parts, ...counts, ascent: 8, descent: 2 }
}

/** A line on the page; its baseline stands on grid line `line` of 12 pt, counted from y 30. */
export function placed(words: string, x: number, line: number, role: LineRole = 'paragraph'): PlacedLine {
  return { kind: 'line', line: setLine(fragments(words)), x, baseline: 30 + 12 * line, role }
}

/** An article under a two-line head, in two legs, that jumps. */
export function placement(changes: Partial<MadeUpPlacement> = {}): MadeUpPlacement {
  const article = { headline: [{ kind: 'text', text: 'Rents ' }, { kind: 'line-break' }, { kind: 'text', text: 'up' }] }
  return {
    article: article as unknown as Article,
    id: articleId('rents'),
    part: 'start',
    order: 0,
    slot: 'lead',
    grid: { col: 1, span: 2, line: 3, depth: 6 },
    rect: { x: 20, y: 54, width: 220, height: 72 },
    box: null,
    head: [placed('Rents', 20, 4, 'headline'), placed('up', 20, 4.5, 'headline')],
    headRules: [],
    legs: [leg(1, 20, ['the first line', 'is divi-']), leg(2, 140, ['ded here'])],
    jumpOn: [placed('More on page 2', 140, 8, 'jump-line')],
    columnRules: [],
    insets: [],
    within: null,
    oversetMark: null,
    ...changes,
  }
}

function leg(leg: number, x: number, lines: readonly string[]): MadeUpPlacement['legs'][number] {
  return {
    leg,
    x,
    width: 100,
    line: 5,
    depth: 4,
    lines: lines.map((words, index) => placed(words, x, 5 + index)),
    rules: [],
    used: lines.length,
    shortForKeep: lines.length === 1 ? 1 : 0,
  }
}

export function page(changes: Partial<MadeUpPage> = {}): MadeUpPage {
  const grid = { columns: 2, gutter: 20, leading: 12 }
  const margins = { head: 30, foot: 30, inside: 20, outside: 20 }
  return {
    number: 1,
    format: { name: 'leaf', width: 260, height: 300, margins, grid, lines: 20 },
    grid,
    typeArea: { x: 20, y: 30, width: 220, height: 240 },
    placements: [placement()],
    refs: [],
    adverts: [],
    pictures: [],
    furniture: [],
    rules: [],
    boxes: [],
    ...changes,
  }
}
