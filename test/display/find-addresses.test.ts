import { describe, expect, it } from 'vitest'
import { findAddresses } from '../../src/display/find-addresses.js'

const found = (text: string): readonly string[] =>
  findAddresses(text).map(({ from, to, address }) => `${text.slice(from, to)} → ${address}`)

describe('addresses in a text', () => {
  it('are whole addresses, www and known ends, and any end before a path', () => {
    expect(found('See https://example.org/a?b=1#c, www.example.co and example.org.uk or paper.xyz/join.')).toEqual([
      'https://example.org/a?b=1#c → https://example.org/a?b=1#c',
      'www.example.co → https://www.example.co',
      'example.org.uk → https://example.org.uk',
      'paper.xyz/join → https://paper.xyz/join',
    ])
  })

  it('are those of mail', () => {
    expect(found('Write to a.b+c@example.org.')).toEqual(['a.b+c@example.org → mailto:a.b+c@example.org'])
  })

  it('end before what ends a sentence, a bracket or a quotation', () => {
    expect(found('(www.example.org/a/), “https://example.org”; example.com!')).toEqual([
      'www.example.org/a/ → https://www.example.org/a/',
      'https://example.org → https://example.org',
      'example.com → https://example.com',
    ])
  })

  it('are nothing else', () => {
    expect(found('At 6.30am, e.g. No.10 of Ms A. Smith, 1.2 m, and/or St.James, wait...what, 14.1.2022')).toEqual([])
  })

  it('are found fast in a text without end', () => {
    expect(found('a.'.repeat(50_000))).toEqual([])
    expect(found('a-'.repeat(50_000) + '.')).toEqual([])
    expect(found('a@'.repeat(50_000) + '.')).toEqual([])
  })
})
