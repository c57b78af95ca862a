/**
 * Which numbers of a list must move so that the rest stand in rising order: the fewest. Numbers are different from each other.
 * Of several ways that move as few, the one that leaves the earlier ones is taken.
 */
export function outOfOrder(numbers: readonly number[]): ReadonlySet<number> {
  /** For each number, the longest rising run that begins with it. */
  const runs: (readonly number[])[] = []
  for (let at = numbers.length - 1; at >= 0; at--) {
    const after = longest(runs.filter((run) => run[0]! > numbers[at]!))
    runs.unshift([numbers[at]!, ...after])
  }
  const staying = new Set(longest(runs))
  return new Set(numbers.filter((number) => !staying.has(number)))
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), [])
}
