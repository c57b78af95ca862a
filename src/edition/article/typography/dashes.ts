import { type Stretch, isWithin } from './addresses.js'
import type { Edit } from './edits.js'

const RUN = /-{2,}|\.{3,}/g

/** What a run of hyphens or full stops stands for. Any other run (a fill-in line, a leader) stays as it is. */
const MEANING: Readonly<Record<string, string>> = {
  '--': '–',
  '---': '—',
  '...': '…',
  // The end of a sentence that trails off keeps its full stop.
  '....': '….',
}

/**
 * Dashes and ellipses: `--` an en dash, `---` an em dash, `...` an ellipsis. Arrows (`-->`) are left alone, and so is
 * a spaced ellipsis (`. . .`), because closing it up would change the number of words.
 */
export function findDashEdits(text: string, addresses: readonly Stretch[]): Edit[] {
  const edits: Edit[] = []
  if (!text.includes('--') && !text.includes('...')) return edits
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    const put = MEANING[run]
    if (put === undefined || isWithin(addresses, match.index)) continue
    if (run.startsWith('-') && isArrow(text, match.index, run.length)) continue
    edits.push({ at: match.index, length: run.length, put })
  }
  return edits
}

/** Whether hyphens belong to --> or <--, or to the <!-- of a comment that is spoken of. */
function isArrow(text: string, at: number, length: number): boolean {
  return text[at + length] === '>' || /<!?$/.test(text.slice(Math.max(0, at - 2), at))
}
