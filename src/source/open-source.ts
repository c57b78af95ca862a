import { type Host, type Place, type Report, wholeFile } from '../base/index.js'
import type { SourceFile } from './types.js'

/**
 * Opens an editor's text file: UTF-8, with or without a byte order mark. What is wrong with it is reported at `askedAt`,
 * the place that names the file, if there is one. Null when there is no text to read.
 */
export function openSource(path: string, host: Host, report: Report, askedAt?: Place): SourceFile | null {
  const display = host.displayPath(path)
  const place = askedAt ?? wholeFile(display)
  const bytes = host.kind(path) === 'file' ? host.readBytes(path) : null
  if (!bytes) {
    const kind = host.kind(path)
    if (kind === 'missing') report({ code: 'file-missing', message: `there is no file ${display}`, place })
    else {
      const why = kind === 'folder' ? 'is a folder, not a file' : 'cannot be read: is there permission?'
      report({ code: 'file-unreadable', message: `${display} ${why}`, place })
    }
    return null
  }
  const text = decode(bytes)
  if (text !== null) return sourceFile(path, display, text)
  report({
    code: 'file-unreadable',
    message: `${display} is not UTF-8 text`,
    place: firstBadPlace(bytes, display),
    hint: 'save the file as UTF-8 in the editor that wrote it',
  })
  return null
}

/** A source whose text is already in hand. */
export function sourceFile(path: string, display: string, text: string): SourceFile {
  let starts: number[] | null = null
  return {
    path,
    display,
    text,
    placeAt(offset, length = 1) {
      starts ??= lineStarts(text)
      const at = Math.max(0, Math.min(offset, text.length))
      const line = lastAtOrBefore(starts, at)
      const start = starts[line]!
      const end = starts[line + 1] === undefined ? text.length : starts[line + 1]! - 1
      const sourceLine = text.slice(start, end).replace(/\r$/, '')
      const column = at - start + 1
      const toLineEnd = sourceLine.length - (column - 1)
      return { file: display, line: line + 1, column, sourceLine, length: Math.max(1, Math.min(length, toLineEnd)) }
    },
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    // `fatal` refuses what is not UTF-8; the decoder takes a byte order mark away by itself.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The line and column of the first byte that is not UTF-8. */
function firstBadPlace(bytes: Uint8Array, display: string): Place {
  let good = 0
  let bad = bytes.length
  // The longest head that decodes; a head cut inside a character is taken as good (`stream`).
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2)
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle
    else bad = middle - 1
  }
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, good), { stream: true })
  return sourceFile('', display, `${text}\uFFFD`).placeAt(text.length)
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The index of the last start that is not after `offset`. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
