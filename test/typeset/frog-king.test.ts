import { describe, expect, it } from 'vitest'
import { BreakpointBuilder, stiffBox, type Breakpoints } from '../../src/typeset/breakpoints.js'
import { breakParagraph } from '../../src/typeset/break-paragraph.js'
import { paperDemerits } from '../../src/typeset/demerits.js'

/**
 * The example of Knuth & Plass, "Breaking paragraphs into lines", Software: Practice and Experience 11 (1981), 1119–1184:
 * the beginning of Grimm's Frog King in widths of traditional Monotype, 18 units to the em. `·` is a place to divide.
 */
const STORY =
  'In olden times when wish·ing still helped one, there lived a king whose daugh·ters were all beau·ti·ful; and the ' +
  'young·est was so beau·ti·ful that the sun it·self, which has seen so much, was aston·ished when·ever it shone in her ' +
  'face. Close by the king’s castle lay a great dark for·est, and un·der an old lime-tree in the for·est was a well, and ' +
  'when the day was very warm, the king’s child went out into the for·est and sat down by the side of the cool foun·tain; ' +
  'and when she was bored she took a golden ball, and threw it up on high and caught it; and this ball was her ' +
  'favor·ite play·thing.'

const LETTERS = [9, 10, 8, 10, 8, 6, 9, 10, 5, 6, 10, 5, 15, 10, 9, 10, 10, 7, 7, 7, 10, 9, 13, 10, 10, 8]
const OTHERS: Record<string, number> = { C: 13, I: 6, '-': 6, ',': 5, ';': 5, '.': 5, '’': 5 }
/** Natural width, stretch and shrink of the space after a character. */
const SPACES: Record<string, [number, number, number]> = { ',': [6, 4, 2], ';': [6, 4, 1], '.': [8, 6, 1] }
const HYPHEN = { width: 6, cost: 50, flagged: true }

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += OTHERS[character] ?? LETTERS[character.charCodeAt(0) - 97]!
  return width
}

/** The paragraph, and the text between each two breakpoints. */
function setStory(): { table: Breakpoints; texts: string[] } {
  const builder = new BreakpointBuilder()
  const texts: string[] = []
  for (const word of STORY.split(' ')) {
    if (texts.length > 0) builder.glue(...(SPACES[texts.at(-1)!.trim().at(-1)!] ?? [6, 3, 2]))
    const parts = word.split(/·|(?<=-)/)
    parts.forEach((part, i) => {
      builder.box(stiffBox(widthOf(part)))
      const divided = i < parts.length - 1
      if (divided) builder.penalty(part.endsWith('-') ? { ...HYPHEN, width: 0 } : HYPHEN)
      texts.push(divided && !part.endsWith('-') ? `${part}·` : divided ? part : `${part} `)
    })
  }
  builder.unbreakableGlue(0, 1000, 0)
  builder.penalty({ width: 0, cost: -Infinity, flagged: false })
  return { table: builder.finish(), texts }
}

function breakStory(measure: number): { lines: string[]; ratios: number[] } | null {
  const { table, texts } = setStory()
  const breaking = breakParagraph({
    breakpoints: table,
    // The paper's indent is an empty box of 1 em at the head of the first line.
    measures: [measure - 18, measure],
    demerits: paperDemerits({ flagged: 3000, fitness: 3000 }),
    spread: { opening: { letters: 0, wide: 0 }, closing: { letters: 0, wide: 0 } },
    runtWidth: 0,
    tolerance: 1,
    lineStretch: 0,
    leastStretch: 0,
    overfull: 'never',
  })
  if (!breaking) return null
  const lines: string[] = []
  let from = 0
  for (const at of breaking.breaks) {
    const text = texts.slice(from, at + 1).join('')
    lines.push(text.replace(/·$/, '-').replaceAll('·', '').trim())
    from = at + 1
  }
  return { lines, ratios: [...breaking.ratios].map((ratio) => Number(ratio.toFixed(3)) + 0) }
}

describe('the Frog King', () => {
  it('has the breaks and ratios of the paper in lines of 390 units', () => {
    const story = breakStory(390)
    expect(story?.lines).toEqual([
      'In olden times when wishing still helped one,',
      'there lived a king whose daughters were all beau-',
      'tiful; and the youngest was so beautiful that the',
      'sun itself, which has seen so much, was aston-',
      'ished whenever it shone in her face. Close by the',
      'king’s castle lay a great dark forest, and under an',
      'old lime-tree in the forest was a well, and when',
      'the day was very warm, the king’s child went out',
      'into the forest and sat down by the side of the',
      'cool fountain; and when she was bored she took a',
      'golden ball, and threw it up on high and caught',
      'it; and this ball was her favorite plaything.',
    ])
    expect(story?.ratios).toEqual([0.857, 0, 0.28, 1, 0.067, -0.278, 0.536, -0.167, 0.7, -0.176, 0.357, 0.049])
  })

  it('has the breaks and ratios of the paper in lines of 500 units', () => {
    const story = breakStory(500)
    expect(story?.lines).toEqual([
      'In olden times when wishing still helped one, there lived a',
      'king whose daughters were all beautiful; and the youngest was',
      'so beautiful that the sun itself, which has seen so much, was',
      'astonished whenever it shone in her face. Close by the king’s',
      'castle lay a great dark forest, and under an old lime-tree in the',
      'forest was a well, and when the day was very warm, the king’s',
      'child went out into the forest and sat down by the side of the',
      'cool fountain; and when she was bored she took a golden ball,',
      'and threw it up on high and caught it; and this ball was her',
      'favorite plaything.',
    ])
    expect(story?.ratios).toEqual([0.774, 0.179, 0.629, 0.545, 0, 0.079, 0.282, 0.294, 0.575, 0.353])
  })

  it('cannot be set at a tolerance of 1 in lines of 200 units', () => {
    expect(breakStory(200)).toBeNull()
  })
})
