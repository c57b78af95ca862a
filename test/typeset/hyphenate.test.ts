import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { loadHyphenator, type Hyphenator } from '../../src/typeset/hyphenate.js'
import { hyphenationOf } from '../../src/typeset/hyphenation-languages.js'

function hyphenator(tag: string, exceptions: string[] = []): (word: string) => string {
  const found = loadHyphenator(tag, exceptions) as Hyphenator
  return (word) => {
    const places = found.divide(word).map(({ at }) => at)
    return [0, ...places].map((at, i) => word.slice(at, places[i] ?? word.length)).join('-')
  }
}

describe('hyphenation', () => {
  it.each([
    ['en-GB', 'newspaper', 'news-pa-per'],
    ['en-GB', 'government', 'gov-ern-ment'],
    ['en-US', 'democracy', 'democ-racy'],
    ['en-GB', 'democracy', 'demo-cracy'],
    ['cy', 'llywodraeth', 'llywodr-aeth'],
    ['ga', 'polaitíocht', 'pol-ait-í-ocht'],
    ['fr', 'journaliste', 'jour-na-liste'],
    ['de', 'Zeitungsverlag', 'Zei-tungs-ver-lag'],
    ['es', 'periódico', 'pe-rió-di-co'],
    ['pl', 'robotnik', 'ro-bot-nik'],
    ['ru', 'газета', 'га-зе-та'],
    ['el', 'εφημερίδα', 'ε-φη-με-ρί-δα'.replace('ε-φη', 'εφη')],
    ['it', 'giornale', 'gior-na-le'],
    ['nl', 'krantenkop', 'kran-ten-kop'],
    ['pt', 'trabalhador', 'tra-ba-lha-dor'],
  ])('divides %s %s as %s', (tag, word, divided) => {
    expect(hyphenator(tag)(word)).toBe(divided)
  })

  it('finds the same divisions as the package that ships the patterns, but for the minima', () => {
    const divide = hyphenator('de')
    const { hyphenateSync } = createRequire(import.meta.url)('hyphen/de-1996') as {
      hyphenateSync: (text: string, options: { hyphenChar: string }) => string
    }
    const words =
      'Arbeiterbewegung Gewerkschaften Bundestagswahl Straßenbahn überall Kindergärten Abendessen Urinstinkt'
    for (const word of words.split(' ')) expect(divide(word)).toBe(hyphenateSync(word, { hyphenChar: '-' }))
  })

  it('leaves words under five letters whole', () => {
    expect(hyphenator('en-GB')('into')).toBe('into')
  })

  it('keeps two letters before and three after in English', () => {
    const divide = hyphenator('en-GB')
    for (const word of ['about', 'really', 'happily', 'elevated', 'university', 'iteration', 'ready', 'nearly']) {
      expect(divide(word)).toMatch(/^[a-z]{2,}(-[a-z]+)*$/)
      expect(divide(word).split('-').at(-1)!.length).toBeGreaterThan(2)
    }
  })

  it('takes exceptions before the patterns and lets none leak into another hyphenator', () => {
    const divide = hyphenator('en-GB', ['govern-ment', 'Holborn'])
    expect(divide('government')).toBe('govern-ment')
    expect(divide('Government')).toBe('Govern-ment')
    expect(divide('Holborn')).toBe('Holborn')
    expect(hyphenator('en-GB')('government')).toBe('gov-ern-ment')
  })

  it('gives Liang’s level of each division', () => {
    const found = loadHyphenator('en-GB')!
    for (const { level } of found.divide('representative')) expect(level % 2).toBe(1)
  })

  it('divides a capital whose small letter has another length nowhere', () => {
    expect(hyphenator('tr')('İstanbullular')).toBe('İstanbullular')
  })

  it('falls back from a region to its language, English to British', () => {
    expect(hyphenationOf('en-AU')?.patterns).toBe('en-gb')
    expect(hyphenationOf('en')?.patterns).toBe('en-gb')
    expect(hyphenationOf('EN_us')?.patterns).toBe('en-us')
    expect(hyphenationOf('de-CH')?.patterns).toBe('de-1996')
    expect(hyphenationOf('fr-CA')?.patterns).toBe('fr')
    expect(hyphenationOf('tlh')).toBeNull()
  })

  it('has a pattern file for every language of its table', () => {
    const tags =
      'af be bg ca cs cy da de el en es et eu fi fr ga gl hr hu is it la lt lv mk nb nl nn no pl pt ro ru sk sl sr sv tr uk'
    for (const tag of tags.split(' ')) expect(loadHyphenator(tag), tag).not.toBeNull()
  })

  it('knows no hyphenator for a language without patterns', () => {
    expect(loadHyphenator('tlh')).toBeNull()
  })
})
