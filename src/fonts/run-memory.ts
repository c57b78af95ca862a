/** Numbers in one block of memory: enough for some two thousand words. */
const BLOCK = 16_384

/**
 * Memory for the numbers of runs, cut from large blocks. An edition has some ten thousand runs of a few glyphs; with a block
 * of its own for each, the memory's book-keeping would weigh more than the numbers and keep the collector busy.
 */
export interface RunMemory {
  /** Room for so many glyph ids. */
  glyphs(count: number): Uint16Array
  /** Room for so many lengths. */
  lengths(count: number): Float64Array
}

/** Memory that grows by blocks and is given back as a whole. */
export function createRunMemory(): RunMemory {
  let glyphBlock = new Uint16Array(BLOCK)
  let lengthBlock = new Float64Array(BLOCK)
  let glyphsUsed = 0
  let lengthsUsed = 0
  return {
    glyphs(count) {
      if (glyphsUsed + count > glyphBlock.length) {
        glyphBlock = new Uint16Array(Math.max(BLOCK, count))
        glyphsUsed = 0
      }
      glyphsUsed += count
      return glyphBlock.subarray(glyphsUsed - count, glyphsUsed)
    },
    lengths(count) {
      if (lengthsUsed + count > lengthBlock.length) {
        lengthBlock = new Float64Array(Math.max(BLOCK, count))
        lengthsUsed = 0
      }
      lengthsUsed += count
      return lengthBlock.subarray(lengthsUsed - count, lengthsUsed)
    },
  }
}
