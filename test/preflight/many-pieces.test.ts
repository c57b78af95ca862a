import { describe, expect, it } from 'vitest'
import type { PathStep, Rect } from '../../src/base/index.js'
import type { Job, LookedPage, Mark } from '../../src/preflight/look.js'
import type { Owner } from '../../src/preflight/owners.js'
import { thinRule } from '../../src/preflight/rules/thin-rule.js'
import { rectSteps } from '../../src/display/paint-marks.js'

/** More than a function takes arguments; drawings of half a megabyte have so many strokes. */
const MANY = 200_000
const BLACK = { kind: 'inks', cmyk: [0, 0, 0, 100], overprints: false } as const
const OWNER = { name: 'the advert coop', isArtwork: true } as Owner

/** A page of drawn artwork, and nothing else that the rule of thin rules looks at. */
function drawn(marks: readonly Pick<Mark, 'item' | 'rect'>[]): Job {
  const page = {
    number: 1,
    marks: marks.map((mark) => ({ ...mark, owner: OWNER, ground: null })),
  } as Partial<LookedPage>
  return { pages: [page], scale: 1, profile: { limits: { rule: 0.25, severalInkRule: 1 } } } as unknown as Job
}

const bar = (at: number): Rect => ({ x: at % 400, y: Math.floor(at / 400), width: 0.5, height: 0.2 })

function area(steps: readonly PathStep[], rect: Rect): Pick<Mark, 'item' | 'rect'> {
  return { item: { kind: 'path', steps, fill: BLACK, fillRule: 'nonzero', stroke: null }, rect }
}

describe('artwork of very many pieces', () => {
  const bars = Array.from({ length: MANY }, (_, at) => bar(at))

  it('is looked through piece by piece, and told of once', () => {
    const marks = bars.map((rect) => area(rectSteps(rect), rect))
    const [found, ...others] = thinRule(drawn(marks))
    expect(others).toEqual([])
    expect(found).toMatchObject({ says: `the advert coop has a stroke of 0.2 pt in one ink in ${MANY} places` })
    expect(found!.rect).toMatchObject({ x: 0, y: 0, width: 399.5 })
    expect(found!.rect!.height).toBeCloseTo(499.2, 6)
  })

  it('may be one outline', () => {
    const rect = { x: 0, y: 0, width: 400, height: 500 }
    const found = thinRule(drawn([area(bars.flatMap(rectSteps), rect)]))
    expect(found).toMatchObject([{ says: 'the advert coop has a stroke of 0.2 pt in one ink', rect }])
  })
})
