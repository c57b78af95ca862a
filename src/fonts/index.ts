/**
 * Fonts: font files into faces, and text into shaped runs with their metrics. Takes the fonts folder and the faces that a
 * stylebook asks for; gives Fonts. Promises: only files inside the fonts folder and of installed packages are read, and of
 * those only the ones in use are opened; a run is shaped once, shared and never changed; the same requests in the same order
 * give the same runs and the same order of faces, on any machine and in any locale; a character that no font has is told,
 * never dropped.
 */
export { describeFace } from './describe-face.js'
export { openFonts } from './open-fonts.js'
export type { OpenFontsOptions } from './open-fonts.js'
export * from './types.js'
