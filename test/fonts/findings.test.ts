import { describe, expect, it } from 'vitest'
import { ask, brief, bytesOf, FILES, renameTable, stylebookPlace, tryFonts } from './open-test-fonts.js'
import type { TestFonts } from './open-test-fonts.js'

/** A family of one face in line 3; its file begins in column 15. */
const oneFace = (file: string): string => `serif:\n  faces:\n    - { file: ${JSON.stringify(file)} }\n`

const GOOD = oneFace(`npm:${FILES.regular}`)

const findings = async (test: TestFonts): Promise<string[]> => (await tryFonts(test)).diagnostics.map(brief)

describe('files that fonts.yaml names', () => {
  it('may be of an installed package or in the folder', async () => {
    const yaml = `${GOOD}    - { file: House-Bold.ttf, weight: bold }\n`
    const asked = [ask('serif'), ask('serif', { weight: 700 })]
    const { fonts, diagnostics } = await tryFonts({ yaml, asked, files: { 'House-Bold.ttf': bytesOf('bold') } })
    expect(diagnostics).toEqual([])
    expect(fonts!.registered().map((face) => face.key)).toEqual(['serif-400-normal', 'serif-700-normal'])
  })

  it('are all looked for, even when nothing asks for them', async () => {
    expect(await findings({ yaml: `${GOOD}    - { file: Lost.ttf, weight: bold }\n` })).toEqual([
      'fonts/fonts.yaml:4:15 file-missing',
    ])
  })

  it('are missing when the package has no such file, or is not there at all, with the command that brings it', async () => {
    const yaml = `serif:
  faces:
    - { file: "npm:@expo-google-fonts/source-serif-4/Lost.ttf" }
    - { file: "npm:@nobody/no-such-fonts/Lost.ttf", weight: bold }
`
    const { diagnostics } = await tryFonts({ yaml })
    expect(diagnostics.map(brief)).toEqual(['fonts/fonts.yaml:3:15 file-missing', 'fonts/fonts.yaml:4:15 file-missing'])
    expect(diagnostics[0]!.message).toBe('the package @expo-google-fonts/source-serif-4 has no file Lost.ttf')
    expect(diagnostics[1]!.hint).toBe('npm install @nobody/no-such-fonts')
  })

  it.each(['../secret.ttf', '/etc/fonts/secret.ttf', 'npm:../secret.ttf', 'npm:@expo-google-fonts/../../secret.ttf'])(
    'may not lie outside the folder: %s',
    async (file) => {
      const { diagnostics, filesRead } = await tryFonts({ yaml: oneFace(file), asked: [ask('serif')] })
      expect(diagnostics.map(brief)).toEqual(['fonts/fonts.yaml:3:15 path-outside'])
      expect(filesRead).toEqual([])
    },
  )

  it('may not lie outside the folder through a link', async () => {
    const test = { yaml: oneFace('linked/a.ttf'), asked: [ask('serif')], links: { 'fonts/linked': '/elsewhere' } }
    const files = { '/elsewhere/a.ttf': bytesOf('regular') }
    expect(await findings({ ...test, files })).toEqual(['fonts/fonts.yaml:3:15 path-outside'])
  })

  it.each(['npm:fs', 'npm:/etc/hosts', 'npm:./host.js', 'npm:a//b.ttf', 'npm:'])(
    'must be a file of a package after npm: %s',
    async (file) => {
      expect(await findings({ yaml: oneFace(file) })).toEqual(['fonts/fonts.yaml:3:15 value-wrong'])
    },
  )
})

describe('a font file', () => {
  const long = bytesOf('regular')
  const withSignature = (signature: string): Uint8Array => {
    const bytes = long.slice()
    bytes.set(new TextEncoder().encode(signature))
    return bytes
  }
  it.each([
    ['is empty', new Uint8Array()],
    ['is not a TTF or OTF font', new TextEncoder().encode('Not a font at all, but a letter to the editor.')],
    ['is damaged: it ends too soon', long.slice(0, 5)],
    ['is damaged: it ends too soon', long.slice(0, 12)],
    ['is damaged: it ends too soon', long.slice(0, 100)],
    ['is damaged: it ends too soon', long.slice(0, 100_000)],
    ['is damaged: its table "cmap" is missing', renameTable(long, 'cmap', 'cmaq')],
    ['has no outlines to print', renameTable(long, 'glyf', 'glyg')],
    ['is damaged: its tables do not agree with each other', withShortTable(long, 'loca')],
    ['is damaged: its tables do not agree with each other', withShortTable(long, 'hmtx')],
    ['is damaged: its tables do not agree with each other', withShortTable(long, 'head')],
    ['is damaged: no character can be found in it', withEmptyCharacterMap(long)],
    ['is a variable font; use the static file of the weight that you want', renameTable(long, 'GDEF', 'fvar')],
    ['is a WOFF web font; use the TTF or OTF that it was made from', withSignature('wOFF')],
    ['is a WOFF2 web font; use the TTF or OTF that it was made from', withSignature('wOF2')],
    ['is a collection of several fonts; save the one you want as a TTF or OTF', withSignature('ttcf')],
  ])('%s', async (reason, bytes) => {
    const { diagnostics, fonts } = await tryFonts({
      yaml: oneFace('A.ttf'),
      asked: [ask('serif')],
      files: { 'A.ttf': bytes },
    })
    expect(diagnostics.map(brief)).toEqual(['fonts/fonts.yaml:3:15 font-unusable'])
    expect(diagnostics[0]!.message).toBe(`"A.ttf" ${reason}`)
    expect(fonts).toBeNull()
  })

  it.each(['A.woff', 'A.WOFF2', 'A.ttc', 'A.otc', 'A.eot'])(
    'is refused by its name alone, asked for or not: %s',
    async (name) => {
      const { diagnostics, filesRead } = await tryFonts({ yaml: oneFace(name), files: { [name]: 'x' } })
      expect(diagnostics.map(brief)).toEqual(['fonts/fonts.yaml:3:15 font-unusable'])
      expect(filesRead).toEqual([])
    },
  )

  it('that is a folder is refused', async () => {
    const { diagnostics } = await tryFonts({ yaml: oneFace('A'), files: { 'A/a.ttf': 'x' } })
    expect(diagnostics.map(brief)).toEqual(['fonts/fonts.yaml:3:15 font-unusable'])
    expect(diagnostics[0]!.message).toBe('"A" is a folder, not a font')
  })

  it('that is unusable is blamed in every line that names it, and another face of the family stands in', async () => {
    const yaml = `${oneFace('A.ttf')}    - { file: "npm:${FILES.bold}", weight: bold }
other:
  faces:
    - { file: A.ttf }
`
    const { diagnostics, fonts } = await tryFonts({
      yaml,
      asked: [ask('serif'), ask('other')],
      files: { 'A.ttf': 'x' },
    })
    expect(diagnostics.map(brief)).toEqual([
      'fonts/fonts.yaml:3:15 font-unusable',
      'fonts/fonts.yaml:7:15 font-unusable',
    ])
    expect(fonts!.face({ family: 'serif', weight: 400, italic: false }).key).toBe('serif-700-normal')
    expect(fonts!.face({ family: 'other', weight: 400, italic: false }).key).toBe('serif-700-normal')
  })

  it('that two families name is read once and shared', async () => {
    const yaml = `${GOOD}other:\n  faces: [{ file: "npm:${FILES.regular}" }]\n`
    const { fonts, filesRead } = await tryFonts({ yaml, asked: [ask('serif'), ask('other')] })
    const [serif, other] = fonts!.registered()
    expect([serif!.key, other!.key]).toEqual(['serif-400-normal', 'other-400-normal'])
    expect(serif!.bytes).toBe(other!.bytes)
    expect(filesRead).toEqual(['SourceSerif4_400Regular.ttf'])
  })

  it('that nobody asks for is not read', async () => {
    const yaml = `${GOOD}    - { file: A.ttf, weight: bold }\n`
    const { diagnostics, filesRead } = await tryFonts({ yaml, asked: [ask('serif')], files: { 'A.ttf': 'x' } })
    expect(diagnostics).toEqual([])
    expect(filesRead).toEqual(['SourceSerif4_400Regular.ttf'])
  })
})

describe('families and faces that the stylebook asks for', () => {
  it('are unknown at the place that names the family, with the nearest one', async () => {
    const { diagnostics } = await tryFonts({ yaml: GOOD, asked: [ask('serfi', { fontPlace: stylebookPlace(9, 4) })] })
    expect(diagnostics.map(brief)).toEqual(['layouts/weekly.yaml:9:4 font-unknown'])
    expect(diagnostics[0]!.hint).toBe('did you mean "serif"?')
  })

  it('are unknown with a list of the families when none is near', async () => {
    const { diagnostics } = await tryFonts({ yaml: GOOD, asked: [ask('handwriting')] })
    expect(diagnostics[0]!.hint).toBe('fonts.yaml has serif')
  })

  it('are missing at the place that names the weight or style, with what there is', async () => {
    const yaml = `${GOOD}    - { file: "npm:${FILES.italic}", style: italic }\n`
    const { diagnostics, fonts } = await tryFonts({ yaml, asked: [ask('serif', { weight: 700, italic: true })] })
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        code: 'face-missing',
        message: 'family "serif" has no bold italic',
        hint: 'it has regular and italic',
        place: stylebookPlace(3, 32),
      },
    ])
    expect(fonts!.face({ family: 'serif', weight: 700, italic: true }).key).toBe('serif-400-italic')
  })

  it('are replaced by the nearest, with a warning at the family, when nobody named the weight or style', async () => {
    const { diagnostics } = await tryFonts({ yaml: GOOD, asked: [ask('serif', { weight: 700, facePlace: null })] })
    expect(diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'face-substituted',
        message: 'family "serif" has no bold; regular was used',
        place: stylebookPlace(3, 17),
      },
    ])
  })
})

describe('fonts.yaml', () => {
  it('must be there', async () => {
    const { openFonts } = await import('../../src/fonts/index.js')
    const { memoryHost } = await import('../memory-host.js')
    const found: string[] = []
    const host = memoryHost({ 'fonts/a.txt': '' })
    const fonts = await openFonts({
      fontsFolder: '/paper/fonts',
      host,
      report: ({ code, place }) => found.push(`${place.file} ${code}`),
      asked: [ask('serif')],
    })
    expect(found).toEqual(['fonts/fonts.yaml file-missing'])
    expect(fonts).toBeNull()
  })

  it('must name a family', async () => {
    expect(await findings({ yaml: '# none yet\n' })).toEqual(['fonts/fonts.yaml:1:1 key-missing'])
  })

  it('must name a face in each family', async () => {
    const yaml = `${GOOD}empty:\n  faces: []\n`
    expect(await findings({ yaml, asked: [ask('empty')] })).toEqual(['fonts/fonts.yaml:5:10 value-wrong'])
  })

  it('may not name a weight and style twice in a family', async () => {
    const { diagnostics } = await tryFonts({ yaml: `${GOOD}    - { file: "npm:${FILES.bold}", weight: 400 }\n` })
    expect(diagnostics.map(brief)).toEqual(['fonts/fonts.yaml:4:15 value-wrong'])
    expect(diagnostics[0]!.message).toBe('family "serif" has two faces that are regular')
    expect(diagnostics[0]!.hint).toBe('the first is in line 3: keep one, or correct a weight or style')
  })

  it('may not fall back on a family that it does not have', async () => {
    const { diagnostics } = await tryFonts({ yaml: `${GOOD}  fallback: [serif, serrif]\n` })
    expect(diagnostics.map(brief)).toEqual(['fonts/fonts.yaml:4:21 font-unknown'])
    expect(diagnostics[0]!.hint).toBe('did you mean "serif"?')
  })

  it.each([
    ['an unknown key', `${GOOD}  fall-back: [serif]\n`, '4:3 key-unknown'],
    ['a face without a file', `serif:\n  faces:\n    - { weight: bold }\n`, '3:7 key-missing'],
    ['a family without faces', `serif:\n  fallback: [serif]\n`, '1:1 key-missing'],
    ['a weight that is none', `serif:\n  faces:\n    - { file: A.ttf, weight: fat }\n`, '3:30 value-wrong'],
    ['a style that is none', `serif:\n  faces:\n    - { file: A.ttf, style: oblique }\n`, '3:29 value-wrong'],
    ['a family that is no map', `serif: A.ttf\n`, '1:8 value-wrong'],
    ['YAML that cannot be read', `serif: [\n`, ' yaml-syntax'],
  ])('with %s is blamed there, and for nothing that follows from it', async (_, yaml, expected) => {
    const found = await findings({ yaml, asked: [ask('serif', { weight: 300 })], files: { 'A.ttf': bytesOf('regular') } })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })
})

/** The font with the length of one table cut to four bytes. */
function withShortTable(bytes: Uint8Array, tag: string): Uint8Array {
  const changed = bytes.slice()
  new DataView(changed.buffer).setUint32(entryOf(changed, tag) + 12, 4)
  return changed
}

/** The font with a character map that names no subtable. */
function withEmptyCharacterMap(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  view.setUint16(view.getUint32(entryOf(changed, 'cmap') + 8) + 2, 0)
  return changed
}

function entryOf(bytes: Uint8Array, tag: string): number {
  for (let entry = 12; ; entry += 16) {
    if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) === tag) return entry
  }
}
