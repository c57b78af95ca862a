/** Just what is called of pdfkit 0.20.2; names that begin with `_` and `EmbeddedFont` are private to it. */
declare module 'pdfkit' {
  /** An indirect object. */
  export interface PdfReference {
    /** Its number in the file. */
    readonly id: number
    data: Record<string, unknown>
    /** Whether its stream is deflated. */
    compress: boolean
    /** What has been written to its stream. */
    readonly buffer: Uint8Array[]
    /** Appends to its stream. */
    write(bytes: Uint8Array): void
    /** Writes the object, with `stream` as its stream. */
    end(stream?: Uint8Array | string): void
  }

  /** A page that is being written. */
  export interface PdfPage {
    /** Resources by name. */
    readonly fonts: Record<string, PdfReference>
    readonly xobjects: Record<string, PdfReference>
    readonly ext_gstates: Record<string, PdfReference>
    readonly content: PdfReference
    readonly dictionary: PdfReference
  }

  /** A face and the part of it that is used. */
  export interface EmbeddedFont {
    id: string
    /** 1000 over the units of the em. */
    readonly scale: number
    readonly font: {
      getGlyph(glyph: number): { readonly advanceWidth: number }
      glyphForCodePoint(codePoint: number): { readonly id: number }
    }
    readonly subset: {
      /** The face's glyph of each code. */
      readonly glyphs: number[]
      includeGlyph(glyph: number): number
    }
    /** Advance of each code, in 1/1000 em. */
    readonly widths: number[]
    /** Code points of each code. */
    readonly unicode: number[][]
    ref(): PdfReference
    embed(): void
  }

  export interface PdfDocumentOptions {
    readonly font: null
    readonly autoFirstPage: false
    readonly bufferPages: true
    readonly pdfVersion: '1.3' | '1.6' | '1.7'
    readonly lang?: string
    readonly displayTitle?: boolean
    readonly info: Readonly<Record<string, string | Date>>
  }

  export default class PDFDocument {
    constructor(options: PdfDocumentOptions)
    page: PdfPage
    info: Record<string, string | Date>
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this
    registerFont(name: string, bytes: Uint8Array): this
    font(name: string): this
    ref(data: Record<string, unknown>): PdfReference
    /** Writes the pages that are buffered. */
    flushPages(): void
    end(): void
    /** What has been written since it was last read. */
    read(): Uint8Array | null
    endMetadata: () => void
    _font: EmbeddedFont
    _id: Uint8Array
    _root: PdfReference
    _finalize: () => void
  }
}
