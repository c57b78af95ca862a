/**
 * Pictures: SVG, PNG, JPEG and PDF files. Takes their paths; gives outlines, sizes and, for those that are shown, pixels; and
 * the squares of QR codes.
 * Promises: the same file gives the same picture; nothing but the file itself is read; a file that is damaged, locked or
 * too large is refused before it takes time or memory; what cannot be drawn exactly is reported, never guessed; a picture
 * is decoded once; a reader is loaded only when a file of its kind is there.
 */
export { decodePictures, type DecodePicturesRequest, lookForDamage } from './decode-pictures.js'
export { encodePng, type Pixels } from './encode-png.js'
export { type Inks, measureInks } from './measure-inks.js'
export { openPictures, type OpenPicturesRequest } from './open-pictures.js'
export { encodeQr, type QrCode, QUIET_ZONE } from './qr-code.js'
export { type IccRequest, type InkProfile, readIcc } from './read-icc.js'
export type { Separation } from './separate-raster.js'
export * from './types.js'
