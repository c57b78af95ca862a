import type { PressRule } from '../../stylebook/index.js'
import type { Rule } from '../look.js'
import { blankPage } from './blank-page.js'
import { bleed } from './bleed.js'
import { coarsePicture, softPicture } from './coarse-picture.js'
import { colourOnBlack } from './colour-on-black.js'
import { fontMissingInPdf, inkOfPdf, rgbInPdf, transparencyInPdf } from './embedded-pages.js'
import { missingGlyph } from './missing-glyph.js'
import { pageCount } from './page-count.js'
import { qrCode } from './qr-code.js'
import { safeMargin } from './safe-margin.js'
import { smallType } from './small-type.js'
import { thinRule } from './thin-rule.js'
import { tooMuchInk } from './too-much-ink.js'

/** Every rule of the press by its name. */
export const RULES: Readonly<Record<PressRule, Rule>> = {
  'press-pages': pageCount,
  'press-blank': blankPage,
  'press-safe': safeMargin,
  'press-bleed': bleed,
  'press-type': smallType,
  'press-rule': thinRule,
  'press-glyph': missingGlyph,
  'press-ink': tooMuchInk,
  'press-ink-advert': inkOfPdf,
  'press-qr': qrCode,
  'press-picture': coarsePicture,
  'press-picture-coarse': softPicture,
  'press-colour': colourOnBlack,
  'press-rgb': rgbInPdf,
  'press-transparency': transparencyInPdf,
  'press-font': fontMissingInPdf,
}
