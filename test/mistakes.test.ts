import { describe, expect, it } from 'vitest'
import { CODES, formatDiagnostic } from '../src/base/index.js'
import { articleText, loadPaper, MANIFEST, type PaperParts, STYLEBOOK } from './paper.js'

/** A paper with one mistake; `at` is `FILE:LINE:COLUMN CODE` for each finding. */
interface Mistake {
  readonly what: string
  readonly parts: PaperParts
  readonly at: readonly string[]
  /** Part of the first finding's message or hint. */
  readonly says: string
}

const manifest = (from: string, to: string): PaperParts => ({ manifest: change(MANIFEST, from, to) })
const stylebook = (from: string, to: string): PaperParts => ({ stylebook: change(STYLEBOOK, from, to) })
const article = (text: string): PaperParts => ({ articles: { rents: text, film: articleText('A film') } })

/** A manifest whose second place is as said, with one advert and its artwork. */
const advert = (place: string, listed: string, rest = 'hold: [film]'): PaperParts => ({
  manifest: `${change(MANIFEST, 'second: film', place)}${rest}\nadverts:\n  ${listed}\n`,
  files: { 'editions/2022-01-14/coop.svg': '<svg viewBox="0 0 3 2"/>' },
})

function change(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the usual file has no ${from}`)
  return text.replace(from, () => to)
}

const MANIFEST_MISTAKES: readonly Mistake[] = [
  {
    what: 'a bracket that is not closed',
    parts: manifest('lead: rents', 'lead: { article: rents'),
    at: ['edition.yaml:6:13 yaml-syntax'],
    says: 'close it with }',
  },
  {
    what: 'a tab',
    parts: manifest('      lead: rents', '\tlead: rents'),
    at: ['edition.yaml:6:1 yaml-syntax'],
    says: 'spaces',
  },
  {
    what: 'a key written twice',
    parts: manifest('      second: film', '      second: film\n      second: film'),
    at: ['edition.yaml:8:7 yaml-syntax'],
    says: 'first on line 7',
  },
  {
    what: 'an unknown key with one near',
    parts: manifest('lead: rents', 'lead: { article: rents, heat: 4-auto-2 }'),
    at: ['edition.yaml:6:31 key-unknown'],
    says: 'did you mean "head"?',
  },
  {
    what: 'an unknown key at the top',
    parts: manifest('date:', 'prize: 60p\ndate:'),
    at: ['edition.yaml:2:1 key-unknown'],
    says: 'did you mean "price"?',
  },
  {
    what: 'a key of a trap',
    parts: manifest('date:', '__proto__: { price: 1 }\nconstructor: x\ndate:'),
    at: ['edition.yaml:2:1 key-unknown', 'edition.yaml:3:1 key-unknown'],
    says: '__proto__',
  },
  {
    what: 'a word where a number must be',
    parts: manifest('lead: rents', 'lead: { article: rents, legs: four }'),
    at: ['edition.yaml:6:37 value-wrong'],
    says: 'legs must be a whole number of at least 1, not "four"',
  },
  {
    what: 'a waiver without a reason',
    parts: manifest('lead: rents', 'lead: { article: rents, waive: [{ rule: tombstone }] }'),
    at: ['edition.yaml:6:39 key-missing'],
    says: 'reason is missing',
  },
  {
    what: 'a waiver of a page whose reason is blank',
    parts: manifest('  - template', "  - waive: [{ rule: tombstone, reason: ' ' }]\n    template"),
    at: ['edition.yaml:4:40 value-wrong'],
    says: 'reason must be text',
  },
  {
    what: 'a waiver of a rule that is not there',
    parts: manifest('lead: rents', 'lead: { article: rents, waive: [{ rule: tombstones, reason: it is so }] }'),
    at: ['edition.yaml:6:47 value-wrong'],
    says: 'did you mean "tombstone"?',
  },
  {
    what: 'a waiver of a finding that cannot be waived',
    parts: manifest('lead: rents', 'lead: { article: rents, waive: [{ rule: overset, reason: it is so }] }'),
    at: ['edition.yaml:6:47 value-wrong'],
    says: 'overset cannot be waived',
  },
  {
    what: 'a waiver of what nobody knows',
    parts: manifest('lead: rents', 'lead: { article: rents, waive: [{ rule: colophon, reason: it is so }] }'),
    at: ['edition.yaml:6:47 value-wrong'],
    says: 'rule must be a rule of the lint or of the press, such as tombstone or press-type, not "colophon"',
  },
  {
    what: 'a waiver without brackets',
    parts: manifest('lead: rents', 'lead: { article: rents, waive: { rule: tombstone, reason: it is so } }'),
    at: ['edition.yaml:6:38 value-wrong'],
    says: 'waive: [{ rule: tombstone, reason: … }]',
  },
  {
    what: 'a list where an id must be',
    parts: manifest('second: film', 'second: [film]'),
    at: ['edition.yaml:7:15 value-wrong'],
    says: 'not a list',
  },
  {
    what: 'no date',
    parts: manifest('date: 2022-01-14\n', ''),
    at: ['edition.yaml:1:1 key-missing'],
    says: 'date is missing',
  },
  {
    what: 'a day that does not exist',
    parts: manifest('2022-01-14', '2022-02-30'),
    at: ['edition.yaml:2:7 date-wrong'],
    says: '2022-02-30',
  },
  {
    what: 'a date in another form',
    parts: manifest('2022-01-14', '14 January 2022'),
    at: ['edition.yaml:2:7 date-wrong'],
    says: 'YYYY-MM-DD',
  },
  {
    what: 'no pages',
    parts: { manifest: 'paper: weekly\ndate: 2022-01-14\npages: []\nhold: [rents, film]\n' },
    at: ['edition.yaml:3:8 value-wrong'],
    says: 'at least one page',
  },
  {
    what: 'a paper without a stylebook',
    parts: manifest('weekly', 'weakly'),
    at: ['edition.yaml:1:8 stylebook-missing'],
    says: 'did you mean "weekly"?',
  },
  {
    what: 'a paper outside the layouts folder',
    parts: manifest('weekly', '../weekly'),
    at: ['edition.yaml:1:8 path-outside'],
    says: 'layouts folder',
  },
  {
    what: 'an unknown format',
    parts: manifest('pages:', 'format: a6\npages:'),
    at: ['edition.yaml:3:9 format-unknown'],
    says: 'did you mean "a5"?',
  },
  {
    what: 'an unknown template',
    parts: manifest('front', 'font'),
    at: ['edition.yaml:4:15 template-unknown'],
    says: 'did you mean "front"?',
  },
  {
    what: 'an unknown slot',
    parts: manifest('second: film', 'secund: film'),
    at: ['edition.yaml:7:7 slot-unknown'],
    says: 'did you mean "second"?',
  },
  {
    what: 'copy in a slot for furniture',
    parts: manifest('second: film', 'banner: film'),
    at: ['edition.yaml:7:7 slot-unknown'],
    says: 'furniture (nameplate)',
  },
  {
    what: 'an article that is not there',
    parts: manifest('second: film', 'second: flim\nhold: [film]'),
    at: ['edition.yaml:7:15 article-missing'],
    says: 'did you mean "film"?',
  },
  {
    what: 'an article placed twice',
    parts: manifest('second: film', 'second: rents\nhold: [film]'),
    at: ['edition.yaml:7:15 article-twice'],
    says: 'edition.yaml:6:13',
  },
  {
    what: 'an article placed and held',
    parts: manifest('second: film', 'second: film\nhold: [rents]'),
    at: ['edition.yaml:8:8 article-twice'],
    says: 'rents is held here, and placed at',
  },
  {
    what: 'an article neither placed, held nor spiked',
    parts: manifest('      second: film\n', ''),
    at: ['film.md:1:1 article-unplaced'],
    says: 'hold: [film]',
  },
  {
    what: 'a place that says nothing of what stands there',
    parts: manifest('second: film', 'second: { legs: 2 }\nhold: [film]'),
    at: ['edition.yaml:7:7 key-missing'],
    says: 'does not say what stands there',
  },
  {
    what: 'a place that says two things',
    parts: manifest('second: film', 'second: { article: film, continues: rents }'),
    at: ['edition.yaml:7:32 value-wrong'],
    says: 'one thing',
  },
  {
    what: 'a headline for an article that brings its own',
    parts: manifest('lead: rents', 'lead: { article: rents, headline: Up }'),
    at: ['edition.yaml:6:31 value-wrong'],
    says: 'for a continuation',
  },
  {
    what: 'two placements that overlap',
    parts: manifest('second: film', 'second: { article: film, at: { line: 20 } }'),
    at: ['edition.yaml:7:7 overlap'],
    says: '"second" overlaps "lead" (editions/2022-01-14/edition.yaml:6:7) on lines 20 to 26',
  },
  {
    what: 'a placement over the nameplate',
    parts: manifest('second: film', 'x: { article: film, at: { col: 1, span: 1, line: 6, depth: 1 } }'),
    at: ['edition.yaml:7:7 overlap'],
    says: '"banner"',
  },
  {
    what: 'a rectangle off the type area',
    parts: manifest('second: film', 'second: { article: film, at: { col: 2, depth: 99 } }'),
    at: ['edition.yaml:7:36 off-grid'],
    says: 'ends in column 5 of 4 and ends on line 126 of 44',
  },
  {
    what: 'a place on a line and below another',
    parts: manifest('second: film', 'second: { article: film, at: { line: 28, below: lead } }'),
    at: ['edition.yaml:7:48 value-wrong'],
    says: 'not both',
  },
  {
    what: 'a place below one that is not there',
    parts: manifest('second: film', 'second: { article: film, at: { below: leed } }'),
    at: ['edition.yaml:7:45 slot-unknown'],
    says: 'did you mean "lead"?',
  },
  {
    what: 'a place that is as deep as nothing',
    parts: manifest('second: film', 'second: { article: film, at: { depth: full } }'),
    at: ['edition.yaml:7:45 value-wrong'],
    says: 'depth must be a whole number of at least 1, auto or fill, not "full"',
  },
  {
    what: 'cells that lack something',
    parts: manifest('second: film', 'x: { article: film, at: { col: 1, line: 30 } }'),
    at: ['edition.yaml:7:27 key-missing'],
    says: 'lack span, depth',
  },
  {
    what: 'a headline order that is none',
    parts: manifest('lead: rents', 'lead: { article: rents, head: 4x60 }'),
    at: ['edition.yaml:6:37 head-order'],
    says: 'columns-size-lines',
  },
  {
    what: 'a continuation whose head is to run in',
    parts: manifest(
      'lead: rents',
      'lead: rents\n      x: { continues: rents, head: run-in, at: { col: 1, span: 1, line: 27, depth: 1 } }',
    ),
    at: ['edition.yaml:7:36 head-order'],
    says: 'the head of a continuation cannot run in',
  },
  {
    what: 'teasers whose head is to run in',
    parts: manifest(
      'lead: rents',
      'lead: rents\n      x: { refs: [rents], head: run-in, at: { col: 1, span: 1, line: 27, depth: 1 } }',
    ),
    at: ['edition.yaml:7:33 head-order'],
    says: 'the head of teasers cannot run in',
  },
  {
    what: 'furniture that the stylebook does not have',
    parts: manifest(
      'lead: rents',
      'lead: rents\n      x: { furniture: nameplat, at: { col: 1, span: 1, line: 27, depth: 1 } }',
    ),
    at: ['edition.yaml:7:23 furniture-unknown'],
    says: 'did you mean "nameplate"?',
  },
  {
    what: 'a QR code with a head',
    parts: manifest(
      'lead: rents',
      'lead: rents\n      x: { qr: "https://example.org", head: 1-14-1, at: { col: 1, span: 1, line: 27, depth: 1 } }',
    ),
    at: ['edition.yaml:7:39 value-wrong'],
    says: 'a QR code has no head',
  },
  {
    what: 'a QR code that is too long',
    parts: manifest(
      'lead: rents',
      `lead: rents\n      x: { qr: "${'x'.repeat(301)}", at: { col: 1, span: 1, line: 27, depth: 1 } }`,
    ),
    at: ['edition.yaml:7:16 value-wrong'],
    says: 'a QR code holds at most 300 characters, not 301',
  },
  {
    what: 'a QR code and an article in one place',
    parts: manifest('lead: rents', 'lead: { article: rents, qr: "https://example.org" }'),
    at: ['edition.yaml:6:31 value-wrong'],
    says: 'can show one thing',
  },
  {
    what: 'a head wider than its place',
    parts: manifest('lead: rents', 'lead: { article: rents, head: 5-auto-2 }'),
    at: ['edition.yaml:6:37 head-order'],
    says: 'across 5 columns',
  },
  {
    what: 'more legs than the rectangle holds',
    parts: manifest('lead: rents', 'lead: { article: rents, legs: 40 }'),
    at: ['edition.yaml:6:37 legs-wrong'],
    says: 'at most 9',
  },
  {
    what: 'a continuation of what starts nowhere',
    parts: manifest('second: film', 'second: { continues: film }\nhold: [film]'),
    at: ['edition.yaml:7:28 continues-unstarted'],
    says: 'starts nowhere',
  },
  {
    what: 'an unknown box',
    parts: manifest('lead: rents', 'lead: { article: rents, box: tin }'),
    at: ['edition.yaml:6:36 style-unknown'],
    says: 'did you mean "tint"?',
  },
  {
    what: 'an unknown dress',
    parts: manifest('lead: rents', 'lead: { article: rents, dress: gown }'),
    at: ['edition.yaml:6:38 style-unknown'],
    says: 'no dress "gown"',
  },
  {
    what: 'stacked adverts, which are not available yet',
    parts: manifest('second: film', 'second: { adverts: [coop, gym] }\nhold: [film]'),
    at: ['edition.yaml:7:17 not-yet'],
    says: '"adverts" is not available yet',
  },
  {
    what: 'a teaser of an article that is not there',
    parts: manifest('second: film', 'second: { refs: [rens] }\nhold: [film]'),
    at: ['edition.yaml:7:24 article-missing'],
    says: 'did you mean "rents"?',
  },
  {
    what: 'a teaser of an article that is held',
    parts: manifest('second: film', 'second: { refs: [rents, film] }\nhold: [film]'),
    at: ['edition.yaml:7:31 ref-unplaced'],
    says: 'film is held: no page can be given for it',
  },
  {
    what: 'a teaser of an article that is spiked, with words of its own',
    parts: {
      ...manifest('second: film', 'second: { refs: [{ article: rent, text: Rents }], look: index }\nspike: [rent]'),
      articles: { rents: articleText('Rents up'), rent: articleText('Rent') },
    },
    at: ['edition.yaml:7:35 ref-unplaced'],
    says: 'did you mean "rents"?',
  },
  {
    what: 'a teaser of an article that is not placed',
    parts: manifest('second: film', 'second: { refs: [rents, film] }'),
    at: ['edition.yaml:7:31 ref-unplaced', 'film.md:1:1 article-unplaced'],
    says: 'place it on some page, or take it out of refs',
  },
  {
    what: 'teasers and an article in one place',
    parts: manifest('second: film', 'second: { article: film, refs: [rents] }'),
    at: ['edition.yaml:7:32 value-wrong'],
    says: 'article, articles, continues, advert, refs, furniture or qr',
  },
  {
    what: 'teasers and an advert in one place',
    parts: advert('second: { advert: coop, refs: [rents] }', 'coop: { file: coop.svg, size: [90mm, 60mm] }'),
    at: ['edition.yaml:7:31 value-wrong'],
    says: 'can show one thing',
  },
  {
    what: 'an article that is asked to look like an index',
    parts: manifest('second: film', 'second: { article: film, look: index }'),
    at: ['edition.yaml:7:32 value-wrong'],
    says: 'a look is for refs',
  },
  {
    what: 'a look that teasers do not have',
    parts: manifest('second: film', 'second: { refs: [rents], look: tease }\nhold: [film]'),
    at: ['edition.yaml:7:38 value-wrong'],
    says: 'teaser or index',
  },
  {
    what: 'a teaser that says what, but not of which article',
    parts: manifest('second: film', 'second: { refs: [rents, { text: A film }] }\nhold: [film]'),
    at: ['edition.yaml:7:31 key-missing'],
    says: 'article is missing',
  },
  {
    what: 'an advert that nobody lists',
    parts: advert('second: { advert: cop }', 'coop: { file: coop.svg, size: [90mm, 60mm] }'),
    at: ['edition.yaml:7:25 advert-unknown'],
    says: 'did you mean "coop"?',
  },
  {
    what: 'an advert where none is listed',
    parts: manifest('second: film', 'second: { advert: coop }\nhold: [film]'),
    at: ['edition.yaml:7:25 advert-unknown'],
    says: 'coop: { file: adverts/coop.pdf, size: [90mm, 60mm] }',
  },
  {
    what: 'an advert whose file is not there',
    parts: advert('second: { advert: coop }', 'coop: { file: adverts/coop.pdf, size: [90mm, 60mm] }'),
    at: ['edition.yaml:10:17 file-missing'],
    says: 'editions/2022-01-14 and in editions/standing',
  },
  {
    what: 'an advert whose file is outside',
    parts: advert('second: { advert: coop }', 'coop: { file: ../../secret.pdf, size: [90mm, 60mm] }'),
    at: ['edition.yaml:10:17 path-outside'],
    says: 'not inside editions/2022-01-14',
  },
  {
    what: 'an advert whose file is named from the root',
    parts: advert('second: { advert: coop }', 'coop: { file: /etc/passwd, size: [90mm, 60mm] }'),
    at: ['edition.yaml:10:17 path-outside'],
    says: '/etc/passwd is not inside',
  },
  {
    what: 'an advert whose file is a folder',
    parts: advert('second: { advert: coop }', 'coop: { file: articles, size: [90mm, 60mm] }'),
    at: ['edition.yaml:10:17 file-unreadable'],
    says: 'a folder, not a file',
  },
  {
    what: 'an advert of a size without units',
    parts: advert('second: { advert: coop }', 'coop: { file: coop.svg, size: [90, 60mm] }'),
    at: ['edition.yaml:10:34 value-wrong'],
    says: '90pt or 90mm',
  },
  {
    what: 'an advert of no size',
    parts: advert('second: { advert: coop }', 'coop: { file: coop.svg }'),
    at: ['edition.yaml:10:3 key-missing'],
    says: 'size is missing',
  },
  {
    what: 'an advert that is only a file',
    parts: advert('second: { advert: coop }', 'coop: coop.svg'),
    at: ['edition.yaml:10:9 value-wrong'],
    says: '{ file: adverts/coop.pdf, size: [90mm, 60mm] }',
  },
  {
    what: 'adverts that are a list',
    parts: manifest('second: film', 'second: { advert: coop }\nadverts: [coop]\nhold: [film]'),
    at: ['edition.yaml:8:10 value-wrong'],
    says: 'names with adverts',
  },
  {
    what: 'an advert with what is for copy',
    parts: advert('second: { advert: coop, legs: 2, box: tint }', 'coop: { file: coop.svg, size: [90mm, 60mm] }'),
    at: ['edition.yaml:7:31 value-wrong', 'edition.yaml:7:40 value-wrong'],
    says: 'an advert has no legs',
  },
  {
    what: 'an advert and an article in one place',
    parts: advert('second: { article: film, advert: coop }', 'coop: { file: coop.svg, size: [90mm, 60mm] }', ''),
    at: ['edition.yaml:7:32 value-wrong'],
    says: 'one thing',
  },
  {
    what: 'an advert in a place that is not there',
    parts: advert('secund: { advert: coop }', 'coop: { file: coop.svg, size: [90mm, 60mm] }'),
    at: ['edition.yaml:7:7 slot-unknown'],
    says: 'did you mean "second"?',
  },
  {
    what: 'an advert over a story',
    parts: advert('second: { advert: coop, at: { line: 20 } }', 'coop: { file: coop.svg, size: [90mm, 60mm] }'),
    at: ['edition.yaml:7:7 overlap'],
    says: '"second" overlaps "lead"',
  },
  {
    what: 'an articles folder outside the edition',
    parts: manifest('pages:', 'articles: ../../other\npages:'),
    at: ['edition.yaml:3:11 path-outside'],
    says: 'not inside',
  },
  {
    what: 'an articles folder that is not there',
    parts: manifest('pages:', 'articles: copy\npages:'),
    at: ['edition.yaml:3:11 file-missing'],
    says: 'there is no folder',
  },
  {
    what: 'too many columns for a page',
    parts: manifest('    place:', '    grid: { columns: 40 }\n    place:'),
    at: ['edition.yaml:5:11 format-impossible'],
    says: '40 columns',
  },
]

const STYLEBOOK_MISTAKES: readonly Mistake[] = [
  {
    what: 'no name',
    parts: stylebook('{ name: The Weekly }', '{ strapline: x }'),
    at: ['weekly.yaml:1:1 key-missing'],
    says: 'name is missing',
  },
  {
    what: 'a length without a unit',
    parts: stylebook('leading: 12pt', 'leading: 12'),
    at: ['weekly.yaml:6:43 value-wrong'],
    says: '12pt',
  },
  {
    what: 'an unknown style',
    parts: stylebook('templates:', 'type:\n  heading: { size: 9pt }\ntemplates:'),
    at: ['weekly.yaml:8:3 key-unknown'],
    says: 'did you mean "headline"?',
  },
  {
    what: 'an unknown colour',
    parts: stylebook('templates:', 'type: { body: { colour: rde } }\ntemplates:'),
    at: ['weekly.yaml:7:25 colour-unknown'],
    says: 'did you mean "red"?',
  },
  {
    what: 'a weight that is none',
    parts: stylebook('templates:', 'type: { body: { weight: heavy } }\ntemplates:'),
    at: ['weekly.yaml:7:25 value-wrong'],
    says: 'semibold',
  },
  {
    what: 'margins that leave no room',
    parts: stylebook('head: 12mm', 'head: 250mm'),
    at: ['weekly.yaml:5:5 format-impossible'],
    says: 'no line',
  },
  {
    what: 'gutters that leave no room',
    parts: stylebook('gutter: 4mm', 'gutter: 40mm'),
    at: ['weekly.yaml:5:5 format-impossible'],
    says: '4 columns',
  },
  {
    what: 'an unknown piece of furniture',
    parts: stylebook('furniture: nameplate', 'furniture: nameplat'),
    at: ['weekly.yaml:9:70 furniture-unknown'],
    says: 'did you mean "nameplate"?',
  },
  {
    what: 'a slot off the page',
    parts: stylebook('line: 28, depth: 16', 'line: 28, depth: 18'),
    at: ['weekly.yaml:11:15 off-grid'],
    says: 'line 45 of 44',
  },
  {
    what: 'an unknown key of a slot',
    parts: stylebook('line: 28, depth: 16', 'line: 28, depth: 16, heat: x'),
    at: ['weekly.yaml:11:61 key-unknown'],
    says: 'did you mean "head"?',
  },
  {
    what: 'a rule of the lint that is not there',
    parts: stylebook('templates:', 'lint: { tombstones: off }\ntemplates:'),
    at: ['weekly.yaml:7:9 key-unknown'],
    says: 'did you mean "tombstone"?',
  },
  {
    what: 'a word where the number of a rule must be',
    parts: stylebook('templates:', 'lint: { short-story: few }\ntemplates:'),
    at: ['weekly.yaml:7:22 value-wrong'],
    says: 'short-story must be a number of at least 0, on or off, not "few"',
  },
  {
    what: 'a number for a rule that has none',
    parts: stylebook('templates:', 'lint: { headless: 3 }\ntemplates:'),
    at: ['weekly.yaml:7:19 value-wrong'],
    says: 'headless must be on or off, not "3"',
  },
  {
    what: 'a slot below one that is not there',
    parts: stylebook('line: 28, depth: 16', 'below: leed, depth: auto'),
    at: ['weekly.yaml:11:15 slot-unknown'],
    says: 'did you mean "lead"?',
  },
  {
    what: 'slots that stand below each other',
    parts: stylebook(
      'line: 7, depth: 20 }\n    - { slot: second, col: 1, span: 4, line: 28',
      'below: second, depth: 20 }\n    - { slot: second, col: 1, span: 4, below: lead',
    ),
    at: ['weekly.yaml:10:15 below-loop', 'weekly.yaml:11:15 below-loop'],
    says: 'lead below second below lead',
  },
  {
    what: 'a slot below one that fills its column',
    parts: stylebook(
      'depth: 20 }\n    - { slot: second, col: 1, span: 4, line: 28',
      'depth: fill }\n    - { slot: second, col: 1, span: 4, below: lead',
    ),
    at: ['weekly.yaml:11:15 value-wrong'],
    says: '"second" cannot stand below "lead", which fills its column',
  },
  {
    what: 'a gap beside a single rule',
    parts: stylebook('templates:', 'furniture: { cut-off: { weight: 1pt, gap: 1pt } }\ntemplates:'),
    at: ['weekly.yaml:7:23 value-wrong'],
    says: 'give the weight of the second as `then`',
  },
  {
    what: 'sizes of heads that do not rise',
    parts: stylebook('templates:', 'heads: { schedule: [14, 12] }\ntemplates:'),
    at: ['weekly.yaml:7:20 value-wrong'],
    says: 'must rise',
  },
  {
    what: 'a placeholder that nothing stands for',
    parts: stylebook('templates:', 'furniture: { jump: { on: "See page {pge}" } }\ntemplates:'),
    at: ['weekly.yaml:7:26 value-wrong'],
    says: 'did you mean "{page}"?',
  },
  {
    what: 'an image outside the layouts folder',
    parts: stylebook('templates:', 'furniture: { nameplate: { image: ../logo.svg } }\ntemplates:'),
    at: ['weekly.yaml:7:34 path-outside'],
    says: 'layouts folder',
  },
  {
    what: 'an image that is not there',
    parts: stylebook('templates:', 'furniture: { nameplate: { image: logo.svg } }\ntemplates:'),
    at: ['weekly.yaml:7:34 file-missing'],
    says: 'logo.svg',
  },
  {
    what: 'a stylebook that extends itself',
    parts: stylebook('paper:', 'extends: weekly\npaper:'),
    at: ['weekly.yaml:1:10 stylebook-loop'],
    says: 'weekly → weekly',
  },
  {
    what: 'a stylebook that extends what is not there',
    parts: stylebook('paper:', 'extends: daily\npaper:'),
    at: ['weekly.yaml:1:10 stylebook-missing'],
    says: 'daily.yaml',
  },
]

const ARTICLE_MISTAKES: readonly Mistake[] = [
  {
    what: 'no front matter',
    parts: article('Rents go up.\n'),
    at: ['rents.md:1:1 front-matter-missing'],
    says: 'least front matter',
  },
  {
    what: 'front matter that does not end',
    parts: article('---\nheadline: Rents\n\nRents go up.\n'),
    at: ['rents.md:1:1 front-matter-open'],
    says: '---',
  },
  {
    what: 'a colon',
    parts: article('---\nheadline: Rents: up again\n---\n\nText.\n'),
    at: ['rents.md:2:11 yaml-syntax'],
    says: 'headline: "Rents: up again"',
  },
  {
    what: 'an apostrophe at the head',
    parts: article("---\nheadline: 'Tis the season\n---\n\nText.\n"),
    at: ['rents.md:2:11 yaml-syntax'],
    says: `headline: "'Tis the season"`,
  },
  {
    what: 'a # at the head',
    parts: article('---\nheadline: #1\n---\n\nText.\n'),
    at: ['rents.md:2:11 yaml-syntax'],
    says: 'headline: "#1"',
  },
  {
    what: 'an unknown key',
    parts: article('---\nheadline: Rents\nkickr: Housing\n---\n\nText.\n'),
    at: ['rents.md:3:1 key-unknown'],
    says: 'did you mean "kicker"?',
  },
  {
    what: 'a caption with a comma that is not in quotes',
    parts: article(
      '---\nheadline: Rents\npictures:\n  - { file: a.jpg, caption: On Monday, when they met }\n---\n\nText.\n',
    ),
    at: ['rents.md:4:40 key-unknown'],
    says: 'must stand in quotes',
  },
  {
    what: 'no headline',
    parts: article('---\nbyline: by us\n---\n\nText.\n'),
    at: ['rents.md:1:1 headline-missing'],
    says: 'headline',
  },
  {
    what: 'an article that is not UTF-8',
    parts: {
      articles: { film: articleText('A film') },
      files: {
        'editions/2022-01-14/articles/rents.md': Uint8Array.from([
          ...Buffer.from('---\nheadline: R\n---\n\nCaf'),
          0xe9,
        ]),
      },
    },
    at: ['rents.md:5:4 file-unreadable'],
    says: 'UTF-8',
  },
]

describe.each([
  ['the manifest', MANIFEST_MISTAKES],
  ['the stylebook', STYLEBOOK_MISTAKES],
  ['an article', ARTICLE_MISTAKES],
])('%s', (_name, mistakes) => {
  it.each(mistakes)('is told of $what', ({ parts, at, says }) => {
    const { diagnostics, mistakes: met } = loadPaper(parts)
    expect(met).toEqual(at)
    const [first] = diagnostics.filter(({ severity }) => severity !== 'note')
    expect(`${first!.message} ${first!.hint ?? ''}`).toContain(says)
    for (const one of diagnostics) expect(formatDiagnostic(one)).not.toMatch(/undefined|\bNaN\b|Error:| {4}at /)
  })
})

describe('a paper', () => {
  it('has no mistakes as a rule', () => {
    expect(loadPaper().diagnostics).toEqual([])
  })

  it('is told of all mistakes of all its files in one run', () => {
    const { mistakes } = loadPaper({
      manifest: MANIFEST.replace('date: 2022-01-14', 'date: tomorrow\nprise: 60p').replace('second', 'secund'),
      stylebook: STYLEBOOK.replace('templates:', 'type: { body: { colour: rde } }\ntemplates:'),
      articles: { rents: 'No front matter.', film: articleText('A film'), lost: '---\nheadlin: x\n---\nText.\n' },
    })
    expect([...mistakes].sort()).toEqual([
      'edition.yaml:2:7 date-wrong',
      'edition.yaml:3:1 key-unknown',
      'edition.yaml:8:7 slot-unknown',
      'lost.md:1:1 article-unplaced',
      'lost.md:1:1 headline-missing',
      'lost.md:2:1 key-unknown',
      'rents.md:1:1 front-matter-missing',
      'weekly.yaml:7:25 colour-unknown',
    ])
  })

  it('meets at least 35 kinds of mistake here', () => {
    const all = [...MANIFEST_MISTAKES, ...STYLEBOOK_MISTAKES, ...ARTICLE_MISTAKES]
    expect(all.length).toBeGreaterThanOrEqual(35)
    const codes = new Set(all.flatMap(({ at }) => at.map((one) => one.split(' ')[1]!)))
    for (const code of codes) expect(Object.keys(CODES)).toContain(code)
  })
})
