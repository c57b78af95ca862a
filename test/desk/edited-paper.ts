import fc from 'fast-check'
import {
  type Board,
  type BoardPage,
  type Content,
  copyOf,
  DEPTH,
  filesOf,
  firstBoard,
  MANIFEST,
  SLOTS,
  type Story,
  words,
} from './board.js'

/** A change that an edit must be named as: what kind, and of which subject; where one of several will do, all of them. */
export interface Expected {
  readonly kind: string
  readonly subjects: readonly string[]
}

/** Most things that are changed on one page: it stays the same page. */
const MOST_A_PAGE = 2

/** A board under an editor's hands. Nothing is touched twice, so that every edit is a change of its own. */
class Editing {
  readonly board: Board
  readonly expected: Expected[] = []
  private readonly touched = new Set<string>()
  private readonly onPage = new Map<string, number>()
  private fresh = 0
  private readonly picks: readonly number[]
  private at = 0

  constructor(board: Board, picks: readonly number[]) {
    this.board = copyOf(board)
    this.picks = picks
  }

  /** One of some things, as generated. */
  pick<T>(from: readonly T[]): T | undefined {
    return from[this.picks[this.at++ % this.picks.length]! % Math.max(1, from.length)]
  }

  is(kind: string, ...subjects: string[]): void {
    this.expected.push({ kind, subjects })
  }

  /** Takes hold of a thing; false when it has been changed before. */
  touch(thing: string): boolean {
    if (this.touched.has(thing)) return false
    this.touched.add(thing)
    return true
  }

  isTouched(thing: string): boolean {
    return this.touched.has(thing)
  }

  count(page: BoardPage): void {
    this.onPage.set(page.key, (this.onPage.get(page.key) ?? 0) + 1)
  }

  /** Pages on which something may still be changed. */
  pages(): BoardPage[] {
    return this.board.pages.filter(({ key }) => (this.onPage.get(key) ?? 0) < MOST_A_PAGE)
  }

  /** Places with an untouched content of a kind. */
  places<K extends Content['kind']>(kind: K): { page: BoardPage; slot: string; content: Content & { kind: K } }[] {
    return this.pages().flatMap((page) =>
      [...page.places].flatMap(([slot, content]) =>
        content.kind === kind && !('id' in content && this.isTouched(content.id))
          ? [{ page, slot, content: content as Content & { kind: K } }]
          : [],
      ),
    )
  }

  /** Stories, but for the one that jumps: without it its jump would be another change. */
  plainStories() {
    return this.places('article').filter(({ content }) => content.id !== 'p1a')
  }

  empty(): { page: BoardPage; slot: string }[] {
    return this.pages().flatMap((page) =>
      SLOTS.filter((slot) => !page.places.has(slot)).map((slot) => ({ page, slot })),
    )
  }

  newStory(): string {
    const id = `n${++this.fresh}`
    this.board.stories.set(id, { words: words(50, 3), headline: `News of ${id}`, standfirst: false })
    this.touch(id)
    return id
  }
}

type Edit = (editing: Editing) => void

function putDown(editing: Editing, id: string): boolean {
  const to = editing.pick(editing.empty())
  if (!to || !editing.touch(id)) return false
  to.page.places.set(to.slot, { kind: 'article', id, look: '' })
  editing.count(to.page)
  return true
}

function takeOff(editing: Editing): string | null {
  const from = editing.pick(editing.plainStories())
  if (!from || !editing.touch(from.content.id)) return null
  from.page.places.delete(from.slot)
  editing.count(from.page)
  return from.content.id
}

/** Changes the story behind a place. */
function rewrite(editing: Editing, change: (story: Story) => void, kind: string): void {
  const at = editing.pick(editing.places('article'))
  if (!at || !editing.touch(at.content.id)) return
  change(editing.board.stories.get(at.content.id)!)
  editing.is(kind, `article ${at.content.id}`)
}

function relook(editing: Editing, look: string, kind: string): void {
  const at = editing.pick(editing.places('article'))
  if (!at || !editing.touch(at.content.id)) return
  at.page.places.set(at.slot, { ...at.content, look })
  editing.is(kind, `article ${at.content.id}`)
}

/** Moves what stands in one place to an empty one. */
function moveTo(editing: Editing, kind: 'article' | 'continues' | 'advert', named: string): void {
  const from = editing.pick(editing.places(kind))
  if (!from) return
  const { page, slot, content } = from
  editing.count(page)
  const to = editing.pick(editing.empty())
  if (!to || !editing.touch(content.id)) return
  page.places.delete(slot)
  to.page.places.set(to.slot, content)
  if (to.page !== page) editing.count(to.page)
  editing.is(named, `${kind === 'advert' ? 'advert' : 'article'} ${content.id}`)
}

/** What editors do to an edition, each in one step. */
const EDITS: Readonly<Record<string, Edit>> = {
  swap(editing) {
    const [one, other] = [editing.pick(editing.places('article')), editing.pick(editing.places('article'))]
    if (!one || !other || one.content.id === other.content.id) return
    editing.touch(one.content.id)
    editing.touch(other.content.id)
    one.page.places.set(one.slot, other.content)
    other.page.places.set(other.slot, one.content)
    for (const { page, content } of [one, other]) {
      editing.count(page)
      editing.is('moved', `article ${content.id}`)
    }
  },
  move: (editing) => moveTo(editing, 'article', 'moved'),
  moveJump: (editing) => moveTo(editing, 'continues', 'jump-moved'),
  moveAdvert: (editing) => moveTo(editing, 'advert', 'moved'),
  hold(editing) {
    const id = takeOff(editing)
    if (id === null) return
    editing.board.held.add(id)
    editing.is('held', `article ${id}`)
  },
  spike(editing) {
    const id = takeOff(editing)
    if (id === null) return
    editing.board.spiked.add(id)
    editing.is('spiked', `article ${id}`)
  },
  throwAway(editing) {
    const id = takeOff(editing)
    if (id === null) return
    editing.board.stories.delete(id)
    editing.is('removed', `article ${id}`)
  },
  takeOffHold(editing) {
    const id = editing.pick([...editing.board.held].filter((one) => !editing.isTouched(one)))
    if (id === undefined || !putDown(editing, id)) return
    editing.board.held.delete(id)
    editing.is('off-hold', `article ${id}`)
  },
  takeOffSpike(editing) {
    const id = editing.pick([...editing.board.spiked].filter((one) => !editing.isTouched(one)))
    if (id === undefined || !putDown(editing, id)) return
    editing.board.spiked.delete(id)
    editing.is('unspiked', `article ${id}`)
  },
  spikeWhatIsHeld(editing) {
    const id = editing.pick([...editing.board.held])
    if (id === undefined || !editing.touch(id)) return
    editing.board.held.delete(id)
    editing.board.spiked.add(id)
    editing.is('spiked', `article ${id}`)
  },
  write(editing) {
    const to = editing.pick(editing.empty())
    if (!to) return
    const id = editing.newStory()
    to.page.places.set(to.slot, { kind: 'article', id, look: '' })
    editing.count(to.page)
    editing.is('added', `article ${id}`)
  },
  writeForLater(editing) {
    const id = editing.newStory()
    editing.board.held.add(id)
    editing.is('held', `article ${id}`)
  },
  add: (editing) => rewrite(editing, (story) => story.words.push('And', 'more', 'of', 'it.'), 'words'),
  cut: (editing) => rewrite(editing, (story) => story.words.splice(-3), 'words'),
  correct: (editing) => rewrite(editing, (story) => story.words.splice(4, 1, 'Friday'), 'text'),
  newHead: (editing) => rewrite(editing, (story) => (story.headline = 'Quite another head'), 'headline'),
  sumUp: (editing) => rewrite(editing, (story) => (story.standfirst = true), 'standfirst'),
  box: (editing) => relook(editing, ', box: tint', 'box'),
  lessDeep: (editing) => relook(editing, `, at: { depth: ${DEPTH - 1} }`, 'cells'),
  boxStack(editing) {
    const at = editing.pick(editing.places('stack'))
    if (!at || !editing.touch(`look ${at.page.key}`)) return
    const { page, slot, content } = at
    page.places.set(slot, { ...content, look: ', box: tint' } as Content)
    editing.is('box', `place ${slot}`)
  },
  shuffle(editing) {
    const at = editing.pick(editing.places('stack'))
    if (!at || !editing.touch(`stack ${at.page.key}`)) return
    const { page, slot, content } = at
    const [first, second, ...others] = content.ids
    page.places.set(slot, { ...content, ids: [second!, first!, ...others] })
    editing.is('moved', `article ${first}`, `article ${second}`)
  },
  holdNib(editing) {
    const at = editing.pick(editing.places('stack'))
    const nib = at?.content.ids.at(-1)
    if (!at || nib === undefined || !nib.endsWith('z') || !editing.touch(nib)) return
    const { page, slot, content } = at
    page.places.set(slot, { ...content, ids: content.ids.slice(0, -1) })
    editing.board.held.add(nib)
    editing.count(page)
    editing.is('held', `article ${nib}`)
  },
  cancelAdvert(editing) {
    const at = editing.pick(editing.places('advert'))
    if (!at || !editing.touch(at.content.id)) return
    at.page.places.delete(at.slot)
    editing.count(at.page)
    editing.is('removed', `advert ${at.content.id}`)
  },
  rebookAdvert(editing) {
    const at = editing.pick(editing.places('advert'))
    if (!at || !editing.touch(at.content.id)) return
    editing.board.adverts.set(at.content.id, 55)
    editing.is('size', `advert ${at.content.id}`)
  },
  bookAdvert(editing) {
    const to = editing.pick(editing.empty())
    if (!to || !editing.touch('booked')) return
    editing.board.adverts.set('booked', 60)
    to.page.places.set(to.slot, { kind: 'advert', id: 'booked' })
    editing.count(to.page)
    editing.is('added', 'advert booked')
  },
  reshape(editing) {
    const page = editing.pick(editing.board.pages)!
    if (!editing.touch('shape') || !page.key.startsWith('p')) return
    page.template = 'reshaped'
    editing.is('template', `page ${page.key}`)
  },
  movePage(editing) {
    const { pages } = editing.board
    if (!editing.touch('page order')) return
    const [page] = pages.splice(pages.indexOf(editing.pick(pages)!), 1)
    pages.splice(editing.pick([...pages.keys()])!, 0, page!)
  },
  addPage(editing) {
    if (!editing.touch('page count')) return
    const { pages } = editing.board
    const id = editing.newStory()
    const page = { key: 'new', template: 'added', places: new Map<string, Content>() }
    page.places.set('s1', { kind: 'article', id, look: '' })
    pages.splice(editing.pick([...pages.keys()])!, 0, page)
    editing.is('added', 'page new')
    editing.is('added', `article ${id}`)
  },
  dropPage(editing) {
    const { pages, held } = editing.board
    const page = pages.find(({ key }) => key === 'p3')
    const things = [...(page?.places.values() ?? [])].flatMap((one) => (one.kind === 'stack' ? one.ids : [one.id]))
    const isFresh =
      page?.places.size === 5 && [...things, 'stack p3', 'look p3'].every((one) => !editing.isTouched(one))
    if (!isFresh || !things.every((one) => one.startsWith('p3')) || page.template !== 't3') return
    if (!editing.touch('page count')) return
    pages.splice(pages.indexOf(page), 1)
    editing.is('removed', 'page p3')
    for (const thing of things) {
      editing.touch(thing)
      if (thing.endsWith('ad')) editing.is('removed', `advert ${thing}`)
      else {
        held.add(thing)
        editing.is('held', `article ${thing}`)
      }
    }
  },
  nextWeek(editing) {
    if (!editing.touch('masthead')) return
    Object.assign(editing.board.masthead, { number: '8', price: '60p' })
    editing.is('number', 'edition edition')
    editing.is('price', 'edition edition')
  },
}

/** An edition before and after some edits, and how each must be named. */
export interface EditedPaper {
  readonly before: Board
  readonly after: Board
  readonly expected: readonly Expected[]
}

/** Papers of three to five pages with up to seven edits. */
export const editedPaper: fc.Arbitrary<EditedPaper> = fc
  .record({
    pages: fc.integer({ min: 3, max: 5 }),
    edits: fc.array(fc.constantFrom(...Object.keys(EDITS)), { maxLength: 7 }),
    picks: fc.array(fc.nat(1000), { minLength: 11, maxLength: 11 }),
  })
  .map(({ pages, edits, picks }) => {
    const before = firstBoard(pages)
    const editing = new Editing(before, picks)
    for (const edit of edits) EDITS[edit]!(editing)
    const { board: after, expected } = editing
    const manifest = (board: Board): string => filesOf(board)[MANIFEST]!
    return {
      before,
      after,
      expected,
      [fc.toStringMethod]: () => [edits.join(' '), manifest(before), manifest(after)].join('\n'),
    }
  })
