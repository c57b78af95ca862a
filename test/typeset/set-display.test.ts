import { describe, expect, it } from 'vitest'
import { copyOf, endOf, openBench, read, readAll, stylesWith, text } from './fixtures.js'

const styles = stylesWith()

async function headIn(measure: number, words: string, size = 36): Promise<string[]> {
  const { setter } = await openBench()
  const copy = copyOf(...words.split('\n').flatMap((part, i) => (i ? ['\n', part] : [part])))
  return readAll(setter.setDisplay({ copy, style: styles.headline, size, measure, language: 'en-GB' }))
}

describe('display type', () => {
  it('balances the lines of a head', async () => {
    expect(await headIn(440, 'Council votes to close every library branch')).toEqual([
      'Council votes to close',
      'every library branch',
    ])
  })

  it('balances them in every measure that holds them', async () => {
    for (const measure of [440, 480, 520, 560, 600]) {
      expect(await headIn(measure, 'Council votes to close every library branch')).toEqual([
        'Council votes to close',
        'every library branch',
      ])
    }
  })

  it('ends no line with a short word where another break exists', async () => {
    const words = 'Hundreds march to the gates of the closed shipyard as a strike enters its second week'.split(' ')
    const isShort = (word: string): boolean => /^(to|the|of|as|a|its)$/.test(word)
    const { setter } = await openBench()
    const request = { style: styles.headline, size: 36, language: 'en-GB' }
    /** The fewest short words at line ends, over all ways to set words from `at` in so many lines. */
    const fewest = (at: number, lines: number, measure: number): number => {
      let least = Infinity
      for (let to = at + 1; to <= words.length; to++) {
        const line = copyOf(words.slice(at, to).join(' '))
        if (setter.measureDisplay({ ...request, copy: line }) > measure) break
        if (lines === 1 && to === words.length) return 0
        if (lines > 1) least = Math.min(least, (isShort(words[to - 1]!) ? 1 : 0) + fewest(to, lines - 1, measure))
      }
      return least
    }
    let avoided = 0
    for (let measure = 300; measure < 900; measure += 60) {
      const lines = await headIn(measure, words.join(' '))
      const short = lines.slice(0, -1).filter((line) => isShort(line.split(' ').at(-1)!)).length
      expect(short).toBe(fewest(0, lines.length, measure))
      if (short === 0) avoided++
    }
    expect(avoided).toBeGreaterThan(4)
  })

  it('divides no word', async () => {
    const { setter } = await openBench()
    const copy = copyOf('Representatives notwithstanding')
    const lines = setter.setDisplay({ copy, style: styles.headline, size: 20, measure: 200, language: 'en-GB' })
    expect(lines.some((line) => line.hyphenated)).toBe(false)
  })

  it('breaks a word only when it is wider than the measure, and says nothing but on the line', async () => {
    const { setter, findings } = await openBench()
    const copy = copyOf('Antidisestablishmentarianism ends')
    const lines = setter.setDisplay({ copy, style: styles.headline, size: 36, measure: 200, language: 'en-GB' })
    expect(lines[0]!.hyphenated).toBe(true)
    expect(lines.every((line) => endOf(line) <= 200.01)).toBe(true)
    expect(readAll(lines).join(' ').replaceAll('- ', '')).toBe('Antidisestablishmentarianism ends')
    expect(findings).toEqual([])
  })

  it('keeps the line breaks of its copy', async () => {
    expect(await headIn(2000, 'Uneasy calm\nin Kazakhstan')).toEqual(['Uneasy calm', 'in Kazakhstan'])
  })

  it('knows its natural width, which is the width it sets in', async () => {
    const { setter } = await openBench()
    const request = {
      copy: copyOf('Uneasy ', text('calm', 'emphasis')),
      style: styles.headline,
      size: 36,
      language: 'en-GB',
    }
    const width = setter.measureDisplay(request)
    const [line] = setter.setDisplay({ ...request, measure: 1000 })
    expect(endOf(line!)).toBeCloseTo(width, 9)
    expect(setter.setDisplay({ ...request, measure: width }).length).toBe(1)
    expect(setter.setDisplay({ ...request, measure: width - 0.1 }).length).toBe(2)
  })

  it('ranges right and centres', async () => {
    const { setter } = await openBench()
    const copy = copyOf('Calm')
    const width = setter.measureDisplay({ copy, style: styles.headline, size: 36, language: 'en-GB' })
    const at = (align: 'right' | 'centre'): number =>
      setter.setDisplay({ copy, style: { ...styles.headline, align }, size: 36, measure: 300, language: 'en-GB' })[0]!
        .fragments[0]!.x
    expect(at('right')).toBeCloseTo(300 - width, 9)
    expect(at('centre')).toBeCloseTo((300 - width) / 2, 9)
  })

  it('tracks its letters', async () => {
    const { setter } = await openBench()
    const style = { ...styles.headline, tracking: 50 }
    const request = { copy: copyOf('Calm'), size: 36, language: 'en-GB' }
    const loose = setter.measureDisplay({ ...request, style })
    expect(loose - setter.measureDisplay({ ...request, style: styles.headline })).toBeCloseTo((4 * 50 * 36) / 1000, 9)
    expect(setter.setDisplay({ ...request, style, measure: 500 })[0]!.fragments[0]!.tracking).toBe(50)
  })

  it('fills the lines of a standfirst and leaves its last one short', async () => {
    const { setter } = await openBench()
    const copy = copyOf(
      'In the 1830s a newspaper carried a fourpenny tax, and hundreds of people went to gaol for selling one.',
    )
    const lines = setter.setDisplay({ copy, style: styles.standfirst, size: 10, measure: 220, language: 'en-GB' })
    expect(endOf(lines.at(-1)!)).toBeLessThan(endOf(lines[0]!) - 20)
  })

  it('sets copy without words as one empty line', async () => {
    const { setter } = await openBench()
    const lines = setter.setDisplay({
      copy: copyOf(' '),
      style: styles.headline,
      size: 36,
      measure: 100,
      language: 'en-GB',
    })
    expect(lines.map(read)).toEqual([''])
  })

  it('is set once for the same question', async () => {
    const { setter } = await openBench()
    const request = { copy: copyOf('Calm'), style: styles.headline, size: 36, measure: 100, language: 'en-GB' }
    expect(setter.setDisplay({ ...request })).toBe(setter.setDisplay({ ...request }))
  })
})
