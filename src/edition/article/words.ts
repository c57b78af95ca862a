import type { Block, Copy } from '../types.js'

/** Words of copy: runs of non-space characters. A headline that runs in is none of it. */
export function countCopyWords(copy: Copy): number {
  let words = 0
  let inWord = false
  for (const inline of copy) {
    if (inline.kind !== 'text' || inline.marks.includes('run-in')) {
      inWord = false
      continue
    }
    for (let at = 0; at < inline.text.length; at++) {
      const code = inline.text.charCodeAt(at)
      // Copy knows only these two kinds of white.
      const isWhite = code === 0x20 || code === 0xa0
      if (!isWhite && !inWord) words++
      inWord = !isWhite
    }
  }
  return words
}

/** Words of blocks: crossheads, quotations, list items and table cells with the paragraphs. */
export function countWords(blocks: readonly Block[]): number {
  let words = 0
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
      case 'crosshead':
      case 'signature':
        words += countCopyWords(block.copy)
        break
      case 'quotation':
        words += countWords(block.blocks)
        break
      case 'list':
        for (const item of block.items) words += countWords(item)
        break
      case 'table':
        for (const row of [block.head, ...block.rows]) for (const cell of row) words += countCopyWords(cell)
        break
      case 'thematic-break':
        break
    }
  }
  return words
}
