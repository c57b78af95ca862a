import { describe, expect, it } from 'vitest'
import { formatDiagnostic, wholeFile, type Diagnostic } from '../../src/base/index.js'

const unknownKey: Diagnostic = {
  severity: 'error',
  code: 'key-unknown',
  message: 'unknown key "kickr"',
  place: { file: 'articles/rents.md', line: 3, column: 1, sourceLine: 'kickr: Housing', length: 5 },
  hint: 'did you mean "kicker"?',
}

const at = (sourceLine: string, column: number, length = 1): Diagnostic => ({
  ...unknownKey,
  place: { ...unknownKey.place, sourceLine, column, length },
})

describe('a printed diagnostic', () => {
  it('says where, how grave and what, then shows the line with carets, then the hint', () => {
    expect(formatDiagnostic(unknownKey)).toBe(
      [
        'articles/rents.md:3:1 error key-unknown unknown key "kickr"',
        '  kickr: Housing',
        '  ^^^^^',
        '  hint: did you mean "kicker"?',
      ].join('\n'),
    )
  })

  it('is one line when a whole file is meant', () => {
    const { hint: _, ...bare } = unknownKey
    expect(formatDiagnostic({ ...bare, place: wholeFile('edition.yaml') })).toBe(
      'edition.yaml:1:1 error key-unknown unknown key "kickr"',
    )
  })

  it('shows the neighbourhood of the caret in a long line', () => {
    const [, shown, carets] = formatDiagnostic(at(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 501)).split('\n')
    expect(shown).toBe(`  …${'a'.repeat(50)}X${'b'.repeat(49)}…`)
    expect(carets!.indexOf('^')).toBe(shown!.indexOf('X'))
  })

  it('shows the end of a long line whole', () => {
    const [, shown, carets] = formatDiagnostic(at(`${'a'.repeat(500)}X`, 501)).split('\n')
    expect(shown).toBe(`  …${'a'.repeat(99)}X`)
    expect(carets!.indexOf('^')).toBe(shown!.indexOf('X'))
  })

  it('keeps the caret under its character behind a tab or an invisible character', () => {
    const [, shown, carets] = formatDiagnostic(at('\t\u200bX', 3)).split('\n')
    expect(carets!.indexOf('^')).toBe(shown!.indexOf('X'))
  })

  it('never underlines past the line, and can stand behind its end', () => {
    expect(formatDiagnostic(at('abc', 2, 40)).split('\n')[2]).toBe('   ^^')
    expect(formatDiagnostic(at('abc', 4)).split('\n')[2]).toBe('     ^')
  })

  it('keeps a message of several lines on one', () => {
    expect(formatDiagnostic({ ...unknownKey, message: 'one\n  two' }).split('\n')[0]).toMatch(/key-unknown one two$/)
  })

  it('is coloured only when asked', () => {
    expect(formatDiagnostic(unknownKey)).not.toContain('\u001b')
    expect(formatDiagnostic(unknownKey, { colour: true })).toContain('\u001b[1;31merror\u001b[0m key-unknown')
  })
})
