import { isSoft } from '../base/index.js'
import { didYouMean } from '../source/index.js'
import type { FurniturePiece, QrElement } from '../stylebook/index.js'
import { waiversOf } from './manifest-waivers.js'
import { showsOneThing, type WrittenEntry } from './manifest.js'
import type { PageOptions, Resolved } from './page-options.js'
import { blameKeysOfCopy } from './resolve-advert.js'
import { refuseInsets } from './resolve-insets.js'
import { resolveCells } from './resolve-look.js'

/** Whether a piece of furniture or a QR code stands in a place, and nothing else. */
export function showsPiece({ value }: WrittenEntry): boolean {
  return (value.furniture !== null || value.qr !== null) && showsOneThing(value)
}

/** A piece of the stylebook's furniture, or a QR code, that the manifest puts in a place. */
export function resolvePiece(name: string, entry: WrittenEntry, page: PageOptions): Resolved {
  const { waive, qr } = entry.value
  const what = qr ? 'a QR code' : 'furniture'
  blameKeysOfCopy(entry, what, page.report)
  refuseInsets(entry, what, page)
  const rect = resolveCells(name, entry, page)
  if (rect && isSoft(rect)) {
    const message = `"${name}" needs its line and depth as numbers: the depth of ${what} follows from nothing`
    page.report({ code: 'value-wrong', message, place: entry.keyPlace })
    return { claim: null }
  }
  const claim = rect && { slot: name, rect, place: entry.keyPlace }
  const piece = qr ? [qrOf(qr.value)] : pieceOf(entry, page)
  if (!rect || !piece) return { claim }
  const own = qr ? `QR code ${qr.value.text.value}` : entry.value.furniture!.value
  const called = qr ? `the QR code of ${name}` : `the furniture ${own}`
  const told = { name: called, own, section: page.section, waivers: waiversOf(waive), place: entry.keyPlace }
  return { claim, furniture: { slot: name, rect, piece, ...told } }
}

function qrOf({ text, level }: NonNullable<WrittenEntry['value']['qr']>['value']): QrElement {
  const across = { line: 1, depth: Infinity, left: 0, right: 1 }
  return { kind: 'qr', text: text.value, level, ...across, colour: 'black', ground: null, place: text.place }
}

function pieceOf({ value }: WrittenEntry, { stylebook, report }: PageOptions): FurniturePiece | null {
  const { value: name, place } = value.furniture!
  const { blocks } = stylebook.furniture
  const piece = blocks.get(name)
  if (piece) return piece
  const hint = didYouMean(name, blocks.keys()) ?? `there is ${[...blocks.keys()].join(', ')}`
  report({ code: 'furniture-unknown', message: `the stylebook has no piece of furniture "${name}"`, place, hint })
  return null
}
