/** One change of a text: `length` characters at `at` make way for `put`. */
export interface Edit {
  /** Offset in UTF-16 code units. */
  readonly at: number
  readonly length: number
  readonly put: string
}

/** Puts edits in the order of the text; no two may share a character. */
export function sortEdits(edits: Edit[]): Edit[] {
  return edits.sort((a, b) => a.at - b.at)
}

/** The text with every edit made. `edits` stand in the order of the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  let result = ''
  let kept = 0
  for (const edit of edits) {
    result += text.slice(kept, edit.at) + edit.put
    kept = edit.at + edit.length
  }
  return result + text.slice(kept)
}
