/**
 * Prepress: display pages into sheets for one print profile. Takes pages and a profile; gives a sheet for each page, in the
 * colours of the profile, and the pictures that the sheets show in the same colours. Promises: what stands on a page stands on its
 * sheet, in its place; a sheet for a press has inks alone, none over its limit but by the stylebook's own colours, and on pages that are
 * not printed in colour only black; text black overprints, and nothing else but fine black rules; what touches the trim reaches the bleed.
 */
export { findProfile, type FindProfileOptions } from './find-profile.js'
export { makeSheets, type MadeSheets, type MakeSheetsRequest } from './make-sheets.js'
export { prepareSheets, type PressTools } from './prepare-sheets.js'
export { PROFILES } from './built-in.js'
export * from './types.js'
