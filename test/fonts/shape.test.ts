import { Blob, Face as ShaperFace } from 'harfbuzzjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Fonts, ShapedRun } from '../../src/fonts/index.js'
import { runWidth } from '../../src/fonts/index.js'
import { ask, bytesOf, FILES, shapeWhole, soundFonts } from './open-test-fonts.js'

const YAML = `serif:
  faces:
    - { file: "npm:${FILES.regular}" }
    - { file: "npm:${FILES.italic}", style: italic }
condensed:
  faces: [{ file: "npm:${FILES.condensed}", weight: bold }]
blackletter:
  faces: [{ file: "npm:${FILES.blackletter}", weight: bold }]
`

let fonts: Fonts
beforeAll(async () => {
  fonts = await soundFonts({ yaml: YAML, asked: [ask('serif')] })
})

/** The one run of a text. */
function one(text: string, more: Parameters<typeof shapeWhole>[2] = {}): ShapedRun {
  const runs = shapeWhole(fonts, text, more)
  expect(runs).toHaveLength(1)
  return runs[0]!
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0)

describe('a shaped word', () => {
  it('has a glyph, an advance and its characters for each letter', () => {
    const run = one('name', { features: ['-kern'] })
    expect(run.characters).toEqual(['n', 'a', 'm', 'e'])
    expect([...run.advances]).toEqual([...'name'].map((letter) => one(letter).width))
    expect(run.width).toBe(sum(run.advances))
    expect(run.offsets).toBeNull()
    expect(run.text).toBe('name')
    expect(run.face.key).toBe('serif-400-normal')
  })

  it('joins letters into ligatures, whose characters stay together', () => {
    expect(one('office').characters).toEqual(['o', 'ffi', 'c', 'e'])
    expect(one('office', { features: ['-liga'] }).characters).toEqual([...'office'])
  })

  it('is kerned: AV is narrower than A and V', () => {
    const kerned = one('AV')
    expect(kerned.width).toBeLessThan(one('A').width + one('V').width - 20)
    expect(one('AV', { features: ['-kern'] }).width).toBe(one('A').width + one('V').width)
  })

  it('has small capitals that keep the letters they stand for', () => {
    const plain = one('Straße')
    const small = one('Straße', { features: ['smcp'] })
    const all = one('Straße', { features: ['c2sc', 'smcp'] })
    expect(small.characters.join('')).toBe('Straße')
    expect(small.glyphs[0]).toBe(plain.glyphs[0])
    expect(small.glyphs[1]).not.toBe(plain.glyphs[1])
    expect(all.glyphs[0]).not.toBe(plain.glyphs[0])
    expect([...all.glyphs.slice(1)]).toEqual([...small.glyphs.slice(1)])
  })

  it('has old-style figures by a feature', () => {
    expect([...one('1914', { features: ['onum'] }).glyphs]).not.toEqual([...one('1914').glyphs])
  })

  it('measures in 1/1000 em whatever the units of the font', () => {
    // Roboto Condensed has 2048 units to the em; its bold H is 1327 wide.
    const run = one('H', { family: 'condensed', weight: 700 })
    const face = new ShaperFace(new Blob(bytesOf('condensed')))
    expect(face.upem).toBe(2048)
    expect((run.width * 2048) / 1000).toBeCloseTo(Math.round((run.width * 2048) / 1000), 9)
    expect(run.width).toBeGreaterThan(500)
    expect(run.width).toBeLessThan(800)
    expect(runWidth(run, 10)).toBeCloseTo(run.width / 100, 9)
  })

  it('composes a letter and its mark where the font can', () => {
    expect(one('re\u0301sume\u0301').characters).toEqual(['r', 'e\u0301', 's', 'u', 'm', 'e\u0301'])
    expect(one('e\u0301').glyphs).toEqual(one('é').glyphs)
  })

  it('sets a mark over its letter where it cannot, and gives the mark no characters', () => {
    const run = one('x\u030Cy')
    expect(run.characters).toEqual(['x\u030C', '', 'y'])
    expect(run.advances[1]).toBe(0)
    expect(run.offsets!.x[1]).toBeLessThan(0)
    expect(run.offsets!.x[0]).toBe(0)
  })

  it('draws a letter from its parts where the font has only those', () => {
    expect(one('ź', { family: 'blackletter', weight: 700 }).characters).toEqual(['ź', ''])
  })

  it('stands on the characters beyond the basic plane whole', () => {
    const missing: string[] = []
    const face = fonts.face({ family: 'serif', weight: 400, italic: false })
    const runs = fonts.shape({ face, text: 'a😀b', features: [] }, ({ character }) => missing.push(character))
    expect(missing).toEqual(['😀'])
    expect(runs.map((run) => run.characters)).toEqual([['a', '😀', 'b']])
  })

  it('follows its language where the font draws a letter otherwise for it', () => {
    const plain = one('fi')
    expect(plain.characters).toEqual(['fi'])
    expect(one('fi', { language: 'en-GB' })).toBe(plain)
    expect(one('fi', { language: 'en–GB' })).toBe(plain)
    // Serbian italic has its own be (Source Serif, feature locl).
    const italic = { italic: true }
    expect(one('б', { ...italic, language: 'sr' }).glyphs).not.toEqual(one('б', italic).glyphs)
    expect(one('б', { ...italic, language: 'ru' }).glyphs).toEqual(one('б', italic).glyphs)
  })

  it('is the same object when asked for again, by face, features, language and text', () => {
    const face = fonts.face({ family: 'serif', weight: 400, italic: false })
    const ignore = (): void => {}
    const first = fonts.shape({ face, text: 'again', features: ['onum'] }, ignore)
    fonts.shape({ face, text: 'again', features: [] }, ignore)
    expect(fonts.shape({ face, text: 'again', features: ['onum'] }, ignore)).toBe(first)
    expect(fonts.shape({ face, text: 'again', features: [] }, ignore)).not.toBe(first)
  })

  it('is told apart by face and language when requests come in turn with one list of features', () => {
    const features: string[] = []
    const regular = fonts.face({ family: 'serif', weight: 400, italic: false })
    const italic = fonts.face({ family: 'serif', weight: 400, italic: true })
    const shape = (face: typeof regular, language: string): ShapedRun =>
      fonts.shape({ face, text: 'бт', features, language }, () => {})[0]!
    const runs = [shape(regular, 'ru'), shape(italic, 'ru'), shape(italic, 'sr'), shape(italic, 'ru')]
    expect(runs.map((run) => run.face.key)).toEqual([
      'serif-400-normal',
      'serif-400-italic',
      'serif-400-italic',
      'serif-400-italic',
    ])
    expect(runs[2]!.glyphs).not.toEqual(runs[1]!.glyphs)
    expect(runs[3]).toBe(runs[1])
  })

  it('is not disturbed by shaping others, nor by the memory that they share', () => {
    const before = one('undisturbed')
    const copy = { glyphs: [...before.glyphs], advances: [...before.advances] }
    for (let i = 0; i < 20_000; i++) shapeWhole(fonts, `w${i}`)
    expect([...before.glyphs]).toEqual(copy.glyphs)
    expect([...before.advances]).toEqual(copy.advances)
  })
})

describe('what is never seen', () => {
  it('is dropped: soft hyphens, joiners, zero-width spaces, direction marks', () => {
    const run = one('so\u00ADft\u200Bly\u200E\u2060\uFEFF')
    expect(run.text).toBe('softly')
    expect(run.characters.join('')).toBe('softly')
    expect([...run.glyphs]).toEqual([...one('softly').glyphs])
  })

  it('leaves no run when there is nothing else', () => {
    expect(shapeWhole(fonts, '\u00AD')).toEqual([])
    expect(shapeWhole(fonts, '')).toEqual([])
  })
})

describe('spaces and hyphens that a font lacks', () => {
  const inBlackletter = (text: string): ShapedRun => one(text, { family: 'blackletter', weight: 700 })

  it('are set as the nearest it has, and extract as what they are', () => {
    expect(inBlackletter('a\u2011b').characters).toEqual(['a', '\u2011', 'b'])
    expect(inBlackletter('a\u2011b').glyphs).toEqual(inBlackletter('a-b').glyphs)
    expect(inBlackletter('\u2010').glyphs).toEqual(inBlackletter('-').glyphs)
    expect(inBlackletter('\u2010').text).toBe('\u2010')
    for (const space of ['\u00A0', '\u2009', '\u202F', '\u200A']) {
      const run = inBlackletter(space)
      expect(run.characters).toEqual([space])
      expect([...run.glyphs]).toEqual([...inBlackletter(' ').glyphs])
      expect(run.width).toBeGreaterThan(0)
    }
  })

  it('keep their widths: a thin space is narrower than a word space, a no-break space as wide', () => {
    const word = inBlackletter(' ').width
    expect(inBlackletter('\u2009').width).toBeLessThan(word)
    expect(inBlackletter('\u00A0').width).toBe(word)
  })
})

describe('a face', () => {
  it('has metrics in em, its descent below the baseline', () => {
    const { ascent, descent, capHeight, xHeight } = fonts.face({ family: 'serif', weight: 400, italic: false })
    expect({ ascent, descent, capHeight, xHeight }).toEqual({
      ascent: 1.036,
      descent: -0.335,
      capHeight: 0.67,
      xHeight: 0.475,
    })
  })

  it('is measured by its letters where its table is wrong', () => {
    // The table of UnifrakturCook says 485 and 319 of 2048 units; H is 1535 high and x 1080.
    const { capHeight, xHeight } = fonts.face({ family: 'blackletter', weight: 700, italic: false })
    expect(capHeight).toBe(1535 / 2048)
    expect(xHeight).toBe(1080 / 2048)
  })

  it('says how far the ink of a glyph reaches between two heights', () => {
    const face = fonts.face({ family: 'serif', weight: 400, italic: false })
    const ink = (letter: string, from: number, to: number): { left: number; right: number } | null => {
      const [run] = fonts.shape({ face, text: letter, features: [] }, () => {})
      return fonts.ink(face, run!.glyphs[0]!, { from, to })
    }
    // The box of H in the font: from 38 to 776.
    expect(ink('H', -Infinity, Infinity)).toEqual({ left: 38, right: 776 })
    expect(ink('H', 700, 900)).toBeNull()
    // A narrows to its top, Q has its tail below the line.
    expect(ink('A', 600, 700)!.right).toBeLessThan(ink('A', 0, 700)!.right - 200)
    expect(ink('Q', -Infinity, -100)).not.toBeNull()
    expect(ink('O', -Infinity, -100)).toBeNull()
  })

  it('says which features it has', () => {
    const regular = fonts.face({ family: 'serif', weight: 400, italic: false })
    const italic = fonts.face({ family: 'serif', weight: 400, italic: true })
    expect(['smcp', 'c2sc', 'onum', 'kern'].map((tag) => fonts.hasFeature(regular, tag))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['smcp', 'onum', 'xxxx'].map((tag) => fonts.hasFeature(italic, tag))).toEqual([false, true, false])
  })

  it('is known exactly or not', () => {
    expect(fonts.hasFamily('serif')).toBe(true)
    expect(fonts.hasFamily('sherif')).toBe(false)
    expect(fonts.hasFace({ family: 'serif', weight: 400, italic: true })).toBe(true)
    expect(fonts.hasFace({ family: 'serif', weight: 700, italic: false })).toBe(false)
    expect(fonts.families).toEqual(['serif', 'condensed', 'blackletter'])
  })

  it('of other fonts is a programmer’s mistake', async () => {
    const others = await soundFonts({ yaml: YAML, asked: [ask('serif')] })
    const face = others.face({ family: 'serif', weight: 400, italic: false })
    expect(() => fonts.shape({ face, text: 'a', features: [] }, () => {})).toThrow('not of these fonts')
  })
})

describe('the memory of the shaper', () => {
  it('does not grow with the words that are shaped', () => {
    // A view of a table is a view of the whole heap of the shaper.
    const probe = new ShaperFace(new Blob(bytesOf('blackletter')))
    const heap = (): number => probe.referenceTable('head')!.buffer.byteLength
    const face = fonts.face({ family: 'serif', weight: 400, italic: false })
    for (let i = 0; i < 1000; i++) fonts.shape({ face, text: `warm${i}`, features: [] }, () => {})
    const before = heap()
    for (let i = 0; i < 50_000; i++) fonts.shape({ face, text: `distinct${i}`, features: [] }, () => {})
    expect(heap()).toBe(before)
  })
})
