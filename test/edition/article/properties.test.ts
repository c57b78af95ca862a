import { CODES } from '../../../src/base/index.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTypography, countWords } from '../../../src/edition/article/index.js'
import { cleanText } from '../../../src/edition/article/clean-text.js'
import { parseMarkdown, parseWhole } from '../../../src/edition/article/parse-markdown.js'
import { readBody } from '../../../src/edition/article/read-body.js'
import type { Block, Copy } from '../../../src/edition/types.js'
import { sourceFile } from '../../../src/source/index.js'
import { draw, readFile, readText } from './reading.js'

const SEED = 20220114
const RUNS = { seed: SEED, numRuns: 2000 }

const LANGUAGE = fc.constantFrom('en-GB', 'en', 'de', 'fr-FR', 'pl', 'sv', 'ru', 'es', 'cy', 'hu')

/** What typography looks at, in any order. */
const TYPED = fc
  .array(
    fc.constantFrom(
      ...[' ', ' ', ' ', '\n', '"', "'", '"', "'", '--', '---', '-', '...', '.', '. . .', ',', '?', '!', ':', ';'],
      ...['(', ')', '[', ']', '/', '“', '”', '‘', '’', '„', '«', '»', '–', '—', '…', '\u00A0', '£', '$', '€', '%', '°'],
      ...['he', 'said', 'tenants', 'goin', 'em', 'tis', 'n', 'cause', 's', 't', 'o', 'A', 'I', 'J.', 'K.', 'The', 'Mr'],
      ...[
        '6',
        '2',
        '12',
        '90s',
        '45',
        '1984',
        '000',
        'million',
        'per cent',
        'km',
        'January',
        'Januar',
        'mars',
        'by',
        'x',
      ],
      ...[
        'No.',
        'p.',
        'pm',
        'é',
        'Ł',
        '½',
        'www.a.org',
        'https://a.org/b--c',
        'a@b.org',
        '<',
        '>',
        '&',
        '_',
        '*',
        '😀',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/** Any text that has been tidied, as all text is before typography. */
const TIDY = fc
  .oneof(TYPED, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
  .map(cleanText)

const countRuns = (text: string): number => text.match(/\S+/g)?.length ?? 0

describe('house typography', () => {
  it('done twice does it once', () => {
    fc.assert(
      fc.property(TIDY, LANGUAGE, (text, language) => {
        const once = applyTypography(text, language)
        expect(applyTypography(once, language)).toBe(once)
      }),
      RUNS,
    )
  })

  it('keeps the number of words', () => {
    fc.assert(
      fc.property(TIDY, LANGUAGE, (text, language) => {
        expect(countRuns(applyTypography(text, language))).toBe(countRuns(text))
      }),
      RUNS,
    )
  })

  it('leaves no straight quote outside addresses, and changes nothing but quotes, dashes, dots and spaces', () => {
    const bare = (text: string): string => text.replace(/["'“”‘’„‚«»′″\s–—….-]/g, '')
    fc.assert(
      fc.property(TIDY, LANGUAGE, (text, language) => {
        const set = applyTypography(text, language)
        expect(bare(set)).toBe(bare(text))
        if (!/www\.|:\/\/|@/.test(text)) expect(set).not.toMatch(/["']/)
      }),
      RUNS,
    )
  })
})

/** Lines of Markdown, right and wrong, in any order. */
const MARKDOWN = fc
  .array(
    fc.constantFrom(
      ...['\n', '\n', '\n\n', '\n\n', ' ', '  ', '    ', '  \n', '\\', '\t', '\r\n'],
      ...[
        'Plain words',
        'and more',
        '"Quoted," he said.',
        '£6 million',
        'A',
        '7 miles',
        '7. seven',
        '3) three',
        'AT & T',
        'R&amp;D',
        '&x;',
      ],
      ...[
        '*',
        '**',
        '_',
        '[',
        ']',
        '](x)',
        '[a]: b',
        '[b]',
        '![',
        '<b>',
        '<',
        '>',
        '> ',
        '- ',
        '+ ',
        '* ',
        '1. ',
        '# ',
        '## ',
        ...['## Plain', '\n\n## One two\n\n', '\n\n## C# #\n\n'],
      ],
      ...[
        '---',
        '--',
        '===',
        '***',
        '```',
        '~~~',
        '~~',
        '`',
        '|',
        '|--|',
        'a | b',
        '<!-- note -->',
        '<!--',
        '-->',
        '[^1]',
      ],
      ...[
        'https://a.org',
        '<https://a.org>',
        'é',
        'שלום',
        '\u0092',
        '\u00A0',
        '\u200B',
        '(',
        '—',
        '…',
        '$',
        '“',
        '=',
        ':-',
        '\u2028',
        '\0',
      ],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

const ANY_TEXT = fc.oneof({ weight: 4, arbitrary: MARKDOWN }, fc.string({ unit: 'binary', maxLength: 80 }))

function copiesOf(blocks: readonly Block[]): Copy[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'crosshead':
      case 'signature':
        return [block.copy]
      case 'quotation':
        return copiesOf(block.blocks)
      case 'list':
        return block.items.flatMap(copiesOf)
      case 'table':
        return [block.head, ...block.rows].flat()
      case 'thematic-break':
        return []
    }
  })
}

const textOf = (copy: Copy): string => copy.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('')

function readAnyBody(text: string, parse = parseMarkdown): { blocks: readonly Block[]; findings: string[] } {
  const findings: string[] = []
  const source = sourceFile('/paper/a.md', 'a.md', text)
  const report = ({ code, place, message }: { code: string; place: object; message: string }): void => {
    findings.push(JSON.stringify([code, place, message]))
  }
  return { blocks: readBody({ source, language: 'en-GB', report, bodyStart: 0, parse }).blocks, findings }
}

describe('the reader of articles', () => {
  it('never throws, and gives an article or a reason', () => {
    fc.assert(
      fc.property(ANY_TEXT, fc.boolean(), (text, isWhole) => {
        const { article, findings } = isWhole ? readFile(text) : readText(text)
        const errors = findings.filter(({ code }) => CODES[code].severity === 'error')
        expect(article === null).toBe(errors.length > 0)
        if (article) expect(article.words).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  it('gives the same with the short cut for plain paragraphs and without it', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const short = readAnyBody(text)
        const whole = readAnyBody(text, parseWhole)
        expect(draw(short.blocks)).toEqual(draw(whole.blocks))
        expect(short.findings).toEqual(whole.findings)
      }),
      { ...RUNS, numRuns: 6000 },
    )
  })

  it('gives copy in NFC without straight quotes, with one kind of space between words', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        for (const copy of copiesOf(readAnyBody(text).blocks)) {
          const printed = textOf(copy)
          expect(printed).not.toMatch(/[^\S \u00A0\n]|[ \u00A0]{2}|^[\s]|\s$|\n[\s]| \n|[\u00AD\u200B-\u200D\uFEFF]/)
          for (const inline of copy) {
            if (inline.kind !== 'text') continue
            expect(inline.text).not.toBe('')
            expect(inline.text).toBe(inline.text.normalize('NFC'))
            expect(inline.source.placeOf('ź').line).toBeGreaterThan(0)
          }
        }
      }),
      RUNS,
    )
  })

  it('counts the words that are printed', () => {
    fc.assert(
      fc.property(ANY_TEXT, (text) => {
        const { blocks } = readAnyBody(text)
        const printed = copiesOf(blocks).reduce((sum, copy) => sum + countRuns(textOf(copy)), 0)
        expect(countWords(blocks)).toBe(printed)
      }),
      RUNS,
    )
  })

  it('prints as many words as plain paragraphs have', () => {
    const word = fc.constantFrom(
      'Ferry',
      'lane',
      '"won"',
      "tenants'",
      '--',
      '£6',
      'million',
      '...',
      'J.',
      '6\'2"',
      'x,',
    )
    const paragraph = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => `On ${words.join(' ')}`)
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const body = paragraphs.join('\n\n')
        expect(countWords(readAnyBody(body).blocks)).toBe(countRuns(body))
      }),
      RUNS,
    )
  })

  it('never prints a comment, nor anything less for it', () => {
    const text = fc.constantFrom('one two', 'Three *four*', 'five\n\nsix', '- seven\n- eight', '> nine', '"ten" -- x')
    const note = fc.constantFrom('<!-- NOTE -->', '<!--NOTE\n\nNOTE-->', '<!-- *NOTE -->', '<!--\n# NOTE\n-->')
    fc.assert(
      fc.property(text, note, text, fc.constantFrom('\n\n', ' ', '\n'), (before, comment, after, white) => {
        const { blocks } = readAnyBody([before, comment, after].join(white))
        const printed = copiesOf(blocks).map(textOf).join(' ')
        expect(printed).not.toContain('NOTE')
        expect(printed).not.toContain('!')
        const bare = (some: string): string => some.replace(/[^a-z]/gi, '')
        expect(bare(printed)).toBe(bare(before + after))
      }),
      RUNS,
    )
  })
})
