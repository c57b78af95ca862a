import type { Report } from '../base/index.js'
import { didYouMean } from '../source/index.js'
import { describeFace, enumerate } from './describe-face.js'
import { isExactly, matchFace } from './match-face.js'
import type { Families } from './read-families.js'
import type { FaceAsk, Family } from './types.js'

/** Reports the families and faces that are asked for and that fonts.yaml does not have. */
export function checkAsked(asked: readonly FaceAsk[], { families, isSound }: Families, report: Report): void {
  // A face or family that is not here may have been left out for a mistake of its own.
  if (!isSound) return
  for (const ask of asked) {
    const family = families.get(ask.family)
    if (!family) reportUnknown(ask, families, report)
    else if (family.faces.length > 0 && !family.faces.some((face) => isExactly(face, ask))) {
      reportLacking(ask, family, report)
    }
  }
}

function reportUnknown({ family, fontPlace }: FaceAsk, families: Families['families'], report: Report): void {
  const known = [...families.keys()]
  const hint = didYouMean(family, known) ?? `fonts.yaml has ${enumerate(known)}`
  report({ code: 'font-unknown', message: `unknown family "${family}"`, place: fontPlace, hint })
}

function reportLacking(ask: FaceAsk, { name, faces }: Family, report: Report): void {
  const lacking = `family "${name}" has no ${describeFace(ask)}`
  const hint = `it has ${enumerate(faces.map(describeFace))}`
  if (ask.facePlace) {
    report({ code: 'face-missing', message: lacking, place: ask.facePlace, hint })
    return
  }
  const nearest = matchFace(faces, ask)
  const message = nearest ? `${lacking}; ${describeFace(nearest)} was used` : lacking
  report({ code: 'face-substituted', message, place: ask.fontPlace, hint })
}
