import type { Report } from '../base/index.js'
import type { WrittenEntry } from './manifest.js'
import type { Look } from './resolve-look.js'

/** The look of a place whose head stands over it whatever its slot says; one that is told to run in is reported. */
export function headOverText(
  look: Look,
  entry: WrittenEntry,
  { what, report }: { what: string; report: Report },
): Look {
  const { runIn, ...head } = look.head
  const own = entry.value.head
  if (runIn && own) {
    report({ code: 'head-order', message: `the head of ${what} cannot run in`, place: own.place })
  }
  return { ...look, head }
}
