import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/edition/index.js'
import type { HyphenationRules } from '../../src/stylebook/index.js'
import { createSetter } from '../../src/typeset/index.js'
import { loadHyphenators } from '../../src/typeset/load-hyphenators.js'
import { fakeFonts } from './fake-fonts.js'
import { articleOf, linesOf, measure, paragraph, readAll, stylebookWith, text } from './fixtures.js'

/** A setter of a house with words of its own, and what it shapes. */
async function openHouse(rules: Partial<HyphenationRules>, languages = ['en-GB']) {
  const hyphenation = { exceptions: new Map<string, readonly string[]>(), protect: [], ...rules }
  const fonts = fakeFonts()
  const shaped: string[] = []
  const counting = {
    ...fonts,
    shape: (...words: Parameters<typeof fonts.shape>) => {
      shaped.push(words[0].text)
      return fonts.shape(...words)
    },
  }
  const stylebook = { ...stylebookWith(), hyphenation }
  const setter = await createSetter({ fonts: counting, stylebook, languages, report: () => {} })
  const set = (article: Article, width: number): string[] =>
    readAll(linesOf(setter.setUnit({ article, dress: null }, 0, measure(width))))
  return { set, shaped }
}

/** The words in which a line ends with a hyphen, in any of many measures. */
function divided(set: (article: Article, width: number) => string[], article: Article): string[] {
  const found = new Set<string>()
  for (let width = 60; width < 180; width += 5) {
    for (const line of set(article, width)) if (line.endsWith('-')) found.add(line.slice(line.lastIndexOf(' ') + 1))
  }
  return [...found].sort()
}

const story = (): Article => articleOf(paragraph('A new government newspaper says so to one government or to another.'))

describe('the words of a house', () => {
  it('are divided as its list says, in articles of the list’s language', async () => {
    const exceptions = new Map([
      ['en', ['govern-ment', 'news-paper']],
      ['en-au', ['governm-ent']],
    ])
    const { set } = await openHouse({ exceptions }, ['en-GB', 'en-AU'])
    expect(divided(set, story())).toEqual(['an-', 'govern-', 'news-'])
    expect(divided(set, { ...story(), language: 'en-AU' })).toEqual(['an-', 'governm-', 'news-'])
  })

  it('go from the language to the region, which wins', () => {
    const exceptions = new Map([
      ['en', ['govern-ment', 'news-paper']],
      ['en-gb', ['gov-ernment']],
      ['cy', ['newspa-per']],
    ])
    const british = loadHyphenators(['en-GB'], { exceptions, protect: [] }).get('en-GB')!
    expect(british.divide('government').map(({ at }) => at)).toEqual([3])
    expect(british.divide('newspaper').map(({ at }) => at)).toEqual([4])
  })

  it('are not divided where an article protects them, and as ever in the other articles', async () => {
    const { set, shaped } = await openHouse({ exceptions: new Map([['en', ['govern-ment']]]) })
    const own = { ...story(), protect: ['New Government'] }
    expect(divided(set, own)).toEqual(['an-', 'news-', 'newspa-'])
    expect(divided(set, story())).toEqual(['an-', 'govern-', 'news-', 'newspa-'])
    // A further article that protects nothing is set from the words that are known.
    const before = shaped.length
    divided(set, story())
    expect(shaped.slice(before)).toEqual([])
  })

  it('are whole when they are protected, even where the copy has a soft hyphen', async () => {
    const soft = articleOf(paragraph('A new gov\u00adernment says so to everyone here.'))
    const plain = await openHouse({})
    expect(plain.set(soft, 60)).toContain('A new gov-')
    const { set } = await openHouse({ protect: ['government'] })
    expect(set(soft, 60).join('|')).not.toContain('gov-|')
  })
})

describe('raised letters', () => {
  it('are never divided', async () => {
    const { set } = await openHouse({})
    const raised = articleOf(paragraph('A new word', text('overview', 'superscript'), ' says so to everyone here.'))
    for (let width = 45; width < 120; width += 3) expect(set(raised, width).join('|')).not.toMatch(/over-|overv-/)
  })
})
