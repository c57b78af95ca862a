/** Pixels of four bytes, red first and opacity last, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** Pixels as a PNG, without their opacity: a page is paper. */
export async function encodePng({ width, height, rgba }: Pixels): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer()
}
