import { describe, expect, it } from 'vitest'
import { find, icc, press } from './profiles.js'

const mm = (millimetres: number): number => (millimetres * 72) / 25.4

describe('a built-in print profile', () => {
  it('for the screen wants no press', () => {
    const imposition = { order: 'single', creep: 0, paper: null }
    expect(find('screen')).toMatchObject({ profile: { kind: 'screen', ppi: 150, imposition }, at: [] })
  })

  it('for the office printer folds sheets of A3', () => {
    const { profile, at } = find('home')
    const imposition = { order: 'folded', creep: mm(0.1), paper: { width: mm(297), height: mm(420) } }
    expect(profile).toEqual({ kind: 'screen', name: 'home', ppi: 300, imposition })
    expect(at).toEqual([])
  })

  it.each([
    ['newsprint', 'PDF/X-1a:2001', 'CGATS TR 002', 240, 0, 200],
    ['newsprint-x4', 'PDF/X-4', 'CGATS TR 002', 240, 0, 200],
    ['stapled', 'PDF/X-1a:2001', 'FOGRA29', 280, mm(3), 300],
    ['stapled-x4', 'PDF/X-4', 'FOGRA29', 280, mm(3), 300],
    ['coated', 'PDF/X-1a:2001', 'FOGRA39', 300, mm(3), 300],
    ['coated-x4', 'PDF/X-4', 'FOGRA39', 300, mm(3), 300],
  ])('%s is %s for %s, %i %% of ink', (name, standard, condition, inkLimit, bleed, ppi) => {
    const profile = press(name)
    expect(profile).toMatchObject({ name, standard, inkLimit, bleed, marks: [], colourPages: 'all', pictures: { ppi } })
    expect(profile.inks).toMatchObject({ condition, isRegistered: true, isEmbedded: true })
    expect(profile.inks.icc.bytes.length).toBeGreaterThan(50_000)
  })

  it('is unknown when nobody knows it', () => {
    const { at, diagnostics } = find('newsprnt')
    expect(at).toEqual(['edition.yaml:1:1 profile-unknown'])
    expect(diagnostics[0]!.hint).toBe('did you mean "newsprint"?')
  })
})

describe('a print profile of the stylebook', () => {
  it('changes what it says, and leaves the rest', () => {
    const own = press('ours', [
      'ours: { extends: newsprint, ink-limit: 220, bleed: 2mm, marks: [crop], pictures: { quality: 70 }, limits: { rule: 1pt } }',
    ])
    const under = press('newsprint')
    expect(own).toEqual({
      ...under,
      inks: expect.objectContaining({ condition: 'CGATS TR 002' }),
      name: 'ours',
      inkLimit: 220,
      bleed: expect.closeTo(mm(2), 6),
      marks: ['crop'],
      pictures: { ...under.pictures, quality: 70 },
      limits: { ...under.limits, rule: 1 },
    })
  })

  it('changes a built-in one under its own name, or one of the stylebook', () => {
    const profiles = ['newsprint: { ink-limit: 200 }', 'proof: { extends: newsprint, marks: all }']
    expect(press('newsprint', profiles)).toMatchObject({ name: 'newsprint', inkLimit: 200 })
    expect(press('proof', profiles)).toMatchObject({
      inkLimit: 200,
      marks: ['crop', 'registration', 'colour-bar', 'slug'],
    })
  })

  it('says how far from the trim type stays: one margin for all edges, or another one at the spine', () => {
    const safe = (written: string) => press('ours', [`ours: { extends: stapled, safe: ${written} }`]).safe
    expect(press('newsprint').safe).toEqual({ outside: 0, spine: 0 })
    expect(press('stapled').safe).toEqual({ outside: mm(5), spine: mm(10) })
    expect(safe('4mm')).toEqual({ outside: expect.closeTo(mm(4), 6), spine: expect.closeTo(mm(4), 6) })
    expect(safe('{ spine: 12mm }')).toEqual({ outside: mm(5), spine: expect.closeTo(mm(12), 6) })
  })

  it('says how many pages there may be: a multiple, or bounds', () => {
    const pages = (written: string) => press('ours', [`ours: { extends: coated, page-count: ${written} }`]).pageCount
    expect(press('newsprint').pageCount).toEqual({ multiple: 1, least: 1, most: null })
    expect(press('coated').pageCount).toEqual({ multiple: 4, least: 4, most: null })
    expect(pages('8')).toEqual({ multiple: 8, least: 8, most: null })
    expect(pages('1')).toEqual({ multiple: 1, least: 1, most: null })
    expect(pages('{ most: 48 }')).toEqual({ multiple: 4, least: 4, most: 48 })
    expect(pages('{ multiple: 8, least: 16, most: 64 }')).toEqual({ multiple: 8, least: 16, most: 64 })
  })

  it('takes other inks of ours, whose condition comes with them', () => {
    const { inks } = press('ours', ['ours: { extends: newsprint, icc: coated-300 }'])
    expect(inks).toMatchObject({ condition: 'FOGRA39', isRegistered: true, info: expect.stringContaining('coated') })
  })

  it('takes the printer’s own ICC profile, under the name that the profile has, or the one that the printer gave', () => {
    const files = { 'layouts/printer.icc': icc('coated-300') }
    const unnamed = press('ours', ['ours: { extends: newsprint, icc: printer.icc }'], files).inks
    expect(unnamed).toMatchObject({ condition: 'coated-300, based on FOGRA39', isRegistered: false })
    const named = press(
      'ours',
      ['ours: { extends: newsprint, icc: printer.icc, condition: WAN-IFRAnewspaper26v5 }'],
      files,
    )
    expect(named.inks).toMatchObject({ condition: 'WAN-IFRAnewspaper26v5', isRegistered: true })
  })

  it('for a screen or an office printer changes one of those', () => {
    const profiles = ['home: { sheet: A4, creep: 0mm }', 'small: { extends: screen, pictures: { ppi: 100 } }']
    expect(find('home', profiles)).toMatchObject({
      profile: {
        kind: 'screen',
        name: 'home',
        ppi: 300,
        imposition: { order: 'folded', creep: 0, paper: { width: mm(210) } },
      },
      at: [],
    })
    expect(find('small', profiles)).toMatchObject({
      profile: { kind: 'screen', name: 'small', ppi: 100, imposition: { order: 'single', paper: null } },
      at: [],
    })
  })

  it('says how pages are put on sheets, and takes from another what it does not say', () => {
    const profiles = [
      'ours: { extends: coated, order: folded, creep: 0.2mm, sheet: SRA3 }',
      'theirs: { extends: ours, order: pairs, sheet: [400pt, 300pt] }',
      'bare: { extends: theirs, sheet: none }',
    ]
    expect(press('ours', profiles).imposition).toEqual({
      order: 'folded',
      creep: expect.closeTo(mm(0.2), 9),
      paper: { width: mm(320), height: mm(450) },
    })
    const theirs = { order: 'pairs', creep: expect.closeTo(mm(0.2), 9), paper: { width: 400, height: 300 } }
    expect(press('theirs', profiles).imposition).toEqual(theirs)
    expect(press('bare', profiles).imposition).toEqual({ ...theirs, paper: null })
    expect(press('coated').imposition).toEqual({ order: 'single', creep: 0, paper: null })
  })

  it('that allows no number of pages is told what it asks for', () => {
    const said = (pages: string) => find('ours', [`ours: { extends: newsprint, page-count: ${pages} }`]).diagnostics
    expect(said('{ least: 10, most: 6 }')).toMatchObject([
      { message: 'page-count allows no number of pages: at least 10, at most 6' },
    ])
    expect(said('{ multiple: 4, least: 5, most: 7 }')).toMatchObject([
      { message: 'page-count allows no number of pages: a multiple of 4, at least 5, at most 7' },
    ])
    expect(said('{ multiple: 4, least: 5, most: 8 }')).toEqual([])
  })

  it('may say none for nought, and one mark without a list', () => {
    const own = press('ours', ['ours: { extends: coated, bleed: none, safe: none, creep: none, marks: slug }'])
    expect(own).toMatchObject({ bleed: 0, safe: { outside: 0, spine: 0 }, imposition: { creep: 0 }, marks: ['slug'] })
  })

  it('may leave the ICC profile out of the file', () => {
    expect(press('ours', ['ours: { extends: stapled, embed: false }']).inks.isEmbedded).toBe(false)
  })
})

/** Our coated inks with a byte changed. */
const changed = (at: number, text: string): Uint8Array => {
  const bytes = Uint8Array.from(icc('coated-300'))
  bytes.set(Buffer.from(text, 'latin1'), at)
  return bytes
}

describe('a mistake in a print profile', () => {
  it.each([
    ['no name of another', ['ours: { bleed: 3mm }'], 'weekly.yaml:5:3 key-missing', 'extends: newsprint'],
    ['a name that nobody has', ['ours: { extends: newspint }'], 'weekly.yaml:5:20 profile-unknown', '"newsprint"'],
    ['what only a press can do', ['ours: { extends: screen, marks: all }'], 'weekly.yaml:5:28 value-wrong', 'sheet'],
    [
      'a way of making pictures that only a press has',
      ['ours: { extends: home, pictures: { ppi: 200, ruling: none } }'],
      'weekly.yaml:5:26 value-wrong',
      'pictures: { ppi: 150 }',
    ],
    [
      'an order that there is not',
      ['ours: { extends: home, order: foldet }'],
      'weekly.yaml:5:33 value-wrong',
      '"folded"',
    ],
    ['paper that there is not', ['ours: { extends: home, sheet: a3 }'], 'weekly.yaml:5:33 value-wrong', '"A3"'],
    ['paper of one side', ['ours: { extends: home, sheet: [420mm] }'], 'weekly.yaml:5:33 value-wrong', ''],
    ['a creep as thick as a board', ['ours: { extends: home, creep: 2mm }'], 'weekly.yaml:5:33 value-wrong', ''],
    ['a circle', ['ours: { extends: theirs }', 'theirs: { extends: ours }'], 'weekly.yaml:6:22 value-wrong', ''],
    [
      'a limit that there is not',
      ['ours: { extends: coated, limits: { tinted: 8pt } }'],
      'weekly.yaml:5:38 key-unknown',
      'did you mean "tinted-type"?',
    ],
    [
      'a limit that is like none',
      ['ours: { extends: coated, limits: { smallest-type: 8pt } }'],
      'weekly.yaml:5:38 key-unknown',
      'known are type, tinted-type',
    ],
    [
      'a standard by its second half',
      ['ours: { extends: coated, standard: X-4 }'],
      'weekly.yaml:5:38 value-wrong',
      'did you mean "PDF/X-4"?',
    ],
    [
      'marks that there are not',
      ['ours: { extends: coated, marks: crops }'],
      'weekly.yaml:5:35 value-wrong',
      'did you mean "crop"?',
    ],
    [
      'a press under a name of the house for screens',
      ['screen: { extends: newsprint }', 'ours: { extends: coated }'],
      'weekly.yaml:5:22 value-wrong',
      'another name',
    ],
    [
      'the same by way of another one',
      ['home: { extends: ours }', 'ours: { extends: coated }'],
      'weekly.yaml:5:20 value-wrong',
      'another name',
    ],
    [
      'numbers of pages of which there is none',
      ['ours: { extends: newsprint, page-count: { least: 10, most: 6 } }'],
      'weekly.yaml:5:31 value-wrong',
      'least must not be more than most',
    ],
    [
      'numbers of pages without a multiple among them, half of them another’s',
      ['ours: { extends: stapled, page-count: { least: 5, most: 7 } }'],
      'weekly.yaml:5:29 value-wrong',
      'no multiple of 4',
    ],
    ['itself', ['ours: { extends: ours }'], 'weekly.yaml:5:20 value-wrong', 'such as newsprint'],
    [
      'a margin that there is not',
      ['ours: { extends: coated, safe: { inside: 8mm } }'],
      'weekly.yaml:5:36 key-unknown',
      'known are outside, spine',
    ],
    [
      'inks that we have not',
      ['ours: { extends: newsprint, icc: newsprint-24 }'],
      'weekly.yaml:5:36 value-wrong',
      '"newsprint-240"',
    ],
    ['a PDF/X-4 without its inks', ['ours: { extends: coated-x4, embed: no }'], 'weekly.yaml:5:38 value-wrong', ''],
    [
      'a condition that nobody registered, not embedded',
      ['ours: { extends: coated, icc: p.icc, embed: no }'],
      'weekly.yaml:5:47 value-wrong',
      '',
    ],
  ])('is told whichever is asked for: %s', (_what, profiles, at, says) => {
    const { at: found, diagnostics } = find('screen', profiles)
    expect(found[0]).toBe(at)
    expect(`${diagnostics[0]!.hint ?? ''}`).toContain(says)
    expect(find('ours', profiles).at).toEqual(found)
  })

  it.each([
    ['a file that is not there', {}, 'file-missing', 'there is no ICC profile layouts/p.icc'],
    ['a file that is none', { 'layouts/p.icc': new Uint8Array(200) }, 'icc-unusable', 'this is no ICC profile'],
    ['one that is cut short', { 'layouts/p.icc': icc('coated-300').slice(0, 9000) }, 'icc-unusable', 'cut short'],
    ['one of a screen', { 'layouts/p.icc': changed(12, 'mntr') }, 'icc-unusable', 'none of a press'],
    ['one of three colours', { 'layouts/p.icc': changed(16, 'RGB ') }, 'icc-unusable', 'not of four inks, but of RGB'],
    ['one without tables', { 'layouts/p.icc': changed(128, '\0\0\0\0') }, 'icc-unusable', 'no tables'],
    ['one with tables of its own kind', { 'layouts/p.icc': changed(668, 'odd ') }, 'icc-unusable', 'cannot be read'],
    ['one whose tables are lies', { 'layouts/p.icc': changed(678, '\xff') }, 'icc-unusable', 'cannot be read'],
    ['one whose tables are cut off', { 'layouts/p.icc': changed(200, '\0\0\0\x1e') }, 'icc-unusable', 'cannot be read'],
    ['one of version 4 in a PDF/X-1a', { 'layouts/p.icc': changed(8, '\x04') }, 'icc-unusable', 'version 4'],
  ] as const)('of its inks is told when it is asked for: %s', (_what, files, code, says) => {
    const profiles = ['ours: { extends: coated, icc: p.icc }']
    expect(find('coated', profiles, files).diagnostics).toEqual([])
    const { profile, at, diagnostics } = find('ours', profiles, files)
    expect(profile).toBeNull()
    expect(at).toEqual([`weekly.yaml:5:33 ${code}`])
    expect(diagnostics[0]!.message).toContain(says)
  })

  it.each([
    ['borough.icc', 'file-missing', 'did you mean "profiles/borough.icc"?'],
    ['profiles/borouhg.icc', 'file-missing', 'did you mean "profiles/borough.icc"?'],
    ['borough', 'value-wrong', 'did you mean "profiles/borough.icc"?'],
    ['boroughs', 'value-wrong', 'such as profiles/boroughs.icc'],
  ])('of where its inks are is told, with the file that is meant: %s', (typed, code, says) => {
    const files = { 'layouts/profiles/borough.icc': icc('coated-300') }
    const { at, diagnostics } = find('ours', [`ours: { extends: coated, icc: ${typed} }`], files)
    expect(at).toEqual([`weekly.yaml:5:33 ${code}`])
    expect(diagnostics[0]!.hint).toContain(says)
  })

  it('does not come from a name that says it is longer than it is', () => {
    const name = 'mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenGB\0\0\xff\xff\0\0\0\x1c\0P\0r\0e\0s\0s\0\0'
    const { inks } = press('ours', ['ours: { extends: coated, icc: p.icc }'], { 'layouts/p.icc': changed(288, name) })
    expect(inks.condition).toMatch(/^Press/)
  })

  it('of version is none in a PDF/X-4, or where the file leaves the inks out', () => {
    const files = { 'layouts/p.icc': changed(8, '\x04') }
    expect(press('ours', ['ours: { extends: coated-x4, icc: p.icc }'], files).inks.icc.version).toBe(4)
    const outside = ['ours: { extends: coated, icc: p.icc, condition: FOGRA39, embed: false }']
    expect(press('ours', outside, files).inks.isEmbedded).toBe(false)
  })
})

describe('a mistake in the names of files', () => {
  const names = (pattern: string) => find('ours', [`ours: { extends: coated, file-names: ${pattern} }`])

  it.each([
    ['a token that nobody knows', '"{paper}-{paeg:2}"', 49, 'nothing is called {paeg:2}', 'did you mean "page"?'],
    ['one that is like none', '"{page}{colophon}"', 47, 'nothing is called {colophon}', 'known are {paper}, {number}'],
    ['no page', '"{paper}-{date}"', 40, 'must say {page}', '{page:2}'],
    ['a folder', '"pages/{page}"', 46, 'cannot hold "/"', 'plain letters'],
    ['a letter that is not plain', '"Né{page}"', 42, 'cannot hold "é"', 'plain letters'],
    ['a brace left open', '"{page}-{date"', 48, 'cannot hold "{"', 'plain letters'],
    ['a hidden file', '".{page}"', 40, 'begins with a letter', ''],
    ['noughts before words', '"{page}{paper:2}"', 47, 'is no number', ''],
    ['too many noughts', '"{page:9}"', 41, '1 to 6 figures', 'such as {page:2}'],
    ['nothing', '" "', 40, 'blank', ''],
  ])('is told at its place: %s', (_what, pattern, column, says, hint) => {
    const { at, diagnostics } = names(pattern)
    expect(at).toEqual([`weekly.yaml:5:${column} value-wrong`])
    expect(diagnostics[0]!.message).toContain(says)
    expect(diagnostics[0]!.hint ?? '').toContain(hint)
  })

  it('is told of a screen, whose one file has its name', () => {
    expect(find('ours', ['ours: { extends: home, file-names: "{page}" }']).at).toEqual(['weekly.yaml:5:26 value-wrong'])
  })
})
