import fc from 'fast-check'
import type { LegProblem } from '../../src/makeup/legs/break-legs.js'
import {
  brokenJumpKeeps,
  brokenKeeps,
  costOfHyphen,
  costOfLastLeg,
  costOfOverset,
  costOfShortLeg,
  costOfUnfilled,
  costOfVariant,
  KEEP,
  PART,
} from '../../src/makeup/legs/leg-cost.js'
import type { BreakUnit, LegText, UnitVariant } from '../../src/makeup/legs/leg-text.js'

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
  return { units: units.length, unit: (index) => units[index]!, variant: () => null }
}

/** A unit that can also be set a line shorter or longer, at so many demerits; null where it cannot. */
interface UnitWithVariants {
  readonly unit: BreakUnit
  readonly shorter: UnitVariant | null
  readonly longer: UnitVariant | null
}

/** Articles of at most so many paragraphs, with divided words at some line ends and variants of some paragraphs. */
export function variantsArbitrary(paragraphs: number): fc.Arbitrary<LegText> {
  const demerits = fc.option(fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100))
  const paragraph = fc
    .record({ lines: fc.integer({ min: 1, max: 7 }), shorter: demerits, longer: demerits, bits: fc.nat({ max: 255 }) })
    .map(({ lines, shorter, longer, bits }): UnitWithVariants => ({
      unit: paragraphOf(lines, bits),
      shorter: shorter === null || lines === 1 ? null : { unit: paragraphOf(lines - 1, bits >> 1), cost: shorter },
      longer: longer === null ? null : { unit: paragraphOf(lines + 1, bits >> 2), cost: longer },
    }))
  const crosshead = fc.constant<UnitWithVariants>({
    unit: { role: 'crosshead', depths: [1], before: 1, after: 0 },
    shorter: null,
    longer: null,
  })
  const unit = fc.oneof({ weight: 5, arbitrary: paragraph }, { weight: 1, arbitrary: crosshead })
  return fc.array(unit, { minLength: 1, maxLength: paragraphs }).map((units) => ({
    units: units.length,
    unit: (index) => units[index]!.unit,
    variant: (index, change) => (change < 0 ? units[index]!.shorter : units[index]!.longer),
  }))
}

function paragraphOf(lines: number, bits: number): BreakUnit {
  const hyphens = Array.from({ length: lines }, (_, line) => line < lines - 1 && ((bits >> line) & 1) === 1)
  return { role: 'paragraph', depths: hyphens.map(() => 1), before: 0, after: 0, hyphens }
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

/**
 * Tries every way to break the text: with copyfit every choice of settings of its units, then each leg ending anywhere, each
 * number of placements, each depth of the last foot.
 */
export function bruteForce(problem: LegProblem): { cost: number; broken: number } {
  const { text, fit, parts } = problem
  const own = Array.from({ length: text.units }, (_, index): UnitVariant => ({ unit: text.unit(index, []), cost: 0 }))
  let best: Found = { cost: Infinity, order: Infinity, broken: 0 }
  for (const { settings, cost } of fit === null ? [{ settings: own, cost: 0 }] : choicesOf(text, own, fit)) {
    const found = breakSettings(settings, problem)
    if (found.order + cost < best.order) {
      best = { cost: found.cost + cost, order: found.order + cost, broken: found.broken }
    }
  }
  if (best.cost < Infinity) return best
  return tryParts(itemsOf(own), { ...problem, fit: null }, { last: parts.length - 1, raised: 0, overset: true })
}

/** What a way costs, alone and with the price of the placements it is in. */
interface Found {
  readonly cost: number
  readonly order: number
  readonly broken: number
}

interface Choice {
  readonly settings: readonly UnitVariant[]
  readonly cost: number
}

/** Every choice of settings that changes no more lines than `fit`. */
function choicesOf(text: LegText, own: readonly UnitVariant[], fit: number): readonly Choice[] {
  let choices: (Choice & { readonly changed: number })[] = [{ settings: [], cost: 0, changed: 0 }]
  own.forEach((unit, index) => {
    const variants = ([-1, 1] as const).flatMap((change) => text.variant(index, change, []) ?? [])
    choices = choices.flatMap(({ settings, cost, changed }) => [
      { settings: [...settings, unit], cost, changed },
      ...(changed < fit
        ? variants.map((variant) => ({
            settings: [...settings, variant],
            cost: cost + costOfVariant(variant.cost),
            changed: changed + 1,
          }))
        : []),
    ])
  })
  return choices
}

function breakSettings(settings: readonly UnitVariant[], problem: LegProblem): Found {
  const { parts, fit } = problem
  const items = itemsOf(settings)
  let best: Found = { cost: Infinity, order: Infinity, broken: 0 }
  for (let last = 0; last < parts.length; last++) {
    const { legs } = parts[last]!
    const deepest = Math.max(...legs.map((leg) => leg.depth))
    for (let raised = 0; raised <= deepest; raised++) {
      const lost = legs.reduce((sum, { depth }) => sum + Math.min(depth, raised), 0)
      const found = tryParts(items, problem, { last, raised, overset: false })
      const cost = found.cost + (fit === null ? 0 : costOfUnfilled(lost))
      if (cost + last * PART < best.order) best = { cost, order: cost + last * PART, broken: found.broken }
    }
  }
  return best
}

function itemsOf(settings: readonly UnitVariant[]): readonly Item[] {
  return settings.flatMap(({ unit }, u) => {
    const above = settings[u - 1]?.unit.after ?? 0
    return unit.depths.map((_, index) => ({ unit, index, white: index === 0 ? Math.max(above, unit.before) : 0 }))
  })
}

/** The cheapest way through the placements up to `last`, its foot raised by so many lines. */
function tryParts(
  items: readonly Item[],
  { parts, keeps, fit }: LegProblem,
  { last, raised, overset }: { readonly last: number; readonly raised: number; readonly overset: boolean },
): { cost: number; broken: number } {
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
      const short = depth - used
      const level = ended && part === last && !overset ? costOfLastLeg(short) : costOfShortLeg(short)
      let foot = level + (fit === null ? 0 : costOfUnfilled(short))
      let broken = 0
      if (end > at && !ended) {
        const { unit, index } = items[end - 1]!
        broken += brokenKeeps({ unit, item: index + 1, sinceCrosshead }, keeps)
        if (unit.hyphens?.[index]) foot += costOfHyphen({ endsPart })
      }
      const lines = partItems + end - at
      if (endsPart && part < last) broken += brokenJumpKeeps({ lines, jumpsOn: true, jumpsFrom: part > 0, keeps })
      if (endsPart && part === last && ended && !overset) {
        broken += brokenJumpKeeps({ lines, jumpsOn: false, jumpsFrom: part > 0, keeps })
      }
      const dead = ended && part < last
      if (!dead) {
        const rest = go(leg + 1, end, endsPart ? 0 : lines)
        const cost = foot + KEEP * broken + rest.cost
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
