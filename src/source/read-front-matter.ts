import type { Report } from '../base/index.js'
import { readYamlPart } from './read-yaml.js'
import type { FrontMatter, Schema, SourceFile } from './types.js'

/** The least front matter of an article, for hints. */
const LEAST = 'the least front matter is three lines at the top of the file: ---, then headline: …, then ---'

/** Where the parts of a document with front matter begin and end. */
interface Parts {
  /** Offsets of the YAML between the two lines of dashes. */
  readonly start: number
  readonly end: number
  readonly bodyStart: number
}

/**
 * Reads the YAML between the two lines of dashes at the head of a file. Null when it is missing, open, or cannot be
 * read at all; the reason is reported.
 */
export function readFrontMatter<T>(source: SourceFile, schema: Schema<T>, report: Report): FrontMatter<T> | null {
  const opening = openingOf(source.text)
  if (!opening) {
    const firstLine = /^\s*/.exec(source.text)![0].length
    const place = source.placeAt(firstLine === source.text.length ? 0 : firstLine, Infinity)
    report({ code: 'front-matter-missing', message: 'the article has no front matter', place, hint: LEAST })
    return null
  }
  const parts = partsOf(source.text)
  if (!parts) {
    report({
      code: 'front-matter-open',
      message: 'the front matter does not end',
      place: source.placeAt(opening.dashes, 3),
      hint: hintForOpen(source, opening.end),
    })
    return null
  }
  const matter = readYamlPart(source, schema, report, {
    start: parts.start,
    end: parts.end,
    isFrontMatter: true,
    opening: opening.dashes,
  })
  return matter && { matter, bodyStart: parts.bodyStart }
}

/** The line of dashes that opens the front matter; blank lines may stand before it. */
function openingOf(text: string): { readonly dashes: number; readonly end: number } | null {
  const match = /^(?:[ \t]*\r?\n)*---[ \t]*(?:\r?\n|$)/.exec(text)
  return match && { dashes: match[0].indexOf('---'), end: match[0].length }
}

function partsOf(text: string): Parts | null {
  const opening = openingOf(text)
  if (!opening) return null
  const closing = /^---[ \t]*(?:\r?\n|$)/gm
  // The last character of the opening line must not be taken for the head of a line.
  closing.lastIndex = opening.end
  const match = closing.exec(text)
  return match && { start: opening.end, end: match.index, bodyStart: match.index + match[0].length }
}

/** A line that was perhaps meant to end the front matter, or what would. */
function hintForOpen(source: SourceFile, start: number): string {
  const almost = /^[ \t]*[-–—_*]{1,}[ \t]*$/gm
  almost.lastIndex = start
  const match = almost.exec(source.text)
  if (!match) return 'end it with a line of its own: ---'
  return `line ${source.placeAt(match.index).line} must be just three hyphens, at the line's beginning: ---`
}
