import type { SheetItem } from '../../prepress/index.js'

/** The pages of PDFs, by key, of which more than their trim is shown. */
export function bleedingPages(pages: readonly { readonly items: readonly SheetItem[] }[]): ReadonlySet<string> {
  const bleeding = new Set<string>()
  const look = (items: readonly SheetItem[]): void => {
    for (const item of items) {
      if (item.kind === 'clip') look(item.items)
      if (item.kind === 'embedded-page' && item.beyond) bleeding.add(item.picture)
    }
  }
  for (const { items } of pages) look(items)
  return bleeding
}
