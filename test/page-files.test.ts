import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../src/build.js'
import { looseFonts } from './press-checks.js'
import { buildPaper } from './press-paper.js'
import { PROFILES_FOLDER } from './prepress/profiles.js'
import { differing, pixelsOf, sheetPaper } from './sheet-paper.js'
import { SMALL_PAPER } from './small-edition.js'
import { askTool, hasTool } from './tools.js'

/** Builds a paper of three pages under a profile that names its files; what was written, by name without the out folder. */
async function named(
  profile: string,
  pages = 3,
  more: { readonly png?: number; readonly strict?: boolean } = {},
  changes: Readonly<Record<string, string>> = {},
) {
  const host = await sheetPaper(pages, changes)
  const built = await buildEdition({ ...SMALL_PAPER, profilesFolder: PROFILES_FOLDER, profile, host, ...more })
  if (built.fault) throw built.fault
  const files = built.files.map((path) => [path.slice('/paper/out/'.length), host.written.get(path)!] as const)
  return { built, files: new Map(files) }
}

describe('a file for each page', () => {
  it('is called as the printer wants, in a folder of the edition, and reports and ledger stand beside that', async () => {
    const { built, files } = await named('apart')
    expect(built.exit).toBe(0)
    expect([...files.keys()]).toEqual([
      'small-2022-01-14.apart/small_220114_01of3.pdf',
      'small-2022-01-14.apart/small_220114_02of3.pdf',
      'small-2022-01-14.apart/small_220114_03of3.pdf',
      'small-2022-01-14.apart.preflight.html',
      'small-2022-01-14.apart.preflight.json',
      'small-2022-01-14.fit.json',
    ])
  })

  it('shows just what its page shows in one file, and says as much of the press', async () => {
    const { files } = await named('apart')
    const together = await pixelsOf((await buildPaper(await sheetPaper(3), 'plain')).pdf)
    const ids = new Set<string>()
    for (let page = 1; page <= 3; page++) {
      const file = files.get(`small-2022-01-14.apart/small_220114_0${page}of3.pdf`)!
      const shown = await pixelsOf(file)
      expect(shown).toHaveLength(1)
      const whole = { left: 0, top: 0, right: shown[0]!.width, foot: shown[0]!.height }
      expect(differing(shown[0]!, together[page - 1]!, whole, { x: 0, y: 0 })).toBe(0)
      const { context, catalog } = await PDFDocument.load(file, { updateMetadata: false })
      expect(catalog.has(PDFName.of('OutputIntents'))).toBe(true)
      ids.add(String(context.trailerInfo.ID))
      if (hasTool('qpdf')) expect(askTool('qpdf', ['--check', 'PDF'], file)).toContain('No syntax or stream')
      if (hasTool('pdffonts')) expect(looseFonts(file)).toEqual([])
    }
    expect(ids.size).toBe(3)
  })

  it('is one for each sheet where two pages stand on one', async () => {
    const { files } = await named('sheets', 5)
    expect([...files.keys()].filter((name) => name.endsWith('.pdf'))).toEqual([
      'small-2022-01-14.sheets/0007-08-01.sheets.pdf',
      'small-2022-01-14.sheets/0007-02-07.sheets.pdf',
      'small-2022-01-14.sheets/0007-06-03.sheets.pdf',
      'small-2022-01-14.sheets/0007-04-05.sheets.pdf',
    ])
  })

  it('does not take the place of another edition’s where the pattern has the page alone', async () => {
    const small = 'apart: { extends: plain, file-names: "PAGE_{page:2}" }'
    const names: string[] = []
    for (const date of ['2022-01-14', '2022-01-21']) {
      const host = await sheetPaper(1)
      const [manifest, stylebook] = ['edition/edition.yaml', 'layouts/small.yaml'].map((path) =>
        new TextDecoder().decode(host.readBytes(`/paper/${path}`)!),
      )
      const { files } = await named(
        'apart',
        1,
        {},
        {
          'edition/edition.yaml': manifest!.replace('2022-01-14', date),
          'layouts/small.yaml': stylebook!.replace(/apart: .*/, small),
        },
      )
      names.push(...[...files.keys()].filter((name) => name.endsWith('.pdf')))
    }
    expect(names).toEqual(['small-2022-01-14.apart/PAGE_01.pdf', 'small-2022-01-21.apart/PAGE_01.pdf'])
  })

  it('is told of where PDFs that are not this build’s lie beside it; a strict build is not fit to print then', async () => {
    const left = ['small_220114_04of4.pdf', 'ADVERT.PDF', 'readme.txt']
    const changes = Object.fromEntries(left.map((name) => [`out/small-2022-01-14.apart/${name}`, 'old']))
    const { built, files } = await named('apart', 3, {}, changes)
    expect(built.exit).toBe(0)
    expect([...files.keys()].filter((name) => name.endsWith('.pdf'))).toHaveLength(3)
    expect(built.diagnostics).toMatchObject([
      {
        code: 'files-left',
        severity: 'warning',
        place: { file: 'out/small-2022-01-14.apart' },
        message: 'not of this build, but in the folder of its files: ADVERT.PDF, small_220114_04of4.pdf',
        hint: 'take them out, lest they go to the press',
      },
    ])
    const strict = await named('apart', 3, { strict: true }, changes)
    expect(strict.built.exit).toBe(3)
    expect(strict.files.size).toBe(files.size)
  })

  it('gives its pictures in the order of the pages', async () => {
    const { files } = await named('apart', 3, { png: 20 })
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toEqual(
      [1, 2, 3].map((page) => `small-2022-01-14.apart-p${page}.png`),
    )
  })

  it('is the same, byte for byte, when it is built again', async () => {
    const [first, again] = [await named('apart'), await named('apart')]
    for (const [name, bytes] of first.files) expect(Buffer.compare(bytes, again.files.get(name)!), name).toBe(0)
  })

  it.each([
    ['', '{number}, which this edition does not have'],
    ['number: 7/8\n', '{number} is "7/8"'],
  ])('is not written when the edition has not what its name asks for: %j', async (number, says) => {
    const manifest = `paper: small\ndate: 2022-01-14\n${number}pages:\n  - place: { lead: { article: story-1, at: { col: 1, span: 2, line: 1, depth: 20 } } }\n`
    const { built, files } = await named('sheets', 1, {}, { 'edition/edition.yaml': manifest })
    expect(built.exit).toBe(1)
    expect(files.size).toBe(0)
    const errors = built.diagnostics.filter(({ severity }) => severity === 'error')
    expect(errors).toMatchObject([
      {
        code: 'value-wrong',
        message: expect.stringContaining(says),
        place: { file: 'layouts/small.yaml', line: 26, column: 42 },
      },
    ])
  })
})
