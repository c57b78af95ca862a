import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpticalMargins, TextStyle } from '../../src/stylebook/index.js'
import type { SetLine } from '../../src/typeset/index.js'
import { articleOf, linesOf, openBench, paragraph } from './fixtures.js'

const MARGINS: OpticalMargins = {
  hyphens: 0.6,
  stops: 0.5,
  colons: 0.4,
  marks: 0.1,
  quotes: 0.5,
  dashes: 0.25,
  brackets: 0.1,
  round: 0,
}
const GIVING: Partial<TextStyle> = {
  letters: { letterfit: 10, glyphWidth: 2 },
  wideLetters: { letterfit: 15, glyphWidth: 3 },
}
const WORDS =
  'a the council of rents will rise again in spring, it says; tenants’ “representatives” objected (well-known for it). Kazakhstan organisation'.split(
    ' ',
  )

async function setIn(width: number, words: string, body: Partial<TextStyle>): Promise<SetLine[]> {
  const { setter } = await openBench({ body: { indent: 0, ...body } })
  const article = articleOf(paragraph(words))
  return linesOf(setter.setUnit({ article, dress: null }, 0, [{ width, lines: Infinity }]))
}

/** Where the ink of a line begins and ends, letterfit after the last glyph not counted. */
function edgesOf({ fragments }: SetLine): [number, number] {
  const last = fragments.at(-1)!
  return [fragments[0]!.x, last.x + last.width]
}

describe('a justified line', () => {
  it('fills its measure to a hundredth of a point, letters and spaces within their bounds', async () => {
    let bent = 0
    let wide = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...WORDS), { minLength: 20, maxLength: 60 }),
        fc.integer({ min: 90, max: 220 }),
        async (words, width) => {
          for (const line of (await setIn(width, words.join(' '), GIVING)).slice(0, -1)) {
            if (line.fragments.every(({ role }) => role !== 'space')) continue
            const [left, right] = edgesOf(line)
            expect(left).toBeCloseTo(0, 6)
            expect(Math.abs(right - width)).toBeLessThan(0.01)
            if (line.bend !== 0) bent++
            if (Math.abs(line.bend) > 1) wide++
            const most = Math.abs(line.bend) > 1 ? { fit: 15, width: 0.03 } : { fit: 10, width: 0.02 }
            for (const { tracking, scale } of line.fragments) {
              expect(Math.abs(tracking)).toBeLessThanOrEqual(most.fit + 1e-9)
              expect(Math.abs(scale - 1)).toBeLessThanOrEqual(most.width + 1e-9)
            }
            // Letters come in when spaces have gone a tenth, and go to their wide bounds at 0.75 and 1.38.
            const space = 1 + line.ratio * (line.ratio >= 0 ? 0.5 : 0.25)
            if (line.bend !== 0) expect(Math.abs(space - 1)).toBeGreaterThan(0.0999)
            if (Math.abs(line.bend) > 1) expect(space >= 1 ? space : 2 - space).toBeGreaterThan(1.2499)
          }
        },
      ),
      { seed: 38, numRuns: 200 },
    )
    expect(bent).toBeGreaterThan(300)
    expect(wide).toBeGreaterThan(30)
  })

  it('has its letters where the pen is: letterfit between them, none before a word space', async () => {
    const lines = await setIn(150, WORDS.join(' '), GIVING)
    const line = lines.find(({ bend }) => bend > 0.2)!
    line.fragments.forEach(({ role, run, size, x, width, tracking, scale }, i) => {
      const next = line.fragments[i + 1]
      if (next) expect(x + width).toBeCloseTo(next.x, 9)
      if (role === 'space') return
      const gaps = next?.role === 'space' || !next ? run.glyphs.length - 1 : run.glyphs.length
      expect(width).toBeCloseTo((run.width * scale * size + tracking * gaps * size) / 1000, 9)
    })
  })

  it('stands as drawn when letters may give nothing', async () => {
    for (const line of await setIn(150, WORDS.join(' '), {})) {
      expect(line.bend).toBe(0)
      expect(line.fragments.every(({ tracking, scale }) => tracking === 0 && scale === 1)).toBe(true)
    }
  })

  it('has better spaces when letters may give', async () => {
    const worst = (lines: SetLine[]): number => Math.max(...lines.map(({ ratio }) => Math.abs(ratio)))
    const stiff = worst(await setIn(120, WORDS.join(' '), {}))
    expect(worst(await setIn(120, WORDS.join(' '), GIVING))).toBeLessThan(stiff * 0.8)
  })

  it('has wider spaces after commas and stops where it is loose, in the proportion asked for', async () => {
    const lines = await setIn(150, 'Long ago, they said, representatives notwithstanding', {
      stopSpace: 1.5,
      hyphenate: false,
    })
    const gains = lines[0]!.fragments.filter(({ role }) => role === 'space').map(({ width }) => width - 2.5)
    expect(gains).toHaveLength(3)
    expect(gains[1]! / gains[0]!).toBeCloseTo(1.5, 9)
  })
})

describe('optical margins', () => {
  const hanging = { opticalMargins: MARGINS }

  it('let a hyphen, a stop and a quotation mark stand out of the measure by their share', async () => {
    const lines = await setIn(150, `${WORDS.join(' ')} ${WORDS.join(' ')}`, hanging)
    const seen = new Set<string>()
    for (const line of lines.slice(0, -1)) {
      const [left, right] = edgesOf(line)
      const last = line.fragments.at(-1)!.run.text.at(-1)!
      const first = line.fragments[0]!.run.text[0]!
      const share = { '-': 0.6 * 2.8, ',': 0.5 * 2.8, '.': 0.5 * 2.8, ';': 0.4 * 2.8, '’': 0.5 * 2.8, '”': 0.5 * 5 }[
        last
      ]
      expect(right - 150).toBeCloseTo(share ?? 0, 6)
      expect(-left).toBeCloseTo(first === '“' ? 2.5 : first === '(' ? 0.5 : 0, 6)
      seen.add(last)
    }
    expect(seen.has('-')).toBe(true)
  })

  it('leave ragged text alone', async () => {
    const lines = await setIn(150, `“${WORDS.join(' ')}`, { ...hanging, align: 'left' })
    for (const line of lines) expect(edgesOf(line)[0]).toBe(0)
  })
})
