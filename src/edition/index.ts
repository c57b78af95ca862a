/**
 * Edition: the editor's copy. Takes a manifest, its articles and the stylebook; gives an Edition in which nothing is left
 * to default: every placement with its cells as they are ordered, every article as blocks of typographic text. Promises: every mistake is
 * reported with its file, line and column, all in one run; nothing outside the edition's folders is read.
 */
export { checkOverlaps, type Claim } from './check-cells.js'
export { findManifest, newestEdition } from './find-edition.js'
export { languagesOf } from './languages-of.js'
export { loadEdition, type LoadRequest } from './load-edition.js'
export { picturesOf } from './pictures-of.js'
export * from './types.js'
export { withHead, withRunInHead } from './with-run-in-head.js'
export { withoutBlocks } from './without-blocks.js'
