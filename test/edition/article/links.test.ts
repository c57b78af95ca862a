import { describe, expect, it } from 'vitest'
import type { Copy } from '../../../src/edition/index.js'
import { markLeadIn } from '../../../src/edition/article/lead-in.js'
import { readText } from './reading.js'

/** The words of a copy that lead somewhere, and where. */
const links = (copy: Copy): readonly string[] =>
  copy.flatMap((inline) =>
    inline.kind === 'text'
      ? (inline.links ?? []).map(({ from, to, address }) => `${inline.text.slice(from, to)} → ${address}`)
      : [],
  )

const linksOf = (body: string): readonly string[] =>
  readText(body).article!.body.flatMap((block) => (block.kind === 'paragraph' ? links(block.copy) : []))

describe('links in an article', () => {
  it('keep where they lead, in the words that are printed', () => {
    expect(linksOf('"See" [our "own" -- page](https://example.org/a--b "title") now.')).toEqual([
      'our “own”\u00A0– page → https://example.org/a--b',
    ])
    expect(linksOf('<https://example.org/a> or <desk@example.org>.')).toEqual([
      'https://example.org/a → https://example.org/a',
      'desk@example.org → mailto:desk@example.org',
    ])
  })

  it('go over a change of type', () => {
    expect(linksOf('[one *two* three](https://example.org)')).toEqual([
      'one  → https://example.org',
      'two → https://example.org',
      ' three → https://example.org',
    ])
  })

  it('are found by reference, the first that is given', () => {
    const given = '[a]: https://example.org/1\n[a]: https://example.org/2\n[b]: /b'
    expect(linksOf(`[here][a] and [a].\n\nAnd [b].\n\n${given}`)).toEqual([
      'here → https://example.org/1',
      'a → https://example.org/1',
    ])
  })

  it('lead to the web or to mail: nothing runs, and nothing leads where only the author is', () => {
    expect(linksOf('[a](javascript:x()) [b](/b) [c](#c) [d](file:///d) [e](data:,e) [f](HTTPS://example.org)')).toEqual(
      ['f → HTTPS://example.org'],
    )
  })

  it('stay where they are when the opening words are marked', () => {
    const { article } = readText('AT THE [MARKET hall](https://example.org) today.', 'headline: Rents\nlead-in: none')
    const [block] = article!.body
    const copy = block!.kind === 'paragraph' ? block!.copy : []
    expect(links(markLeadIn(copy, 3))).toEqual(['MARKET → https://example.org', ' hall → https://example.org'])
    expect(links(markLeadIn(copy, 9))).toEqual(['MARKET hall → https://example.org'])
  })
})
