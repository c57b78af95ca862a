/** What a made-up JPEG says of itself. */
export interface JpegOptions {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly bits?: number
  /** Its start of frame marker. */
  readonly frame?: number
  /** Segments before the frame. */
  readonly before?: readonly number[]
}

/** The segments of a JPEG, without a picture in them. */
export function jpeg({ width, height, channels, bits = 8, frame = 0xc0, before = [] }: JpegOptions): Uint8Array {
  const components = Array.from({ length: channels }, (_, at) => [at + 1, 0x11, 0]).flat()
  const length = 8 + components.length
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...before,
    ...[0xff, frame, 0, length, bits, height >> 8, height & 0xff, width >> 8, width & 0xff, channels, ...components],
    ...[0xff, 0xda, 0, 4, 0, 0],
    ...[1, 2, 3],
    ...[0xff, 0xd9],
  ])
}

/** An Exif segment that says how the camera was held. */
export function exif(orientation: number): readonly number[] {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]
  return [0xff, 0xe1, 0, body.length + 2, ...body]
}
