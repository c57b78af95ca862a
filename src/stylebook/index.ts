/**
 * Stylebook: the paper's design. Takes the name of a file of the layouts folder; gives a Stylebook in which nothing is
 * left to default: formats with their grids, a style for every kind of text, furniture, boxes, templates. Promises: all
 * mistakes reported with their places, those of a template only to the page that uses it; only files of the layouts
 * folder are read; every default stands in `defaults.ts` or `default-furniture.ts`.
 */
export { headOrder, parseHeadOrder } from './head-order.js'
export { protectedName } from './hyphenation-schema.js'
export { INSET_FIELDS, PICTURE_FIELDS, QUOTE_FIELDS } from './inset-schema.js'
export { qrText } from './qr-schema.js'
export { thicknessOf } from './rule-thickness.js'
export { readStylebook, type StylebookRequest } from './read-stylebook.js'
export { belowPlaces, orderCells, softDepth } from './soft-cells.js'
export { stylesOf } from './styles-of.js'
export * from './types.js'
