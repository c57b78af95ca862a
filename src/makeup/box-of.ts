import type { Edition } from '../edition/index.js'
import type { BoxStyle } from '../stylebook/index.js'

/** A box of the stylebook; null for none. */
export function boxOf(
  { edition }: { readonly edition: Pick<Edition, 'stylebook'> },
  name: string | null,
): BoxStyle | null {
  return name === null ? null : (edition.stylebook.boxes.get(name) ?? null)
}
