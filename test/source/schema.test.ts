import { describe, expect, it } from 'vitest'
import { gather } from '../../src/base/index.js'
import {
  anyText,
  byShape,
  deferred,
  flag,
  fontWeight,
  length,
  lengthOrEm,
  list,
  listOf,
  map,
  must,
  notYet,
  number,
  oneOf,
  optional,
  placed,
  readYaml,
  record,
  refined,
  type Schema,
  sourceFile,
  text,
  wholeNumber,
  withDefault,
} from '../../src/source/index.js'

/** Reads a document and gives its value and what was said of it: `LINE:COLUMN+LENGTH message | hint`. */
function read<T>(schema: Schema<T>, written: string) {
  const { report, diagnostics } = gather()
  const located = readYaml(sourceFile('/a', 'a', written), schema, report)
  const said = diagnostics.map(
    ({ place, message, hint }) => `${place.line}:${place.column}+${place.length} ${message}${hint ? ` | ${hint}` : ''}`,
  )
  return { value: located && located.value, located, said, codes: diagnostics.map(({ code }) => code) }
}

function readOne<T>(schema: Schema<T>, typed: string) {
  const { value, said } = read(map({ key: must(schema) }), `key: ${typed}`)
  return { value: value?.key, said }
}

describe('a value that is right', () => {
  it.each<[string, Schema<unknown>, string, unknown]>([
    ['text', text, 'a b', 'a b'],
    ['text in quotes', text, '" a"', ' a'],
    ['blank text', anyText, '""', ''],
    ['a whole number', wholeNumber({ least: 1 }), '007', 7],
    ['a negative one', wholeNumber(), '-3', -3],
    ['a number', number(), '.25', 0.25],
    ['a number with a sign', number({ least: -1 }), '-0.6', -0.6],
    ['yes', flag, 'Yes', true],
    ['off', flag, 'off', false],
    ['a length', length(), '1in', 72],
    ['a length in millimetres', length({ least: 0 }), '25.4mm', 72],
    ['ems', lengthOrEm, '1.5em', { em: 1.5 }],
    ['one of a few words', oneOf(['left', 'right']), 'right', 'right'],
    ['a length at its bound', length({ least: 0, most: 25, unit: 'mm' }), '25mm', (25 * 72) / 25.4],
    ['a weight by name', fontWeight, 'semibold', 600],
    ['a weight by its other spelling', fontWeight, 'Extra-Bold', 800],
    ['a weight by number', fontWeight, '350', 350],
    ['a list', list(text), '[a, b]', ['a', 'b']],
    ['a list of just so many', listOf(number(), 2, 'two numbers'), '[1, 2]', [1, 2]],
    [
      'a map',
      map({ a: text, b: optional(text), c: withDefault(text, 'c') }),
      '{ a: x, b: }',
      { a: 'x', b: null, c: 'c' },
    ],
    [
      'a record',
      record(number()),
      '{ z: 1, a: 2 }',
      new Map([
        ['z', 1],
        ['a', 2],
      ]),
    ],
  ])('%s', (_what, schema, typed, value) => {
    expect(readOne(schema, typed)).toEqual({ value, said: [] })
  })
})

describe('a value that is wrong', () => {
  it.each<[Schema<unknown>, string, string]>([
    [text, '[a]', '1:6+3 key must be text, not a list'],
    [text, '{ a: b }', '1:6+8 key must be text, not keys with values'],
    [text, '" "', '1:6+3 key must be text, and it is blank'],
    [wholeNumber({ least: 1 }), 'four', '1:6+4 key must be a whole number of at least 1, not "four"'],
    [wholeNumber({ least: 1, most: 9 }), '0', '1:6+1 key must be a whole number from 1 to 9, not "0"'],
    [wholeNumber(), '1.5', '1:6+3 key must be a whole number, not "1.5"'],
    [wholeNumber(), '99999999999', '1:6+11 key must be a whole number, not "99999999999"'],
    [number({ most: 1 }), 'NaN', '1:6+3 key must be a number of at most 1, not "NaN"'],
    [flag, 'maybe', '1:6+5 key must be true or false, not "maybe"'],
    [length(), '9', '1:6+1 key must be a length with its unit, not "9" | say the unit: 9pt or 9mm'],
    [
      length({ least: 0 }),
      '-1mm',
      '1:6+4 key must be a length with its unit, not below nought, not "-1mm" | such as 9pt or 4.5mm',
    ],
    [length({ most: 5 }), '1cm', '1:6+3 key must be a length with its unit, at most 5pt, not "1cm" | such as 0.5pt'],
    [length({ least: 20 }), '9', '1:6+1 key must be a length with its unit, at least 20pt, not "9" | such as 100pt'],
    [
      length({ least: 0, most: 1, unit: 'mm' }),
      '30mm',
      '1:6+4 key must be a length with its unit, not below nought, at most 1mm, not "30mm" | such as 0.1mm',
    ],
    [
      length({ least: 0, most: 25, unit: 'mm' }),
      '25.1mm',
      '1:6+6 key must be a length with its unit, not below nought, at most 25mm, not "25.1mm" | such as 5mm',
    ],
    [
      length({ least: 0, most: 25, unit: 'mm' }),
      '3',
      '1:6+1 key must be a length with its unit, not below nought, at most 25mm, not "3" | say the unit: 3mm or 3pt',
    ],
    [
      length({ least: 0, most: 25, unit: 'mm' }),
      '30',
      '1:6+2 key must be a length with its unit, not below nought, at most 25mm, not "30" | such as 5mm',
    ],
    [oneOf(['single', 'folded']), 'fold', '1:6+4 key must be single or folded, not "fold" | did you mean "folded"?'],
    [length(), '1em', '1:6+3 key must be a length with its unit, not "1em" | such as 9pt or 4.5mm'],
    [oneOf(['left', 'centre']), 'center', '1:6+6 key must be left or centre, not "center" | did you mean "centre"?'],
    [list(text), 'a', '1:6+1 key must be a list, not "a"'],
    [list(text, { of: 'ids' }), '[a, {}]', '1:10+2 item 2 of key must be text, not keys with values'],
    [list(text), '[a, ]', ''],
    [listOf(number(), 2, 'two numbers'), '[1]', '1:6+3 key must be two numbers, not a list of 1 value'],
    [map({ a: text }), 'b', '1:6+1 key must be keys with values (key: value), not "b"'],
    [
      byShape<unknown>({ scalar: text, list: list(text) }),
      '{ a: b }',
      '1:6+8 key must be text, or a list, not keys with values',
    ],
    [text, "['' , a]", '1:6+8 key must be text, not a list'],
  ])('is told in an editor’s words: %#', (schema, typed, said) => {
    expect(readOne(schema, typed).said).toEqual(said === '' ? [] : [said])
  })

  it('shows only the head of a long one', () => {
    expect(readOne(number(), 'x'.repeat(200)).said[0]).toMatch(/not "x{39}…"$/)
  })
})

describe('a map', () => {
  const schema = map(
    { headline: must(text), overline: optional(text), legs: optional(wholeNumber()) },
    { aliases: { kicker: 'overline' } },
  )

  it('names the known key nearest to an unknown one, aliases among them', () => {
    expect(read(schema, 'headline: a\nkickr: b\n').said).toEqual(['2:1+5 unknown key "kickr" | did you mean "kicker"?'])
  })

  it('names the known keys where none is near, if they are few', () => {
    const known = 'known are headline, overline, legs'
    expect(read(schema, 'headline: a\nzzz: b\n').said).toEqual([`2:1+3 unknown key "zzz" | ${known}`])
    const keys = Array.from({ length: 11 }, (_, at) => [`key-${at}`, optional(text)] as const)
    expect(read(map(Object.fromEntries(keys)), 'zzz: b\n').said).toEqual(['1:1+3 unknown key "zzz"'])
  })

  it('lists all its mistakes, and keeps what is right', () => {
    const { value, said, codes, located } = read(schema, 'heading: a\nlegs: x\nkicker: k\n')
    expect(said).toEqual([
      '1:1+7 unknown key "heading" | did you mean "headline"?',
      '1:1+10 headline is missing | it must be text',
      '2:7+1 legs must be a whole number, not "x"',
    ])
    expect(codes).toEqual(['key-unknown', 'key-missing', 'value-wrong'])
    expect(value).toEqual({ headline: null, overline: 'k', legs: null })
    expect(located!.isSound).toBe(false)
  })

  it('takes an alias for its key, and finds its place by either', () => {
    const { value, located } = read(schema, 'headline: a\nkicker: k\n')
    expect(value!.overline).toBe('k')
    expect(located!.placeOf(['overline'])).toMatchObject({ line: 2, column: 9 })
    expect(located!.keyPlaceOf(['kicker'])).toMatchObject({ line: 2, column: 1 })
  })

  it('refuses a key said in two spellings', () => {
    expect(read(schema, 'headline: a\nkicker: k\noverline: o\n').said).toEqual([
      '3:1+8 "overline" and "kicker" say the same thing: keep one of them',
    ])
  })

  it('blames the key of a nested map for what it lacks', () => {
    const nested = map({ paper: optional(map({ name: text })) })
    expect(read(nested, '\n\npaper: { }\n').said).toEqual(['3:1+5 name is missing | it must be text'])
  })

  it('reads an empty file as a map without keys', () => {
    expect(read(schema, '# nothing\n').said).toEqual(['1:1+1 headline is missing | it must be text'])
  })
})

describe('a key that is not available yet', () => {
  const schema = map({ picture: notYet('pictures cannot be placed yet') })

  it.each(['', '~', '""', '[]', '{}'])('is silent when it is %s', (typed) => {
    expect(read(schema, `picture: ${typed}`).said).toEqual([])
  })

  it('says so when it says something', () => {
    const { said, codes, value } = read(schema, 'picture: { use: a.jpg }')
    expect(said).toEqual(['1:1+7 "picture" is not available yet: pictures cannot be placed yet | take it out for now'])
    expect(codes).toEqual(['not-yet'])
    expect(value!.picture).toBe('asked')
  })
})

describe('other pieces', () => {
  it('a refined value can be refused with a code and a hint of its own', () => {
    const even = refined(wholeNumber(), (value, fail) =>
      value % 2 === 0 ? value / 2 : fail('must be even', { code: 'date-wrong', hint: 'try 2' }),
    )
    expect(readOne(even, '4').value).toBe(2)
    expect(readOne(even, '3').said).toEqual(['1:6+1 must be even | try 2'])
  })

  it('a placed value knows its place, its key’s and its span', () => {
    const { value } = readOne(placed(text), '"a b"')
    expect(value).toMatchObject({
      value: 'a b',
      place: { column: 6, length: 5 },
      keyPlace: { column: 1 },
      span: { start: 5, end: 10 },
    })
  })

  it('a deferred value keeps its mistakes to itself', () => {
    const { said, value } = read(map({ key: must(deferred(list(number()))) }), 'key: [1, x, 3]')
    expect(said).toEqual([])
    expect(value!.key!.value).toEqual([1, 3])
    expect(value!.key!.mistakes).toMatchObject([{ code: 'value-wrong', place: { column: 10 } }])
  })

  it('a record reports the keys and the values that are wrong, and leaves them out', () => {
    const { value, said } = read(
      record(number(), { keys: oneOf(['wide', 'tall']) }),
      'wide: 1\ntall: x\ndeep: 3\nlong:\n',
    )
    expect(value).toEqual(new Map([['wide', 1]]))
    expect(said).toEqual([
      '2:7+1 tall must be a number, not "x"',
      '3:1+4 the name must be wide or tall, not "deep"',
      '4:1+4 the name must be wide or tall, not "long"',
    ])
  })
})
