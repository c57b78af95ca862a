import type { Code, Finding, OrderedRect, Report } from '../base/index.js'
import { didYouMean, type Placed } from '../source/index.js'
import { insetLookOf, pictureLookOf } from './inset-schema.js'
import { orderCells } from './soft-cells.js'
import type { WrittenSlot, WrittenStylebook } from './stylebook-schema.js'
import type { BoxStyle, FurniturePiece, Slot, Template, TypeStyles } from './types.js'

/** What slots may name. */
export interface SlotNames {
  readonly pieces: ReadonlyMap<string, FurniturePiece>
  readonly boxes: ReadonlyMap<string, BoxStyle>
  readonly dresses: ReadonlyMap<string, TypeStyles>
}

/** The templates. What is wrong with one is kept with it, for the page that uses it to report. */
export function resolveTemplates(
  written: WrittenStylebook['templates'],
  names: SlotNames,
): ReadonlyMap<string, Template> {
  const templates = new Map<string, Template>()
  for (const [name, { value: template }] of written) {
    const mistakes: Finding[] = [...template.mistakes]
    const report: Report = (finding) => mistakes.push(finding)
    const slots = (template.value ?? []).map((slot) => resolveSlot(slot, names, report))
    templates.set(name, { name, slots: eachOnce(slots, report), mistakes })
  }
  return templates
}

function resolveSlot(written: WrittenSlot, { pieces, boxes, dresses }: SlotNames, report: Report): Slot {
  const { slot, furniture, section, head, legs, box, dress, look, picture, quote } = written.value
  const boxOf = (name: Placed<string> | null): string | null =>
    known(name, { of: boxes, what: 'box', code: 'style-unknown', report })
  return {
    name: slot.value,
    rect: cellsOf(written, report),
    furniture: known(furniture, { of: pieces, what: 'piece of furniture', code: 'furniture-unknown', report }),
    section,
    head,
    legs,
    box: boxOf(box),
    dress: known(dress, { of: dresses, what: 'dress', code: 'style-unknown', report }),
    look,
    picture: picture && pictureLookOf(picture),
    quote: quote && { ...insetLookOf(quote), box: boxOf(quote.box), gap: quote.gap },
    headCol: written.value['head-col'],
    place: slot.place,
  }
}

/** The cells of a slot; on line 1 where it does not say where it stands, which is reported. */
function cellsOf({ value, place }: WrittenSlot, report: Report): OrderedRect {
  const { slot, col, span, line, below, depth, furniture } = value
  if (line && below) {
    const message = `the slot "${slot.value}" stands on a line or below another slot, not both`
    report({ code: 'value-wrong', message, place: below.keyPlace })
  }
  if (!line && !below) {
    const hint = 'give it a line, or say below: with the name of another slot'
    report({ code: 'key-missing', message: `the slot "${slot.value}" has neither line nor below`, place, hint })
  }
  if (furniture && (below || typeof depth.value !== 'number')) {
    const message = `the slot "${slot.value}" is for furniture: its line and its depth are numbers`
    report({ code: 'value-wrong', message, place: below?.keyPlace ?? depth.place })
  }
  return orderCells({
    col,
    span,
    line: line?.value ?? (below ? null : 1),
    below: below?.value ?? null,
    depth: depth.value,
  })
}

/** A name that the stylebook has; null for none, or when it was reported. */
function known(
  written: Placed<string> | null,
  options: { readonly of: ReadonlyMap<string, unknown>; what: string; code: Code; report: Report },
): string | null {
  const { of, what, code, report } = options
  if (!written || of.has(written.value)) return written && written.value
  if (written.value === 'none' || written.value === 'plain') return null
  const hint =
    didYouMean(written.value, of.keys()) ?? (of.size > 0 ? `there is ${[...of.keys()].join(', ')}` : undefined)
  const message = `the stylebook has no ${what} "${written.value}"`
  report({ code, message, place: written.place, ...(hint ? { hint } : {}) })
  return null
}

/** Slots by different names; a second of the same name is reported and left out. */
function eachOnce(slots: readonly Slot[], report: Report): readonly Slot[] {
  const first = new Map<string, Slot>()
  for (const slot of slots) {
    const other = first.get(slot.name)
    if (!other) first.set(slot.name, slot)
    else {
      const message = `the slot "${slot.name}" is there twice; first on line ${other.place.line}`
      report({ code: 'value-wrong', message, place: slot.place })
    }
  }
  return [...first.values()]
}
