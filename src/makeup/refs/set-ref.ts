import type { GridLines, Pt } from '../../base/index.js'
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
/** Of a measure that the page number all but fills, the title still has so much. */
const LEAST_TITLE = 1 / 3

/** Sets a teaser, or a line of an index. */
export function setRef(setter: Setter, request: RefRequest): SetRef {
  return request.look === 'teaser' ? setTeaser(setter, request) : setIndexLine(setter, request)
}

/** A small head, and under it where to turn. */
function setTeaser(setter: Setter, request: RefRequest): SetRef {
  const { styles, forms, leading, measure } = request
  const title = setTitle(setter, request, measure)
  const copy = pageCopy(forms.teaser, request)
  const { language } = request
  const page = setBlock(setter, { ...inRef(request, 'teaser-page'), copy, language })
  const top = title.block.depth * leading
  return {
    ref: request.ref,
    depth: title.block.depth + page.depth,
    before: whiteAbove(styles.teaser),
    lines: [
      ...title.block.lines.map((one) => ({ ...one, role: 'teaser' as const })),
      ...page.lines.map(({ line, baseline }) => ({ line, baseline: top + baseline, role: 'teaser-page' as const })),
    ],
    rules: [...title.block.rules, ...page.rules.map(({ rule, y }) => ({ rule, y: top + y }))],
    busts: title.busts,
  }
}

/** Title, leader and page; a title too long for the line turns over, and the page stands on its last line. */
function setIndexLine(setter: Setter, request: RefRequest): SetRef {
  const { styles, forms, measure, language } = request
  const style = styles.index
  const type = { style, size: style.size, language }
  const copy = pageCopy(forms.index, request)
  const [page] = setter.setDisplay({ ...type, copy, measure })
  const taken = setter.measureDisplay({ ...type, copy }) + LEAST_LEAD * style.size
  const title = setTitle(setter, request, Math.max(measure * LEAST_TITLE, measure - taken))
  const { leader } = forms
  const lines = title.block.lines.map(({ line, baseline }, index, all) => {
    const isLast = index === all.length - 1
    const led = isLast && page ? leadToPage(setter, { title: line, page, measure, leader, type }) : line
    return { line: led, baseline, role: 'index' as const }
  })
  const { depth, rules } = title.block
  return { ref: request.ref, depth, before: whiteAbove(style), lines, rules, busts: title.busts }
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

/** Sets the words of the manifest; else the first of the article's heads that takes the fewest lines. */
function setTitle(
  setter: Setter,
  request: RefRequest,
  measure: Pt,
): { readonly block: SetBlock; readonly busts: boolean } {
  const { ref, article, look } = request
  const { language } = article
  const versions = (ref.text ? [ref.text] : [article.headline, ...article.heads]).map(withoutBreaks)
  const type = { ...inRef(request, look), measure, language }
  const lines = versions.map((copy) => setter.castOff({ ...type, copy, lines: Infinity }).lines ?? Infinity)
  const fewest = Math.min(...lines)
  return { block: setBlock(setter, { ...type, copy: versions[lines.indexOf(fewest)]! }), busts: fewest === Infinity }
}

/** A head's own line breaks were made for its place over the article. */
function withoutBreaks(copy: Copy): Copy {
  return copy.map((inline, index) => {
    if (inline.kind === 'text') return inline
    const beside = [copy[index - 1], copy[index + 1]].find((one) => one?.kind === 'text')
    return beside?.kind === 'text' ? { ...beside, text: ' ' } : inline
  })
}
