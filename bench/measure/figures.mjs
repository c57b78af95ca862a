/** @param {readonly number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** @param {readonly number[]} values */
export function deviation(values) {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/** The value below which a share of all lies. @param {readonly number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? NaN
  return below + ((sorted[Math.ceil(at)] ?? NaN) - below) * (at - Math.floor(at))
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5)

/** @template T @param {readonly T[]} values @param {(value: T) => boolean} counts */
export const percentOf = (values, counts) =>
  values.length > 0 ? (100 * values.filter(counts).length) / values.length : 0

/** The commonest key. @template T @param {ReadonlyMap<T, number>} counts @returns {T | undefined} */
export function commonest(counts) {
  let best
  let most = -1
  for (const [key, count] of counts) if (count > most) [best, most] = [key, count]
  return best
}

/** @template T @param {Map<T, number>} counts @param {T} key */
export function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
