/**
 * Prepress: display pages into sheets for one print profile. Takes pages and a profile; gives a sheet for each page.
 * Promises: what stands on a page stands on its sheet, in its place.
 */
export { findProfile, type FindProfileOptions } from './find-profile.js'
export { prepareSheets, PROFILES } from './prepare-sheets.js'
export * from './types.js'
