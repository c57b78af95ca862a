import { mm, type Pt } from '../base/index.js'
import { byShape, length, oneOf, pair, refined } from '../source/index.js'

/** How pages follow each other on sheets: each on its own, facing pages side by side, or as they lie in sheets that are folded. */
export const PAGE_ORDERS = ['single', 'pairs', 'folded'] as const

export type PageOrder = (typeof PAGE_ORDERS)[number]

/** What a printer can print on: width and height. */
interface Paper {
  readonly width: Pt
  readonly height: Pt
}

function millimetres(width: number, height: number): Paper {
  return { width: mm(width), height: mm(height) }
}

/** Papers by their names: those of ISO 216, untrimmed ones of ISO 217, and two of North America. */
export const PAPERS = {
  A1: millimetres(594, 841),
  A2: millimetres(420, 594),
  A3: millimetres(297, 420),
  A4: millimetres(210, 297),
  A5: millimetres(148, 210),
  SRA2: millimetres(450, 640),
  SRA3: millimetres(320, 450),
  SRA4: millimetres(225, 320),
  letter: { width: 612, height: 792 },
  ledger: { width: 792, height: 1224 },
} as const satisfies Readonly<Record<string, Paper>>

type PaperName = keyof typeof PAPERS

const names = [...(Object.keys(PAPERS) as PaperName[]), 'none'] as const

/** Sides of paper that a printer can feed, and that a PDF can hold (points). */
const side = length({ least: 72, most: 7200 })

/** The paper that is printed on: a name, or width and height. */
export const sheetSchema = byShape<Paper | 'none'>({
  scalar: refined(oneOf(names), (name) => (name === 'none' ? name : PAPERS[name])),
  list: refined(pair(side, 'two lengths, such as [420mm, 297mm]'), ([width, height]) => ({ width, height })),
})
