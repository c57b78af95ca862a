import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Fonts } from '../../src/fonts/index.js'
import { ask, soundFonts } from './open-test-fonts.js'

const YAML = readFileSync(new URL('../../fonts/fonts.yaml', import.meta.url), 'utf8')

let fonts: Fonts
beforeAll(async () => {
  fonts = await soundFonts({ yaml: YAML, asked: [ask('serif')] })
})

/** Every face of the project's fonts.yaml, as requests. */
const REQUESTS = [...YAML.matchAll(/^(\w+):|weight: (\w+), style: (\w+)/gm)]
const WEIGHTS: Record<string, number> = { regular: 400, medium: 500, semibold: 600, bold: 700, black: 900 }

const faces = (): { family: string; weight: number; italic: boolean }[] => {
  let family = ''
  return REQUESTS.flatMap(([, name, weight, style]) => {
    if (name) family = name
    return weight ? [{ family, weight: WEIGHTS[weight]!, italic: style === 'italic' }] : []
  })
}

describe('the fonts of the project', () => {
  it('all open', () => {
    const keys = faces().map((request) => fonts.face(request).key)
    expect(keys).toHaveLength(47)
    expect(new Set(keys).size).toBe(47)
    expect(faces().every((request) => fonts.hasFace(request))).toBe(true)
  })

  it.each(['serif', 'display', 'sans', 'condensed', 'blackletter'])(
    'set what a British weekly prints, in %s and its fallbacks',
    (family) => {
      const face = fonts.face({ family, weight: 700, italic: false })
      const missing: string[] = []
      const copy =
        '“Łódź”, ‘Žižek’ – Erdoğan — Nguyễn Văn… £6 €5 ½ ° • † № ™ © × − → ■ Ŵŷ Ġorġ Škoda Ærø Ψυχή Οδύσσεια Мир Ґалаґан Тһ'
      for (const word of copy.split(' ')) {
        fonts.shape({ face, text: word, features: [] }, ({ character }) => missing.push(character))
      }
      expect(missing).toEqual([])
    },
  )

  it('have the refinements of the text face', () => {
    const regular = fonts.face({ family: 'serif', weight: 400, italic: false })
    expect(['smcp', 'c2sc', 'onum', 'lnum', 'frac', 'liga', 'kern'].filter((tag) => !fonts.hasFeature(regular, tag))).toEqual(
      [],
    )
    expect(fonts.hasFeature(fonts.face({ family: 'display', weight: 700, italic: false }), 'lnum')).toBe(true)
  })

  it('set Greek, Cyrillic and the letters of Europe in the text face itself', () => {
    const face = fonts.face({ family: 'serif', weight: 400, italic: false })
    for (const text of ['ĄĆĘŁŃÓŚŹŻ', 'čďěňřšťůž', 'őűăâîșțğışāēģķļņčšž', 'ŵŷẁẃẅỳ', 'ḋḟṁṡṫ', 'λόγος', 'правда', 'їжґ']) {
      const runs = fonts.shape({ face, text, features: [] }, ({ character }) => expect.fail(`no ${character}`))
      expect(runs.map((run) => run.face.key)).toEqual(['serif-400-normal'])
    }
  })

  it('set all of Latin Extended-A in the text face or its fallbacks', () => {
    const face = fonts.face({ family: 'serif', weight: 400, italic: false })
    for (let code = 0x100; code < 0x180; code++) {
      const text = String.fromCodePoint(code)
      fonts.shape({ face, text, features: [] }, () => expect.fail(`no ${text}`))
    }
  })
})
