import { describe, expect, it } from 'vitest'
import { gather, wholeFile } from '../../src/base/index.js'
import { insideFolder, openSource, sourceFile } from '../../src/source/index.js'
import { memoryHost } from '../memory-host.js'

function open(bytes: Uint8Array | string) {
  const { report, diagnostics } = gather()
  return { source: openSource('/paper/a.md', memoryHost({ 'a.md': bytes }), report), diagnostics }
}

describe('opening a file', () => {
  it('takes the byte order mark away', () => {
    expect(open(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61])).source!.text).toBe('a')
  })

  it('points at the first byte that is not UTF-8', () => {
    const { source, diagnostics } = open(Uint8Array.from([0x61, 0x0a, 0xc3, 0xa9, 0x62, 0xff, 0x63, 0xff]))
    expect(source).toBeNull()
    expect(diagnostics[0]).toMatchObject({ code: 'file-unreadable', place: { file: 'a.md', line: 2, column: 3 } })
  })

  it('points at a character that the end of the file cuts', () => {
    expect(open(Uint8Array.from([0x61, 0xe2, 0x80])).diagnostics[0]!.place).toMatchObject({ line: 1, column: 2 })
  })

  it('blames the place that names a file which is not there', () => {
    const { report, diagnostics } = gather()
    openSource('/paper/b.md', memoryHost({ 'a.md': '' }), report, wholeFile('edition.yaml'))
    expect(diagnostics).toMatchObject([{ code: 'file-missing', place: { file: 'edition.yaml' } }])
    expect(diagnostics[0]!.message).toBe('there is no file b.md')
  })

  it('refuses a folder', () => {
    const { report, diagnostics } = gather()
    openSource('/paper/b', memoryHost({ 'b/a.md': '' }), report)
    expect(diagnostics).toMatchObject([{ code: 'file-unreadable', message: 'b is a folder, not a file' }])
  })
})

describe('a place', () => {
  const source = sourceFile('/a', 'a', 'one\r\ntwo\n\nfour')

  it.each([
    [0, 3, { line: 1, column: 1, sourceLine: 'one', length: 3 }],
    [5, 1, { line: 2, column: 1, sourceLine: 'two', length: 1 }],
    [7, 99, { line: 2, column: 3, sourceLine: 'two', length: 1 }],
    [9, 1, { line: 3, column: 1, sourceLine: '', length: 1 }],
    [10, Infinity, { line: 4, column: 1, sourceLine: 'four', length: 4 }],
    [14, 0, { line: 4, column: 5, sourceLine: 'four', length: 1 }],
    [99, 2, { line: 4, column: 5, sourceLine: 'four', length: 1 }],
  ])('of offset %i over %d characters', (offset, length, place) => {
    expect(source.placeAt(offset, length)).toEqual({ file: 'a', ...place })
  })
})

describe('the guard of a folder', () => {
  const host = memoryHost(
    { 'edition/articles/a.md': '', 'other/b.md': '', 'editions/c.md': '' },
    {
      'edition/articles/out.md': 'other/b.md',
      'edition/in.md': 'edition/articles/a.md',
      'edition/away': 'other',
      linked: 'edition',
    },
  )

  it.each([
    ['articles/a.md', true],
    ['.', true],
    ['articles/../articles/a.md', true],
    ['/paper/edition/articles/a.md', true],
    ['in.md', true],
    ['nothing-there.md', true],
    ['..', false],
    ['../other/b.md', false],
    ['../editions/c.md', false],
    ['/etc/passwd', false],
    ['articles/out.md', false],
    ['away/b.md', false],
    ['away/nothing-there.md', false],
  ])('lets %s in: %s', (path, isInside) => {
    expect(insideFolder(host, '/paper/edition', path)).toBe(isInside)
  })

  it('takes a folder that is itself a link for what it leads to', () => {
    expect(insideFolder(host, '/paper/linked', 'articles/a.md')).toBe(true)
    expect(insideFolder(host, '/paper/linked', 'articles/out.md')).toBe(false)
  })
})
