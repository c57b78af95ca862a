import type { Report } from '../base/index.js'
import type { ProfileChanges } from '../stylebook/index.js'
import type { Imposition, ScreenProfile } from './types.js'

/** What a profile for screens and office printers can say. */
const KEYS = ['extends', 'pictures', 'order', 'creep', 'sheet']

/** A profile for screens with the changes of another one; what only a press can do is reported. */
export function changeScreen(changes: ProfileChanges, under: ScreenProfile, report: Report): ScreenProfile {
  const { name, keyPlaces, pictures } = changes
  const hint = `keys of such a profile are ${KEYS.join(', ')}`
  for (const [key, place] of keyPlaces) {
    if (KEYS.includes(key)) continue
    const message = `"${key}" is for a press, and the profile "${name}" for screens and office printers`
    report({ code: 'value-wrong', message, place, hint })
  }
  const idle = (['quality', 'ruling'] as const).find((key) => pictures && pictures[key] !== null)
  if (idle !== undefined) {
    const message = `"${idle}" of pictures is for a press, and the profile "${name}" for screens and office printers`
    report({ code: 'value-wrong', message, place: keyPlaces.get('pictures')!, hint: 'such as pictures: { ppi: 150 }' })
  }
  return {
    kind: 'screen',
    name,
    ppi: pictures?.ppi ?? under.ppi,
    imposition: changeImposition(changes, under.imposition),
  }
}

/** How pages are put on sheets, with the changes of a profile. */
export function changeImposition({ order, creep, sheet }: ProfileChanges, under: Imposition): Imposition {
  return {
    order: order ?? under.order,
    creep: creep ?? under.creep,
    paper: sheet === 'none' ? null : (sheet ?? under.paper),
  }
}
