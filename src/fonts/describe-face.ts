import type { FaceRequest } from './types.js'

/** The names of the weights 100, 200, … 900 (OpenType `usWeightClass`). */
const WEIGHT_NAMES = ['thin', 'extralight', 'light', 'regular', 'medium', 'semibold', 'bold', 'extrabold', 'black']

/** A face for people: `bold italic`, `regular`, `450 italic`; a regular italic is just `italic`. */
export function describeFace({ weight, italic }: Pick<FaceRequest, 'weight' | 'italic'>): string {
  const name = WEIGHT_NAMES[weight / 100 - 1] ?? String(weight)
  if (!italic) return name
  return name === 'regular' ? 'italic' : `${name} italic`
}

/** Several things in a sentence: `regular, italic and bold`. */
export function enumerate(things: readonly string[]): string {
  if (things.length < 2) return things.join('')
  return `${things.slice(0, -1).join(', ')} and ${things[things.length - 1]}`
}
