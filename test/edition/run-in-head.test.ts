import { describe, expect, it } from 'vitest'
import { type Copy, withRunInHead } from '../../src/edition/index.js'
import { articleOf, copyOf, openBench, linesOf, measure, paragraph, readAll, text } from '../typeset/fixtures.js'
import { drawCopy } from './article/reading.js'

function drawn(headline: Copy, ...body: Parameters<typeof articleOf>): readonly string[] {
  const article = withRunInHead({ ...articleOf(...body), headline })
  return article.body.map((block) => ('copy' in block ? drawCopy(block.copy) : block.kind))
}

describe('a head that runs in', () => {
  it.each([
    ['Ferry back', '#Ferry back. #'],
    ['Is the path safe?', '#Is the path safe? #'],
    ['“Not a penny more”', '#“Not a penny more”. #'],
    ['“Not a penny!”', '#“Not a penny!” #'],
    ['Found: a dog', '#Found: a dog. #'],
    ['And then …', '#And then … #'],
  ])('stands at the start of the first paragraph, with a stop: %s', (head, expected) => {
    expect(drawn(copyOf(head), paragraph('The ferry starts.'))).toEqual([`${expected}|The ferry starts.`])
  })

  it('keeps its emphasis, and stands in one line', () => {
    const head = [text('Star', 'emphasis'), text(' raised'), { kind: 'line-break' as const }, text('from the bar')]
    expect(drawn(head, paragraph('It lies at the quay.'))).toEqual([
      '/#Star#/|# raised#|# #|#from the bar. #|It lies at the quay.',
    ])
  })

  it('takes the place of lead-in and drop capital', () => {
    const article = articleOf(paragraph(text('THE FERRY', 'lead-in'), ' starts.'))
    const made = withRunInHead({ ...article, dropCap: 3 })
    expect(drawCopy((made.body[0] as { copy: Copy }).copy)).toBe('#Head. #|THE FERRY| starts.')
    expect(made.dropCap).toBe('none')
  })

  it('has a paragraph to itself where the text begins with none, and what is optional stays so', () => {
    const list = { kind: 'list' as const, ordered: false, start: 1, items: [[paragraph('one')]] }
    const article = { ...articleOf(list, paragraph('End.')), optional: { parts: [], blocks: [1] } }
    const made = withRunInHead(article)
    expect(made.body.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'paragraph'])
    expect(made.optional.blocks).toEqual([2])
  })

  it('is the same object for the same article', () => {
    const article = articleOf(paragraph('One.'))
    expect(withRunInHead(article)).toBe(withRunInHead(article))
  })

  it('is set in its own style, and none of its words is counted', async () => {
    const { setter } = await openBench({ 'run-in': { weight: 700, colour: 'red', hyphenate: false } })
    const article = withRunInHead({
      ...articleOf(paragraph('The ferry starts again on Monday, after six weeks on the slip.')),
      headline: copyOf('Ferry back again'),
    })
    const request = { article, dress: null }
    const [unit] = setter.units(request)
    expect(unit!.words).toBe(12)
    const lines = linesOf(setter.setUnit(request, 0, measure(120)))
    expect(readAll(lines)[0]).toMatch(/^Ferry back again\. The/)
    expect(lines.reduce((sum, line) => sum + line.words, 0)).toBe(12)
    const [first, ...others] = lines[0]!.fragments.filter(({ role }) => role === 'text')
    expect([first!.run.face.weight, first!.colour]).toEqual([700, 'red'])
    expect([others.at(-1)!.run.face.weight, others.at(-1)!.colour]).toEqual([400, 'black'])
    expect(setter.words(request, 0, 0, 3)).toBe('The ferry starts')
    const cut = linesOf(setter.setUnitCut(request, 0, 2, measure(120)))
    expect(readAll(cut).join(' ')).toBe('Ferry back again. The ferry')
    expect(cut.reduce((sum, line) => sum + line.words, 0)).toBe(2)
  })
})
