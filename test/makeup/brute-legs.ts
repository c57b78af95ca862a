import fc from 'fast-check'
import {
  brokenJumpKeeps,
  brokenKeeps,
  costOfLastLeg,
  costOfOverset,
  costOfShortLeg,
  KEEP,
  PART,
} from '../../src/makeup/legs/leg-cost.js'
import type { LegProblem } from '../../src/makeup/legs/break-legs.js'
import type { BreakUnit, LegText } from '../../src/makeup/legs/leg-text.js'

/** `p5 c1 l3`: a paragraph of 5 lines, a crosshead of 1 (white above it), a list item of 3. */
export function textOf(written: string): LegText {
  const roles = { p: 'paragraph', c: 'crosshead', l: 'list', q: 'quotation', r: 'rule' } as const
  const units: BreakUnit[] = written.split(' ').map((word) => {
    const role = roles[word[0] as keyof typeof roles]
    const white = role === 'crosshead' || role === 'quotation' ? 1 : 0
    return {
      role,
      depths: new Array<number>(Number(word.slice(1))).fill(1),
      before: white,
      after: role === 'quotation' ? 1 : 0,
    }
  })
  return { units: units.length, unit: (index) => units[index]! }
}

/** Articles of at most so many lines, never ending in a crosshead. */
export function unitsArbitrary(lines: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }).map((n) => `p${n}`) },
    { weight: 2, arbitrary: fc.constant('c1') },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map((n) => `l${n}`) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((n) => `q${n}`) },
  )
  return fc.array(unit, { minLength: 1, maxLength: 12 }).map((units) => {
    const kept: string[] = []
    let room = lines - 2
    for (const one of units) {
      const depth = Number(one.slice(1))
      if (depth > room) break
      kept.push(one)
      room -= depth
    }
    return [...kept, 'p2'].join(' ')
  })
}

/** One item of the text with all that the count of costs needs. */
interface Item {
  readonly unit: BreakUnit
  readonly index: number
  readonly white: number
}

/** Tries every way to break the text, each leg ending anywhere, each number of placements, each depth of the last foot. */
export function bruteForce(problem: LegProblem): { cost: number; broken: number } {
  const { text, parts, keeps } = problem
  const items: Item[] = []
  for (let u = 0; u < text.units; u++) {
    const unit = text.unit(u, [])
    const above = u > 0 ? text.unit(u - 1, []).after : 0
    unit.depths.forEach((_, index) =>
      items.push({ unit, index, white: index === 0 ? Math.max(above, unit.before) : 0 }),
    )
  }
  let best = { cost: Infinity, order: Infinity, broken: 0 }
  for (let last = 0; last < parts.length; last++) {
    const deepest = Math.max(...parts[last]!.legs.map((leg) => leg.depth))
    for (let raised = 0; raised <= deepest; raised++) {
      const found = tryParts(last, raised, false)
      if (found.cost + last * PART < best.order) best = { ...found, order: found.cost + last * PART }
    }
  }
  if (best.cost === Infinity) return tryParts(parts.length - 1, 0, true)
  return best

  function tryParts(last: number, raised: number, overset: boolean): { cost: number; broken: number } {
    const legs = parts.slice(0, last + 1).flatMap((part, p) =>
      part.legs.map((leg, l) => {
        const isLastLeg = l === part.legs.length - 1
        const jump = p < last && isLastLeg ? part.jumpLines : 0
        const up = p === last ? raised : 0
        return { part: p, endsPart: isLastLeg, depth: Math.max(0, leg.depth - jump - up) }
      }),
    )
    const seen = new Map<string, { cost: number; broken: number }>()
    return go(0, 0, 0)

    // The cheapest from leg `leg` on, with `at` items set and `partItems` of them in this placement.
    function go(leg: number, at: number, partItems: number): { cost: number; broken: number } {
      if (leg === legs.length) {
        if (at < items.length) {
          return overset ? { cost: costOfOverset(items.length - at), broken: 0 } : { cost: Infinity, broken: 0 }
        }
        return overset ? { cost: Infinity, broken: 0 } : { cost: 0, broken: 0 }
      }
      const key = `${leg}.${at}.${partItems}`
      const known = seen.get(key)
      if (known) return known
      const { depth, part, endsPart } = legs[leg]!
      let least = { cost: Infinity, broken: 0 }
      let used = 0
      let sinceCrosshead = Infinity
      for (let end = at; ; end++) {
        const ended = end === items.length
        const level = ended && part === last && !overset ? costOfLastLeg(depth - used) : costOfShortLeg(depth - used)
        let broken = 0
        if (end > at && !ended) {
          const above = items[end - 1]!
          broken += brokenKeeps({ unit: above.unit, item: above.index + 1, sinceCrosshead }, keeps)
        }
        const lines = partItems + end - at
        if (endsPart && part < last) broken += brokenJumpKeeps({ lines, jumpsOn: true, jumpsFrom: part > 0, keeps })
        if (endsPart && part === last && ended && !overset) {
          broken += brokenJumpKeeps({ lines, jumpsOn: false, jumpsFrom: part > 0, keeps })
        }
        const dead = ended && part < last
        if (!dead) {
          const rest = go(leg + 1, end, endsPart ? 0 : lines)
          const cost = level + KEEP * broken + rest.cost
          if (cost < least.cost) least = { cost, broken: broken + rest.broken }
        }
        const item = items[end]
        if (!item) break
        used += 1 + (end === at ? 0 : item.white)
        if (used > depth) break
        sinceCrosshead = item.unit.role === 'crosshead' ? 0 : sinceCrosshead + 1
      }
      seen.set(key, least)
      return least
    }
  }
}
