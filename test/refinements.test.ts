import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { gather, wholeFile } from '../src/base/index.js'
import { paintPage } from '../src/display/index.js'
import { languagesOf, loadEdition } from '../src/edition/index.js'
import { openFonts, type Fonts, type ShapedRun } from '../src/fonts/index.js'
import { nodeHost } from '../src/host.js'
import { makeUp } from '../src/makeup/index.js'
import { OUTPUTS } from '../src/output/index.js'
import { openPictures } from '../src/pictures/index.js'
import { impose, pagesForScreen, PROFILES, type ScreenProfile } from '../src/prepress/index.js'
import { createSetter, facesOf, type Fragment } from '../src/typeset/index.js'
import { askTool, hasTool } from './tools.js'

const PROOFS = join(import.meta.dirname, 'proofs')

/** An edition of the proofs, made up and written. */
interface Made {
  readonly fonts: Fonts
  readonly fragments: readonly Fragment[]
  readonly pdf: Uint8Array
}

async function make(name: string): Promise<Made> {
  const host = nodeHost(PROOFS)
  const { report } = gather()
  const layoutsFolder = join(PROOFS, 'layouts')
  const edition = loadEdition({ manifestPath: join(PROOFS, name, 'edition.yaml'), layoutsFolder, host, report })!
  const { stylebook } = edition
  const fontsFolder = join(import.meta.dirname, '..', 'fonts')
  const fonts = (await openFonts({ fontsFolder, host, report, asked: facesOf(stylebook) }))!
  const setter = await createSetter({ fonts, stylebook, languages: languagesOf(edition), report })
  const pictures = await openPictures({ files: [], cacheFolder: null, host, report })
  const { pages } = makeUp({ edition, setter, pictures, report })
  const painted = pages.map((page) => paintPage(page, { stylebook, pictures }))
  const face = { family: 'serif', weight: 400, italic: false }
  const profile = PROFILES.get('screen') as ScreenProfile
  const slug = { title: '', fonts, face }
  const sheets = impose(pagesForScreen(painted), { profile, slug, report, place: wholeFile('edition.yaml') })
  const info = { title: '', author: '', language: 'en-GB', date: '2022-01-14' }
  const pdf = await OUTPUTS.pdf(sheets, info, { pictures, images: new Map() })
  const lines = pages.flatMap(({ placements }) =>
    placements.flatMap(({ head, legs }) => [...head, ...legs.flatMap((leg) => leg.lines)]),
  )
  return { fonts, fragments: lines.flatMap(({ line }) => line.fragments), pdf }
}

/** The first run of this text, in a face of this key. */
function runOf({ fragments }: Made, text: string, key = ''): ShapedRun {
  return fragments.find(({ run }) => run.text === text && run.face.key.includes(key))!.run
}

/** A text as the face draws it with these features. */
function drawn({ fonts }: Made, like: ShapedRun, features: readonly string[]): number[] {
  return [...fonts.shape({ face: like.face, text: like.text, features }, () => {})[0]!.glyphs]
}

describe('figures and fractions in real type', () => {
  let made: Made
  beforeAll(async () => {
    made = await make('figures')
  })

  it('are old-style in text, and lining in tables', () => {
    const years = made.fragments.filter(({ run }) => run.text === '1906').map(({ run }) => [...run.glyphs])
    const like = runOf(made, '1906')
    expect(years).toEqual([
      drawn(made, like, ['onum', 'pnum']),
      drawn(made, like, ['lnum', 'tnum']),
      drawn(made, like, []),
    ])
    expect(drawn(made, like, ['onum', 'pnum'])).not.toEqual(drawn(made, like, []))
  })

  it('are real fractions, and only those', () => {
    for (const text of ['1/2', '3/4', '7/16'])
      expect([...runOf(made, text).glyphs]).toEqual(drawn(made, runOf(made, text), ['frac']))
    expect(runOf(made, '24/7.').text).toBe('24/7.')
    const written = made.fragments.filter(({ run }) => /^\d+\/\d+$/.test(run.text)).map(({ run }) => run)
    const fractions = written.filter((run) => String([...run.glyphs]) === String(drawn(made, run, ['frac'])))
    const others = written.filter((run) => !fractions.includes(run)).map(({ text }) => text)
    // The last two stand in a dress without fractions.
    expect(others).toEqual(['2021/22', '11/2', '1/2', '2/3'])
    expect(fractions.length).toBe(9)
  })

  it('are raised and lowered by the face’s own letters', () => {
    expect([...runOf(made, 'st').glyphs]).toEqual(drawn(made, runOf(made, 'st'), ['ordn']))
    const like = runOf(made, '2')
    const shown = made.fragments.filter(({ run }) => run.text === '2').map(({ run }) => [...run.glyphs])
    expect(shown).toContainEqual(drawn(made, like, ['sups']))
    expect(shown).toContainEqual(drawn(made, like, ['subs']))
    // The face has no raised plus: so the whole exponent is set smaller, and raised.
    const risen = made.fragments.filter(({ rise }) => rise !== 0)
    expect(risen.map(({ run, size, rise }) => [run.text, size / 9, rise / 9])).toEqual([['n+1', 0.6, 0.33]])
  })

  it.skipIf(!hasTool('pdftotext'))('read as they were typed', () => {
    const text = askTool('pdftotext', ['PDF', '-'], made.pdf).replace(/\s+/g, ' ')
    expect(text).toContain('a loaf cost 5 1/2 pence and a pint of milk 1 3/4, which left 2/3 of')
    expect(text).toContain('pays £1/2m.')
    expect(text).toContain('The 1st, 2nd, 3rd and 21st of')
    expect(text).toContain('4047 m2, and CO2 is what')
  })
})

describe('drop capitals in real type', () => {
  let made: Made
  beforeAll(async () => {
    made = await make('drop-cap')
  })

  it('are as high as the lines that they stand beside', () => {
    const body = made.fragments.find(({ size }) => size === 9)!
    const capital = made.fragments.find(({ run }) => run.text === 'K')!
    expect(capital.rise).toBeCloseTo(-21, 9)
    expect(capital.size * capital.run.face.capHeight).toBeCloseTo(21 + 9 * body.run.face.capHeight, 9)
  })

  it('leave room for a tail under their last line', () => {
    const lines = made.fragments.filter(({ run }) => ['uarrymen', 'go', 'Monday,', 'after', 'home.'].includes(run.text))
    const starts = lines.map(({ x }) => Math.round(x))
    expect(starts.map((x) => x > 10)).toEqual([true, true, true, true, false])
  })

  it.skipIf(!hasTool('pdftotext'))('are one word with their own', () => {
    const text = askTool('pdftotext', ['PDF', '-'], made.pdf)
    for (const opening of [
      'KNUTH SAYS that the',
      '“No library will be',
      'A storm that nobody had',
      'Almaty was quiet',
      'Quarrymen at Penrhyn',
    ])
      expect(text).toContain(opening)
  })

  it.skipIf(!hasTool('mutool'))('are one word for a reader that knows of no replacement text', () => {
    const text = askTool('mutool', ['draw', '-F', 'txt', 'PDF'], made.pdf).replace(/\s+/g, ' ')
    for (const opening of ['KNUTH SAYS that the', '“No library will be', 'A storm that nobody had'])
      expect(text).toContain(opening)
  })
})
