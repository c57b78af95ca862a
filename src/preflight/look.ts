import type { Pt, Rect } from '../base/index.js'
import type { MadeUpPage } from '../makeup/index.js'
import type { Cmyk, Pictures, RasterImages } from '../pictures/index.js'
import type { ColourSpace, PressProfile, SheetItem, SlugWords } from '../prepress/index.js'
import type { Owner, Owners } from './owners.js'

/** An edition for a press, as the rules look at it. */
export interface Job {
  readonly profile: PressProfile
  /** How large pages are printed: 1 is their own size. Limits of the press are those of what is printed. */
  readonly scale: number
  readonly pages: readonly LookedPage[]
  readonly pictures: Pictures
  readonly images: ReadonlyMap<ColourSpace, RasterImages>
  readonly slug: SlugWords
}

/** A page that is ready, with all that is seen on it. */
export interface LookedPage {
  readonly number: number
  /** Its trim. */
  readonly width: Pt
  readonly height: Pt
  readonly bleed: Pt
  readonly colourSpace: ColourSpace
  readonly madeUp: MadeUpPage
  /** In painting order. */
  readonly marks: readonly Mark[]
  readonly owners: Owners
}

/** Whatever is painted by itself. */
export type PaintedItem = Exclude<SheetItem, { kind: 'clip' }>

/** Something that is seen on a page. */
export interface Mark<Item extends PaintedItem = PaintedItem> {
  readonly item: Item
  /** What is seen of it, within its clips and the bleed, from the top left corner of the trim; strokes and all. */
  readonly rect: Rect
  /** What on the page it belongs to. */
  readonly owner: Owner
  /** What it is painted onto in its middle; null for bare paper, and within drawn artwork, where nobody asks. */
  readonly ground: Ground | null
}

/** What lies under something. */
export interface Ground {
  readonly rect: Rect
  /** Null for a picture, whose inks are not known at any one place. */
  readonly cmyk: Cmyk | null
  /** Whether it may be printed in more than one ink. */
  readonly isOfSeveralInks: boolean
}

/** What a rule has found. */
export interface Fault {
  /** Null where it concerns the whole paper. */
  readonly page: number | null
  /** Null for all of it. */
  readonly rect: Rect | null
  /** What it belongs to. */
  readonly owner: Owner
  /** What is the matter. */
  readonly says: string
  readonly hint: string
  /** Where it can be mended; left out, where its owner is placed. */
  readonly place?: Owner['place']
}

/** A rule: what it finds in an edition, page by page. It changes nothing, and knows nothing of waivers. */
export type Rule = (job: Job) => readonly Fault[]
