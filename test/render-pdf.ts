import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Reads the colour of a page at a point of it, counted from its top left, in red, green and blue. */
export type Look = (x: number, y: number) => readonly [number, number, number]

/** How many pixels a rendered page has to the point. */
const FINE = 2

/** Renders a page of a PDF with pdftoppm. */
export function renderPage(pdf: Uint8Array, page: number): Look {
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-'))
  try {
    const file = join(folder, 'rendered.pdf')
    writeFileSync(file, pdf)
    const words = ['-r', String(72 * FINE), '-f', String(page), '-l', String(page), file]
    const { status, stdout, stderr } = spawnSync('pdftoppm', words, { maxBuffer: 100_000_000 })
    if (status !== 0) throw new Error(`pdftoppm ended with ${status}: ${stderr.toString()}`)
    return readPixmap(stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A binary pixmap: `P6`, width, height, greatest value, each once, then the pixels. */
function readPixmap(bytes: Buffer): Look {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40))!
  const width = Number(head[1])
  return (x, y) => {
    const at = head[0].length + 3 * (Math.floor(y * FINE) * width + Math.floor(x * FINE))
    return [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
  }
}
