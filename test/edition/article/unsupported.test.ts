import { describe, expect, it } from 'vitest'
import { marks, readFile, readText } from './reading.js'

/** Body, what is found, and a word of the hint. The body begins on line 4. */
const CASES: readonly (readonly [string, string, RegExp])[] = [
  ['One.\n\nTwo <b>three</b>.', 'markdown-unsupported 6:5 "<b>"', /\*\*word\*\*/],
  ['One<br>two', 'markdown-unsupported 4:4 "<br>"', /backslash/],
  ['<div>\nOne\n</div>', 'markdown-unsupported 4:1 "<div>"', /take it out/],
  ['One </em>', 'markdown-unsupported 4:5 "</em>"', /\*word\*/],
  ['One.\n\n![square](square.jpg)', 'markdown-unsupported 6:1 "![square](square.jpg)"', /front matter/],
  ['One ![a][b]\n\n[b]: c.jpg', 'markdown-unsupported 4:5 "![a][b]"', /front matter/],
  ['One.\n\n# Head', 'markdown-unsupported 6:1 "# Head"', /## Crosshead/],
  ['### Head', 'markdown-unsupported 4:1 "### Head"', /## Crosshead/],
  ['One\ntwo\n---\n\nThree', 'markdown-unsupported 6:1 "---"', /empty line before/],
  ['One\n===', 'markdown-unsupported 5:1 "==="', /## Crosshead/],
  ['One `two` three', 'markdown-unsupported 4:5 "`two`"', /backticks/],
  ['One.\n\n```\ncode\n\nmore\n```', 'markdown-unsupported 6:1 "```"', /```/],
  [
    'One.\n\n    An indented paragraph.',
    'markdown-unsupported 6:5 "An indented paragraph."',
    /spaces at the beginning/,
  ],
  ['One.\n\n\tAn indented paragraph.', 'markdown-unsupported 6:2 "An indented paragraph."', /spaces at the beginning/],
  ['One.[^1] Two.', 'markdown-unsupported 4:5 "[^1]"', /brackets/],
  ['One.\n\n[^1]: A note of words.', 'markdown-unsupported 6:1 "[^1]"', /brackets/],
  ['One.\n\n[^1]: note', 'markdown-unsupported 6:1 "[^1]: note"', /brackets/],
  ['One.\n\n[Editor]: yes', 'markdown-unsupported 6:1 "[Editor]: yes"', /backslash/],
  ['One ~~two~~ three', 'markdown-unsupported 4:5 "~~two~~"', /~~/],
  ['- one\n\n  ## two', 'markdown-unsupported 6:3 "## two"', /before or after/],
  ['> ## two', 'markdown-unsupported 4:3 "## two"', /before or after/],
  ['One.\n\n##', 'markdown-unsupported 6:1 "##"', /words/],
  ['| a | b |\n|--|--|\n| c | d | e |', 'markdown-unsupported 6:9 "| e |"', /as many cells/],
  ['One שלום עולם two', 'text-direction 4:5 "ש"', /Latin/],
  ['One *مرحبا*', 'text-direction 4:6 "م"', /Latin/],
  ['One\u0092s', 'character-unprintable 4:4 "\u0092"', /delete/],
  ['One \uFFFD two', 'character-unprintable 4:5 "\uFFFD"', /delete/],
]

describe('Markdown that a newspaper column cannot set', () => {
  it.each(CASES)('%j', (body, found, hint) => {
    const reading = readText(body)
    expect(marks(reading)).toEqual([found])
    expect(reading.findings[0]!.hint).toMatch(hint)
    expect(reading.article).toBeNull()
  })

  it('is reported all in one go', () => {
    const reading = readText('# One\n\nTwo `three` <u>four</u>\n\n    five\n\nSix ![x](y)')
    expect(marks(reading)).toEqual([
      'markdown-unsupported 4:1 "# One"',
      'markdown-unsupported 6:5 "`three`"',
      'markdown-unsupported 6:13 "<u>"',
      'markdown-unsupported 8:5 "five"',
      'markdown-unsupported 10:5 "![x](y)"',
    ])
  })

  it('is a line of quotations within quotations, and no rule of hyphens', () => {
    const deep = '>'.repeat(4000)
    expect(marks(readText(`One.\n\n${deep} two`))).toEqual([`markdown-unsupported 6:1 "${'>'.repeat(100)}"`])
    expect(marks(readText(`One.\n\n${'-'.repeat(200)}\n\n${'* '.repeat(200)}\n\n> > > two`))).toEqual([])
  })

  it('is not what stands in a comment', () => {
    expect(marks(readText('One. <!-- <b> ![x](y) שלום \u0092 -->\n\n<!--\n    code\n-->'))).toEqual([])
  })

  it('is no escaped footnote, and no lone tilde', () => {
    expect(marks(readText('One \\[^1] two ~~ three ~ four~~'))).toEqual([])
  })
})

describe('an article without text', () => {
  it.each(['', '\n\n', '<!-- nothing yet -->', '---', '&nbsp;', '\n\u200B\n', '[a]: https://example.org', '-'])(
    '%j',
    (body) => {
      expect(marks(readText(body))).toEqual(['body-empty 3:1 "---"'])
    },
  )

  it('may end with its front matter', () => {
    expect(marks(readFile('---\nheadline: One\n---'))).toEqual(['body-empty 3:1 "---"'])
  })

  it('is not blamed for what was left out as wrong', () => {
    expect(marks(readText('![x](y)'))).toEqual(['markdown-unsupported 4:1 "![x](y)"'])
  })
})
