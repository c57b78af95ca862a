import type { Place } from '../base/index.js'
import { didYouMean, mistake, placeOfNode, type Schema, type Spot, text, WRONG } from '../source/index.js'

/** What a file's name can say of an edition, of a sheet, and of the profile. */
export const NAME_TOKENS = [
  'paper',
  'number',
  'date',
  'yyyy',
  'yy',
  'mm',
  'dd',
  'page',
  'sheet',
  'pages',
  'profile',
] as const

export type NameToken = (typeof NAME_TOKENS)[number]

/** How the files of a press are called: a file for each sheet. */
export interface FileNames {
  readonly parts: readonly NamePart[]
  readonly place: Place
}

/** A piece of a file's name: as it stands, or to be filled in; numbers with noughts before them up to so many `digits`. */
export type NamePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'token'; readonly token: NameToken; readonly digits: number }

/** Those that count something. */
const COUNTS: readonly NameToken[] = ['number', 'page', 'sheet', 'pages']

/** Words in braces, and what stands between them. */
const PIECES = /\{[^{}]*\}|[^{}]+|[{}]/g

/** The names of a press's files: `{paper}-{date}-{page:2}`. Without the number of the page or of the sheet all files would have one name. */
export const fileNames: Schema<FileNames> = {
  expects: 'a name with {page} in it, such as "{paper}-{date}-{page:2}"',
  read(spot) {
    const typed = text.read(spot)
    if (typed === WRONG) return WRONG
    // Every file gets the ending.
    const pattern = typed.replace(/\.pdf$/i, '')
    const parts: NamePart[] = []
    for (const { 0: piece, index } of pattern.matchAll(PIECES)) {
      const isToken = piece.startsWith('{') && piece.endsWith('}')
      const at: At = (within, length) => placeOf(spot, pattern, { start: index + within, length })
      const part = isToken ? readToken(spot, piece, at) : readText(spot, piece, at)
      if (part === WRONG) return WRONG
      parts.push(part)
    }
    const [first] = parts
    if (first?.kind === 'text' && !/^[A-Za-z0-9]/.test(first.text)) {
      return mistake(spot, `a file’s name begins with a letter or a figure, not with "${first.text[0]!}"`)
    }
    if (!parts.some((part) => part.kind === 'token' && (part.token === 'page' || part.token === 'sheet'))) {
      const hint = 'such as "{paper}-{date}-{page:2}"'
      return mistake(spot, `${spot.name} must say {page} or {sheet}, for each page has a file of its own`, { hint })
    }
    return { parts, place: placeOfNode(spot.node, spot.keyPlace) }
  },
}

/** Where so many characters of a piece stand in the stylebook. */
type At = (within: number, length: number) => Place

function readToken(spot: Spot, piece: string, at: At): NamePart | typeof WRONG {
  const place = at(0, piece.length)
  const [, typed = '', colon, digits = ''] = /^\{([^:]*)(:?)(.*)\}$/.exec(piece)!
  const token = NAME_TOKENS.find((one) => one === typed)
  if (!token) {
    const known = `known are ${NAME_TOKENS.map((one) => `{${one}}`).join(', ')}`
    return mistake(spot, `nothing is called ${piece}`, { hint: didYouMean(typed, NAME_TOKENS) ?? known, place })
  }
  if (!colon) return { kind: 'token', token, digits: 0 }
  if (!COUNTS.includes(token)) {
    return mistake(spot, `${piece} is no number: noughts go before {${COUNTS.join('}, {')}} alone`, { place })
  }
  if (!/^[1-6]$/.test(digits)) {
    return mistake(spot, `${piece} must ask for 1 to 6 figures`, { hint: `such as {${token}:2}`, place })
  }
  return { kind: 'token', token, digits: Number(digits) }
}

function readText(spot: Spot, piece: string, at: At): NamePart | typeof WRONG {
  const odd = /[^A-Za-z0-9._-]/.exec(piece)
  if (!odd) return { kind: 'text', text: piece }
  const hint = 'plain letters, figures, points, hyphens and _'
  return mistake(spot, `a file’s name cannot hold "${odd[0]}"`, { hint, place: at(odd.index, 1) })
}

/** Where a part of the value stands; the whole value, where that is written in another way than it reads. */
function placeOf(
  { node, keyPlace }: Spot,
  value: string,
  part: { readonly start: number; readonly length: number },
): Place {
  const at = node.source.text.slice(node.start, node.end).indexOf(value)
  return at < 0 ? placeOfNode(node, keyPlace) : node.source.placeAt(node.start + at + part.start, part.length)
}
