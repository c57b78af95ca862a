import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type HouseWords, type Hyphenator, loadHyphenator, protecting } from '../../src/typeset/hyphenate.js'
import { hyphenationOf } from '../../src/typeset/hyphenation-languages.js'

function hyphenator(tag: string, words: HouseWords = {}): (word: string) => string {
  const found = loadHyphenator(tag, words) as Hyphenator
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
    const divide = hyphenator('en-GB', { exceptions: ['govern-ment', 'Holborn'] })
    expect(divide('government')).toBe('govern-ment')
    expect(divide('Government')).toBe('Govern-ment')
    expect(divide('Holborn')).toBe('Holborn')
    expect(hyphenator('en-GB')('government')).toBe('gov-ern-ment')
  })

  it('takes an exception in any case, at its word alone, however short it is', () => {
    const divide = hyphenator('en-GB', { exceptions: ['BREX-IT', 'Mac-Donald', 'Ga-za', 'Zu\u0308-rich'] })
    expect(['Brexit', 'brexit', 'BREXIT'].map(divide)).toEqual(['Brex-it', 'brex-it', 'BREX-IT'])
    expect(divide('Brexiteers')).toBe(hyphenator('en-GB')('Brexiteers'))
    expect(divide('MacDonald')).toBe('Mac-Donald')
    expect(divide('Gaza')).toBe('Ga-za')
    expect(divide('Zürich')).toBe('Zü-rich')
  })

  it('leaves every word of a protected name whole, in any case, even against an exception', () => {
    const divide = hyphenator('en-GB', { exceptions: ['fer-ry'], protect: ['Fernando Ferry-Westminster', "O'Donnell"] })
    for (const word of ['Fernando', 'fernando', 'ferry', 'Westminster', 'Donnell']) expect(divide(word)).toBe(word)
    expect(divide('Westminsters')).not.toBe('Westminsters')
    expect(hyphenator('en-GB')('Westminster')).toBe('West-min-ster')
  })

  it('protects the names of an article without a change to the hyphenator of the others', () => {
    const general = loadHyphenator('en-GB', { protect: ['Holborn'] })!
    const own = protecting(general, ['Westminster Hall', 'hall'])
    expect(own.divide('Westminster')).toEqual([])
    expect(general.divide('Westminster')).toHaveLength(2)
    expect(own.protects('Holborn')).toBe(true)
    expect(own.divide('government')).toBe(general.divide('government'))
    expect(own.key).not.toBe(general.key)
    expect(own.key).toBe(protecting(general, ['Hall', 'WESTMINSTER']).key)
    expect(protecting(general, [])).toBe(general)
  })

  it.each([
    ['en-GB', 'iPhones'],
    ['en-GB', 'YouGov'],
    ['en-GB', 'UNISONs'],
    ['en-GB', 'McDonald'],
    ['nl', 'IJmuidenBV'],
    ['ga', 'gCATHAIR'],
  ])('leaves %s %s whole, which has capitals within', (tag, word) => {
    expect(hyphenator(tag)(word)).toBe(word)
  })

  it('knows the capitals that Irish and Dutch have within ordinary words', () => {
    expect(hyphenator('ga')('gCathaoirleach')).toBe('gCath-aoir-leach')
    expect(hyphenator('nl')('IJsselmeer')).toBe('IJs-sel-meer')
  })

  it('makes a surer division cheaper, and a short part dearer', () => {
    const weights = (tag: string, word: string): Record<string, number> =>
      Object.fromEntries(
        loadHyphenator(tag)!
          .divide(word)
          .map(({ at, weight }) => [word.slice(0, at), weight]),
      )
    expect(weights('en-GB', 'allotment')).toEqual({ al: 1.35 * 1.2, allot: 0.75 })
    expect(weights('en-GB', 'million')).toEqual({ mil: 0.5 })
    expect(weights('en-GB', 'notice')).toEqual({ no: 0.5 * 1.2 })
    // Rules of syllables are sure at level 1.
    expect(weights('fr', 'journaliste')).toEqual({ jour: 1, journa: 1 })
    expect(weights('fr', 'police')).toEqual({ po: 1.2 })
  })

  it('costs on the average of running text what a hyphen does', () => {
    const folder = join(import.meta.dirname, '../../editions/2022-01-14/articles')
    const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    const british = loadHyphenator('en-GB')!
    const found = text
      .join(' ')
      .match(/[\p{L}\p{M}]+/gu)!
      .flatMap((word) => british.divide(word))
    const mean = found.reduce((sum, { weight }) => sum + weight, 0) / found.length
    expect(found.length).toBeGreaterThan(1000)
    expect(mean).toBeGreaterThan(0.95)
    expect(mean).toBeLessThan(1.1)
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

  it('takes the minima of hyph-utf8 for print, and two where it allows one', () => {
    const minima = (tag: string): string => `${hyphenationOf(tag)!.before} ${hyphenationOf(tag)!.after}`
    const two = 'af be bg ca da de de-1901 el eu fi fr gl hr hu is it lt lv nb nl nn pl ro ru sl sr sv tr uk'
    for (const tag of two.split(' ')) expect(minima(tag), tag).toBe('2 2')
    for (const tag of 'cs cy en-GB en-US et ga pt sk'.split(' ')) expect(minima(tag), tag).toBe('2 3')
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
