import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeHost } from '../src/host.js'

let place: string
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const at = (...names: string[]): string => join(place, ...names)

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'stonehand-host-'))
})

afterEach(() => rmSync(place, { recursive: true, force: true }))

describe('the machine', () => {
  it('says what stands at a path', () => {
    writeFileSync(at('a'), '')
    symlinkSync(place, at('b'))
    const host = nodeHost(place)
    expect(['a', 'b', 'c'].map((name) => host.kind(at(name)))).toEqual(['file', 'folder', 'missing'])
  })

  it('says how large a file is, before it is read', () => {
    writeFileSync(at('a'), 'four')
    const host = nodeHost(place)
    expect([host.size(at('a')), host.size(place), host.size(at('x'))]).toEqual([4, null, null])
  })

  it('gives nothing where there is nothing, and never throws', () => {
    const host = nodeHost(place)
    expect([host.readBytes(at('x')), host.readBytes(place), host.list(at('x')), host.realPath(at('x'))]).toEqual(
      Array.from({ length: 4 }, () => null),
    )
    expect(host.packageFile('no-such-package/font.ttf')).toBeNull()
  })

  it('lists a folder by code units', () => {
    for (const name of ['b', 'ä', 'B', 'a']) writeFileSync(at(name), '')
    expect(nodeHost(place).list(place)).toEqual(['B', 'a', 'b', 'ä'])
  })

  it('finds a file of an installed package', () => {
    const file = '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'
    expect(nodeHost(place).packageFile(file)?.replaceAll('\\', '/')).toMatch(new RegExp(`${file}$`))
  })

  it('finds nothing by a name that climbs out of a package', () => {
    const host = nodeHost(place)
    const climbing = ['../package.json', './host.ts', '/etc/hostname', 'vitest/../yaml/package.json', 'node:fs', 'yaml']
    expect(climbing.map((name) => host.packageFile(name))).toEqual(climbing.map(() => null))
  })

  it('shows a path inside the working folder as relative, any other whole', () => {
    const host = nodeHost(at('in'))
    expect(host.displayPath(at('in', 'a', 'b'))).toBe(join('a', 'b'))
    expect(host.displayPath(at('out'))).toBe(at('out'))
    expect(host.displayPath(at('in', '..dots'))).toBe('..dots')
  })

  it('writes several files together and makes their folders', () => {
    nodeHost(place).writeWhole([
      { path: at('out', 'a'), bytes: bytes('one') },
      { path: at('out', 'b'), bytes: bytes('two') },
    ])
    expect(readdirSync(at('out'))).toEqual(['a', 'b'])
    expect(readFileSync(at('out', 'b'), 'utf8')).toBe('two')
  })

  it('writes none of several files when one cannot be written, and leaves the old ones', () => {
    writeFileSync(at('a'), 'old')
    mkdirSync(at('b'))
    const files = ['a', 'b'].map((name) => ({ path: at(name), bytes: bytes('new') }))
    expect(() => nodeHost(place).writeWhole(files)).toThrow('a folder of that name stands in the way')
    expect(readFileSync(at('a'), 'utf8')).toBe('old')
    expect(readdirSync(place)).toEqual(['a', 'b'])
  })

  it('says in plain words why it cannot write', () => {
    writeFileSync(at('out'), '')
    expect(() => nodeHost(place).writeWhole([{ path: at('out', 'a'), bytes: bytes('') }])).toThrow(
      'a file stands where a folder is needed',
    )
  })
})
