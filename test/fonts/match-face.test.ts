import { describe, expect, it } from 'vitest'
import { matchFace } from '../../src/fonts/match-face.js'

const upright = (...weights: number[]): { weight: number; italic: boolean }[] =>
  weights.map((weight) => ({ weight, italic: false }))

/** The weight chosen among others of one style. */
const chosen = (asked: number, ...weights: number[]): number | undefined =>
  matchFace(upright(...weights), { weight: asked, italic: false })?.weight

describe('the nearest face', () => {
  it('is the exact one when there is one', () => {
    expect(chosen(600, 400, 700, 600)).toBe(600)
  })

  it('for a light weight is lighter first, then heavier', () => {
    expect(chosen(300, 200, 400)).toBe(200)
    expect(chosen(300, 100, 200, 400)).toBe(200)
    expect(chosen(300, 700, 400)).toBe(400)
  })

  it('for a heavy weight is heavier first, then lighter', () => {
    expect(chosen(700, 600, 900)).toBe(900)
    expect(chosen(600, 500, 900, 700)).toBe(700)
    expect(chosen(900, 300, 700)).toBe(700)
  })

  it('for regular and medium is up to 500, then lighter, then heavier', () => {
    expect(chosen(400, 300, 500, 600)).toBe(500)
    expect(chosen(400, 300, 600)).toBe(300)
    expect(chosen(500, 400, 600)).toBe(400)
    expect(chosen(450, 700, 600)).toBe(600)
  })

  it('is of the style asked for, however far its weight', () => {
    const faces = [...upright(400, 700), { weight: 900, italic: true }]
    expect(matchFace(faces, { weight: 400, italic: true })).toEqual({ weight: 900, italic: true })
  })

  it('is of the other style when the family has no other', () => {
    expect(matchFace(upright(400, 700), { weight: 700, italic: true })).toEqual({ weight: 700, italic: false })
  })

  it('is none among none', () => {
    expect(matchFace([], { weight: 400, italic: false })).toBeNull()
  })
})
