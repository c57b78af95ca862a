import { dateNames } from './date-names.js'

/**
 * An ISO date in a paper's own form: `d`, `dd`, `MMMM`, `MMM`, `yyyy`, `EEEE` and `EEE` stand for the parts of the date
 * where they are whole words; other text stands as it is. `EEEE, d. MMMM yyyy` gives `Freitag, 14. Januar 2022` in German.
 */
export function formatDate(iso: string, form: string, language: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const { months, shortMonths, days, shortDays } = dateNames(language)
  // The date is midnight in Greenwich, and asked for its day there: the machine's time zone has no part in it.
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay()
  const parts: Readonly<Record<string, string>> = {
    d: String(day),
    dd: String(day).padStart(2, '0'),
    MMMM: months[month - 1]!,
    MMM: shortMonths[month - 1]!,
    yyyy: String(year).padStart(4, '0'),
    EEEE: days[weekday]!,
    EEE: shortDays[weekday]!,
  }
  return form.replace(/[\p{L}\p{M}]+/gu, (word) => (Object.hasOwn(parts, word) ? parts[word]! : word))
}
