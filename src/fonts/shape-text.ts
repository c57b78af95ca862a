import type { Buffer, Feature, GlyphInfo } from 'harfbuzzjs'
import type { OpenedFont, Shaper } from './open-face.js'
import { createRunMemory } from './run-memory.js'
import type { RunMemory } from './run-memory.js'
import type { Face, ShapedRun } from './types.js'

/** Glyph 0 of every font: the box for a character that it lacks. */
const NOTDEF = 0

/** How a text is to be shaped, once for many texts. */
export interface ShapingPlan {
  readonly face: Face
  readonly font: OpenedFont
  readonly features: Feature[]
  /** BCP 47 tag; `und` for no language's own forms. */
  readonly language: string
}

/** A text in one face. */
export interface ShapedText {
  readonly run: ShapedRun
  /** Whether the face lacks a character of it. */
  readonly lacks: boolean
}

/** Shapes one text with one face. */
export type ShapeText = (plan: ShapingPlan, text: string, drawnAs?: string) => ShapedText

/**
 * A shaping function over one buffer that is used again and again: a buffer of its own for every word would exhaust the
 * shaper's heap after about a million. `drawnAs`, of the same length as `text`, is what is drawn; the characters of the run
 * stay those of `text`.
 */
export function createShapeText(shaper: Shaper): ShapeText {
  const buffer: Buffer = new shaper.Buffer()
  const memory = createRunMemory()
  return (plan, text, drawnAs = text) => {
    buffer.reset()
    buffer.setFlags(shaper.BufferFlag.REMOVE_DEFAULT_IGNORABLES)
    // Some fonts give the no-break space a width of its own (UnifrakturCook, two thirds): in a line it is a word space.
    buffer.addText(drawnAs.replaceAll('\u00A0', ' '))
    // Said before guessing, which would take the machine's own language.
    buffer.setLanguage(plan.language)
    buffer.guessSegmentProperties()
    shaper.shape(plan.font.font, buffer, plan.features)
    return readRun(buffer, memory, plan, text)
  }
}

/** The buffer's glyphs as a run. */
function readRun(buffer: Buffer, memory: RunMemory, { face, font }: ShapingPlan, text: string): ShapedText {
  const infos = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  const count = infos.length
  const glyphs = memory.glyphs(count)
  const advances = memory.lengths(count)
  let width = 0
  let lacks = false
  let hasOffsets = false
  for (let i = 0; i < count; i++) {
    const { xAdvance, xOffset, yOffset } = positions[i]!
    const glyph = infos[i]!.codepoint
    const advance = xAdvance * font.perMille
    glyphs[i] = glyph
    advances[i] = advance
    width += advance
    if (glyph === NOTDEF) lacks = true
    if (xOffset !== 0 || yOffset !== 0) hasOffsets = true
  }
  const offsets = hasOffsets
    ? {
        x: Float64Array.from(positions, (position) => position.xOffset * font.perMille),
        y: Float64Array.from(positions, (position) => position.yOffset * font.perMille),
      }
    : null
  return { run: { face, text, glyphs, advances, offsets, characters: charactersOf(text, infos), width }, lacks }
}

/**
 * What each glyph stands for. A cluster runs from its offset to the next greater one; its characters go to its first glyph.
 * Clusters rise in text from left to right and fall in text from right to left.
 */
function charactersOf(text: string, infos: readonly GlyphInfo[]): readonly string[] {
  const count = infos.length
  const falls = count > 1 && infos[0]!.cluster > infos[count - 1]!.cluster
  const characters: string[] = []
  let end = text.length
  for (let i = 0; i < count; i++) {
    const start = infos[i]!.cluster
    if (i > 0 && infos[i - 1]!.cluster === start) {
      characters.push('')
      continue
    }
    if (!falls) end = nextCluster(infos, i) ?? text.length
    characters.push(end - start === 1 ? text[start]! : text.slice(start, end))
    end = start
  }
  return characters
}

/** Where the cluster after that of glyph `i` begins; null at the end of the text. */
function nextCluster(infos: readonly GlyphInfo[], i: number): number | null {
  const { cluster } = infos[i]!
  let next = i + 1
  while (next < infos.length && infos[next]!.cluster === cluster) next++
  return infos[next]?.cluster ?? null
}
