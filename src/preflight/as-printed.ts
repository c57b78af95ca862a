/** Follows a length that is given as it is printed, where pages are not printed at their own size: nobody finds it so in the copy. */
export function asPrinted(scale: number): string {
  return scale === 1 ? '' : ' as printed'
}

/** `70.5 %` */
export function percentOf(scale: number): string {
  return `${Number((scale * 100).toFixed(1))} %`
}
