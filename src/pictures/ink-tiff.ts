/** Pixels of four inks, 8 bits each. */
export interface InkPixels {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** Types of fields (TIFF 6.0, section 2). */
const SHORT = 3
const LONG = 4
const UNDEFINED = 7

/** Photometric interpretation of ink on paper (TIFF 6.0, section 16). */
const SEPARATED = 5

/**
 * Pixels of inks as a TIFF, with the ICC profile of the inks if it is given. Decoders take raw pixels of four channels for red,
 * green, blue and opacity; in this form they are what they are.
 */
export function inkTiff({ width, height, bytes }: InkPixels, icc: Uint8Array | null): Uint8Array {
  const count = icc ? 10 : 9
  const bits = 8 + 2 + count * 12 + 4
  const profile = bits + 8
  const pixels = profile + (icc?.length ?? 0)
  const head = Buffer.alloc(profile)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(count, 8)
  const fields: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    // Four times 8 bits, uncompressed.
    [258, SHORT, 4, bits],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, SEPARATED],
    [273, LONG, 1, pixels],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, bytes.length],
    ...(icc ? [[34675, UNDEFINED, icc.length, profile] as const] : []),
  ]
  fields.forEach(([tag, type, number, value], index) => {
    const at = 10 + index * 12
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(number, at + 4)
    head.writeUInt32LE(value, at + 8)
  })
  for (let channel = 0; channel < 4; channel++) head.writeUInt16LE(8, bits + 2 * channel)
  return Buffer.concat([head, ...(icc ? [icc] : []), bytes])
}
