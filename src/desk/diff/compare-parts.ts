import { changed, type Finding } from './change.js'
import { HEAD_PARTS, type Look, type PlannedArticle, type PlannedPart } from './flatplan.js'
import { isSamePlace, type PageMatch } from './match-pages.js'
import { byHowMany, cellsChange, counted, namedChange } from './say.js'

/** What changed of an article as a whole: its text, how it fits, the parts of its head. */
export function compareText(from: PlannedArticle, to: PlannedArticle): readonly Finding[] {
  const words = changed('words', [from.words, to.words], byHowMany(from.words, to.words, 'word'))
  return [
    ...words,
    ...(words.length > 0 || from.text === to.text
      ? []
      : [{ kind: 'text' as const, from: null, to: null, text: 'text changed' }]),
    ...changed('fit', [fitOf(from), fitOf(to)], `${fitOf(from)} → ${fitOf(to)}`),
    ...compareSteps(from.fitted.join(', '), to.fitted.join(', ')),
    ...HEAD_PARTS.flatMap((part) => compareHeadPart(part, from.head[part], to.head[part])),
    ...namedChange('language', [from.language, to.language]),
    ...namedChange('drop-cap', [from.dropCap, to.dropCap], 'drop capital'),
  ]
}

function fitOf({ fit: { status, lines, words } }: PlannedArticle): string {
  switch (status) {
    case 'copyfit':
      return 'fits'
    case 'underset':
      return `short by ${counted(lines, 'line')}`
    case 'overset':
      return `over by ${counted(lines, 'line')} (${counted(words, 'word')})`
  }
}

function compareSteps(from: string, to: string): readonly Finding[] {
  return changed('fitted', [from || null, to || null], to === '' ? 'no longer fitted' : `now fitted by ${to}`)
}

function compareHeadPart(
  part: (typeof HEAD_PARTS)[number],
  from: string | null,
  to: string | null,
): readonly Finding[] {
  const what = from === null ? 'added' : to === null ? 'gone' : 'changed'
  return changed(part, [from, to], `${part} ${what}`)
}

/** What changed of one place of an article: its lines, its head, its look. */
export function compareParts(from: PlannedPart, to: PlannedPart, pages: PageMatch): readonly Finding[] {
  const isSame = isSamePlace(from.spot, to.spot, pages)
  // What all articles of a stack share is said of the stack.
  const sharesLook = isSame && from.spot.item !== null && to.spot.item !== null
  return [
    ...changed('lines', [from.lines, to.lines], byHowMany(from.lines, to.lines, 'line')),
    ...compareHeads(from.head, to.head),
    ...(sharesLook ? [] : compareLooks(from.look, to.look)),
    ...(isSame && !sharesLook && to.hasCells ? cellsChange(from.look.cells, to.look.cells) : []),
  ]
}

/** What changed of how a place looks, but for its cells. */
export function compareLooks(from: Look, to: Look): readonly Finding[] {
  return [
    ...changed('legs', [from.legs, to.legs], `${from.legs} → ${counted(to.legs, 'leg')}`),
    ...namedChange('box', [from.box, to.box]),
    ...namedChange('dress', [from.dress, to.dress]),
    ...changed('head-col', [from.headCol, to.headCol], `head from column ${from.headCol} → ${to.headCol}`),
  ]
}

function compareHeads(from: PlannedPart['head'], to: PlannedPart['head']): readonly Finding[] {
  if (!from || !to) {
    const text = to ? `head added, ${sizeOf(to.set)}: “${to.text}”` : 'head gone'
    return changed('head', [from && from.text, to && to.text], text)
  }
  return [
    ...compareSet(from.set, to.set),
    ...changed('headline', [from.text, to.text], `headline “${from.text}” → “${to.text}”`),
  ]
}

type SetHead = NonNullable<PlannedPart['head']>['set']

function sizeOf(set: SetHead): string {
  return set === 'run-in' ? 'run in' : `${set.size} pt`
}

function compareSet(from: SetHead, to: SetHead): readonly Finding[] {
  if (from === 'run-in' || to === 'run-in') {
    return changed('head-size', [sizeOf(from), sizeOf(to)], `head ${sizeOf(from)} → ${sizeOf(to)}`)
  }
  return [
    ...changed('head-size', [from.size, to.size], `head ${from.size} → ${to.size} pt`),
    ...changed('head-lines', [from.lines, to.lines], `head ${from.lines} → ${counted(to.lines, 'line')}`),
    ...changed(
      'head-columns',
      [from.columns, to.columns],
      `head across ${from.columns} → ${counted(to.columns, 'column')}`,
    ),
  ]
}
