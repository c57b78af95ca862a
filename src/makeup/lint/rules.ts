import type { LintRule } from '../../stylebook/index.js'
import { advertOnAdvert } from './advert-on-advert.js'
import { armpit } from './armpit.js'
import { crossheadLow } from './crosshead-low.js'
import { headOverhangs } from './head-overhangs.js'
import { headless } from './headless.js'
import { headsRise } from './heads-rise.js'
import { measureNarrow, measureWide } from './measure.js'
import { pictureOffPage } from './picture-off-page.js'
import { shortLastLeg } from './short-last-leg.js'
import { shortLeg } from './short-leg.js'
import { shortStory } from './short-story.js'
import { reversedSmall, tintUnderSmall } from './small-type.js'
import { tombstone } from './tombstone.js'
import type { Rule } from './types.js'

/** Every rule of the lint under its name, in the order in which a page is looked at. */
export const RULES: Readonly<Record<LintRule, Rule>> = {
  tombstone,
  'heads-rise': headsRise,
  'head-overhangs': headOverhangs,
  headless,
  'short-leg': shortLeg,
  'short-last-leg': shortLastLeg,
  'short-story': shortStory,
  'crosshead-low': crossheadLow,
  'measure-narrow': measureNarrow,
  'measure-wide': measureWide,
  'reversed-small': reversedSmall,
  'tint-under-small': tintUnderSmall,
  'advert-on-advert': advertOnAdvert,
  armpit,
  'picture-off-page': pictureOffPage,
}
