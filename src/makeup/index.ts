/**
 * Make-up: galleys into pages. Takes an Edition, a Setter and the opened pictures; gives the pages with every line in its place, and the fit
 * ledger. Promises: no word is lost, it always ends, every body baseline is on its page's grid, full legs end level, no
 * widow, orphan or stranded crosshead where one can be avoided, nothing leaves its placement.
 */
export { formatDate } from './format-date.js'
export { checkArtwork, type CheckArtworkRequest } from './check-artwork.js'
export { makeUp } from './make-up.js'
export { inReadingOrder } from './reading-order.js'
export { pageFrame, rectOf } from './page-frame.js'
export { typeAreaOf } from './type-area.js'
export { placesOf, waiversFor } from './waivers.js'
export type { Desk } from './prepare-parts.js'
export * from './types.js'
