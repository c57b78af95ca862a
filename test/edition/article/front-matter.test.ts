import { describe, expect, it } from 'vitest'
import { applyTypography, parseLanguageTag, readCopy } from '../../../src/edition/article/index.js'
import { sourceFile } from '../../../src/source/index.js'
import { drawCopy, marks, readFile, readText } from './reading.js'

describe('the front matter of an article', () => {
  it('gives all the heads in house typography', () => {
    const { article, findings } = readFile(
      [
        '---',
        `headline: "'Uneasy calm' in Kazakhstan"`,
        'kicker: Central Asia',
        'standfirst: >',
        '  The price rises -- all of them --',
        '  are off for six months...',
        'deck: J. K. Thornhill, 42 miles off',
        'heads: ["\'Calm\' in *Almaty*", "", Calm]',
        'byline: by *our own* correspondent',
        'language: cy',
        'optional: [standfirst, kicker]',
        'protect: [Almaty, "Ferry Lane"]',
        'pictures: []',
        'quotes:',
        '---',
        'Text.',
      ].join('\n'),
    )
    expect(findings).toEqual([])
    expect(drawCopy(article!.headline)).toBe('‘Uneasy calm’ in Kazakhstan')
    expect(article!.heads.map(drawCopy)).toEqual(['‘Calm’ in |/Almaty/', 'Calm'])
    expect(drawCopy(article!.overline!)).toBe('Central Asia')
    expect(drawCopy(article!.standfirst!)).toBe('The price rises~– all of them~– are off for six months…')
    expect(drawCopy(article!.deck!)).toBe('J.~K.~Thornhill, 42~miles off')
    expect(drawCopy(article!.byline!)).toBe('by |/our own/| correspondent')
    expect(article!.language).toBe('cy')
    expect(article!.protect).toEqual(['Almaty', 'Ferry Lane'])
    expect(article).toMatchObject({ id: 'rents', file: 'articles/rents.md', words: 1 })
  })

  it.each([
    ['headline: Why the ‘ferry’ is back', 'ferry'],
    ['headline: The bus is off', 'The'],
    ['headline: "*Evening Post* for sale"', 'Evening'],
    ['headline: The ex-minister’s plan', 'ex-minister’s'],
    ['headline: "…"', '…'],
    ['headline: Why the ferry is back\noverline: River', 'River'],
    [`headline: Why the ferry is back\noverline: River\ncatchword: "'Annie' again"`, '‘Annie’ again'],
    ['headline: Why the ferry is back\noverline: River\ncatchword:', 'River'],
  ])('gives a catchword: its own, else the overline, else a word of the headline: %s', (matter, catchword) => {
    expect(drawCopy(readText('Text.', matter).article!.catchword)).toBe(catchword)
  })

  it('is satisfied with a headline', () => {
    const { article, findings } = readText('Text.')
    expect(findings).toEqual([])
    expect(article).toMatchObject({
      heads: [],
      overline: null,
      standfirst: null,
      deck: null,
      byline: null,
      protect: [],
    })
    expect(article!.language).toBe('en-GB')
  })

  it('takes figures and empty keys as typed', () => {
    const { article } = readText('Text.', 'headline: 007\nbyline: ""\noverline:')
    expect(drawCopy(article!.headline)).toBe('007')
    expect(article).toMatchObject({ byline: null, overline: null })
  })

  it('uses the language for the quotes', () => {
    const { article } = readFile('---\nheadline: Das "Ende"\n---\nEin "Text".', 'de')
    expect(drawCopy(article!.headline)).toBe('Das „Ende“')
  })

  it.each([
    ['byline: x', ['headline-missing 1:1 "---"']],
    ['headline:', ['headline-missing 2:1 "headline"']],
    ['headline: ""', ['headline-missing 2:1 "headline"']],
    ['headline: "\\u200B "', ['headline-missing 2:1 "headline"']],
    ['headline: [a, b]', ['value-wrong 2:11 "[a, b]"']],
    ['headline: A\nheads: [a, b]', []],
    ['headline: A\nheads: []', []],
    ['headline: A\nheads: a', ['value-wrong 3:8 "a"']],
    ['headline: A\nheads: [a, [b]]', ['value-wrong 3:12 "[b]"']],
    ['headline: A\nheads: [a, שלום]', ['text-direction 3:12 "ש"']],
    ['headline: A\npictures: [{ file: a.jpg }, b.jpg]', []],
    ['headline: A\npictures: a.jpg', ['value-wrong 3:11 "a.jpg"']],
    ['headline: A\npictures: [{ caption: b }]', ['key-missing 3:12 "{ caption: b }"']],
    ['headline: A\npictures: [{ file: a.jpg, captoin: b }]', ['key-unknown 3:27 "captoin"']],
    ['headline: A\npictures: [{ file: a.jpg, caption: שלום }]', ['text-direction 3:36 "ש"']],
    ['headline: A\nquotes: ["One", { text: Two, credit: B }]', []],
    ['headline: A\nquotes: [{ credit: B }]', ['key-missing 3:10 "{ credit: B }"']],
    ['headline: A\nquotes: [""]', ['value-wrong 3:10 "\\"\\""']],
    ['headline: A\noverline: B\nkicker: C', ['value-wrong 4:1 "kicker"']],
    ['headline: A\nlead_in: 2\nlead-in: 3', ['value-wrong 4:1 "lead-in"']],
    ['headline: A\nkickr: B', ['key-unknown 3:1 "kickr"']],
    ['headline: A\nauthor: B\ndate: C', ['key-unknown 3:1 "author"', 'key-unknown 4:1 "date"']],
    ['headline: A\nlead_in: some', ['value-wrong 3:10 "some"']],
    ['headline: A\nlead_in: -1', ['value-wrong 3:10 "-1"']],
    ['headline: A\nlanguage: en_GB', ['value-wrong 3:11 "en_GB"']],
    ['headline: A\nlanguage: English', ['value-wrong 3:11 "English"']],
    ['headline: A\nprotect: [Almaty, "Ferry Lane"]', []],
    ['headline: A\nprotect: Almaty', ['value-wrong 3:10 "Almaty"']],
    ['headline: A\nprotect: [Almaty, 1949]', ['value-wrong 3:19 "1949"']],
    ['headline: A\noptional: [byline, picture]', ['value-wrong 3:20 "picture"']],
    ['headline: A שלום', ['text-direction 2:13 "ש"']],
    ['headline: "A \\u0007"', ['character-unprintable 2:14 "\\\\u0007"']],
    ['headline: "it\'s: a\nbyline: b', ['yaml-syntax']],
  ])('%j', (matter, expected) => {
    const found = marks(readText('Text.', matter))
    expect(found.map((one, index) => (expected[index]?.includes(' ') ? one : one.split(' ')[0]))).toEqual(expected)
  })

  it('is read together with the body: all mistakes come at once', () => {
    expect(marks(readText('Text <b>', 'byline: x\nkickr: y'))).toEqual([
      'key-unknown 3:1 "kickr"',
      'headline-missing 1:1 "---"',
      'markdown-unsupported 5:6 "<b>"',
    ])
  })

  it('must be there and must end', () => {
    expect(marks(readFile('Just text.'))).toEqual(['front-matter-missing 1:1 "Just text."'])
    expect(marks(readFile('---\nheadline: A\n\nText.'))[0]).toMatch(/^front-matter-open 1:1/)
  })
})

describe('emphasis in one line of text', () => {
  it.each([
    ['*The Weighbridge* returns', '/The Weighbridge/| returns'],
    ['See _The Weighbridge_.', 'See |/The Weighbridge/|.'],
    ['**Stop** *it*', '*Stop*| |/it/'],
    ['***All of it***', '/*All of it*/'],
    ['"*Jaws*": a fish', '“|/Jaws/|”: a fish'],
    ['(*Jaws*)', '(|/Jaws/|)'],
    ['*a **b** c*', '/a /|/*b*/|/ c/'],
    ['M*A*S*H', 'M*A*S*H'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['f**k the tax', 'f**k the tax'],
    ['a 5* hotel and a 4* hotel', 'a 5* hotel and a 4* hotel'],
    ['snake_case_name', 'snake_case_name'],
    ['*** three stars ***', '*** three stars ***'],
    ['*****', '*****'],
    ['an * alone', 'an * alone'],
    ['an *open', 'an *open'],
    ['\\*not emphasis\\*', '*not emphasis*'],
    ['a \\\\ b', 'a \\ b'],
    ['C:\\new', 'C:\\new'],
    ['# 1. > - `as` <typed> [x](y)', '# 1. > - `as` <typed> [x](y)'],
    ['one\ntwo\n\nthree\n', 'one⏎two⏎three'],
    ['', ''],
  ])('%j', (typed, printed) => {
    const source = sourceFile('/paper/edition.yaml', 'edition.yaml', typed)
    const copy = readCopy(typed, { start: 0, end: typed.length }, source, 'en-GB')
    expect(drawCopy(copy)).toBe(printed)
  })

  it('knows where its characters stand', () => {
    const text = 'headline: "The \\"Łódź\\" line \\u2665"'
    const source = sourceFile('/paper/edition.yaml', 'edition.yaml', text)
    const [inline] = readCopy('The "Łódź" line ♥', { start: 10, end: text.length }, source, 'en-GB')
    if (inline?.kind !== 'text') throw new Error()
    expect(inline.text).toBe('The “Łódź” line ♥')
    expect(inline.source.placeOf('Ł')).toMatchObject({ file: 'edition.yaml', line: 1, column: 18 })
    expect(inline.source.placeOf('♥')).toMatchObject({ column: 30, length: 6 })
    expect(inline.source.placeOf('☺')).toMatchObject({ column: 11 })
  })
})

describe('a language tag', () => {
  it.each([
    ['en', 'en'],
    ['EN-gb', 'en-GB'],
    ['sr-latn-rs', 'sr-Latn-RS'],
    ['de-1996', 'de-1996'],
    ['es-419', 'es-419'],
    ['en_GB', null],
    ['English', null],
    ['e', null],
    ['', null],
  ])('%j', (typed, tag) => {
    expect(parseLanguageTag(typed)).toBe(tag)
  })

  it('unknown to the table of quotes has English ones', () => {
    expect(applyTypography('"x"', 'xx')).toBe('“x”')
  })
})
