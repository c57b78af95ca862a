import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dice } from '../prose.mjs'
import { measureQuality } from './measure-quality.mjs'

/** Courier 9 on 10.5: every glyph is 5.4 pt wide, and a word space 0.6 em. */
const ADVANCE = 5.4
const SIZE = 9
const NATURAL = ADVANCE / SIZE
const LEADING = 10.5
const WIDTH = 27 * ADVANCE + 20
const GUTTER = 12.756
const LEFT = 40
const TOP = 60
const PAGE = { width: 2 * LEFT + 3 * WIDTH + 2 * GUTTER, height: 500 }
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Writes lines of known word spaces on pages of three columns. */
class KnownPages {
  roll = dice(7)
  /** @type {string[][]} */
  pages = [[]]
  /** Of the justified lines, as multiples of the natural space. @type {number[]} */
  spaces = []
  hyphens = 0

  /**
   * @param {number} x @param {number} y @param {string} text
   * @param {{ size?: number, letterfit?: number, width?: number }} [how] letterfit in em, width as a multiple
   */
  put(x, y, text, { size = SIZE, letterfit = 0, width = 1 } = {}) {
    const place = `${x.toFixed(3)} ${(PAGE.height - y).toFixed(3)}`
    const give = `${100 * width} Tz ${((letterfit * size) / width).toFixed(4)} Tc`
    this.pages.at(-1)?.push(`BT /F1 ${size} Tf ${give} 1 0 0 1 ${place} Tm (${text}) Tj ET`)
  }

  /** @param {number} column @param {number} line */
  at = (column, line) => /** @type {const} */ ([LEFT + column * (WIDTH + GUTTER), TOP + line * LEADING])

  /**
   * A line that fills its measure.
   * @param {number} column @param {number} line @param {number} words @param {{ hyphen?: boolean, indent?: number, over?: number, letterfit?: number, width?: number }} [how]
   */
  full(column, line, words, { hyphen = false, indent = 0, over = 0, letterfit = 0, width = 1 } = {}) {
    const lengths = Array.from({ length: words }, () => 2)
    for (let left = (indent > 0 ? 24 : 26) - (words - 1) - 2 * words; left > 0; left--) {
      const word = Math.floor(this.roll() * words)
      lengths[word] = (lengths[word] ?? 0) + 1
    }
    const widths = lengths.map((length) => length * ADVANCE * width + (length - 1) * letterfit * SIZE)
    const gap = (WIDTH + over - indent - widths.reduce((sum, one) => sum + one, 0)) / (words - 1)
    const [left, y] = this.at(column, line)
    let x = left + indent
    lengths.forEach((length, i) => {
      const word = LETTERS.slice(0, length)
      this.put(x, y, i === words - 1 && hyphen ? `${word.slice(0, -1)}-` : word, { letterfit, width })
      x += (widths[i] ?? 0) + gap
    })
    this.spaces.push(gap / SIZE / NATURAL)
    if (hyphen) this.hyphens++
  }

  /** The last line of a paragraph. @param {number} column @param {number} line @param {number} length */
  short(column, line, length) {
    const [x, y] = this.at(column, line)
    this.put(x, y, `${LETTERS.slice(0, length - 1)}.`)
  }

  /** @param {number} column @param {string} text */
  head(column, text) {
    const [x, y] = this.at(column, 0)
    this.put(x, y - 25, text, { size: 24 })
  }

  pdf() {
    const stream = (/** @type {string[]} */ lines) => {
      const text = lines.join('\n')
      return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
    }
    const first = 4
    const kids = this.pages.map((_, i) => `${first + 2 * i} 0 R`)
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
      ...this.pages.flatMap((lines, i) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        stream(lines),
      ]),
    ]
    let file = '%PDF-1.4\n'
    const offsets = objects.map((object, i) => {
      const offset = file.length
      file += `${i + 1} 0 obj\n${object}\nendobj\n`
      return offset
    })
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const count = objects.length + 1
    return `${file}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  }
}

/** Pages with one of each thing that is counted. */
function knownPages() {
  const known = new KnownPages()
  known.head(0, 'Headline across the page')
  for (let i = 0; i < 20; i++) {
    // A ladder of three, a very loose line of two words, a runt, and at the foot an orphan.
    if (i === 9) known.short(0, i, 2)
    else if (i === 18) known.short(0, i, 12)
    else if (i === 10 || i === 19) known.full(0, i, 4, { indent: 9 })
    else known.full(0, i, i === 7 ? 2 : 5, { hyphen: i >= 3 && i <= 5 })
  }
  for (let i = 0; i < 20; i++) {
    // A widow at the head, and a line that leaves its measure.
    if (i === 0) known.short(1, i, 9)
    else if (i === 1) known.full(1, i, 4, { indent: 9 })
    else known.full(1, i, 5, { hyphen: i === 12, over: i === 15 ? 8 : 0 })
  }
  for (let i = 0; i < 15; i++) {
    // A line with its letters opened by 0.01 em, and one with them a fortieth wider.
    if (i === 14) known.short(2, i, 10)
    else known.full(2, i, 6, { letterfit: i === 4 ? 0.01 : 0, width: i === 8 ? 1.025 : 1 })
  }
  // Two stories side by side, their heads on one baseline.
  known.pages.push([])
  known.head(0, 'Story A')
  known.head(2, 'Story B')
  for (let i = 0; i < 12; i++) {
    known.full(0, i, 5)
    i === 11 ? known.short(1, i, 16) : known.full(1, i, 5)
    i === 11 ? known.short(2, i, 15) : known.full(2, i, 4)
  }
  return known
}

/** Measures pages whose every figure is known; says which are wrong. Null when MuPDF is not installed. */
export async function testMeasuring() {
  const known = knownPages()
  const folder = mkdtempSync(join(tmpdir(), 'stonehand-known-'))
  try {
    const file = join(folder, 'known.pdf')
    writeFileSync(file, known.pdf(), 'latin1')
    const quality = await measureQuality(file, { natural: NATURAL })
    if (!quality) return null
    const { spaces, hyphens } = known
    const percent = (/** @type {number} */ count) => (100 * count) / spaces.length
    const mean = spaces.reduce((sum, space) => sum + space, 0) / spaces.length
    const expected = {
      ...{ pages: 2, columns: 3, leading: LEADING, size: SIZE, justified: spaces.length },
      mean,
      deviation: Math.sqrt(spaces.reduce((sum, space) => sum + (space - mean) ** 2, 0) / spaces.length),
      most: Math.max(...spaces),
      loose: percent(spaces.filter((space) => space > 1.5).length),
      veryLoose: percent(spaces.filter((space) => space > 2).length),
      hyphens: percent(hyphens),
      ...{ ladders: 1, runts: 1, widows: 1, orphans: 1, stranded: 0, overfull: percent(1), unfilled: 0 },
      ...{ letterfit: 0.01, glyphWidth: 2.5, wide: percent(1), beyond: 0 },
    }
    return Object.entries(expected).flatMap(([name, should]) => {
      const is = quality[/** @type {keyof typeof quality} */ (name)]
      return Math.abs(is - should) <= 1e-3 * Math.max(1, should) ? [] : [`${name} is ${is}, should be ${should}`]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
