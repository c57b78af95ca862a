import { describe, expect, it } from 'vitest'
import { lookThrough } from './look-through.js'
import { FOOT, type PaperParts, photograph, STORY } from './small-papers.js'

/** A paper that keeps the limits of its press at its own size, and is printed at half of it. */
const HALF = 'sheet: [75mm, 100mm]'

async function messagesOf(parts: PaperParts): Promise<readonly string[]> {
  const { found } = await lookThrough(parts)
  return found.findings.filter(({ code }) => code !== 'sheet-scaled').map(({ code, message }) => `${code} ${message}`)
}

/** Papers that no press has anything against until they are made smaller, and what is said of them then. */
const CASES: readonly (readonly [string, PaperParts | Promise<PaperParts>, string])[] = [
  [
    'type',
    { matter: 'overline: Housing\n', styles: '  overline: { font: serif, size: 11pt }', body: 'size: 12pt' },
    'press-type rents has type of 5.5 pt as printed in one ink: “Housing”',
  ],
  [
    'a rule',
    { ...piece('{ rule: 0.4pt, line: 1 }'), body: 'size: 12pt' },
    'press-rule the furniture site has a rule of 0.2 pt as printed in one ink',
  ],
  [
    'a QR code',
    { ...piece('{ qr: "HTTP://A.BC", line: 1, depth: 6 }'), body: 'size: 12pt' },
    'press-qr a QR code is 9.2 mm wide as printed',
  ],
  [
    'what is near the trim',
    { body: 'size: 12pt', press: 'safe: 9mm' },
    'press-safe rents stands 4.6 mm from the trim at the fore edge as printed',
  ],
]

function piece(element: string): PaperParts {
  return { pages: [[STORY, `site: { furniture: site, ${FOOT} }`]], furniture: `site: [${element}]` }
}

describe('pages that are made smaller for their sheet', () => {
  it.each(CASES)('are judged as they are printed: %s', async (_, given, says) => {
    const parts = await given
    expect(await messagesOf(parts)).toEqual([])
    expect(await messagesOf({ ...parts, press: [parts.press ?? [], HALF].flat().join(', ') })).toEqual([says])
  })

  it('have their pictures finer', async () => {
    const files = { 'street.jpg': await photograph(600) }
    const pages = [[STORY, `photo: { picture: { use: street.jpg, of: rents }, ${FOOT} }`]]
    const parts = { pages, matter: 'pictures: [{ file: street.jpg }]\n', files, body: 'size: 12pt' }
    expect(await messagesOf(parts)).toHaveLength(1)
    expect(await messagesOf({ ...parts, press: HALF })).toEqual([])
  })

  it('may have more ink on a bar that is narrow when it is printed', async () => {
    const parts = { ...piece('{ panel: mud, line: 1, depth: 0.8 }'), body: 'size: 12pt' }
    expect((await lookThrough(parts)).found.findings).toMatchObject([{ code: 'press-ink' }])
    expect(await messagesOf({ ...parts, press: HALF })).toEqual([])
  })

  it('have the note of it in the report, and the scale', async () => {
    const { found } = await lookThrough({ press: HALF, body: 'size: 12pt' })
    expect(found.scale).toBeCloseTo(0.5, 6)
    expect(found.findings).toMatchObject([{ code: 'sheet-scaled', severity: 'note', page: null, rect: null }])
  })

  it('are listed as folded sheets with white pages where there are too few', async () => {
    const { found } = await lookThrough({ press: 'order: folded' })
    expect(found.findings).toMatchObject([{ code: 'sheets-padded', severity: 'note', page: null }])
  })
})
