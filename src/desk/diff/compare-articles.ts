import { changed, type ChangeKind, type Finding, type Spot } from './change.js'
import { compareInsets, compareSidebars } from './compare-insets.js'
import { compareParts, compareText } from './compare-parts.js'
import type { Flatplan, PlannedArticle } from './flatplan.js'
import { isSamePlace, type PageMatch } from './match-pages.js'
import { outOfOrder } from './out-of-order.js'
import { BEHIND, type Entry, onNewer, onOlder, type Place, type Standing } from './page-order.js'
import { counted, fromSpotToSpot, oldSpotName, pairPlaces, spotName } from './say.js'

/** What became of every article: where it stands, and what it looks like there. */
export function compareArticles(older: Flatplan, newer: Flatplan, pages: PageMatch): readonly Entry[] {
  const ids = new Set([older, newer].flatMap(({ articles, held, spiked }) => [...articles.keys(), ...held, ...spiked]))
  const shuffled = shuffledInStacks(older, newer, pages)
  return [...ids].map((id) => {
    const from = older.articles.get(id)
    const to = newer.articles.get(id)
    const findings =
      from && to
        ? compareArticle(from, to, { pages, isShuffled: shuffled.has(id) })
        : changeOfState(stateOf(older, id), stateOf(newer, id), pages)
    return { standing: standingOf(from, to, pages), subject: { kind: 'article', name: id }, findings }
  })
}

function standingOf(from: PlannedArticle | undefined, to: PlannedArticle | undefined, pages: PageMatch): Standing {
  if (to) return onNewer(to.start.spot.page, placeOf(to))
  return from ? onOlder(from.start.spot.page, placeOf(from), pages) : BEHIND
}

function placeOf({ start: { spot, look } }: PlannedArticle): Place {
  return { spot, cells: look.cells }
}

/** Whether an article is in the paper: placed, held or spiked; null when it is not even in the folder. */
type State = readonly Spot[] | 'held' | 'spiked' | null

function stateOf({ articles, held, spiked }: Flatplan, id: string): State {
  const placed = articles.get(id)
  if (placed) return [placed.start, ...placed.jumps].map(({ spot }) => spot)
  return held.includes(id) ? 'held' : spiked.includes(id) ? 'spiked' : null
}

/** What happened to an article that is not placed in both editions. */
function changeOfState(from: State, to: State, pages: PageMatch): readonly Finding[] {
  if (from === to) return []
  const was = (name: (spot: Spot) => string, state: State): string =>
    typeof state === 'object' ? (state ?? []).map(name).join(', ') : state
  const stood = was((spot) => oldSpotName(spot, pages), from)
  const stands = was(spotName, to)
  const sides = [spotOf(from), spotOf(to)] as const
  const say = (kind: ChangeKind, text: string): readonly Finding[] => changed(kind, sides, text)
  if (to === 'held' || to === 'spiked') return say(to, from === null ? `new, ${to}` : `${to}, was ${stood}`)
  if (to === null) return say('removed', `gone, was ${stood}`)
  if (from === 'held') return say('off-hold', `off hold, ${stands}`)
  if (from === 'spiked') return say('unspiked', `no longer spiked, ${stands}`)
  return say('added', `new, ${stands}`)
}

/** The place of an article's start, or the word for where it is instead. */
function spotOf(state: State): Spot | string | null {
  return typeof state === 'object' ? (state?.[0] ?? null) : state
}

interface ArticleOptions {
  readonly pages: PageMatch
  /** Whether it has another place among the articles of its stack. */
  readonly isShuffled: boolean
}

function compareArticle(from: PlannedArticle, to: PlannedArticle, options: ArticleOptions): readonly Finding[] {
  const { pages, isShuffled } = options
  const { pairs, gone, come } = pairPlaces(from.jumps, to.jumps, pages)
  return [
    ...compareSpots('moved', [from.start.spot, to.start.spot], pages, ''),
    ...(isShuffled ? [shuffle(from.start.spot, to.start.spot)] : []),
    ...pairs.flatMap(([a, b]) => compareSpots('jump-moved', [a.spot, b.spot], pages, 'jump ')),
    ...gone.flatMap(({ spot }) =>
      changed('jump-removed', [spot, null], `no longer jumps to ${oldSpotName(spot, pages)}`),
    ),
    ...come.flatMap(({ spot, lines }) =>
      changed('jump-added', [null, spot], `jumps to ${spotName(spot)} (${counted(lines, 'line')})`),
    ),
    ...compareText(from, to),
    ...compareInsets(insetsOf(from), insetsOf(to)),
    ...compareSidebars(from.sidebar, to.sidebar),
    ...compareParts(from.start, to.start, pages),
    ...pairs.flatMap(([a, b]) =>
      compareParts(a, b, pages).map((finding) => ({ ...finding, text: `${spotName(b.spot)} ${finding.text}` })),
    ),
  ]
}

function insetsOf({ start, jumps, insets }: PlannedArticle) {
  return { insets, spots: [start, ...jumps].map(({ spot }) => spot) }
}

function compareSpots(
  kind: ChangeKind,
  [from, to]: readonly [Spot, Spot],
  pages: PageMatch,
  noun: string,
): readonly Finding[] {
  if (isSamePlace(from, to, pages)) return []
  return changed(kind, [from, to], `${noun}${fromSpotToSpot(from, to, pages)}`)
}

function shuffle(from: Spot, to: Spot): Finding {
  return { kind: 'moved', from, to, text: `item ${from.item} → ${to.item} of ${spotName(to)}` }
}

/** The articles that were moved among those of their stack. */
function shuffledInStacks(older: Flatplan, newer: Flatplan, pages: PageMatch): ReadonlySet<string> {
  const stacks = new Map<string, { readonly id: string; readonly was: number; readonly is: number }[]>()
  for (const [id, { start }] of newer.articles) {
    const [to, from] = [start.spot, older.articles.get(id)?.start.spot]
    if (!from || !isSamePlace(from, to, pages) || from.item === null || to.item === null) continue
    const name = spotName(to)
    stacks.set(name, [...(stacks.get(name) ?? []), { id, was: from.item, is: to.item }])
  }
  const moved = [...stacks.values()].flatMap((items) => {
    const strays = outOfOrder([...items].sort((a, b) => a.is - b.is).map(({ was }) => was))
    return items.filter(({ was }) => strays.has(was)).map(({ id }) => id)
  })
  return new Set(moved)
}
