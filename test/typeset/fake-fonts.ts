import type { Face, FaceRequest, Fonts, ShapedRun } from '../../src/fonts/index.js'

/** Widths in 1/1000 em of a made-up face: narrow, wide and all other characters. */
const NARROW = /[il.,;:'’!|-]/
const WIDE = /[mwMW—]/

/** What every character of the made-up faces is wide, in 1/1000 em. */
export function fakeWidth(character: string): number {
  if (/\s/.test(character)) return 250
  return NARROW.test(character) ? 280 : WIDE.test(character) ? 780 : 500
}

export interface FakeFonts extends Fonts {
  /** Texts shaped so far. */
  readonly shaped: readonly string[]
}

/** Fonts without files: `serif` with all four faces and small capitals, `plain` with one; nobody has ж. `fi` is a ligature. */
export function fakeFonts(): FakeFonts {
  const faces = new Map<string, Face>()
  const shaped: string[] = []
  const face = ({ family, weight, italic }: FaceRequest): Face => {
    const nearest = family === 'plain' ? 400 : weight >= 600 ? 700 : 400
    const slanted = family === 'plain' ? false : italic
    const key = `${family}-${nearest}-${slanted ? 'italic' : 'normal'}`
    let found = faces.get(key)
    if (!found) {
      found = {
        key,
        family,
        weight: nearest,
        italic: slanted,
        ascent: 0.9,
        descent: -0.3,
        capHeight: 0.67,
        xHeight: 0.47,
        bytes: new Uint8Array(0),
      }
      faces.set(key, found)
    }
    return found
  }
  return {
    shaped,
    face,
    hasFamily: (family) => family === 'serif' || family === 'plain',
    hasFace: (request) => face(request).weight === request.weight && face(request).italic === request.italic,
    hasFeature: (one, tag) => one.family === 'serif' && (tag === 'smcp' || tag === 'c2sc'),
    // Every letter is a block from the baseline to the capitals' tops, 30 away from the next one.
    ink: (_, glyph, { from, to }) =>
      to < 0 || from > 670 ? null : { left: 30, right: fakeWidth(String.fromCharCode(glyph)) - 30 },
    families: ['serif', 'plain'],
    registered: () => [...faces.values()],
    shape({ face: one, text }, onMissing) {
      shaped.push(text)
      const characters = text.match(/fi|\P{M}\p{M}*/gu) ?? []
      if (text.includes('ж')) onMissing({ character: 'ж', family: one.family })
      // Bold is wider, so that a word in two faces has two widths; a ligature is narrower than its parts.
      const widths = characters.map((each) => (each === 'fi' ? 700 : fakeWidth(each)) * (one.weight > 400 ? 1.1 : 1))
      const run: ShapedRun = {
        face: one,
        text,
        glyphs: Uint16Array.from(characters, (each) => each.codePointAt(0)! & 0xffff),
        advances: Float64Array.from(widths),
        offsets: null,
        characters,
        width: widths.reduce((sum, width) => sum + width, 0),
      }
      return characters.length > 0 ? [run] : []
    },
  }
}
