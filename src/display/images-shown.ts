import type { Pt } from '../base/index.js'
import type { DisplayItem } from './types.js'

/** The pictures of pixels that pages or sheets show, by key, in the order of their first place; and how wide each is at its widest. */
export function imagesShown(
  pages: readonly { readonly items: readonly DisplayItem<unknown>[] }[],
): ReadonlyMap<string, Pt> {
  const shown = new Map<string, Pt>()
  const take = (items: readonly DisplayItem<unknown>[]): void => {
    for (const item of items) {
      if (item.kind === 'clip') take(item.items)
      if (item.kind === 'image') shown.set(item.picture, Math.max(item.rect.width, shown.get(item.picture) ?? 0))
    }
  }
  for (const { items } of pages) take(items)
  return shown
}
