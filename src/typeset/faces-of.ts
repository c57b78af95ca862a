import type { FaceAsk } from '../fonts/index.js'
import type { Stylebook, TypeStyles } from '../stylebook/index.js'

/** The faces that a stylebook's type is set in, each once, in the order of its styles; for `openFonts`. */
export function facesOf(stylebook: Stylebook): readonly FaceAsk[] {
  const asked = new Map<string, FaceAsk>()
  const add = (styles: TypeStyles): void => {
    for (const { font, weight, italic, fontPlace, facePlace } of Object.values(styles)) {
      const key = `${font}|${weight}|${italic}`
      const known = asked.get(key)
      // A face asked for by name somewhere is asked for by name.
      if (!known || (!known.facePlace && facePlace))
        asked.set(key, { family: font, weight, italic, fontPlace, facePlace })
    }
  }
  add(stylebook.type)
  for (const dress of stylebook.dresses.values()) add(dress)
  for (const face of furnitureFaces(stylebook)) asked.set(`${face.family}|${face.weight}|${face.italic}`, face)
  return [...asked.values()]
}

/** What furniture asks for beside its styles: a family or a weight of its own. */
function furnitureFaces({ furniture, type }: Stylebook): readonly FaceAsk[] {
  return [furniture.folio, ...furniture.blocks.values()].flat().flatMap((element) => {
    if (element.kind !== 'text' || (element.font === null && element.weight === null)) return []
    const { font, weight, italic } = type[element.style]
    const { place } = element
    return [
      { family: element.font ?? font, weight: element.weight ?? weight, italic, fontPlace: place, facePlace: place },
    ]
  })
}
