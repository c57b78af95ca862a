import { describe, expect, it } from 'vitest'
import { refineCopy } from '../../src/typeset/refine-copy.js'
import { copyOf, text } from './fixtures.js'

const YES = { style: { fractions: true, ordinals: 'level' }, language: 'en-GB', drawsFraction: () => true } as const

/** Copy with its fractions in brackets, its ordinals in braces, and hair spaces as `'`. */
function refined(words: string, changes: Partial<Parameters<typeof refineCopy>[1]> = {}): string {
  return refineCopy(copyOf(words), { ...YES, ...changes })
    .map((inline) => {
      if (inline.kind === 'line-break') return '\n'
      const shown = inline.text.replaceAll('\u200a', "'")
      return inline.marks.includes('fraction') ? `[${shown}]` : inline.marks.includes('ordinal') ? `{${shown}}` : shown
    })
    .join('')
}

describe('fractions', () => {
  it.each([
    ['1/2 a mile', '[1/2] a mile'],
    ['5 1/2 pence', "5'[1/2] pence"],
    ['5\u00a03/4.', "5'[3/4]."],
    ['“1/4”', '“[1/4]”'],
    ['£1/2m', '£[1/2]m'],
    ['a 1/2-mile walk', 'a [1/2]-mile walk'],
    ['1/2–3/4', '[1/2]–[3/4]'],
    ['7/16, 99/100', '[7/16], [99/100]'],
    ['in 2021 1/2 of it', 'in 2021 [1/2] of it'],
  ])('are found: %s', (typed, found) => {
    expect(refined(typed)).toBe(found)
  })

  it.each([
    'open 24/7',
    'on 14/1/2022',
    'the year 2021/22',
    'of 9/11',
    'at 5/2',
    'at 2/1',
    'on 2/4',
    'gave it 8/10',
    'No 11/2',
    'A1/2',
    '2.1/2',
    '1/2.5',
    '1/2a',
    '1/2-3',
    'sizes 1/2/3',
    '0/5',
    'www.example.org/1/2',
  ])('are not what looks like one: %s', (typed) => {
    expect(refined(typed)).toBe(typed)
  })

  it('stay as typed where the style or the face says so, the space before them too', () => {
    expect(refined('5 1/2', { style: { fractions: false, ordinals: 'level' } })).toBe('5 1/2')
    expect(refined('5 1/2', { drawsFraction: () => false })).toBe('5 1/2')
  })

  it('keep the marks of their text', () => {
    const copy = refineCopy([text('half: 1/2', 'strong')], YES)
    expect(copy.map((inline) => inline.kind === 'text' && inline.marks)).toEqual([['strong'], ['strong', 'fraction']])
  })
})

describe('ordinals', () => {
  const raised = { ...YES, style: { fractions: false, ordinals: 'raised' } } as const

  it.each([
    ['en-GB', 'the 1st, 2nd, 3rd and 1,000th of 21st', 'the 1{st}, 2{nd}, 3{rd} and 1,000{th} of 21{st}'],
    ['en-GB', 'B1st is no such thing, nor is 20sth', 'B1st is no such thing, nor is 20sth'],
    ['fr', 'le 1er mai, le XIXe siècle, la 2e', 'le 1{er} mai, le XIX{e} siècle, la 2{e}'],
    ['cy', 'y 1af, yr 2il, y 3ydd', 'y 1{af}, yr 2{il}, y 3{ydd}'],
    ['ga', 'an 2ú lá', 'an 2{ú} lá'],
    ['es', 'el 1.er día, la 2.a vez', 'el 1.{er} día, la 2.{a} vez'],
    ['de', 'am 1. Mai', 'am 1. Mai'],
  ])('are found in %s: %s', (language, typed, found) => {
    expect(refined(typed, { ...raised, language })).toBe(found)
    expect(refined(typed, { language })).toBe(typed)
  })
})

describe('French white', () => {
  it('before and inside punctuation is fixed, in French only', () => {
    const typed = 'finie\u00a0: «\u00a0rien\u00a0»\u00a0! qui\u00a0; 10\u00a0000'
    const fixed = 'finie\u2005: «\u202frien\u202f»\u202f! qui\u202f; 10\u00a0000'
    expect(refined(typed, { language: 'fr-BE' })).toBe(fixed)
    expect(refined(typed, { language: 'de' })).toBe(typed)
  })
})
