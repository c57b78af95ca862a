import type { FaceRequest } from './types.js'

/** What makes a face one of its family. */
type WeightAndStyle = Pick<FaceRequest, 'weight' | 'italic'>

/**
 * How far a weight is from the one asked for: the order of CSS Fonts 4, 5.2. From 400 to 500 a face looks up to 500 first;
 * lighter requests look lighter first, heavier ones heavier. A small number is near.
 */
function weightDistance(asked: number, has: number): number {
  const far = 1000
  const difference = Math.abs(has - asked)
  if (has === asked) return 0
  if (asked < 400) return has < asked ? difference : far + difference
  if (asked > 500) return has > asked ? difference : far + difference
  if (has > asked && has <= 500) return difference
  return has < asked ? far + difference : 2 * far + difference
}

/** The face nearest to what is asked for; style counts before weight. Null when there are none. */
export function matchFace<F extends WeightAndStyle>(faces: readonly F[], asked: WeightAndStyle): F | null {
  let best: F | null = null
  let bestDistance = Infinity
  for (const face of faces) {
    const distance = weightDistance(asked.weight, face.weight) + (face.italic === asked.italic ? 0 : 10_000)
    if (distance < bestDistance) {
      best = face
      bestDistance = distance
    }
  }
  return best
}

/** Whether a face is just what is asked for. */
export function isExactly(face: WeightAndStyle, asked: WeightAndStyle): boolean {
  return face.weight === asked.weight && face.italic === asked.italic
}
