import { describe, expect, it } from 'vitest'
import type { Fonts } from '../../src/fonts/index.js'
import { ask, FILES, soundFonts, tryFonts } from './open-test-fonts.js'

/** Libre Franklin has no Greek; Source Serif has. */
const YAML = `sans:
  faces:
    - { file: "npm:${FILES.sans}" }
    - { file: "npm:${FILES.sansBold}", weight: bold }
  fallback: [serif]
serif:
  faces:
    - { file: "npm:${FILES.regular}" }
    - { file: "npm:${FILES.italic}", style: italic }
    - { file: "npm:${FILES.bold}", weight: bold }
`

const open = (yaml = YAML): Promise<Fonts> => soundFonts({ yaml, asked: [ask(yaml.slice(0, yaml.indexOf(':')))] })

interface Setting {
  readonly family?: string
  readonly weight?: number
  readonly italic?: boolean
}

/** The text of each run with its face, and the characters that nobody has. */
function set(fonts: Fonts, text: string, { family = 'sans', weight = 400, italic = false }: Setting = {}) {
  const missing: string[] = []
  const face = fonts.face({ family, weight, italic })
  const runs = fonts.shape({ face, text, features: [] }, (one) => missing.push(`${one.family} ${one.character}`))
  return { runs: runs.map((run) => `${run.face.key} ${run.text}`), missing, shaped: runs }
}

describe('a character that the family lacks', () => {
  it('is set in a fallback family, its neighbours in the family itself', async () => {
    const { runs, missing, shaped } = set(await open(), 'aλόγοςb')
    expect(runs).toEqual(['sans-400-normal a', 'serif-400-normal λόγος', 'sans-400-normal b'])
    expect(missing).toEqual([])
    expect(shaped.flatMap((run) => run.characters).join('')).toBe('aλόγοςb')
  })

  it('leaves points and figures in the family itself', async () => {
    expect(set(await open(), '«νέα», 5').runs).toEqual([
      'sans-400-normal «',
      'serif-400-normal νέα',
      'sans-400-normal », 5',
    ])
  })

  it('is set in the weight and style nearest to its neighbours', async () => {
    const fonts = await open()
    expect(set(fonts, 'λ', { weight: 700 }).runs).toEqual(['serif-700-normal λ'])
    // The sans has no italic: what is set is upright, and so is its fallback.
    expect(set(fonts, 'λ', { italic: true }).runs).toEqual(['serif-400-normal λ'])
  })

  it('keeps its marks with it', async () => {
    const { runs, shaped } = set(await open(), 'aλ\u0301b')
    expect(runs).toEqual(['sans-400-normal a', 'serif-400-normal λ\u0301', 'sans-400-normal b'])
    expect(shaped[1]!.characters[0]).toBe('λ\u0301')
  })

  it('stays in the family itself when that can draw it from its parts', async () => {
    const yaml = `blackletter:
  faces: [{ file: "npm:${FILES.blackletter}" }]
  fallback: [serif]
serif:
  faces: [{ file: "npm:${FILES.regular}" }]
`
    expect(set(await open(yaml), 'źλ', { family: 'blackletter' }).runs).toEqual([
      'blackletter-400-normal ź',
      'serif-400-normal λ',
    ])
  })

  it('is told, once a call for each, when nobody has it, and set as a box of the family itself', async () => {
    const fonts = await open()
    const { runs, missing, shaped } = set(fonts, 'a漢字漢λ')
    expect(missing).toEqual(['sans 漢', 'sans 字'])
    expect(runs).toEqual(['sans-400-normal a漢字漢', 'serif-400-normal λ'])
    expect([...shaped[0]!.glyphs.slice(1)]).toEqual([0, 0, 0])
    expect(set(fonts, 'a漢字漢λ').missing).toEqual(['sans 漢', 'sans 字'])
  })

  it('is told by the letter that is lacking when marks stand on it', async () => {
    expect(set(await open(), 'a漢\u0301').missing).toEqual(['sans 漢'])
  })
})

describe('fallback families', () => {
  const families = (...lists: [name: string, file: string, fallback: string][]): string =>
    lists
      .map(([name, file, fallback]) => `${name}:\n  faces: [{ file: "npm:${file}" }]\n  fallback: [${fallback}]\n`)
      .join('')

  it('may name each other in a circle', async () => {
    const yaml = families(['sans', FILES.sans, 'sans, other'], ['other', FILES.blackletter, 'sans, serif'], [
      'serif',
      FILES.regular,
      'sans',
    ])
    const { runs, missing } = set(await open(yaml), 'λ漢')
    expect(runs).toEqual(['serif-400-normal λ', 'sans-400-normal 漢'])
    expect(missing).toEqual(['sans 漢'])
  })

  it('are asked in the order written, and theirs after them', async () => {
    const yaml = families(
      ['a', FILES.blackletter, 'b, d'],
      ['b', FILES.sans, 'c'],
      ['c', FILES.regular, ''],
      ['d', FILES.italic, ''],
    )
    expect(set(await open(yaml), 'λ', { family: 'a' }).runs).toEqual(['d-400-normal λ'])
  })

  it('are not opened before a character is missing', async () => {
    const { fonts, filesRead } = await tryFonts({ yaml: YAML, asked: [ask('sans')] })
    set(fonts!, 'plain\u00A0text')
    expect(filesRead).toEqual(['LibreFranklin_400Regular.ttf'])
    expect(fonts!.registered().map(({ key }) => key)).toEqual(['sans-400-normal'])
    set(fonts!, 'λ')
    set(fonts!, 'μ')
    expect(filesRead).toEqual(['LibreFranklin_400Regular.ttf', 'SourceSerif4_400Regular.ttf'])
    expect(fonts!.registered().map(({ key }) => key)).toEqual(['sans-400-normal', 'serif-400-normal'])
  })

  it('that are unusable are blamed at their line when they are asked, and passed over', async () => {
    const yaml = `sans:
  faces: [{ file: "npm:${FILES.sans}" }]
  fallback: [broken, serif]
broken:
  faces: [{ file: A.ttf }]
serif:
  faces: [{ file: "npm:${FILES.regular}" }]
`
    const { fonts, diagnostics } = await tryFonts({ yaml, asked: [ask('sans')], files: { 'A.ttf': 'no font' } })
    expect(diagnostics).toEqual([])
    expect(set(fonts!, 'λ').runs).toEqual(['serif-400-normal λ'])
    expect(diagnostics.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual(['5:19 font-unusable'])
  })
})

describe('the same requests', () => {
  it('give the same runs and the same order of faces', async () => {
    const setAll = async (): Promise<string> => {
      const fonts = await open()
      const all = ['office', 'λόγος', 'Łódź', '漢'].map((text) => set(fonts, text, { weight: 700 }).shaped)
      const numbers = all.flat().map(({ face, glyphs, advances }) => [face.key, ...glyphs, ...advances])
      return JSON.stringify([numbers, fonts.registered().map(({ key }) => key)])
    }
    expect(await setAll()).toBe(await setAll())
  })
})
