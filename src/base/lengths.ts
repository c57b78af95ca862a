/** A length in points (1/72 inch), the only unit inside the engine. */
export type Pt = number

/** A whole number of steps of the baseline grid: the unit of every vertical size. */
export type GridLines = number

/** Lengths closer than this are the same length (points). */
export const EPSILON: Pt = 0.001

const UNITS: Record<string, Pt> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72, pc: 12 }

/** Millimetres in points. */
export function mm(millimetres: number): Pt {
  return (millimetres * 72) / 25.4
}

/** Whether `need` goes into `room`, within the one tolerance of the house. */
export function fits(need: Pt, room: Pt): boolean {
  return need <= room + EPSILON
}

/** An author's length as typed. */
export type AuthorLength = { pt: Pt } | { em: number }

/** `9pt`, `4.5mm`, `1cm`, `2in`, `3pc`, `1em`; null when the text is no length. */
export function parseLength(text: string): AuthorLength | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*(pt|mm|cm|in|pc|em)$/.exec(text.trim())
  if (!match) return null
  const amount = Number(match[1])
  const unit = match[2]!
  return unit === 'em' ? { em: amount } : { pt: amount * UNITS[unit]! }
}

/** A length for people: `10.5 pt`, at most two decimals, no trailing noughts. */
export function formatPt(length: Pt): string {
  return `${Number(length.toFixed(2))} pt`
}

/** A length for people who measure paper: `90 mm`, `90.5 mm`, at most one decimal. */
export function formatMm(length: Pt): string {
  return `${inMm(length)} mm`
}

/** A width and a depth for people: `90 × 60.5 mm`. */
export function formatSize({ width, height }: { readonly width: Pt; readonly height: Pt }): string {
  return `${inMm(width)} × ${formatMm(height)}`
}

/** A length in millimetres, to a tenth of one. */
export function inMm(length: Pt): number {
  return Number((length / UNITS['mm']!).toFixed(1))
}
