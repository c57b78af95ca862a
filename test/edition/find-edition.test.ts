import { describe, expect, it } from 'vitest'
import { findManifest, newestEdition } from '../../src/edition/index.js'
import { memoryHost } from '../memory-host.js'

const dated = (date: string): string => `paper: weekly\ndate: ${date}\n`

describe('the newest edition', () => {
  const newest = (files: Readonly<Record<string, string>>): string | null =>
    newestEdition('/paper/editions', memoryHost(files))

  it('is the one of the latest date, whatever its folder is called', () => {
    expect(
      newest({
        'editions/z/edition.yaml': dated('2022-01-07'),
        'editions/a/edition.yaml': dated('2022-01-14'),
        'editions/m/edition.yaml': dated('2021-12-31'),
      }),
    ).toBe('/paper/editions/a/edition.yaml')
  })

  it('passes over what has no date that exists, what is no edition, and what is standing', () => {
    expect(
      newest({
        'editions/a/edition.yaml': dated('2022-01-07'),
        'editions/b/edition.yaml': dated('2022-02-30'),
        'editions/c/edition.yaml': 'date: [2022-03-01]\n',
        'editions/d/edition.yaml': 'date: {\n',
        'editions/e/notes.txt': dated('2022-03-01'),
        'editions/standing/edition.yaml': dated('2022-03-01'),
        'editions/edition.yaml': dated('2022-03-01'),
      }),
    ).toBe('/paper/editions/a/edition.yaml')
  })

  it('finds the date in a manifest with other mistakes', () => {
    expect(newest({ 'editions/a/edition.yaml': `${dated('2022-01-07')}pags: []\n` })).not.toBeNull()
  })

  it('is none where there are none', () => {
    expect(newest({ 'layouts/x.yaml': '' })).toBeNull()
  })
})

describe('a manifest', () => {
  const host = memoryHost({ 'editions/a/edition.yaml': '', 'editions/b/x': '' })

  it.each([
    ['/paper/editions/a', '/paper/editions/a/edition.yaml'],
    ['/paper/editions/a/edition.yaml', '/paper/editions/a/edition.yaml'],
    ['/paper/editions/b', null],
    ['/paper/editions/c', null],
  ])('at %s is %s', (path, manifest) => {
    expect(findManifest(path, host)).toBe(manifest)
  })
})
