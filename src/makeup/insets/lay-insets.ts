import { topOf, type PageFrame } from '../page-frame.js'
import { placePicture } from '../pictures/set-picture.js'
import type { PlacedInset } from '../types.js'
import { layQuote } from './set-quote.js'
import type { StoodInset } from './stand-insets.js'

/** Pictures and pull quotes in their places on the page; a sidebar is a placement of its own. */
export function layInsets(insets: readonly StoodInset[], frame: PageFrame): readonly PlacedInset[] {
  return insets.flatMap(({ set, breadth, line }): readonly PlacedInset[] => {
    const at = { x: breadth.left, y: topOf(frame, line) }
    switch (set.kind) {
      case 'quote':
        return [layQuote(set.set, at)]
      case 'picture':
        return [placePicture(set.set, set.inset, at)]
      case 'sidebar':
        return []
    }
  })
}
