import type { Copy, Page } from '../../build.js'

type Placement = Page['placements'][number]
type Inset = Extract<Placement, { kind: 'start' }>['insets'][number]
type Order = Page['pictures'][number]['picture']

/** What of a picture is seen, and what is printed with it. */
export interface PlannedPicture {
  /** Its file as written. */
  readonly name: string
  /** A digest of the file; equal for equal files. */
  readonly file: string
  readonly focus: string
  readonly captionAt: string
  readonly keyline: string
  readonly caption: string | null
  readonly credit: string | null
  readonly alt: string | null
  readonly facing: string | null
}

/** Where something stands among an article's text, in an editor's words. */
export interface PlannedStand {
  readonly span: string
  readonly at: string
  readonly leg: string
  readonly depth: string
}

/** A picture or a pull quote among an article's text. */
export interface PlannedInset {
  readonly kind: 'picture' | 'quote'
  /** Tells it from the others of its article: its file, or its words. */
  readonly name: string
  /** The part of the article that it stands in: 0 is the start. */
  readonly part: number
  readonly stand: PlannedStand
  /** How it looks, by what an editor calls it. */
  readonly look: Readonly<Record<string, string>>
  readonly picture: PlannedPicture | null
}

/** Makes a digest of a file. */
export type Digest = (file: string) => string

/** The pictures and pull quotes among the text of a part. */
export function planInsets(placement: Placement, part: number, digest: Digest): readonly PlannedInset[] {
  const insets = 'insets' in placement ? placement.insets : []
  return insets.flatMap((inset): PlannedInset[] => {
    if (inset.kind === 'sidebar') return []
    const common = { part, stand: standOf(inset) }
    const gap = inset.gap === null ? 'the usual' : `${Number(inset.gap.toFixed(2))} pt`
    if (inset.kind === 'picture') {
      const picture = planPicture(inset, digest)
      return [{ kind: 'picture', name: picture.name, ...common, look: { runaround: inset.runaround, gap }, picture }]
    }
    const credit = textOf(inset.quote.credit) ?? 'none'
    const look = { credit, box: inset.box ?? 'none', gap }
    return [{ kind: 'quote', name: textOf(inset.quote.copy) ?? '', ...common, look, picture: null }]
  })
}

/** A picture as a place shows it. */
export function planPicture({ picture, focus, caption, keyline }: Order, digest: Digest): PlannedPicture {
  return {
    name: picture.name,
    file: digest(picture.file),
    focus: focus.join(' '),
    captionAt: caption,
    keyline: keyline ? 'keyline' : 'no keyline',
    caption: textOf(picture.caption),
    credit: textOf(picture.credit),
    alt: picture.alt,
    facing: picture.facing,
  }
}

/** Where an inset stands. */
export function standOf({ span, at, leg, depth }: Pick<Inset, 'span' | 'at' | 'leg' | 'depth'>): PlannedStand {
  return {
    span: span === 1 ? '1 leg' : `${span} legs`,
    at: typeof at === 'number' ? `at line ${at}` : `at ${at}`,
    leg: leg === null ? 'in the last legs' : `from leg ${leg}`,
    depth: depth === null ? 'as deep as it needs' : `${depth} deep`,
  }
}

/** Copy as it reads; null for none. */
export function textOf(copy: Copy | null): string | null {
  return copy && copy.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
}
