import { describe, expect, it } from 'vitest'
import { articleText, loadPaper, MANIFEST } from '../paper.js'

describe('a manifest', () => {
  it('that is a link to somewhere else is not read', () => {
    const links = { 'editions/2022-01-14/edition.yaml': 'elsewhere/edition.yaml' }
    const { edition, mistakes } = loadPaper({ files: { 'elsewhere/edition.yaml': MANIFEST } }, links)
    expect(edition).toBeNull()
    expect(mistakes).toEqual(['edition.yaml:1:1 path-outside'])
  })
})

describe('an article', () => {
  it('that ends in a crosshead is warned of at the crosshead', () => {
    const articles = { rents: articleText('Rents up', 'Rents go up.\n\n## What next'), film: articleText('A film') }
    expect(loadPaper({ articles }).mistakes).toEqual(['rents.md:7:4 crosshead-alone'])
  })
})
