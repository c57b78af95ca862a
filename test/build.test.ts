import { describe, expect, it } from 'vitest'
import type { Host } from '../src/base/index.js'
import { buildEdition, type Build, type BuildRequest, type Stage } from '../src/build.js'
import { memoryHost, type MemoryHost } from './memory-host.js'
import { article, SMALL_EDITION, SMALL_PAPER } from './small-edition.js'

const paper = (changes: Readonly<Record<string, string>> = {}): MemoryHost =>
  memoryHost({ ...SMALL_EDITION, ...changes })

function build(host: Host, changes: Partial<BuildRequest> = {}): Promise<Build> {
  return buildEdition({ ...SMALL_PAPER, host, ...changes })
}

const places = ({ diagnostics }: Build): string[] =>
  diagnostics.map(({ code, place: { file, line, column } }) => `${file}:${line}:${column} ${code}`)

describe('a build', () => {
  it('gives pages and ledger, both written', async () => {
    const host = paper()
    const built = await build(host)
    expect(built.diagnostics).toEqual([])
    expect(built).toMatchObject({
      exit: 0,
      files: ['/paper/out/small-2022-01-14.pdf', '/paper/out/small-2022-01-14.fit.json'],
      ledger: { edition: { paper: 'small' } },
    })
    expect([...host.written.keys()]).toEqual(built.files)
    expect(new TextDecoder().decode(host.written.get(built.files[0]!)!.slice(0, 8))).toBe('%PDF-1.7')
    expect(new TextDecoder().decode(host.written.get(built.files[1]!))).toBe(
      `${JSON.stringify(built.ledger, null, 2)}\n`,
    )
  })

  it('gives the same bytes where copyfit is switched off as where nothing is said of it', async () => {
    const written = async (fit: string): Promise<readonly string[]> => {
      const host = paper({ 'layouts/small.yaml': `${SMALL_EDITION['layouts/small.yaml']}${fit}` })
      await build(host)
      return [...host.written.values()].map((bytes) => Buffer.from(bytes).toString('latin1'))
    }
    const plain = await written('')
    expect(plain).toHaveLength(2)
    expect(await written('fit: none\n')).toEqual(plain)
    expect(await written('fit: { paragraphs: 0, tracking: 0, heads: 0, optional: false }\n')).toEqual(plain)
  })

  it('goes through its stages in order', async () => {
    const stages: Stage[] = []
    await build(paper(), {
      onlooker: { begin: (stage) => void stages.push(stage), standBetween: (setter) => setter },
    })
    expect(stages).toEqual(['copy', 'fonts', 'make-up', 'painting', 'output', 'writing'])
  })

  it('takes the newest edition when none is named', async () => {
    const moved = (name: string, date: string): Record<string, string> =>
      Object.fromEntries(
        Object.entries(SMALL_EDITION)
          .filter(([path]) => path.startsWith('edition/'))
          .map(([path, text]) => [path.replace(/^edition/, `editions/${name}`), text.replace('2022-01-14', date)]),
      )
    // By its date, not by its folder's name.
    const host = memoryHost({ ...SMALL_EDITION, ...moved('a', '2022-02-04'), ...moved('z', '2022-01-28') })
    expect((await build(host, { edition: null })).ledger?.edition.date).toBe('2022-02-04')
  })

  it('says that there is no edition when none is named and none is there', async () => {
    const built = await build(paper(), { edition: null })
    expect(built.exit).toBe(1)
    expect(places(built)).toEqual([expect.stringMatching(/ edition-missing$/)])
  })

  it('lists the mistakes of manifest, copy, stylebook and fonts in one run, and writes nothing', async () => {
    const host = paper({
      'edition/edition.yaml': SMALL_EDITION['edition/edition.yaml']!.replace('number:', 'numbr:'),
      'edition/articles/film.md': '---\nheadline: Film\nbylin: me\n---\n\nText.\n',
      'fonts/fonts.yaml': SMALL_EDITION['fonts/fonts.yaml']!.replace('600SemiBold.ttf', '601SemiBold.ttf'),
    })
    const built = await build(host)
    expect(built).toMatchObject({ exit: 1, ledger: null, files: [] })
    expect(places(built)).toEqual([
      'edition/edition.yaml:3:1 key-unknown',
      'edition/articles/film.md:3:1 key-unknown',
      expect.stringMatching(/^fonts\/fonts\.yaml:5:\d+ file-missing$/),
    ])
    expect(host.written.size).toBe(0)
  })

  it('finds a character that no font has, and writes nothing', async () => {
    const host = paper({ 'edition/articles/film.md': '---\nheadline: Film\n---\n\nA word and 漢 another.\n' })
    const built = await build(host)
    expect(built.exit).toBe(1)
    expect(places(built)).toEqual(['edition/articles/film.md:5:12 glyph-missing'])
    expect(host.written.size).toBe(0)
  })

  it('finds such a character beside other mistakes too, in the heads as in the text', async () => {
    const host = paper({
      'edition/edition.yaml': SMALL_EDITION['edition/edition.yaml']!.replace('number:', 'numbr:'),
      'edition/articles/film.md': '---\nheadline: Film 漢\n---\n\nA word and 字 another.\n',
    })
    expect(places(await build(host)).sort()).toEqual([
      'edition/articles/film.md:2:16 glyph-missing',
      'edition/articles/film.md:5:12 glyph-missing',
      'edition/edition.yaml:3:1 key-unknown',
    ])
  })

  it('finds such a character in a caption, a credit, a pull quote and a sidebar, beside other mistakes too', async () => {
    const film = `---
headline: Film
pictures: [{ file: a.svg, caption: A 漢 square, credit: 字 }]
quotes: [We 語 said]
---

Words.
`
    const manifest = (head: string): string =>
      SMALL_EDITION['edition/edition.yaml']!.replace('number:', head).replace(
        'second: film',
        'second: { article: film, picture: { depth: 5 }, quote: { leg: 1 }, sidebar: { article: facts, leg: 1 } }',
      )
    const found = async (head: string): Promise<readonly string[]> => {
      const host = paper({
        'edition/edition.yaml': manifest(head),
        'edition/a.svg': '<svg viewBox="0 0 3 2"/>',
        'edition/articles/film.md': film,
        'edition/articles/facts.md': '---\nheadline: Facts\n---\n\nA 文 word.\n',
      })
      return places(await build(host)).filter((one) => one.endsWith('glyph-missing'))
    }
    const expected = [
      'edition/articles/facts.md:5:3 glyph-missing',
      'edition/articles/film.md:3:38 glyph-missing',
      'edition/articles/film.md:3:56 glyph-missing',
      'edition/articles/film.md:4:13 glyph-missing',
    ]
    expect([...(await found('numbr:'))].sort()).toEqual(expected)
    expect([...(await found('number:'))].sort()).toEqual(expected)
  })

  it('is unfit, but written, when text is over', async () => {
    const host = paper({ 'edition/articles/film.md': article('Film', 2000) })
    const built = await build(host)
    expect(built.exit).toBe(3)
    expect(built.ledger?.articles['film']).toMatchObject({ status: 'overset' })
    expect(host.written.size).toBe(2)
  })

  it('says that results cannot be written', async () => {
    const host = {
      ...paper(),
      writeWhole: () => {
        throw new Error('the disk is full')
      },
    }
    const built = await build(host)
    expect(built).toMatchObject({ exit: 1, ledger: null, files: [] })
    expect(built.diagnostics).toMatchObject([
      { code: 'file-unwritable', message: expect.stringContaining('the disk is full'), place: { file: 'out' } },
    ])
  })

  it('owns up to a fault of its own in one sentence', async () => {
    const fault = new Error('galley without end')
    const host = {
      ...paper(),
      readBytes: () => {
        throw fault
      },
    }
    const built = await build(host)
    expect(built).toMatchObject({ exit: 1, files: [], fault })
    expect(built.diagnostics).toMatchObject([
      { severity: 'error', code: 'internal-error', message: 'internal error: galley without end; please report it' },
    ])
  })
})
