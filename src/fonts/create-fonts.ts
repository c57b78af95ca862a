import type { FaceLibrary, RegisteredFace } from './face-library.js'
import { inkOf } from './ink.js'
import { isExactly } from './match-face.js'
import type { OpenedFont, Shaper } from './open-face.js'
import { createShapeText } from './shape-text.js'
import type { ShapeText, ShapingPlan } from './shape-text.js'
import { splitText } from './split-text.js'
import type { Candidate } from './split-text.js'
import type { Face, Family, FaceRequest, Fonts, MissingGlyph, ShapedRun, ShapeRequest } from './types.js'

/** What fonts are made of. */
export interface CreateFontsOptions {
  readonly families: ReadonlyMap<string, Family>
  readonly library: FaceLibrary
  readonly shaper: Shaper
}

/** A shaped text as remembered: its runs and the characters that nobody had. */
interface Remembered {
  readonly runs: readonly ShapedRun[]
  /** Null when there is none, which is nearly always. */
  readonly missing: readonly string[] | null
}

/** A face at work. */
interface WorkingFace extends Candidate {
  readonly face: Face
  /** The face itself and then, opened as they are asked, those of its fallback families. */
  readonly chain: Iterable<WorkingFace>
  /** Remembered texts by features and language. */
  readonly memories: Map<string, Memory>
}

/** The texts shaped with one face, one list of features and one language. */
interface Memory {
  readonly plan: ShapingPlan
  readonly texts: Map<string, Remembered>
}

/** No language's own forms of letters. */
const NO_LANGUAGE = 'und'

/**
 * Characters that are never seen: soft hyphen, grapheme joiner, zero-width spaces and joiners, direction marks, word joiner,
 * variation selectors, byte order mark.
 */
const UNSEEN = /[\u00AD\u034F\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF]/g

/** The fonts of an edition over a library of faces. */
export function createFonts({ families, library, shaper }: CreateFontsOptions): Fonts {
  const shapeText = createShapeText(shaper)
  const working = new Map<Face, WorkingFace>()

  const workWith = ({ face, font }: RegisteredFace): WorkingFace => {
    const known = working.get(face)
    if (known) return known
    const made = createWorkingFace({ face, font, shapeText, fallbacks: () => fallbacksOf(face) })
    working.set(face, made)
    return made
  }
  function* fallbacksOf({ family, weight, italic }: Face): Generator<WorkingFace> {
    for (const name of fallbackFamilies(families, family)) {
      const registered = library.nearest({ family: name, weight, italic })
      if (registered) yield workWith(registered)
    }
  }

  const workingFace = (face: Face): WorkingFace => {
    const found = working.get(face)
    if (!found) throw new Error(`The face ${face.key} is not of these fonts`)
    return found
  }

  // Consecutive requests nearly always share face, features and language: their memory is found by identity.
  let latest: { request: ShapeRequest; memory: Memory } | null = null
  const memoryFor = (request: ShapeRequest): Memory => {
    const { face, features, language } = request
    if (latest?.request.face === face && latest.request.features === features && latest.request.language === language) {
      return latest.memory
    }
    const memory = recallMemory(shaper, workingFace(face), request)
    latest = { request, memory }
    return memory
  }

  return {
    face(request) {
      const registered = library.nearest(request) ?? library.any()
      if (!registered) throw new Error('fonts.yaml has no usable face; that has been reported')
      return workWith(registered).face
    },
    hasFamily: (family) => families.has(family),
    hasFace: (request) => hasFace(families, request),
    hasFeature: (face, tag) => workingFace(face).font.features.has(tag),
    ink: (face, glyph, band) => inkOf(workingFace(face).font, glyph, band),
    shape(request, onMissing) {
      const { plan, texts } = memoryFor(request)
      let remembered = texts.get(request.text)
      if (!remembered) {
        remembered = shapeWithFallback(shapeText, workingFace(request.face), plan, request.text)
        texts.set(request.text, remembered)
      }
      if (remembered.missing) tellMissing(remembered.missing, request.face, onMissing)
      return remembered.runs
    },
    families: [...families.keys()],
    registered: () => library.registered(),
  }
}

/** Whether fonts.yaml lists just this face and its file can be used as far as is known. */
function hasFace(families: ReadonlyMap<string, Family>, request: FaceRequest): boolean {
  return families.get(request.family)?.faces.some((face) => isExactly(face, request)) ?? false
}

/** Calls back for each missing character. */
function tellMissing(missing: readonly string[], face: Face, onMissing: (missing: MissingGlyph) => void): void {
  for (const character of missing) onMissing({ character, family: face.family })
}

/** What a working face is made of. */
interface WorkingFaceOptions extends RegisteredFace {
  readonly shapeText: ShapeText
  readonly fallbacks: () => Iterator<WorkingFace>
}

/** A face ready to shape and to be asked for characters. */
function createWorkingFace({ face, font, shapeText, fallbacks }: WorkingFaceOptions): WorkingFace {
  const plan: ShapingPlan = { face, font, features: [], language: NO_LANGUAGE }
  const known: WorkingFace[] = []
  let rest: Iterator<WorkingFace> | null = null
  const chain: Iterable<WorkingFace> = {
    *[Symbol.iterator]() {
      for (let position = 0; ; position++) {
        if (position === known.length) {
          rest ??= fallbacks()
          const next = rest.next()
          if (next.done) return
          known.push(next.value)
        }
        yield known[position]!
      }
    },
  }
  const made: WorkingFace = {
    face,
    font,
    chain,
    memories: new Map(),
    draws: (cluster) => !shapeText(plan, cluster).lacks,
  }
  known.push(made)
  return made
}

/** The memory of a face for a list of features and a language, made on first use. */
function recallMemory(shaper: Shaper, working: WorkingFace, request: ShapeRequest): Memory {
  const asked = `${request.language ?? NO_LANGUAGE} ${request.features.join(' ')}`
  const known = working.memories.get(asked)
  if (known) return known
  const language = usefulLanguage(shaper, working.font, request.language)
  const shared = `${language} ${request.features.join(' ')}`
  const memory = working.memories.get(shared) ?? makeMemory(shaper, working, { ...request, language })
  working.memories.set(shared, memory)
  working.memories.set(asked, memory)
  return memory
}

/** A memory of nothing yet. What is no OpenType tag has no effect: its form is for the reader of the stylebook to check. */
function makeMemory(
  shaper: Shaper,
  { face, font }: RegisteredFace,
  { features, language = NO_LANGUAGE }: ShapeRequest,
): Memory {
  const parsed = features.map((tag) => shaper.Feature.fromString(tag)).filter((one) => one !== undefined)
  return { plan: { face, font, features: parsed, language }, texts: new Map() }
}

/** The language where the font draws something otherwise for it, else none: so that most languages share one memory. */
function usefulLanguage(shaper: Shaper, font: OpenedFont, language: string | undefined): string {
  if (language === undefined || font.languageTags.size === 0 || !/^[\w-]+$/.test(language)) return NO_LANGUAGE
  const { languageTags } = shaper.otTagsFromScriptAndLanguage('Latn', language)
  return languageTags.some((tag) => font.languageTags.has(tag)) ? language : NO_LANGUAGE
}

/** Families to ask after a family, nearest first: its own list, then the lists of those. Each once, so loops end. */
function fallbackFamilies(families: ReadonlyMap<string, Family>, family: string): readonly string[] {
  const asked = new Set([family])
  for (const name of asked) {
    for (const fallback of families.get(name)?.fallback ?? []) asked.add(fallback)
  }
  asked.delete(family)
  return [...asked]
}

/** One run where the face has every character; else as many as there are stretches. */
function shapeWithFallback(shapeText: ShapeText, working: WorkingFace, plan: ShapingPlan, typed: string): Remembered {
  const text = typed.replace(UNSEEN, '')
  if (text === '') return { runs: [], missing: null }
  const whole = shapeText(plan, text)
  if (!whole.lacks) return { runs: [whole.run], missing: null }
  const { stretches, missing } = splitText(text, working, working.chain)
  const runs = stretches.map(({ candidate, text: part, drawnAs }) => {
    const { face, font } = candidate
    return shapeText({ ...plan, face, font }, part, drawnAs).run
  })
  return { runs, missing: missing.length > 0 ? missing : null }
}
