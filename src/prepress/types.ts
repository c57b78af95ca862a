import type { Place, Pt, Rect } from '../base/index.js'
import type { DisplayItem } from '../display/index.js'
import type { InkProfile } from '../pictures/index.js'
import type { ColourPages, FileNames, Mark, PageOrder, Standard } from '../stylebook/index.js'

export type { ColourPages } from '../stylebook/index.js'

/** What a way of printing demands. */
export type Profile = ScreenProfile | PressProfile

/** For screens and office printers: the trimmed pages in RGB. */
export interface ScreenProfile {
  readonly kind: 'screen'
  readonly name: string
  /** So many pixels to the inch of a picture are as fine as it shows. */
  readonly ppi: number
  readonly imposition: Imposition
}

/** How pages are put on sheets. */
export interface Imposition {
  readonly order: PageOrder
  /** So far both pages of a folded sheet are moved towards its spine for each sheet that it lies in. */
  readonly creep: Pt
  /** What is printed on, either way up; null where a sheet is as large as what stands on it. */
  readonly paper: Size | null
}

/** A width and a height. */
export interface Size {
  readonly width: Pt
  readonly height: Pt
}

/** For a press. */
export interface PressProfile {
  readonly kind: 'press'
  readonly name: string
  readonly standard: Standard
  readonly inks: PrintingCondition
  /** Of all inks together, per cent. */
  readonly inkLimit: number
  /** Beyond the trim, on every side. */
  readonly bleed: Pt
  readonly marks: readonly Mark[]
  readonly pictures: PictureDemands
  readonly limits: Limits
  /** How far from the trim what is live has to stay. */
  readonly safe: SafeMargin
  readonly pageCount: PageCount
  readonly colourPages: ColourPages
  readonly imposition: Imposition
  /** How the files are called where each sheet is a file of its own; null for one file. */
  readonly fileNames: FileNames | null
}

/** What a file is made for: a press with its paper and its inks. */
export interface PrintingCondition {
  /** Its name in the ICC's registry of characterisations, or whatever the printer calls it. */
  readonly condition: string
  /** Whether the name stands in the registry: then a file may leave the profile out. */
  readonly isRegistered: boolean
  /** In words. */
  readonly info: string
  readonly icc: InkProfile
  /** Whether the file carries the profile. */
  readonly isEmbedded: boolean
  /** Where the profile is named. */
  readonly place: Place
}

/** How pictures are made ready. */
export interface PictureDemands {
  /** Pixels to the inch, where a picture has so many. */
  readonly ppi: number
  /** Of JPEG, 1–100. */
  readonly quality: number
  /** Lines to the inch of the press's screen, for which pictures are sharpened; null for not at all. */
  readonly ruling: number | null
}

/** What a press can still print. All in points. */
export interface Limits {
  /** The smallest type in one solid ink, in a tint, in several inks, reversed out of several inks, and out of one. */
  readonly type: Pt
  readonly tintedType: Pt
  readonly severalInkType: Pt
  readonly reversedType: Pt
  readonly reversedTypeOneInk: Pt
  /** The thinnest rule in one ink, and in several. */
  readonly rule: Pt
  readonly severalInkRule: Pt
}

/** How far from the trim type and pictures stay, if they are not to be trimmed. */
export interface SafeMargin {
  /** At head, foot and fore edge. */
  readonly outside: Pt
  /** At the left of odd pages and the right of even ones. */
  readonly spine: Pt
}

/** How many pages a press can print at once. */
export interface PageCount {
  readonly multiple: number
  readonly least: number
  /** Null for as many as there are. */
  readonly most: number | null
}

/**
 * The colours that reach a sheet. `rgb` is for screens: red, green and blue, and grey where the three are alike; `cmyk` for
 * pages that are printed in colour; `grey` for those that are printed in black alone.
 */
export type ColourSpace = 'rgb' | 'cmyk' | 'grey'

/** A colour as a device takes it. */
export type SheetColour = GreyColour | RgbColour | InkColour

/** From black to white, 0–255. */
export interface GreyColour {
  readonly kind: 'grey'
  readonly level: number
}

/** Red, green and blue, each 0–255. */
export interface RgbColour {
  readonly kind: 'rgb'
  readonly rgb: readonly [number, number, number]
}

/** Cyan, magenta, yellow and black, each in per cent. */
export interface InkColour {
  readonly kind: 'inks'
  readonly cmyk: readonly [number, number, number, number]
  /** Printed onto what is under it, not in its place: the inks that it has none of stay. */
  readonly overprints: boolean
}

/** A mark on a sheet. */
export type SheetItem = DisplayItem<SheetColour>

/** A page in the colours of its device, with what it has in the bleed; it stands on no sheet yet. */
export interface ReadyPage {
  /** The page's number. */
  readonly page: number
  /** Its trim. */
  readonly width: Pt
  readonly height: Pt
  /** In painting order, from the top left corner of the trim. */
  readonly items: readonly SheetItem[]
  readonly colourSpace: ColourSpace
}

/** A page in its place on a sheet. */
export interface SheetPage extends ReadyPage {
  /** Where the top left corner of its trim stands on the sheet. */
  readonly corner: { readonly x: Pt; readonly y: Pt }
  /** How large it is shown: 1 is its own size. */
  readonly scale: number
  /** What may be seen of it, on the sheet; null where the sheet itself ends there. */
  readonly window: Rect | null
}

/** What is written as one page of a file: a page, or several that are printed together. */
export interface Sheet {
  /** Of all that is written: trim, bleed, and the room of the marks. */
  readonly width: Pt
  readonly height: Pt
  /** What is left when it has been trimmed, and its bleed, on the sheet. */
  readonly trim: Rect
  readonly bleed: Rect
  /** The numbers of the pages whose places it has, from left to right; of a folded paper, more than there are pages. */
  readonly numbers: readonly number[]
  /** From left to right; those that there are not stay white. */
  readonly pages: readonly SheetPage[]
  /** What stands outside the bleed, from the top left corner of the trim. */
  readonly marks: readonly SheetItem[]
}
