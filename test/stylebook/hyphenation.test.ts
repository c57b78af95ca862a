import { describe, expect, it } from 'vitest'
import { gather, wholeFile } from '../../src/base/index.js'
import { readStylebook } from '../../src/stylebook/index.js'
import { memoryHost } from '../memory-host.js'

const LEAST = `paper: { name: The Weekly, language: en-GB }
formats: { a4: { trim: [210mm, 297mm] } }
grid: { columns: 4 }
`

/** The hyphenation of a stylebook of three lines and these, and each mistake with what is underlined. */
function read(weekly: string, others: Readonly<Record<string, string>> = {}) {
  const { report, diagnostics } = gather()
  const files = { 'weekly.yaml': /^(paper|extends):/.test(weekly) ? weekly : LEAST + weekly, ...others }
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([name, text]) => [`layouts/${name}`, text])))
  const askedAt = wholeFile('edition.yaml')
  const stylebook = readStylebook({ paper: 'weekly', layoutsFolder: '/paper/layouts', host, report, askedAt })
  const told = diagnostics.map(({ code, message, place: { file, line, column, sourceLine, length } }) => {
    return `${file}:${line}:${column} ${code} ${sourceLine.slice(column - 1, column - 1 + length)}: ${message}`
  })
  const { exceptions, protect } = stylebook!.hyphenation
  return { exceptions: Object.fromEntries(exceptions), protect, told }
}

describe('the hyphenation of a stylebook', () => {
  it('has no words of its own when nothing is said', () => {
    expect(read('')).toEqual({ exceptions: {}, protect: [], told: [] })
    expect(read('hyphenation:\n  exceptions:\n')).toMatchObject({ exceptions: {}, protect: [] })
  })

  it('takes a list for the language of the paper, whatever the region', () => {
    const { exceptions, protect, told } = read(
      'hyphenation: { exceptions: [news-paper, Brexit], protect: [Nazarbayev, Ferry Lane] }',
    )
    expect(told).toEqual([])
    expect(exceptions).toEqual({ en: ['news-paper', 'Brexit'] })
    expect(protect).toEqual(['Nazarbayev', 'Ferry Lane'])
  })

  it('takes lists by language, in composed form', () => {
    const { exceptions, told } = read('hyphenation: { exceptions: { en-GB: [no-no], fr: ["e\\u0301co-le"] } }')
    expect(told).toEqual([])
    expect(exceptions).toEqual({ 'en-gb': ['no-no'], fr: ['éco-le'] })
  })

  it('is inherited: maps merge, lists replace', () => {
    const base = `${LEAST}hyphenation: { exceptions: { en: [news-paper], cy: [pen-tref] }, protect: [Almaty] }`
    const { exceptions, protect } = read('extends: base\nhyphenation: { exceptions: { en: [note-paper] } }', {
      'base.yaml': base,
    })
    expect(exceptions).toEqual({ en: ['note-paper'], cy: ['pen-tref'] })
    expect(protect).toEqual(['Almaty'])
  })

  const rule = 'an exception is one word with hyphens where it may be divided, such as news-paper'
  it.each([
    ['exceptions: [news paper]', `29 value-wrong news paper: "news paper" holds a space: ${rule}`],
    ['exceptions: [one, MI-5]', `34 value-wrong MI-5: "MI-5" holds "5", which is no letter: ${rule}`],
    ["exceptions: [don't]", `29 value-wrong don't: "don't" holds "'", which is no letter: ${rule}`],
    ['exceptions: [e-lection]', `29 value-wrong e-lection: "e-lection" would leave "e" alone: ${rule}`],
    ['exceptions: [elec--tion]', `29 value-wrong elec--tion: "elec--tion" would leave no letter alone: ${rule}`],
    ['exceptions: { en: [a b] }', `35 value-wrong a b: "a b" holds a space: ${rule}`],
    [
      'exceptions: { English: [news-paper] }',
      '30 value-wrong English: the name must be a language tag such as en-GB, not "English"',
    ],
    [
      'exceptions: [news-paper, Newspa-per]',
      '41 value-wrong Newspa-per: "Newspa-per" and "news-paper" are the same word, divided in two ways',
    ],
    [
      'exceptions: news-paper',
      '28 value-wrong news-paper: exceptions must be a list of words, such as [news-paper, Brexit], or lists by language, such as { cy: [pen-tref] }, not "news-paper"',
    ],
    ['protect: [Almaty, 2022]', '34 value-wrong 2022: a name to protect must have letters, and "2022" has none'],
    ['exeptions: [news-paper]', '16 key-unknown exeptions: unknown key "exeptions"'],
  ])('tells of { %s }', (written, told) => {
    expect(read(`hyphenation: { ${written} }`).told).toEqual([`layouts/weekly.yaml:4:${told}`])
  })

  it('tells of a mistake in the file where it is written', () => {
    const { told } = read('extends: base', { 'base.yaml': `${LEAST}hyphenation:\n  exceptions:\n    - news paper\n` })
    expect(told).toEqual([expect.stringMatching(/^layouts\/base\.yaml:6:7 value-wrong news paper/)])
  })
})
