import { describe, expect, it } from 'vitest'
import { BREAK, divideToken, readWrittenWord } from '../../src/typeset/divide-token.js'
import { loadHyphenator } from '../../src/typeset/hyphenate.js'
import { SURE } from '../../src/typeset/weigh-division.js'

const english = loadHyphenator('en-GB')
const french = loadHyphenator('fr')

/** The token with `·` for a hyphen to be added, `‧` for one in a compound, `|` for a break that adds nothing. */
function divide(token: string, hyphenator = english): string {
  let shown = ''
  let done = 0
  for (const { at, kind } of divideToken(token, hyphenator)) {
    shown += token.slice(done, at) + (kind === BREAK.hyphen ? '·' : kind === BREAK.compoundPart ? '‧' : '|')
    done = at
  }
  return shown + token.slice(done)
}

describe('a word', () => {
  it.each([
    // Its own divisions, whatever stands round it.
    ['government', 'gov·ern·ment'],
    ['“government’s”,', '“gov·ern·ment’s”,'],
    ['Lancashire', 'Lan·cashire'],
    // After a hyphen and a dash that are written, not before, and not where a single letter would stand alone.
    ['well-known', 'well-|known'],
    ['self-government', 'self-|gov‧ern‧ment'],
    ['word—word', 'word—|word'],
    // Words on either side of a dash or a slash are no compound.
    ['government—and', 'gov·ern·ment—|and'],
    ['government/council', 'gov·ern·ment/|coun·cil'],
    ['self-government—then', 'self-|gov‧ern‧ment—|then'],
    ['word–word', 'word–|word'],
    ['e-mails', 'e-mails'],
    ['vitamin-A', 'vit‧amin-A'],
    ['-ization', '-iz‧a‧tion'],
    ['wait—”', 'wait—”'],
    ['—here', '—here'],
    // Not between figures.
    ['1834–36', '1834–36'],
    ['020-7946', '020-7946'],
    ['60-year-old', '60-|year-|old'],
    // After a slash.
    ['and/or', 'and/|or'],
    ['1/2', '1/2'],
    // Never in capitals, figures, abbreviations, contractions.
    ['PARLIAMENT', 'PARLIAMENT'],
    ['NATO’s', 'NATO’s'],
    ['BBC’s', 'BBC’s'],
    ['PARLIAMENT’s,', 'PARLIAMENT’s,'],
    ['UNISON-backed', 'UNISON-|backed'],
    ['iPhones', 'iPhones'],
    ['YouGov’s', 'YouGov’s'],
    ['B52bombers', 'B52bombers'],
    ['11-thousand-strong', '11-|thousand-|strong'],
    ['1949–government', '1949–|gov·ern·ment'],
    ['wouldn’t', 'wouldn’t'],
    ['didn’t', 'didn’t'],
    ['co.operative', 'co.operative'],
    // In an address after points, strokes and the like, without a hyphen.
    ['www.newworker.org', 'www.|newworker.|org'],
    ['https://example.org/archive', 'https:/|/example.|org/|archive'.replace(':/|/', '://|')],
    ['editor@newworker.co.uk', 'editor@|newworker.|co.|uk'],
    ['newworker.org', 'newworker.|org'],
    ['(example.london/government/)', '(example.|london/|government/)'],
    ['new-worker.org', 'new|-worker.|org'],
    ['@governments', '@governments'],
    ['“#government”', '“#government”'],
    ['government_office', 'government_office'],
    ['government.scot', 'government.scot'],
  ])('%s ends a line as %s', (token, shown) => {
    expect(divide(token)).toBe(shown)
  })

  it('is divided after an elided article, in its own language', () => {
    expect(divide('l’internationale', french)).toBe('l’in·ter·na·tio·nale')
    expect(divide('aujourd’hui', french)).toBe('au·jourd’hui')
  })

  it('is left whole without a hyphenator, but for what is written', () => {
    expect(divide('self-government', null)).toBe('self-|government')
  })

  it('takes an editor’s soft hyphens instead of its patterns', () => {
    expect(readWrittenWord('gover\u00adnment')).toEqual({
      text: 'government',
      breaks: [{ at: 5, kind: BREAK.hyphen, weight: SURE }],
    })
    expect(readWrittenWord('a\u200bb\u2060c\u200d')).toEqual({
      text: 'abc',
      breaks: [{ at: 1, kind: BREAK.written, weight: 1 }],
    })
    expect(readWrittenWord('\u00adab\u00ad')).toEqual({ text: 'ab', breaks: [] })
  })
})
