/** The sides of a page to which the subject of a picture may look or move. */
export const FACINGS = ['left', 'right'] as const

/** One of them. */
export type Facing = (typeof FACINGS)[number]
