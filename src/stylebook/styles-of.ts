import type { Stylebook, TypeStyles } from './types.js'

/** The type of a dress; the paper's own where there is none. */
export function stylesOf({ type, dresses }: Pick<Stylebook, 'type' | 'dresses'>, dress: string | null): TypeStyles {
  return (dress === null ? undefined : dresses.get(dress)) ?? type
}
