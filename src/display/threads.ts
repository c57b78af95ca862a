import type { Rect } from '../base/index.js'
import type { MadeUpPlacement, PlacedLine } from '../makeup/index.js'
import type { PageRect, Thread } from './structure.js'
import type { ArticleParts } from './tag-article.js'

/** Where an article's text runs: over its head, down each of its legs; nothing for one of which nothing stands anywhere. */
export function threadOf({ title, parts }: ArticleParts): readonly Thread[] {
  const beads = parts.flatMap(({ placement, page }) => beadsOf(placement).map((rect): PageRect => ({ page, rect })))
  return beads.length > 0 ? [{ title, beads }] : []
}

function beadsOf({ rect, head, legs }: MadeUpPlacement): readonly Rect[] {
  const columns = new Map<number, { x: number; width: number; lines: PlacedLine[] }>()
  for (const { leg, x, width, lines } of legs) {
    const own = columns.get(leg) ?? { x, width, lines: [] }
    columns.set(leg, own)
    own.lines.push(...lines)
  }
  return [{ x: rect.x, width: rect.width, lines: head }, ...columns.values()].flatMap(({ x, width, lines }) => {
    if (lines.length === 0) return []
    const top = Math.min(...lines.map(({ line, baseline }) => baseline - line.ascent))
    const foot = Math.max(...lines.map(({ line, baseline }) => baseline + line.descent))
    return [{ x, y: top, width, height: foot - top }]
  })
}
