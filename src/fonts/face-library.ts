import type { Host, Report } from '../base/index.js'
import { inspectFontFile } from './inspect-font-file.js'
import { matchFace } from './match-face.js'
import { openFont } from './open-face.js'
import type { OpenedFont, Shaper } from './open-face.js'
import type { Face, Family, FamilyFace, FaceRequest } from './types.js'

/** A face of a family and its font file, opened. */
export interface RegisteredFace {
  readonly face: Face
  readonly font: OpenedFont
}

/** The faces of fonts.yaml, opened on demand. */
export interface FaceLibrary {
  /** The usable face of the family that is nearest to the request; null when it has none. Opens its file and reports what is wrong with it. */
  nearest(request: FaceRequest): RegisteredFace | null
  /** The first usable face of all families, in the order of fonts.yaml; null when there is none. */
  any(): RegisteredFace | null
  /** Every face opened so far, in the order of registration. */
  registered(): readonly Face[]
}

/** What a library works with. */
export interface FaceLibraryOptions {
  readonly families: ReadonlyMap<string, Family>
  readonly shaper: Shaper
  readonly host: Host
  readonly report: Report
}

/** A library that has opened nothing yet. */
export function createFaceLibrary({ families, shaper, host, report }: FaceLibraryOptions): FaceLibrary {
  const byFace = new Map<FamilyFace, RegisteredFace | null>()
  // The font of each file, or why there is none; a file that two families name is opened once.
  const byPath = new Map<string, OpenedFont | string>()

  const openFile = (path: string): OpenedFont | string => {
    const opened = byPath.get(path) ?? readFont(shaper, host.readBytes(path))
    byPath.set(path, opened)
    return opened
  }

  const openNamed = ({ file, path, place }: FamilyFace): OpenedFont | null => {
    // Without a path its mistake has been reported.
    const opened = path === null ? null : openFile(path)
    if (typeof opened !== 'string') return opened
    report({ code: 'font-unusable', message: `"${file}" ${opened}`, place })
    return null
  }

  const register = (family: string, named: FamilyFace): RegisteredFace | null => {
    const known = byFace.get(named)
    if (known !== undefined) return known
    const font = openNamed(named)
    const registered = font && { face: describe(family, named, font), font }
    byFace.set(named, registered)
    return registered
  }

  const nearest = (request: FaceRequest): RegisteredFace | null => {
    let candidates = families.get(request.family)?.faces ?? []
    for (;;) {
      const match = matchFace(candidates, request)
      if (!match) return null
      const registered = register(request.family, match)
      if (registered) return registered
      candidates = candidates.filter((one) => one !== match)
    }
  }

  const any = (): RegisteredFace | null => {
    for (const family of families.keys()) {
      const registered = nearest({ family, weight: 400, italic: false })
      if (registered) return registered
    }
    return null
  }

  const registered = (): readonly Face[] => [...byFace.values()].flatMap((one) => (one ? [one.face] : []))
  return { nearest, any, registered }
}

/** The opened font, or why there is none, to follow its name in a sentence. */
function readFont(shaper: Shaper, bytes: Uint8Array | null): OpenedFont | string {
  if (!bytes) return 'cannot be read: is there permission?'
  return inspectFontFile(bytes) ?? openFont(shaper, bytes) ?? 'is damaged: no character can be found in it'
}

/** The face that the rest of the house sees. */
function describe(family: string, named: FamilyFace, font: OpenedFont): Face {
  const { weight, italic } = named
  const key = `${family}-${weight}-${italic ? 'italic' : 'normal'}`
  return { key, family, weight, italic, ...font.metrics, bytes: font.bytes }
}
