import type { AuthorLength, Place, Pt, Report } from '../base/index.js'
import type { Placed } from '../source/index.js'
import { type DefaultStyle, DROP_CAP, OPTICAL_MARGINS, STYLES } from './defaults.js'
import type { Palette } from './resolve-colours.js'
import type { WrittenDropCap, WrittenRule, WrittenStyle } from './style-schema.js'
import type { WrittenType } from './stylebook-schema.js'
import {
  type DropCapStyle,
  type LetterGive,
  type OpticalMargins,
  type RuleStyle,
  STYLE_NAMES,
  type StyleName,
  type TableStyle,
  type TextStyle,
  type TypeStyles,
  type WordSpace,
} from './types.js'

/** A value with its place; null when a default gives it. */
interface Said<T> {
  readonly value: T
  readonly place: Place | null
}

/** A style on its way: everything that its layers say, lengths in ems still unresolved. */
interface Layer {
  readonly font: Said<string>
  readonly weight: Said<number>
  readonly italic: Said<boolean>
  readonly size: Pt
  readonly leading: number | AuthorLength
  readonly align: TextStyle['align']
  readonly indent: AuthorLength
  readonly hyphenate: boolean
  readonly colour: Placed<string> | string
  readonly caps: TextStyle['caps']
  readonly tracking: number
  readonly features: readonly string[]
  readonly figures: TextStyle['figures']
  readonly figureWidth: TextStyle['figureWidth']
  readonly fractions: boolean
  readonly ordinals: TextStyle['ordinals']
  readonly hangQuotes: boolean
  readonly wordSpace: WordSpace
  readonly wordSpacePlace: Place | null
  readonly letters: LetterGive
  /** Null: no wider than `letters`. */
  readonly wideLetters: LetterGive | null
  readonly opticalMargins: OpticalMargins | null
  readonly stopSpace: number
  readonly before: number
  readonly after: number
  readonly ruleAbove: WrittenRule | null
  readonly ruleBelow: WrittenRule | null
}

/** What styles are resolved with. */
export interface TypeOptions {
  readonly palette: Palette
  /** Where `type` stands, to blame for a default family that fonts.yaml lacks. */
  readonly typePlace: Place
  readonly report: Report
}

/** Every style, from what is written in `type`, what a dress changes of it, and the defaults. */
export function resolveType(written: readonly (WrittenType | null)[], options: TypeOptions): TypeStyles {
  const layers = new Map<StyleName, Layer>()
  const layerOf = (name: StyleName): Layer => {
    const known = layers.get(name)
    if (known) return known
    const layer = stack(name, written, layerOf)
    layers.set(name, layer)
    return layer
  }
  const styles = STYLE_NAMES.map((name) => [name, finish(name, layerOf(name), options)])
  const all = Object.fromEntries(styles) as Record<StyleName, TextStyle>
  return {
    ...all,
    'drop-cap': finishDropCap(all['drop-cap'], written),
    table: finishTable(all.table, written, options.palette),
  }
}

/** The rules within tables. */
function finishTable(style: TextStyle, written: readonly (WrittenType | null)[], palette: Palette): TableStyle {
  const last = (key: 'row-rule' | 'column-rule'): RuleStyle | null =>
    palette.rule(written.reduce<WrittenRule | null>((under, type) => type?.table?.[key] ?? under, null))
  return { ...style, rowRule: last('row-rule'), columnRule: last('column-rule') }
}

/** Lines and gap are its own: they come from nowhere but the stylebook's type and the dress. */
function finishDropCap(style: TextStyle, written: readonly (WrittenType | null)[]): DropCapStyle {
  const said = written.map((type) => type?.['drop-cap'] ?? null)
  const gap = said.reduce<AuthorLength>((under, one) => one?.gap ?? under, DROP_CAP.gap)
  const lines = said.reduce<number>((under, one) => one?.lines ?? under, DROP_CAP.lines)
  return { ...style, lines, gap: resolveLength(gap, style.size) }
}

function stack(name: StyleName, written: readonly (WrittenType | null)[], layerOf: (name: StyleName) => Layer): Layer {
  const { from } = STYLES[name]
  const under = from ? layerOf(from.style) : null
  const inherited: Partial<Layer> = !under ? {} : from!.takes === 'everything' ? under : { font: under.font }
  // `body` takes from nobody and its default says everything; every other style has it under it or says the rest itself.
  const first = { ruleAbove: null, ruleBelow: null, ...inherited, ...ofDefault(STYLES[name]) } as Layer
  return written.reduce<Layer>((layer, type) => ({ ...layer, ...ofWritten(type?.[name] ?? null, layer) }), first)
}

function ofDefault(style: DefaultStyle): Partial<Layer> {
  const { from: _from, font, weight, italic, ...plain } = style
  return {
    ...plain,
    ...(font === undefined ? {} : { font: { value: font, place: null } }),
    ...(weight === undefined ? {} : { weight: { value: weight, place: null } }),
    ...(italic === undefined ? {} : { italic: { value: italic, place: null } }),
    ...(plain.wordSpace ? { wordSpacePlace: null } : {}),
  }
}

/** A style as written, or the part of one that a drop capital has. */
type WrittenLook = Partial<WrittenStyle> & Pick<WrittenDropCap, 'font'>

function ofWritten(style: WrittenLook | null, under: Layer): Partial<Layer> {
  if (!style) return {}
  const { style: slant, 'word-space': space, 'rule-above': above, 'rule-below': below, ...some } = style
  const { letterfit = null, 'glyph-width': glyphWidth = null, wide = null, ...more } = some
  const { 'optical-margins': margins = null, 'stop-space': stopSpace = null, ...rest } = more
  const { 'figure-width': figureWidth = null, 'hang-quotes': hangQuotes = null, ...others } = rest
  const plain = { ...others, figureWidth, hangQuotes }
  const said = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null)) as Partial<Layer>
  return {
    ...said,
    ...(slant ? { italic: { value: slant.value === 'italic', place: slant.place } } : {}),
    ...(space ? { wordSpace: mergeSpace(under.wordSpace, space.value), wordSpacePlace: space.place } : {}),
    letters: { letterfit: letterfit ?? under.letters.letterfit, glyphWidth: glyphWidth ?? under.letters.glyphWidth },
    ...(wide === null ? {} : { wideLetters: wide === 'none' ? null : wideOf(wide, under) }),
    ...(margins === null ? {} : { opticalMargins: marginsOf(margins, under) }),
    ...(stopSpace === null ? {} : { stopSpace }),
    ...(above ? { ruleAbove: above } : {}),
    ...(below ? { ruleBelow: below } : {}),
  }
}

function mergeSpace(under: WordSpace, over: { readonly [K in keyof WordSpace]: number | null }): WordSpace {
  return { least: over.least ?? under.least, ideal: over.ideal ?? under.ideal, most: over.most ?? under.most }
}

function wideOf(
  wide: { readonly letterfit: number | null; readonly 'glyph-width': number | null },
  { letters, wideLetters }: Layer,
): LetterGive {
  const under = wideLetters ?? letters
  return { letterfit: wide.letterfit ?? under.letterfit, glyphWidth: wide['glyph-width'] ?? under.glyphWidth }
}

function marginsOf(
  margins: boolean | { readonly [K in keyof OpticalMargins]: number | null },
  { opticalMargins }: Layer,
): OpticalMargins | null {
  if (margins === false) return null
  const under = opticalMargins ?? OPTICAL_MARGINS
  if (margins === true) return under
  const said = Object.entries(margins).filter(([, share]) => share !== null)
  return { ...under, ...(Object.fromEntries(said) as Partial<OpticalMargins>) }
}

/** The wide bounds are never within the first ones: a stylebook that lets letters give more in every line widens both. */
function widest(letters: LetterGive, wide: LetterGive | null): LetterGive {
  return {
    letterfit: Math.max(letters.letterfit, wide?.letterfit ?? 0),
    glyphWidth: Math.max(letters.glyphWidth, wide?.glyphWidth ?? 0),
  }
}

function finish(name: StyleName, layer: Layer, { palette, typePlace, report }: TypeOptions): TextStyle {
  const { font, weight, italic, size, colour, wordSpace } = layer
  const { least, ideal, most } = wordSpace
  if (layer.wordSpacePlace && !(least <= ideal && ideal <= most)) {
    const message = `word-space must rise from least (${least}) over ideal (${ideal}) to most (${most})`
    report({ code: 'value-wrong', message, place: layer.wordSpacePlace })
  }
  return {
    name,
    font: font.value,
    weight: weight.value,
    italic: italic.value,
    size,
    leading: leadingOf(layer.leading, size),
    align: layer.align,
    indent: resolveLength(layer.indent, size),
    hyphenate: layer.hyphenate,
    colour: typeof colour === 'string' ? colour : palette.name(colour, 'black'),
    caps: layer.caps,
    tracking: layer.tracking,
    features: [...new Set(layer.features)].sort(),
    figures: layer.figures,
    figureWidth: layer.figureWidth,
    fractions: layer.fractions,
    ordinals: layer.ordinals,
    hangQuotes: layer.hangQuotes,
    wordSpace,
    letters: layer.letters,
    wideLetters: widest(layer.letters, layer.wideLetters),
    opticalMargins: layer.opticalMargins,
    stopSpace: layer.stopSpace,
    before: layer.before,
    after: layer.after,
    ruleAbove: palette.rule(layer.ruleAbove),
    ruleBelow: palette.rule(layer.ruleBelow),
    facePlace: weight.place ?? italic.place,
    fontPlace: font.place ?? typePlace,
  }
}

/** Times the size. */
function leadingOf(leading: number | AuthorLength, size: Pt): number {
  return typeof leading === 'number' ? leading : resolveLength(leading, size) / size
}

function resolveLength(length: AuthorLength, size: Pt): Pt {
  return 'em' in length ? length.em * size : length.pt
}
