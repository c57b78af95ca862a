import sharp from 'sharp'
import { memoryHost } from './memory-host.js'
import { buildPaper } from './press-paper.js'
import { OUR_ICC } from './prepress/profiles.js'
import { SMALL_EDITION } from './small-edition.js'

const WORDS = ['considered', 'administration', 'of', 'the', 'municipal', 'transportation', 'authority', 'again']

/** Paragraph `at` of the march: words that have to be divided, with figures that tell where they stand. */
function paragraph(at: number, sentences = 5): string {
  return Array.from({ length: sentences }, (_, one) => `No ${at}/${one} ${WORDS.join(' ')}.`).join(' ')
}

const MARCH = `---
headline: The march & the <square>
overline: Abroad
standfirst: Write to desk@example.org and say.
byline: by Ann Other
pictures:
  - { file: shown.png, alt: A crowd in a square, caption: The square at noon, credit: A. Photographer }
  - { file: captioned.png, caption: Only a caption says what this is }
  - { file: bare.png }
quotes:
  - { text: We walked all night, credit: A walker }
---

${paragraph(1, 12)}

## A crosshead

Read [the *whole* report of the
commission](https://example.org/report?a=1&b=ü), or see www.example.com/march. Then [more][1].

${paragraph(2, 3)}

> A quotation of some words.
>
> And its second paragraph.

- first item

  and its second paragraph
- second item
  1. inner one
  2. inner two

| Town | Walked | |
|------|-------:|---|
| Aldersby and all of its outlying parishes | 1,200 | https://example.net/table |
| Hull | 90 | |

${paragraph(3, 4)}

---

${paragraph(4, 2)}

[1]: https://example.org/more
`

const STYLEBOOK = `${SMALL_EDITION['layouts/small.yaml']!.split('type:')[0]}fit: none
colours: { tint: { cmyk: [0, 0, 0, 10], rgb: [230, 230, 230] } }
boxes: { tint: { tint: tint } }
type:
  body: { font: serif, size: 9.5pt, align: justify }
  headline: { font: serif, weight: bold, align: left }
templates:
  front:
    - { slot: lead, col: 1, span: 2, line: 1, depth: 38, head: 2-24-1 }
`

const MANIFEST = `paper: small
date: 2022-01-14
number: 7
pages:
  - place:
      march: { article: march, at: { col: 1, span: 2, line: 1, depth: 26 }, picture: { use: shown.png, span: 1, at: head, depth: 8 } }
      inside: { refs: [brief, nachricht], look: index, headline: Inside, at: { col: 1, span: 1, line: 28, depth: 9 } }
      teasers: { refs: [brief], at: { col: 2, span: 1, line: 28, depth: 9 } }
  - place:
      turn: { continues: march, headline: The march goes on, at: { col: 1, span: 2, line: 1, depth: 26 }, pictures: [{ use: captioned.png, span: 1, depth: 7 }, { use: bare.png, span: 1, depth: 5 }] }
      foot: { advert: coop, at: { col: 1, span: 1, line: 28, depth: 10 } }
      silent: { advert: library, at: { col: 2, span: 1, line: 28, depth: 10 } }
  - place:
      end: { continues: march, at: { col: 1, span: 2, line: 1, depth: 26 }, quote: { span: 1, leg: 1 }, sidebar: { article: facts, at: foot, box: tint } }
      news: { article: brief, at: { col: 1, span: 1, line: 28, depth: 9 } }
      abroad: { article: nachricht, at: { col: 2, span: 1, line: 28, depth: 9 } }
adverts:
  coop: { file: coop.svg, size: [50mm, 30mm], alt: "The co-op: bread & roses" }
  library: { file: coop.svg, size: [50mm, 30mm] }
`

const SVG = '<svg width="50mm" height="30mm" viewBox="0 0 50 30"><path d="M0 0h50v30h-50z" fill="navy"/></svg>'

/** Three pages with everything that can be tagged. */
export async function digitalPaper(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const create = { width: 300, height: 200, channels: 3, background: '#884422' } as const
  const png = await sharp({ create }).png().toBuffer()
  return {
    'fonts/fonts.yaml': SMALL_EDITION['fonts/fonts.yaml']!,
    'edition/edition.yaml': MANIFEST,
    'edition/articles/march.md': MARCH,
    'edition/articles/facts.md': '---\nheadline: Facts and figures\n---\n\nA fact stands here.\n',
    'edition/articles/brief.md': '---\nheadline: A brief\n---\n\nSo it was said in brief.\n',
    'edition/articles/nachricht.md': '---\nheadline: Eine Nachricht\nlanguage: de\n---\n\nEs wurde gesagt.\n',
    'edition/shown.png': png,
    'edition/captioned.png': png,
    'edition/bare.png': png,
    'edition/coop.svg': SVG,
    'layouts/small.yaml': STYLEBOOK,
  }
}

/** Builds the paper; its pages, and what was found. */
export async function buildDigital(
  files: Readonly<Record<string, string | Uint8Array>>,
  profile = 'screen',
): Promise<{ readonly pdf: Uint8Array; readonly found: readonly string[] }> {
  const { built, pdf } = await buildPaper(memoryHost({ ...OUR_ICC, ...files }), profile)
  return { pdf, found: built.diagnostics.map(({ code, message }) => `${code}: ${message}`) }
}
