import { encode } from 'uqr'

/** A QR code (ISO/IEC 18004) without the white round it. */
export interface QrCode {
  /** Rows from the top, each from the left: whether a square is dark. As many rows as columns. */
  readonly modules: readonly (readonly boolean[])[]
}

/** The white that a QR code needs round it, in squares (ISO/IEC 18004). */
export const QUIET_ZONE = 4

/** The smallest QR code that says this, with so much that may be lost. */
export function encodeQr(text: string, level: 'L' | 'M' | 'Q' | 'H'): QrCode {
  return { modules: encode(text, { ecc: level, border: 0 }).data }
}
