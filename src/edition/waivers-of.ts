import type { WrittenWaivers } from './manifest.js'
import type { Waiver } from './types.js'

/** Waivers with the places where they are written. */
export function waiversOf(written: WrittenWaivers): readonly Waiver[] {
  return (written ?? []).map(({ value, place }) => ({ ...value, place }))
}
