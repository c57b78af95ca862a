import type { Place } from '../base/index.js'
import { didYouMean, mistake, placeOfNode, type Schema, type Spot, text, WRONG } from '../source/index.js'

/** What a file's name can say of an edition, of a sheet, and of the profile. */
export const NAME_TOKENS = ['paper', 'number', 'date', 'yyyy', 'yy', 'mm', 'dd', 'page', 'pages', 'profile'] as const

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
const COUNTS: readonly NameToken[] = ['number', 'page', 'pages']

/** Words in braces, and what stands between them. */
const PIECES = /\{[^{}]*\}|[^{}]+|[{}]/g

/** The names of a press's files: `{paper}-{date}-{page:2}`. Without the page's number all files would have one name. */
export const fileNames: Schema<FileNames> = {
  expects: 'a name with {page} in it, such as "{paper}-{date}-{page:2}"',
  read(spot) {
    const pattern = text.read(spot)
    if (pattern === WRONG) return WRONG
    const parts: NamePart[] = []
    for (const piece of pattern.trim().match(PIECES) ?? []) {
      const part = piece.startsWith('{') && piece.endsWith('}') ? readToken(spot, piece) : readText(spot, piece)
      if (part === WRONG) return WRONG
      parts.push(part)
    }
    const [first] = parts
    if (first?.kind === 'text' && !/^[A-Za-z0-9]/.test(first.text)) {
      return mistake(spot, `a file’s name begins with a letter or a figure, not with "${first.text[0]!}"`)
    }
    if (!parts.some((part) => part.kind === 'token' && part.token === 'page')) {
      const hint = 'such as "{paper}-{date}-{page:2}"'
      return mistake(spot, `${spot.name} must say {page}, for each page has a file of its own`, { hint })
    }
    return { parts, place: placeOfNode(spot.node, spot.keyPlace) }
  },
}

function readToken(spot: Spot, piece: string): NamePart | typeof WRONG {
  const place = placeOf(spot, piece)
  const [, word = '', digits] = /^\{([^:]*)(?::([1-6]))?\}$/.exec(piece) ?? []
  const token = NAME_TOKENS.find((one) => one === word)
  if (!token) {
    const typed = piece.slice(1, -1).split(':')[0]!
    const isKnown = NAME_TOKENS.some((one) => one === typed)
    const message = isKnown ? `${piece} asks for no number of figures from 1 to 6` : `nothing is called ${piece}`
    const known = `known are ${NAME_TOKENS.map((one) => `{${one}}`).join(', ')}`
    const hint = isKnown ? `such as {${typed}:2}` : (didYouMean(typed, NAME_TOKENS) ?? known)
    return mistake(spot, message, { hint, place })
  }
  if (digits !== undefined && !COUNTS.includes(token)) {
    return mistake(spot, `${piece} is no number: noughts go before {${COUNTS.join('}, {')}} alone`, { place })
  }
  return { kind: 'token', token, digits: Number(digits ?? 0) }
}

function readText(spot: Spot, piece: string): NamePart | typeof WRONG {
  const odd = /[^A-Za-z0-9._-]/.exec(piece)?.[0]
  if (odd === undefined) return { kind: 'text', text: piece }
  const hint = 'plain letters, figures, points, hyphens and _'
  return mistake(spot, `a file’s name cannot hold "${odd}"`, { hint, place: placeOf(spot, odd) })
}

/** Where a piece of the value stands; the whole value, where it is not found as it is written. */
function placeOf({ node, keyPlace }: Spot, piece: string): Place {
  const at = node.source.text.slice(node.start, node.end).indexOf(piece)
  return at < 0 ? placeOfNode(node, keyPlace) : node.source.placeAt(node.start + at, piece.length)
}
