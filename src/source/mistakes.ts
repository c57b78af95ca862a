import { type Place, nearest } from '../base/index.js'
import { type MistakeOptions, type Spot, WRONG, type YamlEntry, type YamlNode } from './types.js'

/** Where a node stands; an empty one stands where its key does. */
export function placeOfNode(node: YamlNode, keyPlace: Place | null): Place {
  if (node.start === node.end && keyPlace) return keyPlace
  return node.source.placeAt(node.start, node.end - node.start)
}

/** Where the key of an entry stands. */
export function placeOfKey(entry: YamlEntry): Place {
  return entry.keySource.placeAt(entry.keyStart, entry.keyEnd - entry.keyStart)
}

/** Where the value of a spot stands. */
export function placeOfSpot(spot: Spot): Place {
  return placeOfNode(spot.node, spot.keyPlace)
}

/** Reports a mistake and gives `WRONG`. */
export function mistake(spot: Spot, message: string, options: MistakeOptions = {}): typeof WRONG {
  const { code = 'value-wrong', hint, place = placeOfSpot(spot) } = options
  spot.report({ code, message, place, ...(hint === undefined ? {} : { hint }) })
  return WRONG
}

/** Reports that a value is not what its schema expects: `legs must be a whole number of at least 1, not "four"`. */
export function notAsExpected(spot: Spot, expects: string, hint?: string): typeof WRONG {
  const message = `${spot.name} must be ${expects}, not ${describe(spot.node)}`
  return mistake(spot, message, hint === undefined ? {} : { hint })
}

/** The hint that names the known word nearest to what was typed, or the one that has it for a part, if there is one. */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  const words = [...known]
  const near = nearest(typed, words) ?? onlyWith(typed.toLowerCase(), words)
  return near === null ? undefined : `did you mean "${near}"?`
}

/** The only word that has what was typed for a part; less than three letters are part of too many. */
function onlyWith(typed: string, words: readonly string[]): string | null {
  const [one, other] = typed.length < 3 ? [] : words.filter((word) => word.toLowerCase().includes(typed))
  return one !== undefined && other === undefined ? one : null
}

/** A node in an editor's words. */
function describe(node: YamlNode): string {
  if (node.kind === 'list') return node.items.length === 0 ? 'an empty list' : 'a list'
  if (node.kind === 'map') return 'keys with values'
  if (node.text === null) return 'left empty'
  const shown = node.text.length > 40 ? `${node.text.slice(0, 39)}…` : node.text
  return `"${shown}"`
}

/** Whether a node says nothing: empty, `~` or `null`. */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.text === null
}
