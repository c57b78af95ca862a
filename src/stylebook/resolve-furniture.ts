import { resolve } from 'node:path'
import type { Host, Place, Report } from '../base/index.js'
import { insideFolder, type Placed } from '../source/index.js'
import { defaultFolio, defaultNameplate, type NameplateRoom } from './default-furniture.js'
import { COLUMN_RULE, CUT_OFF, JUMP, REFS } from './defaults.js'
import type { WrittenElement, WrittenPiece } from './furniture-schema.js'
import type { Palette } from './resolve-colours.js'
import type { WrittenQr } from './qr-schema.js'
import type { WrittenRule } from './style-schema.js'
import type { WrittenStylebook } from './stylebook-schema.js'
import type { Furniture, FurnitureElement, FurniturePiece, QrElement, RuleStyle, StyleName } from './types.js'

/** What furniture is resolved with. */
export interface FurnitureOptions {
  readonly written: WrittenStylebook
  /** Where the stylebook speaks of the paper: to blame for what the defaults print. */
  readonly place: Place
  readonly palette: Palette
  readonly layoutsFolder: string
  readonly host: Host
  readonly report: Report
}

/** The nameplate's and the folio's key. */
const NAMEPLATE = 'nameplate'
const FOLIO = 'folio'

/** What repeats, with the defaults for what is not written. */
export function resolveFurniture(options: FurnitureOptions): Furniture {
  const { written, palette } = options
  const { furniture } = written
  const blocks = new Map<string, FurniturePiece>()
  for (const [name, piece] of furniture?.pieces ?? []) {
    if (name !== FOLIO) blocks.set(name, piece ? resolvePiece(name, piece, options) : emptyOrDefault(name, options))
  }
  if (!blocks.has(NAMEPLATE)) blocks.set(NAMEPLATE, defaultNameplate(nameplateRoom(options)))
  const folio = furniture?.pieces.get(FOLIO) ?? null
  return {
    jump: { on: furniture?.jump?.on ?? JUMP.on, from: furniture?.jump?.from ?? JUMP.from },
    refs: {
      teaser: furniture?.refs?.teaser ?? REFS.teaser,
      index: furniture?.refs?.index ?? REFS.index,
      leader: furniture?.refs?.leader ?? REFS.leader,
      ruleOff: ruleOr(furniture?.refs?.['rule-off'] ?? null, REFS.ruleOff, palette),
    },
    columnRule: ruleOr(furniture?.columnRule ?? null, COLUMN_RULE, palette),
    cutOff: ruleOr(furniture?.cutOff ?? null, CUT_OFF, palette),
    folio: folio ? resolvePiece(FOLIO, folio, options) : defaultFolio(options.place),
    blocks,
    colours: palette.colours,
  }
}

function ruleOr(written: WrittenRule | null, instead: RuleStyle | null, palette: Palette): RuleStyle | null {
  return written === null ? instead : palette.rule(written)
}

/** `…` stands for the default; only the nameplate has one. */
function emptyOrDefault(name: string, options: FurnitureOptions): FurniturePiece {
  return name === NAMEPLATE ? defaultNameplate(nameplateRoom(options)) : []
}

/** Twelve lines is what a front page commonly gives its nameplate. */
const NAMEPLATE_DEPTH = 12

function nameplateRoom({ written, place }: FurnitureOptions): NameplateRoom {
  const depths = [...written.templates.values()]
    .flatMap(({ value }) => value.value ?? [])
    .filter(({ value }) => value.furniture?.value === NAMEPLATE)
    .map(({ value }) => value.depth.value)
    .filter((depth) => typeof depth === 'number')
  return { depth: depths.length > 0 ? Math.min(...depths) : NAMEPLATE_DEPTH, place }
}

function resolvePiece(name: string, piece: NonNullable<WrittenPiece>, options: FurnitureOptions): FurniturePiece {
  const style: StyleName = name === FOLIO ? 'folio' : name === NAMEPLATE ? 'nameplate' : 'ear'
  return piece.flatMap((element) => resolveElement(element, style, options) ?? [])
}

function resolveElement(element: WrittenElement, style: StyleName, options: FurnitureOptions): FurnitureElement | null {
  const { palette } = options
  const { line, left, right, pages, mirror } = element
  const common = { line, left, right, pages, mirror }
  switch (element.kind) {
    case 'text':
      return {
        ...element,
        text: element.text.value,
        style: element.style ?? style,
        colour: element.colour && palette.name(element.colour, 'black'),
        font: element.font && element.font.value,
        place: (element.font ?? element.text).place,
      }
    case 'rule': {
      const rule = palette.rule(element.rule)
      return rule && { kind: 'rule', ...common, rule }
    }
    case 'panel': {
      const { fill, rule } = element.panel
      const depth = element.depth ?? Infinity
      return {
        kind: 'panel',
        ...common,
        depth,
        fill: palette.nameOrNone(fill),
        rule: palette.rule(rule),
      }
    }
    case 'image': {
      const file = imageFile(element.image, options)
      const depth = element.depth ?? Infinity
      return file === null ? null : { kind: 'image', file, ...common, depth, place: element.image.place }
    }
    case 'qr':
      return { ...qrElement(element.qr, palette), ...common, depth: element.depth ?? Infinity }
  }
}

/** A QR code that fills its piece. */
export function qrElement({ text, level, colour, ground }: WrittenQr, palette: Palette): QrElement {
  return {
    kind: 'qr',
    text: text.value,
    level,
    line: 1,
    depth: Infinity,
    left: 0,
    right: 1,
    colour: palette.name(colour, 'black'),
    ground: palette.nameOrNone(ground),
    place: text.place,
  }
}

/** The file of an image, in the layouts folder or below; null when that has been reported. */
function imageFile({ value, place }: Placed<string>, options: FurnitureOptions): string | null {
  const { host, layoutsFolder, report } = options
  if (!insideFolder(host, layoutsFolder, value)) return blamePath(value, place, report)
  const path = resolve(layoutsFolder, value)
  if (host.kind(path) === 'file') return path
  report({ code: 'file-missing', message: `there is no file ${host.displayPath(path)}`, place })
  return null
}

function blamePath(typed: string, place: Place, report: Report): null {
  const hint = 'copy the file into the layouts folder'
  report({ code: 'path-outside', message: `${typed} leads outside the layouts folder`, place, hint })
  return null
}
