import { gather, type Diagnostic, type Place } from '../../src/base/index.js'
import { decodePictures, openPictures, type Picture, type RasterImage } from '../../src/pictures/index.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'

/** Where a test's picture is asked for. */
export const PLACE: Place = { file: 'layouts/paper.yaml', line: 3, column: 5, sourceLine: '', length: 1 }

/** What came of one picture. */
export interface Opened {
  readonly picture: Picture | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Opens `layouts/<name>` with these bytes; no file at all when they are null. */
export async function open(name: string, bytes: Uint8Array | null): Promise<Opened> {
  const { report, diagnostics } = gather()
  const file = `/paper/layouts/${name}`
  const host = memoryHost(bytes ? { [file]: bytes } : {})
  const pictures = await openPictures({ files: [{ file, place: PLACE }], cacheFolder: null, host, report })
  return { picture: pictures.get(file), diagnostics }
}

/** How a test's picture is decoded. */
export interface DecodeOptions {
  /** How wide it is shown, in points. */
  readonly width?: number
  readonly ppi?: number
  /** Its cache is kept here; the disk's own way with files may be changed. */
  readonly host?: MemoryHost
}

/** What came of decoding one picture. */
export interface Decoded {
  readonly image: RasterImage | undefined
  readonly diagnostics: readonly Diagnostic[]
  readonly host: MemoryHost
}

/** Decodes a picture that is shown so wide; 72 pixels to the inch, so that a point is a pixel. */
export async function decode(bytes: Uint8Array, options: DecodeOptions = {}): Promise<Decoded> {
  const { width = 1000, ppi = 72, host = memoryHost({}) } = options
  const { report, diagnostics } = gather()
  const file = '/paper/a.picture'
  const own = {
    ...host,
    size: () => bytes.length,
    readBytes: (path: string) => (path === file ? bytes : host.readBytes(path)),
  }
  const pictures = await openPictures({ files: [{ file, place: PLACE }], cacheFolder: null, host: own, report })
  const shown = new Map([[file, width]])
  const images = await decodePictures({ pictures, shown, ppi, cacheFolder: '/paper/out/.cache', host, report })
  return { image: images.get(file), diagnostics, host }
}
