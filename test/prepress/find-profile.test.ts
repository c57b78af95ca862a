import { describe, expect, it } from 'vitest'
import { gather, wholeFile } from '../../src/base/index.js'
import { findProfile } from '../../src/prepress/index.js'

/** The code of what is said about a name; `fine` when the profile is there. */
function ask(name: string, declared: readonly string[] = []): string {
  const { report, diagnostics } = gather()
  const profile = findProfile(name, { place: wholeFile('edition.yaml'), report, declared })
  return profile ? 'fine' : diagnostics.map(({ code }) => code).join(' ')
}

describe('a print profile asked for by name', () => {
  it('is there for the screen', () => expect(ask('screen')).toBe('fine'))
  it('is not available yet when the trade knows it', () => expect(ask('newsprint')).toBe('not-yet'))
  it('is not available yet when the stylebook names it', () => expect(ask('our-press', ['our-press'])).toBe('not-yet'))
  it('is unknown when nobody names it', () => expect(ask('our-press')).toBe('profile-unknown'))
})
