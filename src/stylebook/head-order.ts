import { type Schema, mistake, WRONG } from '../source/index.js'
import type { HeadOrder } from './types.js'

/** `auto`, or three parts of which any may be `auto`. */
const ORDER = /^(auto|[1-9]\d?)-(auto|[1-9]\d{0,2}(?:\.\d+)?)-(auto|[1-9]\d?)$/

/** A headline order as typed, `4-60-2` or `run-in`; null when it is none. */
export function parseHeadOrder(typed: string): HeadOrder | null {
  const bare = typed.trim()
  if (bare === 'auto') return { columns: null, size: null, lines: null }
  if (bare === 'run-in') return { columns: null, size: null, lines: null, runIn: true }
  const match = ORDER.exec(bare)
  if (!match) return null
  const part = (text: string): number | null => (text === 'auto' ? null : Number(text))
  return { columns: part(match[1]!), size: part(match[2]!), lines: part(match[3]!) }
}

const EXPECTS = 'a headline order: columns-size-lines, such as 4-60-2 or 4-auto-2, or run-in'

/** A headline order of a placement or a slot. */
export const headOrder: Schema<HeadOrder> = {
  expects: EXPECTS,
  read(spot) {
    const typed = spot.node.kind === 'scalar' ? (spot.node.text ?? '') : null
    const order = typed === null ? null : parseHeadOrder(typed)
    if (order) return order
    const shown = typed === null ? 'keys or a list' : `"${typed}"`
    mistake(spot, `${spot.name} must be ${EXPECTS}, not ${shown}`, { code: 'head-order' })
    return WRONG
  },
}
