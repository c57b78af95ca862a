import type { Pt } from '../../base/index.js'
import type { GlyphsItem, GlyphsPart } from '../../display/index.js'
import type { Face, ShapedRun } from '../../fonts/index.js'
import type { SheetColour } from '../../prepress/index.js'
import { encodeRun, type EncodedRun } from './encode-run.js'
import { coordinate } from './operands.js'
import { type Content, setTypeColour } from './paint-sheet.js'
import type { EmbeddedFace, PdfDocument } from './pdfkit-internals.js'

/** A pen nearer than this to its place is not moved. */
const LEAST_MOVE: Pt = 0.001
/** What a soft hyphen is read as; readers drop it when they join the word again. */
const SOFT_HYPHEN = '\u00AD'

/**
 * Paints type: each item begins at its own place, and its glyphs are shown in as few operators as can be. Where the pen
 * is not where a part wants it (a stretched space, a rounding), it is moved by the difference from where it really is, so
 * that errors never add up. Runs are encoded once a document.
 */
export class TextPainter {
  readonly #pdf: PdfDocument
  readonly #runs = new Map<ShapedRun, EncodedRun>()
  readonly #softHyphens = new Map<ShapedRun, EncodedRun>()
  /** Faces in the resources of the page being painted. */
  readonly #faces = new Map<Face, EmbeddedFace>()
  #inText = false

  constructor(pdf: PdfDocument) {
    this.#pdf = pdf
  }

  /** To be called before a page's first type. */
  beginPage(): void {
    this.#faces.clear()
    this.#inText = false
  }

  /** Begins a text object, if none is open. */
  enter({ operators }: Content): void {
    if (!this.#inText) operators.push('BT')
    this.#inText = true
  }

  /** Ends the text object, if one is open: paths and images stand outside. */
  leave({ operators }: Content): void {
    if (this.#inText) operators.push('ET')
    this.#inText = false
  }

  paint(content: Content, { baseline, size, colour, parts, endsWord, content: shows }: GlyphsItem<SheetColour>): void {
    const first = parts[0]
    if (!first) return
    const face = this.#faceOf(first.run.face)
    this.enter(content)
    setTypeColour(content, colour)
    // Everything is reckoned with the size that the file has.
    const written = coordinate(size)
    const font = `/${face.name} ${written} Tf`
    if (content.state.font !== font) content.operators.push(font)
    content.state.font = font
    const start = coordinate(first.x)
    // The page's space has y down; letters are turned upright again.
    content.operators.push(`1 0 0 -1 ${start} ${coordinate(baseline)} Tm`)
    const end = endsWord ? hex(face.spaceCode()) : ''
    const encode = (part: GlyphsPart): EncodedRun => this.#encode(part, face)
    new LinePainter(content, { start, size: written, isMarked: shows !== undefined, encode }).paint(parts, end)
  }

  #faceOf(face: Face): EmbeddedFace {
    let embedded = this.#faces.get(face)
    if (!embedded) {
      embedded = this.#pdf.useFace(face)
      this.#faces.set(face, embedded)
    }
    return embedded
  }

  #encode({ run, softHyphen }: GlyphsPart, face: EmbeddedFace): EncodedRun {
    const known = softHyphen ? this.#softHyphens : this.#runs
    let encoded = known.get(run)
    if (!encoded) {
      const read = softHyphen ? { ...run, characters: run.characters.map(() => SOFT_HYPHEN) } : run
      known.set(run, (encoded = encodeRun(read, face)))
    }
    return encoded
  }
}

/** Where a line starts, and how its runs are encoded. */
interface LineSetting {
  readonly start: Pt
  readonly size: Pt
  /** Whether the line stands in a marked sequence, in which there is to be no other: Poppler 22 takes the end of that for its own. */
  readonly isMarked: boolean
  readonly encode: (part: GlyphsPart) => EncodedRun
}

/** Paints the parts of one item. Reckons in 1/1000 em from the line's start. */
class LinePainter {
  readonly #content: Content
  readonly #setting: LineSetting
  /** 1/1000 em to a point. */
  readonly #perPoint: number
  /** Moves are rounded to a share of this: 1/10 of 1/1000 em is 0.005 pt at 50 pt. */
  readonly #steps: number
  /** Where the pen is. */
  #pen = 0
  /** The TJ array that is open, without its outer brackets. */
  #codes = ''

  constructor(content: Content, setting: LineSetting) {
    this.#content = content
    this.#setting = setting
    this.#perPoint = 1000 / setting.size
    this.#steps = setting.size <= 40 ? 10 : 100
  }

  /** `end` is a code that nobody sees, for who reads on. */
  paint(parts: readonly GlyphsPart[], end: string): void {
    for (const part of parts) this.#paintPart(part)
    this.#codes += end
    this.#show()
  }

  #paintPart(part: GlyphsPart): void {
    const { run, x, rise, tracking, scale: wanted } = part
    const { pieces, pen } = this.#setting.encode(part)
    const scale = this.#setScale(wanted)
    const perGlyph = this.#setTracking(tracking / scale)
    const back = this.#pen - (x - this.#setting.start) * this.#perPoint
    if (Math.abs(back) > LEAST_MOVE * this.#perPoint) {
      // Whatever stands in the array is scaled with the glyphs.
      const move = Math.round((back / scale) * this.#steps) / this.#steps
      this.#codes += `>${move}<`
      this.#pen -= move * scale
    }
    for (const piece of pieces) {
      this.#setRise(rise + piece.rise / this.#perPoint)
      if (piece.isSilent && !this.#setting.isMarked) this.#paintAsNothing(piece.codes)
      else this.#codes += piece.codes
    }
    this.#pen += (pen + perGlyph * run.glyphs.length) * scale
  }

  /** Shows codes in a span that is read as nothing, whatever they mean. */
  #paintAsNothing(codes: string): void {
    this.#show()
    this.#content.operators.push('/Span <</ActualText <FEFF>>> BDC')
    this.#codes = codes
    this.#show()
    this.#content.operators.push('EMC')
  }

  /** Sets the width of the glyphs (ISO 32000-1, 9.3.4: it scales tracking, too); gives it as the file has it. */
  #setScale(scale: number): number {
    const percent = Math.round(scale * 100_000) / 1000
    if (this.#content.state.scale !== percent) {
      this.#show()
      this.#content.operators.push(`${percent} Tz`)
      this.#content.state.scale = percent
    }
    return percent / 100
  }

  /** Sets the white after every glyph; gives what it comes to, in 1/1000 em, as the file has it. */
  #setTracking(tracking: number): number {
    // To a ten-thousandth of a point: sixty glyphs of a line are then off by 0.003 pt at most.
    const points = Math.round((tracking / this.#perPoint) * 10_000) / 10_000
    if (this.#content.state.tracking !== points) {
      this.#show()
      this.#content.operators.push(`${points} Tc`)
      this.#content.state.tracking = points
    }
    return points * this.#perPoint
  }

  #setRise(rise: Pt): void {
    const points = coordinate(rise)
    if (this.#content.state.rise === points) return
    this.#show()
    this.#content.operators.push(`${points} Ts`)
    this.#content.state.rise = points
  }

  /** Writes the open array. */
  #show(): void {
    if (this.#codes !== '') this.#content.operators.push(`[<${this.#codes}>]TJ`)
    this.#codes = ''
  }
}

/** A code as a TJ array has it. */
function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}
