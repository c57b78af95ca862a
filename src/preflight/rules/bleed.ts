import { formatMm } from '../../base/index.js'
import type { Fault, Job } from '../look.js'
import { group, spotsOn } from '../spots.js'
import { type Edge, edgesWithoutBleed } from '../trim-edges.js'

/** What touches the trim and ends there: a knife that is a little off leaves white. Type is a matter of the safe margin. */
export function bleed({ pages, profile }: Job): readonly Fault[] {
  if (profile.bleed === 0) return []
  const spots = spotsOn<readonly Edge[]>(pages, ({ item, rect }, page) => {
    const edges = item.kind === 'glyphs' ? [] : edgesWithoutBleed(rect, page)
    return edges.length > 0 ? edges : null
  })
  return group(spots).map(({ page, owner, rect, details }) => {
    const edges = [...new Set(details.flat())]
    const says = `${owner.name} touches the trim at the ${edges.join(' and the ')}, and does not go on into the bleed`
    const hint = `ask for it with ${formatMm(profile.bleed)} of bleed, take a keyline off, or keep it away from the trim`
    return { page, rect, owner, says, hint }
  })
}
