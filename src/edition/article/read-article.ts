import type { ArticleId, Report } from '../../base/index.js'
import { type Located, type Read, type SourceFile, readFrontMatter } from '../../source/index.js'
import type { Article, Block, Copy, ListedPicture, PullQuote } from '../types.js'
import { catchwordOf } from './catchword.js'
import { ARTICLE_MATTER, type WrittenPicture, type WrittenQuote, type WrittenText } from './front-matter.js'
import { type LeadIn, markLeadIn } from './lead-in.js'
import type { CopySetting } from './piece.js'
import { type Body, readBody } from './read-body.js'
import { readCopy } from './read-copy.js'
import { countWords } from './words.js'

/** What an article is read from. */
export interface ArticleRequest {
  readonly id: ArticleId
  readonly source: SourceFile
  /** The language of an article that names none. */
  readonly paperLanguage: string
  readonly report: Report
}

type Matter = Read<typeof ARTICLE_MATTER>

/** An article in the editor's own words; null when a mistake in it was found and reported. All of them are. */
export function readArticle({ id, source, paperLanguage, report }: ArticleRequest): Article | null {
  let isSound = true
  const reportHere: Report = (finding) => {
    isSound = false
    report(finding)
  }
  const front = readFrontMatter(source, ARTICLE_MATTER, reportHere)
  if (!front) return null
  const matter = front.matter.value
  const setting: CopySetting = { source, language: matter.language ?? paperLanguage, report: reportHere }
  const headline = readHeadline(front.matter, setting)
  const heads = matter.heads.map((head) => readField(head, setting)).filter((head) => head !== null)
  const overline = readField(matter.overline, setting)
  const standfirst = readField(matter.standfirst, setting)
  const deck = readField(matter.deck, setting)
  const byline = readField(matter.byline, setting)
  const pictures = matter.pictures.map((one) => listPicture(one, setting))
  const quotes = matter.quotes.flatMap((one) => readQuote(one, setting))
  const catchword = readField(matter.catchword, setting)
  const { blocks: body, optional: optionalBlocks, idle } = readText(front.bodyStart, matter.lead_in, setting)
  warnOfLoneCrosshead(body, report)
  warnOfIdleMarks(idle, source, report)
  if (!isSound || !headline) return null
  const { language } = setting
  const words = countWords(body)
  const head = { headline, heads, overline, standfirst, deck, byline }
  const { drop_cap: dropCap, protect } = matter
  const parts = matter.optional.map((part) => (part === 'kicker' ? 'overline' : part))
  const optional = { parts, blocks: optionalBlocks }
  return {
    id,
    file: source.display,
    language,
    ...head,
    catchword: catchwordOf({ catchword, overline, headline }),
    dropCap,
    protect,
    body,
    words,
    optional,
    pictures,
    quotes,
  }
}

/** A picture with its words; nothing is looked for yet. */
function listPicture({ file, caption, credit, alt }: WrittenPicture, setting: CopySetting): ListedPicture {
  const { value: name, place } = file
  return { name, caption: readField(caption, setting), credit: readField(credit, setting), alt, place }
}

/** A pull quote; nothing when nothing in it prints, which is reported. */
function readQuote({ text, credit }: WrittenQuote, setting: CopySetting): readonly PullQuote[] {
  const copy = readField(text.value, setting)
  if (copy) return [{ copy, credit: readField(credit, setting), place: text.place }]
  setting.report({ code: 'value-wrong', message: 'this pull quote is empty', place: text.place })
  return []
}

/** What is told of a comment that marks no block. */
const IDLE = {
  optional: {
    code: 'optional-idle',
    message: 'this comment lets nothing be left out',
    hint: 'it belongs on a line of its own, before a paragraph, a quotation or a list; the first paragraph and crossheads stay',
  },
  signature: {
    code: 'signature-idle',
    message: 'this comment makes nothing a signature',
    hint: 'it belongs on a line of its own, before the paragraph with the name, under the text of the letter',
  },
} as const

/** A mark that says nothing of any block would be believed to work. */
function warnOfIdleMarks(idle: Body['idle'], source: SourceFile, report: Report): void {
  for (const { name, span } of idle) report({ ...IDLE[name], place: source.placeAt(span.start, span.end - span.start) })
}

/** A crosshead at the very end stands over nothing, wherever the article is placed. */
function warnOfLoneCrosshead(body: readonly Block[], report: Report): void {
  const last = body.at(-1)
  const inline = last?.kind === 'crosshead' ? last.copy[0] : undefined
  if (inline?.kind !== 'text') return
  report({
    code: 'crosshead-alone',
    message: 'the article ends in a crosshead',
    place: inline.source.placeOf([...inline.text][0]!),
    hint: 'write the text that it stands over, or take it out',
  })
}

/** The copy of a text of the front matter; null when it is left out or nothing in it prints. */
function readField(written: WrittenText | null, { source, language, report }: CopySetting): Copy | null {
  const copy = written && readCopy(written.text, written.span, source, language, report)
  return copy?.length ? copy : null
}

function readHeadline(matter: Located<Matter>, setting: CopySetting): Copy | null {
  const written = matter.value.headline
  if (written === 'wrong') return null
  const copy = readField(written, setting)
  if (copy) return copy
  const isThere = matter.spanOf(['headline']) !== null
  const opening = setting.source.text.indexOf('---')
  setting.report({
    code: 'headline-missing',
    message: isThere ? 'the headline is empty' : 'the article has no headline',
    place: isThere ? matter.keyPlaceOf(['headline']) : setting.source.placeAt(opening, 3),
    hint: isThere
      ? 'write the headline after headline:'
      : 'write one in the front matter, as in headline: Ferry back on Monday',
  })
  return null
}

/** The body with its lead-in marked. Reports a body in which nothing prints, unless it is clear what was meant to. */
function readText(bodyStart: number, leadIn: LeadIn, setting: CopySetting): Body {
  let isSound = true
  const report: Report = (finding) => {
    isSound = false
    setting.report(finding)
  }
  const body = readBody({ ...setting, bodyStart, report })
  if (isSound && countWords(body.blocks) === 0) {
    const { source } = setting
    setting.report({
      code: 'body-empty',
      message: 'the article has no text',
      place: source.placeAt(source.text.lastIndexOf('---', bodyStart - 1), 3),
      hint: 'write the text under the front matter',
    })
  }
  const [first, ...rest] = body.blocks
  if (first?.kind !== 'paragraph') return body
  return { ...body, blocks: [{ kind: 'paragraph', copy: markLeadIn(first.copy, leadIn) }, ...rest] }
}
