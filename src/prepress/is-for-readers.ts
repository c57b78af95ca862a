import type { Profile } from './types.js'

/**
 * Whether a file is read on a screen: page after page, each at its own size. Then it says what stands where on its pages; a sheet that
 * is printed has no readers but those who have the paper.
 */
export function isForReaders({ kind, imposition }: Profile): boolean {
  return kind === 'screen' && imposition.order === 'single' && imposition.paper === null
}
