import type { GridLines, Pt } from '../../base/index.js'
import { type ObstacleContext, obstacleOf } from './obstacle-of.js'
import { type Floor, standAnew, type StoodInset } from './stand-insets.js'
import { cutLegs, type Stretch } from './stretches.js'

/** Where everything in a placement stands under its head. */
export interface PartShape {
  readonly insets: readonly StoodInset[]
  readonly legs: readonly Stretch[]
}

/** The shape of a placement with its common foot so many lines above its own. The same question gives the same object. */
export type ShapeOf = (raised: GridLines) => PartShape

/** What a placement's shapes follow from. */
export interface ShapeRequest extends ObstacleContext {
  readonly floor: Floor
  readonly stood: readonly StoodInset[]
  /** So many of them, the first ones, stand over the head. */
  readonly fixed: number
  readonly least: Pt
  readonly level: GridLines
}

/**
 * Insets at the foot go up with it, those in the middle stay there. When one of them has no room any more, all stay where they
 * had it, and the text alone ends above.
 */
export function shapesOf(request: ShapeRequest): ShapeOf {
  const { floor, stood, fixed, columns, least, level } = request
  const known: PartShape[] = []
  return (raised) => {
    for (let lines = known.length; lines <= raised; lines++) {
      const under = { ...floor, last: floor.last - lines }
      const insets = lines === 0 ? stood : (standAnew(stood, under, fixed) ?? known[lines - 1]!.insets)
      const obstacles = insets.map((one) => obstacleOf(one, request))
      known.push({ insets, legs: cutLegs({ ...under, columns, obstacles, least, level }) })
    }
    return known[raised]!
  }
}
