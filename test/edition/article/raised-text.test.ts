import { describe, expect, it } from 'vitest'
import { drawn, marks, readFile, readText } from './reading.js'

describe('raised and lowered text', () => {
  it('is marked without its signs', () => {
    expect(drawn('An acre is 4047 m^2^ of CO~2~.')).toEqual(['P An acre is 4047 m|↑2↑| of CO|↓2↓|.'])
    expect(drawn('10^-6^, x^n+1^ and (a)^2^, the 1^er^ of all')).toEqual([
      'P 10|↑-6↑|, x|↑n+1↑| and (a)|↑2↑|, the 1|↑er↑| of all',
    ])
    expect(drawn('H~2~SO~4~')).toEqual(['P H|↓2↓|SO|↓4↓'])
  })

  it('stands in other type too, and after it', () => {
    expect(drawn('**10 m^3^** and *x*^2^')).toEqual(['P *10 m*|*↑3↑*| and |/x/|↑2↑'])
  })

  it('is one word with what it stands on', () => {
    expect(readText('One m^2^ of CO~2~.').article!.words).toBe(4)
  })

  it('stands in crossheads, tables and the front matter', () => {
    expect(drawn('## CO~2~\n\n| m^2^ |\n|---|\n| 1 |')).toEqual(['C CO|↓2↓', 'T left', '  m|↑2↑', '  1'])
    const { article } = readFile('---\nheadline: A ton of CO~2~\n---\nText.')
    expect(article!.headline.map((inline) => inline.kind === 'text' && [inline.text, ...inline.marks])).toEqual([
      ['A ton of CO'],
      ['2', 'subscript'],
    ])
  })

  it.each([
    'It costs ~20 to ~30 a week.',
    'Her page is www.example.org/~ann/~bob/ now.',
    'A face of signs: ^_^, and a ^ alone.',
    'Two ^words here^ are too much.',
    'Spaces a ^ b ^ c.',
    'A formula^without an end.',
  ])('is not seen in ordinary copy: %s', (copy) => {
    expect(drawn(copy)).toEqual([`P ${copy}`])
  })

  it('does not lose the place of a character', () => {
    const { article } = readText('An acre is 4047 m^2^ of жe.')
    const block = article!.body[0]!
    const last = block.kind === 'paragraph' ? block.copy.at(-1)! : null
    // The first space of the piece, not of the paragraph.
    expect(last?.kind === 'text' && last.source.placeOf(' ').column).toBe(21)
    expect(marks(readText('An acre is 4047 m^2^.'))).toEqual([])
  })
})
