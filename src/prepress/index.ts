/**
 * Prepress: display pages into sheets for one print profile. Takes pages and a profile; gives the pages in the colours of the
 * profile, with the pictures that they show in the same colours, and then the sheets that they are printed on, one page or two to a side. Promises: what stands on a page stands on its
 * sheet, in its place, unless it is nearer to the spine than the sheet is moved towards it; every page stands on just one; a sheet for a press has inks alone, none over its limit but by the stylebook's own colours, and on pages that are
 * not printed in colour only black; text black overprints, and nothing else but fine black rules; what touches the trim reaches the bleed.
 */
export { findProfile, type FindProfileOptions } from './find-profile.js'
export { makeReady, type MakeReadyRequest, type ReadyEdition } from './make-ready.js'
export { pagesForPress, pagesForScreen } from './ready-pages.js'
export { impose, onSheetsAlone, type ImposeRequest, type SlugWords } from './impose.js'
export { missingInSlug } from './missing-in-slug.js'
export { type Issue, type NamedSheets, nameFiles, type NameFilesRequest, nameOf } from './name-files.js'
export { isForReaders } from './is-for-readers.js'
export { PROFILES } from './built-in.js'
export * from './types.js'
