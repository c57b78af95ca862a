import { type Finding, articleId } from '../../../src/base/index.js'
import { readArticle } from '../../../src/edition/article/index.js'
import type { Article, Block, Copy } from '../../../src/edition/types.js'
import { sourceFile } from '../../../src/source/index.js'

/** What came of an article's text. */
export interface Reading {
  readonly article: Article | null
  readonly findings: readonly Finding[]
}

/** Reads a whole file. */
export function readFile(text: string, paperLanguage = 'en-GB'): Reading {
  const findings: Finding[] = []
  const source = sourceFile('/paper/articles/rents.md', 'articles/rents.md', text)
  const report = (finding: Finding): void => void findings.push(finding)
  return { article: readArticle({ id: articleId('rents'), source, paperLanguage, report }), findings }
}

/** Three lines of front matter stand before a body: its first line is line 4. */
export function readText(body: string, matter = 'headline: Rents'): Reading {
  return readFile(`---\n${matter}\n---\n${body}`)
}

/** A body that must be without a mistake, drawn by `draw`. */
export function drawn(body: string, matter?: string): string[] {
  const { article, findings } = readText(body, matter)
  if (!article) throw new Error(JSON.stringify(findings, null, 1))
  return draw(article.body)
}

/** `code line:column "what is underlined"` of every finding. */
export function marks({ findings }: Reading): string[] {
  return findings.map(({ code, place }) => {
    const underlined = place.sourceLine.slice(place.column - 1, place.column - 1 + place.length)
    return `${code} ${place.line}:${place.column} ${JSON.stringify(underlined)}`
  })
}

const SIGNS = { emphasis: '/', 'lead-in': '^', 'run-in': '#', strong: '*', subscript: '↓', superscript: '↑' } as const

/** Copy in one line: `/emphasis/`, `*strong*`, `^LEAD-IN^`, `~` a no-break space, `⏎` a line break, `↑2↑` and `↓2↓` raised and lowered, `|` between inlines. */
export function drawCopy(copy: Copy): string {
  return copy
    .map((inline) => {
      if (inline.kind === 'line-break') return '⏎'
      const signs = inline.marks.map((mark) => SIGNS[mark])
      return signs.join('') + inline.text.replaceAll('\u00A0', '~') + signs.reverse().join('')
    })
    .join('|')
    .replaceAll('|⏎|', '⏎')
}

/** One line a block, indented by what holds it: `P` paragraph, `C` crosshead, `S` signature, `Q` quotation, `-` or `1.` item, `T` row. */
export function draw(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return `${indent}P ${drawCopy(block.copy)}`
      case 'crosshead':
        return `${indent}C ${drawCopy(block.copy)}`
      case 'signature':
        return `${indent}S ${drawCopy(block.copy)}`
      case 'quotation':
        return [`${indent}Q`, ...draw(block.blocks, `${indent}  `)]
      case 'list':
        return block.items.flatMap((item, index) => [
          `${indent}${block.ordered ? `${block.start + index}.` : '-'}`,
          ...draw(item, `${indent}  `),
        ])
      case 'table':
        return [
          `${indent}T ${block.align.join(' ')}`,
          ...[block.head, ...block.rows].map((row) => `${indent}  ${row.map(drawCopy).join(' ; ')}`),
        ]
      case 'thematic-break':
        return `${indent}---`
    }
  })
}
