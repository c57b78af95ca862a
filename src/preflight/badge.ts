import { markup, type Markup } from './markup.js'
import type { NumberedFinding } from './verdict.js'

/** How a finding is shown: by its colour, and, for those who see none, by the shape of its number and the line of its box. */
export type Look = 'fault' | 'warning' | 'note' | 'waived'

/** The look of a finding. */
export function lookOf({ severity, waived }: Pick<NumberedFinding, 'severity' | 'waived'>): Look {
  if (waived !== null) return 'waived'
  return severity === 'error' ? 'fault' : severity
}

/** What a look is called. */
export const LOOKS: Readonly<Record<Look, string>> = {
  fault: 'Fault',
  warning: 'Warning',
  note: 'Note',
  waived: 'Waived',
}

/** Where a badge stands: its middle, and how wide it is. */
export interface BadgeSpot {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** The number of a finding in the shape of its look, for a drawing. */
export function badge(finding: NumberedFinding, { x, y, size }: BadgeSpot): Markup {
  const number = String(finding.number)
  const look = lookOf(finding)
  // Three figures go into the shape as well as one does.
  const type = size * (number.length > 2 ? 0.46 : 0.62)
  return markup`<g class="badge ${look}">${shape(look, { x, y, size })}<text x="${round(x)}" y="${round(y + type * 0.36)}" font-size="${round(type)}" text-anchor="middle">${number}</text></g>`
}

/** Round is grave, or only to be known; square is to be looked at, or let go. Full is grave or to be looked at. */
function shape(look: Look, { x, y, size }: BadgeSpot): Markup {
  const half = size / 2
  if (look === 'fault' || look === 'note') return markup`<circle cx="${round(x)}" cy="${round(y)}" r="${round(half)}"/>`
  return markup`<rect x="${round(x - half)}" y="${round(y - half)}" width="${round(size)}" height="${round(size)}"/>`
}

/** A badge alone, as large as the type that it stands in. */
export function loneBadge(finding: NumberedFinding): Markup {
  return markup`<svg class="lone" viewBox="0 0 22 22" aria-hidden="true" focusable="false">${badge(finding, { x: 11, y: 11, size: 20 })}</svg>`
}

/** A number of a drawing. */
export function round(number: number): number {
  return Number(number.toFixed(2))
}
