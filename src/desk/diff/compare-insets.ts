import { changed, type ChangeKind, type Finding, type Spot } from './change.js'
import type { PlannedInset, PlannedPicture, PlannedStand } from './planned-insets.js'
import { spotName } from './say.js'

/** The pictures and pull quotes of an article, and the places of its parts. */
interface InsetsOf {
  readonly insets: readonly PlannedInset[]
  readonly spots: readonly Spot[]
}

/** What became of the pictures and pull quotes among an article's text. */
export function compareInsets(from: InsetsOf, to: InsetsOf): readonly Finding[] {
  const { pairs, gone, come } = pairInsets(from.insets, to.insets)
  const kindOf = ({ kind }: PlannedInset, what: 'added' | 'removed' | 'moved'): ChangeKind => `${kind}-${what}`
  return [
    ...pairs.flatMap(([a, b]) => [...compareStands(a, b, to.spots), ...compareLooks(a, b)]),
    ...gone.map((one) => ({ kind: kindOf(one, 'removed'), from: one.name, to: null, text: `${called(one)} gone` })),
    ...come.map((one) => {
      const where = one.part === 0 ? '' : ` on ${spotName(to.spots[one.part]!)}`
      const text = `${called(one)} added, ${briefly(one.stand)}${where}`
      return { kind: kindOf(one, 'added'), from: null, to: one.name, text }
    }),
  ]
}

/** Pairs what is the same; one that is shown twice, in the order written. */
function pairInsets(older: readonly PlannedInset[], newer: readonly PlannedInset[]) {
  const left = [...older]
  const pairs: (readonly [PlannedInset, PlannedInset])[] = []
  const come: PlannedInset[] = []
  for (const to of newer) {
    const same = left.filter(({ kind, name }) => kind === to.kind && name === to.name)
    const from = same.find(({ part }) => part === to.part) ?? same[0]
    if (!from) come.push(to)
    else {
      pairs.push([from, to])
      left.splice(left.indexOf(from), 1)
    }
  }
  return { pairs, gone: left, come }
}

/** `picture square.jpg`, `quote “We listened to …”`. */
function called({ kind, name }: PlannedInset): string {
  if (kind === 'picture') return `picture ${name}`
  const words = name.split(' ')
  return `quote “${words.slice(0, 4).join(' ')}${words.length > 4 ? ' …' : ''}”`
}

function briefly({ span, at }: PlannedStand): string {
  return `${span} ${at}`
}

function compareStands(from: PlannedInset, to: PlannedInset, spots: readonly Spot[]): readonly Finding[] {
  const kind: ChangeKind = `${to.kind}-moved`
  const way = wayOf(from.stand, to.stand)
  const part = from.part === to.part ? [] : [`to ${spotName(spots[to.part]!)}`]
  const text = [called(to), ...part, ...(way ? [way] : [])].join(' ')
  const side = ({ part: at, stand }: PlannedInset) => ({ part: at, ...stand })
  return part.length > 0 || way ? [{ kind, from: side(from), to: side(to), text }] : []
}

/** `2 legs at head → at foot`: all of where it was that matters, and what of it is otherwise; null when nothing is. */
export function wayOf(from: PlannedStand, to: PlannedStand): string | null {
  const keys = ['span', 'at', 'leg', 'depth'] as const
  const others = keys.filter((key) => from[key] !== to[key])
  if (others.length === 0) return null
  const was = keys.filter((key) => key === 'span' || key === 'at' || others.includes(key))
  return `${was.map((key) => from[key]).join(' ')} → ${others.map((key) => to[key]).join(' ')}`
}

function compareLooks(from: PlannedInset, to: PlannedInset): readonly Finding[] {
  const texts = [
    ...(from.picture && to.picture ? pictureChanges(from.picture, to.picture) : []),
    ...Object.entries(to.look).flatMap(([key, is]) =>
      is === from.look[key] ? [] : [`${key} ${from.look[key]} → ${is}`],
    ),
  ]
  return texts.length > 0 ? [{ kind: to.kind, from: null, to: null, text: `${called(to)} ${texts.join(', ')}` }] : []
}

/** What is otherwise about a picture, in an editor's words. */
function pictureChanges(from: PlannedPicture, to: PlannedPicture): readonly string[] {
  const isOther = (key: keyof PlannedPicture): boolean => from[key] !== to[key]
  return [
    ...(isOther('file') ? ['is another picture'] : []),
    ...(isOther('focus') ? ['cropped otherwise'] : []),
    ...(isOther('captionAt') ? [`caption ${from.captionAt} → ${to.captionAt}`] : []),
    ...(isOther('caption') ? ['caption changed'] : []),
    ...(isOther('credit') ? ['credit changed'] : []),
    ...(isOther('alt') ? ['alt changed'] : []),
    ...(isOther('facing') ? [`facing ${from.facing ?? 'none'} → ${to.facing ?? 'none'}`] : []),
    ...(isOther('keyline') ? [`${from.keyline} → ${to.keyline}`] : []),
  ]
}

/** What is otherwise about a picture that stands alone. */
export function comparePicture(from: PlannedPicture, to: PlannedPicture): readonly Finding[] {
  const texts = pictureChanges(from, to)
  return texts.length > 0 ? [{ kind: 'picture', from: null, to: null, text: texts.join(', ') }] : []
}

/** Whether a sidebar stands elsewhere in its article. */
export function compareSidebars(from: PlannedStand | null, to: PlannedStand | null): readonly Finding[] {
  const way = from && to && wayOf(from, to)
  return way ? changed('sidebar-moved', [{ ...from }, { ...to }], `sidebar ${way}`) : []
}
