import type { Rect } from '../base/index.js'
import type { Format } from '../stylebook/index.js'

/**
 * The type area of a page: what is left between the margins. Odd pages are right-hand pages, with the spine at their
 * left; even pages have it at their right. Its height is the whole grid lines that fit, so that the last baseline is its foot.
 */
export function typeAreaOf(format: Format, page: number): Rect {
  const { inside, outside, head } = format.margins
  return {
    x: page % 2 === 1 ? inside : outside,
    y: head,
    width: format.width - inside - outside,
    height: format.lines * format.grid.leading,
  }
}
