/**
 * Pictures: SVG, PNG and JPEG files. Takes their paths; gives outlines or pixels with their size. Promises: the same file
 * gives the same picture; nothing but the file itself is read; what cannot be drawn exactly is reported, never guessed;
 * a reader is loaded only when a file of its kind is there.
 */
export { openPictures, type OpenPicturesRequest } from './open-pictures.js'
export * from './types.js'
