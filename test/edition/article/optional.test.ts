import { describe, expect, it } from 'vitest'
import { withoutBlocks } from '../../../src/edition/index.js'
import { type Body, readBody } from '../../../src/edition/article/read-body.js'
import { articleOf, copyOf, paragraph } from '../../typeset/fixtures.js'
import { sourceFile } from '../../../src/source/index.js'

/** Which blocks of a body may be left out, and where marks stand that mark nothing. */
function optionalIn(text: string): Pick<Body, 'optional' | 'idle'> {
  const source = sourceFile('/a.md', 'a.md', text)
  return readBody({ source, language: 'en-GB', report: () => {}, bodyStart: 0 })
}

/** The blocks of a body by the first letter of their kinds, and how many marks mark nothing. */
function kindsIn(text: string): { readonly kinds: string; readonly idle: number } {
  const source = sourceFile('/a.md', 'a.md', text)
  const { blocks, idle } = readBody({ source, language: 'en-GB', report: () => {}, bodyStart: 0 })
  return { kinds: blocks.map(({ kind }) => kind[0]).join(''), idle: idle.length }
}

describe('a signature', () => {
  it.each([
    ['A letter.\n\n<!-- signature -->\nAnn Hill, Ferry Lane\n\n## Another\n\nText.', 'pscp', 0],
    ['A letter.\n\n<!-- Signature -->\n\n**Ann Hill**, Ferry Lane', 'ps', 0],
    ['A letter.\n\n<!-- optional -->\n<!-- signature -->\nAnn Hill', 'ps', 0],
    ['<!-- signature -->\nAnn Hill\n\nA letter.', 'pp', 1],
    ['A letter.\n\n<!-- signature -->\n## Head\n\nText.', 'pcp', 1],
    ['A letter.\n\n<!-- signature -->\n- one\n- two', 'pl', 1],
    ['A letter. <!-- signature --> Ann Hill', 'p', 1],
    ['A letter.\n\n<!-- signature -->', 'p', 1],
    ['A letter.\n\n<!-- the signature is missing -->\nText.', 'pp', 0],
  ])('is the paragraph right after its comment: %j', (text, kinds, idle) => {
    expect(kindsIn(text)).toEqual({ kinds, idle })
  })
})

describe('what may be left out', () => {
  it.each([
    ['First.\n\n<!-- optional -->\nSecond.\n\nThird.', [1]],
    ['First.\n\n<!-- OPTIONAL -->\n\nSecond.', [1]],
    ['First.\n\n<!--optional-->\n## Head\n\nSecond.', []],
    ['<!-- optional -->\nFirst.\n\nSecond.', []],
    ['First.\n\n<!-- optional -->\n> Quotation.\n\n<!-- optional -->\n- one\n- two', [1, 2]],
    ['First.\n\n<!-- optional -->\nSecond *with* marks.\n\n<!-- a note -->\nThird.', [1]],
    ['First. <!-- optional -->\n\nSecond.', []],
    ['First <!-- optional --> goes on.\n\nSecond.', []],
    ['First.\n\n<!-- optionally -->\nSecond.', []],
    ['First.\n\n<!-- optional -->', []],
  ])('is the block right after the comment: %j', (text, blocks) => {
    const { optional, idle } = optionalIn(text)
    expect(optional).toEqual(blocks)
    const marks = [...text.matchAll(/<!--\s*optional\s*-->/gi)].length
    expect(idle).toHaveLength(marks - blocks.length)
  })

  const article = articleOf(
    paragraph('One.'),
    { kind: 'crosshead', copy: copyOf('Head') },
    paragraph('Two three.'),
    { kind: 'crosshead', copy: copyOf('Other') },
    paragraph('Four.'),
  )
  const kinds = (dropped: readonly number[]): string =>
    withoutBlocks(article, dropped)
      .body.map(({ kind }) => kind[0])
      .join('')

  it('takes with it a crosshead that would stand over nothing', () => {
    expect(kinds([2])).toBe('pcp')
    expect(kinds([4])).toBe('pcp')
    expect(kinds([2, 4])).toBe('p')
    expect(kinds([1])).toBe('ppcp')
    expect(withoutBlocks(article, [2]).words).toBe(3)
  })

  it('is never the first block', () => {
    expect(kinds([0])).toBe('pcpcp')
  })
})
