import type { PageOrder } from '../stylebook/index.js'

/** What is printed on one side of a sheet. */
export interface Side {
  /** The numbers of its pages, from left to right. */
  readonly numbers: readonly number[]
  /** In how many other folded sheets it lies. */
  readonly within: number
}

/** Pages on sheets that are folded: four to a sheet, and so some may be white. */
export function pagesWhenFolded(pages: number): number {
  return 4 * Math.ceil(pages / 4)
}

/** The sides of all sheets, in the order in which they are written. */
export function orderPages(order: PageOrder, pages: number): readonly Side[] {
  switch (order) {
    case 'single':
      return Array.from({ length: pages }, (_, index) => ({ numbers: [index + 1], within: 0 }))
    case 'pairs':
      return facingPages(pages)
    case 'folded':
      return foldedSheets(pagesWhenFolded(pages))
  }
}

/** As they are read: an even page and the odd one that faces it. The first faces nothing. */
function facingPages(pages: number): readonly Side[] {
  return Array.from({ length: Math.floor(pages / 2) + 1 }, (_, index) => ({
    numbers: [2 * index, 2 * index + 1].filter((number) => number >= 1 && number <= pages),
    within: 0,
  }))
}

/** As they lie in sheets that are folded and laid into one another: front and back of each, the outermost first. */
function foldedSheets(pages: number): readonly Side[] {
  return Array.from({ length: pages / 4 }, (_, within) => {
    const [first, last] = [1 + 2 * within, pages - 2 * within]
    return [
      { numbers: [last, first], within },
      { numbers: [first + 1, last - 1], within },
    ]
  }).flat()
}
