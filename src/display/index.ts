/**
 * Display: what a page shows, as a list in painting order, which is reading order for text. Takes made-up pages, the
 * stylebook's colours and opened pictures; gives display pages, the text proof and the ledger's table. Promises: what
 * make-up placed is shown where it was placed; every output needs to know only the display items.
 */
export { imagesShown } from './images-shown.js'
export { formatLedger } from './ledger-table.js'
export { shownIn } from './paint-marks.js'
export { paintPage, type PaintOptions } from './paint-page.js'
export { proof } from './proof.js'
export type * from './structure.js'
export { tagPages, type Tags } from './tag-pages.js'
export * from './types.js'
export type { Colour } from '../stylebook/index.js'
