import type { Edit } from './edits.js'

/** A half or a decimal after the figures of a measurement. */
const PART = String.raw`(?:[½¼¾]|\.\d+)?`

/** Each matches one mark, and only in what is clearly a measurement. */
const MEASUREMENTS: readonly RegExp[] = [
  // 6'2", 5' 10½": feet and inches, minutes and seconds of arc
  new RegExp(String.raw`(?<=(?<!\d)\d{1,3})'(?=\s?\d{1,2}${PART}["″])`, 'g'),
  new RegExp(String.raw`(?<=(?<!\d)\d{1,3}['′]\s?\d{1,2}${PART})"`, 'g'),
  // 6'2 tall; 51°30'
  /(?<=(?<![\d'‘’])\d{1,2})'(?=\d{1,2}(?![\d\p{L}'’]))/gu,
  /(?<=\d°\s?\d{1,2})'/g,
  // 12" by 8", 3' x 4'
  new RegExp(String.raw`(?<=\d[½¼¾]?)"(?=\s?(?:x|×|by)\s?\d+${PART}["″])`, 'g'),
  new RegExp(String.raw`(?<=["″]\s?(?:x|×|by)\s?\d+${PART})"`, 'g'),
  new RegExp(String.raw`(?<=\d[½¼¾]?)'(?=\s?(?:x|×|by)\s?\d+${PART}['′])`, 'g'),
  new RegExp(String.raw`(?<=['′]\s?(?:x|×|by)\s?\d+${PART})'`, 'g'),
]

/** Straight quotes that stand for feet and inches or minutes and seconds. A single 12" stays a quote: it may close one. */
export function findPrimeEdits(text: string): Edit[] {
  const edits: Edit[] = []
  if (!/\d[½¼¾]?['"]/.test(text)) return edits
  const seen = new Set<number>()
  for (const pattern of MEASUREMENTS) {
    for (const { index } of text.matchAll(pattern)) {
      if (seen.has(index)) continue
      seen.add(index)
      edits.push({ at: index, length: 1, put: text[index] === '"' ? '″' : '′' })
    }
  }
  return edits
}
