import { describe, expect, it } from 'vitest'
import { drawn, drawCopy, marks, readFile, readText } from './reading.js'

describe('paragraphs and their type', () => {
  it('parts paragraphs at empty lines and joins the lines of one', () => {
    expect(drawn('One\ntwo.\n\nThree.\n  \n\nFour.')).toEqual(['P One two.', 'P Three.', 'P Four.'])
  })

  it('reads the line ends of all systems alike', () => {
    expect(drawn('One\r\ntwo.\r\n\r\n## Three\r\n\r\nFour.\r\n')).toEqual(['P One two.', 'C Three', 'P Four.'])
  })

  it('marks emphasis and strong type, nested or side by side', () => {
    expect(drawn('The *Poor Man* and **all *of* us** and _more_.')).toEqual([
      'P The |/Poor Man/| and |*all *|/*of*/|* us*| and |/more/|.',
    ])
  })

  it('sets emphasis within emphasis as one', () => {
    expect(drawn('*one _two_ three*')).toEqual(['P /one two three/'])
  })

  it('prints a link as its text and joins it to its surroundings', () => {
    expect(drawn('See [our *own* page](https://example.org "title") now.')).toEqual(['P See our |/own/| page now.'])
    expect(drawn('See <https://example.org/a--b>.')).toEqual(['P See https://example.org/a--b.'])
    expect(drawn('Write to <desk@example.org>.')).toEqual(['P Write to desk@example.org.'])
    expect(drawn('See [here][a] and [b] and [c][].\n\n[a]: https://example.org\n[b]: /b\n[c]: #c')).toEqual([
      'P See here and b and c.',
    ])
  })

  it('keeps a hard line break, and no white around it', () => {
    expect(drawn('one  \ntwo\\\nthree \n four')).toEqual(['P one⏎two⏎three four'])
  })

  it('prints escapes and entities as characters', () => {
    expect(drawn('5 \\* 3 &lt; 7 &amp; &eacute; &#8364; \\# \\[x\\]')).toEqual(['P 5 * 3 < 7 & é € # [x]'])
  })

  it('makes one space of white, and keeps what is no-break', () => {
    expect(drawn('a  b\tc\u2009d\u3000e f\u00A0g\u202Fh \u00A0 i&nbsp;j')).toEqual(['P a b c d e f~g~h~i~j'])
    expect(drawn('one *two * three')).toEqual(['P one *two * three'])
    expect(drawn('one **two** <!-- note --> three')).toEqual(['P one |*two*| three'])
  })

  it('takes out what prints nothing', () => {
    expect(drawn('Ka\u00ADzakh\u200Bstan\uFEFF is\u200D far\u200E.')).toEqual(['P Kazakhstan is far.'])
  })

  it('composes accents', () => {
    expect(drawn('Cafe\u0301 **L\u0301o\u0301dz\u0301**')).toEqual(['P Café |*Ĺódź*'])
  })

  it('drops a paragraph in which nothing prints', () => {
    expect(drawn('One.\n\n&nbsp;\n\nTwo.')).toEqual(['P One.', 'P Two.'])
  })

  it('sets quotations that open in one type and close in another', () => {
    expect(drawn('"He read *The Guardian*", she said, *\'and "more"\'*.')).toEqual([
      'P “He read |/The Guardian/|”, she said, |/‘and “more”’/|.',
    ])
    expect(drawn('*"*Yes*"* -- **--** ...')).toEqual(['P /“Yes”/|~–~|*–*| …'])
  })

  it('makes a dash whose hyphens stand in two types', () => {
    expect(drawn('one -**- two**')).toEqual(['P one~–|* two*'])
    expect(drawn('one <!-- -->-*-*')).toEqual(['P one~–'])
    expect(drawn('1914-[-18](x)')).toEqual(['P 1914–18'])
    expect(drawn('it is .*..*')).toEqual(['P it is …'])
  })
})

describe('blocks', () => {
  it('reads crossheads', () => {
    expect(drawn('One.\n\n## ISIS and *Al-Qaeda* ##\n\nTwo.')).toEqual(['P One.', 'C ISIS and |/Al-Qaeda/', 'P Two.'])
    expect(drawn('One.\n## Two\nThree.')).toEqual(['P One.', 'C Two', 'P Three.'])
  })

  it('reads quotations', () => {
    expect(drawn('> One\n> two.\n>\n> - three\n\nFour.')).toEqual([
      'Q',
      '  P One two.',
      '  -',
      '    P three',
      'P Four.',
    ])
  })

  it('reads lists, ordered and not, one in the other', () => {
    expect(drawn('- one\n- two\n\n  more\n  1. three\n  2. four\n\nEnd.\n\n7. seven\n8. eight')).toEqual([
      '-',
      '  P one',
      '-',
      '  P two',
      '  P more',
      '  1.',
      '    P three',
      '  2.',
      '    P four',
      'P End.',
      '7.',
      '  P seven',
      '8.',
      '  P eight',
    ])
  })

  it('leaves out an item without words', () => {
    expect(drawn('- one\n-\n- three')).toEqual(['-', '  P one', '-', '  P three'])
  })

  it('reads thematic breaks', () => {
    expect(drawn('One.\n\n---\n\nTwo.\n\n* * *\n\nThree.')).toEqual(['P One.', '---', 'P Two.', '---', 'P Three.'])
  })

  it('reads tables', () => {
    expect(drawn('| Club | Played | *Points* |\n|:--|:-:|--:|\n| "Rovers" | 5 | 12 |\n| City | 4 |\n')).toEqual([
      'T left centre right',
      '  Club ; Played ; /Points/',
      '  “Rovers” ; 5 ; 12',
      '  City ; 4 ; ',
    ])
    expect(drawn('a \\| b | c\n-|-\nd | e')).toEqual(['T left left', '  a | b ; c', '  d ; e'])
  })

  it('takes a line with | that is no table for text', () => {
    expect(drawn('Either | or.')).toEqual(['P Either | or.'])
  })
})

describe('comments', () => {
  it('are never printed and never counted', () => {
    const { article } = readText('<!-- to the editor -->\nOne <!-- two --> three.\n\n<!--\nfour\n\nfive\n-->\n\nSix.')
    expect(article!.body.map((block) => (block.kind === 'paragraph' ? drawCopy(block.copy) : ''))).toEqual([
      'One three.',
      'Six.',
    ])
    expect(article!.words).toBe(3)
  })

  it('lose no word beside them', () => {
    expect(drawn('<!-- note --> Words after it.')).toEqual(['P Words after it.'])
    expect(drawn('   <!-- note -->    Words after it.')).toEqual(['P Words after it.'])
    expect(drawn('Words <!-- note\n\nover paragraphs --> after it.')).toEqual(['P Words after it.'])
    expect(drawn('> <!-- note -->      Words.')).toEqual(['Q', '  P Words.'])
    expect(drawn('- one\n<!-- note -->\n- two')).toEqual(['-', '  P one', '-', '  P two'])
    expect(drawn('one  <!-- note -->\ntwo')).toEqual(['P one two'])
    expect(drawn('one <!-- note -->  \ntwo')).toEqual(['P one two'])
    expect(drawn('<!-- note -->    Words.')).toEqual(['P Words.'])
    expect(drawn('one<!-- -->two<!-->three<!---->four')).toEqual(['P onetwothreefour'])
  })

  it('may mark a paragraph as optional', () => {
    expect(drawn('One.\n\n<!-- optional -->\nTwo.\n\n<!-- optional -->\n\nThree.')).toEqual([
      'P One.',
      'P Two.',
      'P Three.',
    ])
  })

  it('are text when a backslash says so', () => {
    expect(drawn('One \\<!-- two -->')).toEqual(['P One <!-- two -->'])
  })

  it('leave the places of what follows them right', () => {
    expect(marks(readText('<!-- a -->One <!-- b\nc --> <b>two</b>'))).toEqual(['markdown-unsupported 5:7 "<b>"'])
  })

  it('must end', () => {
    expect(marks(readText('One.\n\nTwo <!-- three.\n\nFour.'))).toEqual(['markdown-unsupported 6:5 "<!--"'])
  })
})

describe('words', () => {
  it('are runs of characters that are not white, all over the body', () => {
    const { article } = readText(
      'One *two*three 4 -- five.\n\n## Six seven\n\n> eight\n\n- nine\n- ten\n\n| a | b |\n|--|--|\n| c d | |\n\nlast  \nline',
    )
    // The table has four words, and the dash is one.
    expect(article!.words).toBe(5 + 2 + 1 + 2 + 4 + 2)
  })

  it('do not count the heads', () => {
    expect(readText('One.', 'headline: Two three\nbyline: four').article!.words).toBe(1)
  })
})

describe('places', () => {
  it('leads from a character back to where it was typed', () => {
    const { article } = readText('Plain text.\n\nThe *Łódź* of "old" & -- &hearts; caf\\*é, Cafe\u0301 &#9824;')
    const [, block] = article!.body
    if (block?.kind !== 'paragraph') throw new Error()
    const at = (index: number, character: string): string => {
      const inline = block.copy[index]!
      if (inline.kind !== 'text') throw new Error()
      const { line, column } = inline.source.placeOf(character)
      return `${line}:${column}`
    }
    expect(at(1, 'Ł')).toBe('6:6')
    expect(at(1, 'ź')).toBe('6:9')
    expect(at(2, '“')).toBe('6:15')
    expect(at(2, '–')).toBe('6:23')
    expect(at(2, '♥')).toBe('6:26')
    expect(at(2, '♠')).toBe('6:49')
    expect(at(1, '☺')).toBe('6:6')
    expect(at(0, 'T')).toBe('6:1')
  })

  it('leads from a composed character back to the two that were typed', () => {
    const { article } = readText('A cafe\u0301')
    const [block] = article!.body
    if (block?.kind !== 'paragraph' || block.copy[0]?.kind !== 'text') throw new Error()
    expect(block.copy[0].source.placeOf('é')).toMatchObject({ line: 4, column: 6, length: 2 })
  })

  it('passes over a comment inside the text', () => {
    const { article } = readText('One <!-- Ł --> and Ł.')
    const [block] = article!.body
    if (block?.kind !== 'paragraph' || block.copy[0]?.kind !== 'text') throw new Error()
    expect(block.copy).toHaveLength(1)
    expect(block.copy[0].source.placeOf('O')).toMatchObject({ line: 4, column: 1 })
  })

  it('counts lines in the whole file, whatever the line ends', () => {
    expect(marks(readFile('---\r\nheadline: A\r\n---\r\n\r\nOne.\r\n\r\nTwo <i>x</i>.\r\n'))).toEqual([
      'markdown-unsupported 7:5 "<i>"',
    ])
  })
})
