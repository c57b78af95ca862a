import { fits, type GridLines, type Pt } from '../../base/index.js'
import type { Article, Copy, Ref } from '../../edition/index.js'
import type { RefForms, RefsLook, RuleStyle, TypeStyles } from '../../stylebook/index.js'
import { plainCopy, type SetLine, type Setter } from '../../typeset/index.js'
import { capHeightOf, type SetBlock, setBlock } from '../set-block.js'
import type { LineRole } from '../types.js'
import { leadToPage } from './lead-to-page.js'
import type { Shared } from './share-refs.js'

/** One reference to be set. */
export interface RefRequest {
  readonly ref: Ref
  readonly article: Article
  /** Where the article starts. */
  readonly page: number
  readonly look: RefsLook
  readonly forms: RefForms
  readonly styles: TypeStyles
  readonly measure: Pt
  readonly leading: Pt
  /** The paper's own, for the words round the page number. */
  readonly language: string
}

/** A reference, set; every baseline counted from its top. */
export interface SetRef extends Shared {
  readonly ref: Ref
  readonly lines: readonly { readonly line: SetLine; readonly baseline: Pt; readonly role: LineRole }[]
  readonly rules: readonly { readonly rule: RuleStyle; readonly y: Pt }[]
  /** Whether a word of it is wider than the measure. */
  readonly busts: boolean
}

/** White that an index leaves between a title and its page, in ems: room for two dots. */
const LEAST_LEAD = 1.5
/** The least share of a measure that a title has beside its page: where that leaves less, the page stands below. */
const LEAST_TITLE = 1 / 3

/** Sets a teaser, or a line of an index. */
export function setRef(setter: Setter, request: RefRequest): SetRef {
  return request.look === 'teaser' ? setTeaser(setter, request) : setIndexLine(setter, request)
}

/** A small head, and under it where to turn. */
function setTeaser(setter: Setter, request: RefRequest): SetRef {
  const title = setTitle(setter, request, request.measure)
  return setUnder(setter, request, title, { form: request.forms.teaser, style: 'teaser-page' })
}

/** Title, leader and page; a title too long for the line turns over, and the page stands on its last line. */
function setIndexLine(setter: Setter, request: RefRequest): SetRef {
  const { ref, styles, forms, measure, language } = request
  const style = styles.index
  const type = { style, size: style.size, language }
  const copy = pageCopy(forms.index, request)
  const last = measure - setter.measureDisplay({ ...type, copy }) - LEAST_LEAD * style.size
  if (last < LEAST_TITLE * measure) {
    return setUnder(setter, request, setTitle(setter, request, measure), { form: forms.index, style: 'index' })
  }
  const { block, busts } = setTitle(setter, request, last)
  const page = setter.setDisplay({ ...type, copy, measure })[0]!
  const { leader } = forms
  const lines = block.lines.map(({ line, baseline }, index, all) => {
    const isLast = index === all.length - 1
    const led = isLast ? leadToPage(setter, { title: line, page, measure, leader, type }) : line
    return { line: led, baseline, role: 'index' as const }
  })
  return { ref, depth: block.depth, before: whiteAbove(style), lines, rules: block.rules, busts }
}

/** A title with its page on a line below. */
function setUnder(
  setter: Setter,
  request: RefRequest,
  { block, busts }: SetTitle,
  said: { readonly form: string; readonly style: 'teaser-page' | 'index' },
): SetRef {
  const { ref, styles, look, leading, language } = request
  const page = setBlock(setter, { ...inRef(request, said.style), copy: pageCopy(said.form, request), language })
  const top = block.depth * leading
  return {
    ref,
    depth: block.depth + page.depth,
    before: whiteAbove(styles[look]),
    lines: [
      ...block.lines.map((one) => ({ ...one, role: look })),
      ...page.lines.map(({ line, baseline }) => ({ line, baseline: top + baseline, role: said.style })),
    ],
    rules: [...block.rules, ...page.rules.map(({ rule, y }) => ({ rule, y: top + y }))],
    busts,
  }
}

/** White that stands above it only where something else does; a rule of its own it takes with it. */
function whiteAbove({ before, ruleAbove }: { before: GridLines; ruleAbove: RuleStyle | null }): GridLines {
  return ruleAbove ? 0 : before
}

function pageCopy(form: string, { page, ref }: RefRequest): Copy {
  return plainCopy(form.replaceAll('{page}', String(page)), ref.place)
}

/** What the blocks of a reference share. */
function inRef({ styles, measure, leading }: RefRequest, name: RefsLook | 'teaser-page') {
  const style = styles[name]
  return { style, size: style.size, measure, leading, bodyCapHeight: capHeightOf(styles.body.size) }
}

/** A title, set. */
interface SetTitle {
  readonly block: SetBlock
  readonly busts: boolean
}

/**
 * Sets the words of the manifest; else the first of the article's heads that takes the fewest lines. The last of its lines
 * is to be no longer than `last`: where it would be, they all are.
 */
function setTitle(setter: Setter, request: RefRequest, last: Pt): SetTitle {
  const { ref, article, look, measure } = request
  const versions = (ref.text ? [ref.text] : [article.headline, ...article.heads]).map(withoutBreaks)
  const type = { ...inRef(request, look), language: article.language }
  const linesOf = (copy: Copy, within: Pt): number =>
    setter.castOff({ ...type, measure: within, copy, lines: Infinity }).lines ?? Infinity
  const lines = versions.map((copy) => linesOf(copy, last))
  const copy = versions[lines.indexOf(Math.min(...lines))]!
  const wide = setBlock(setter, { ...type, copy })
  const end = wide.lines.at(-1)?.line.fragments.at(-1)
  const within = !end || fits(end.x + end.width, last) ? measure : last
  const block = within === measure ? wide : setBlock(setter, { ...type, copy, measure: last })
  return { block, busts: linesOf(copy, within) === Infinity }
}

/** A head's own line breaks were made for its place over the article. */
function withoutBreaks(copy: Copy): Copy {
  return copy.map((inline, index) => {
    if (inline.kind === 'text') return inline
    const beside = [copy[index - 1], copy[index + 1]].find((one) => one?.kind === 'text')
    return beside?.kind === 'text' ? { ...beside, text: ' ' } : inline
  })
}
