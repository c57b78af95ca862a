import type { Diagnostic } from '../../base/index.js'
import { makeUpEdition, type MadeUp, type MakeUpRequest } from '../../build.js'
import type { Change } from './change.js'
import { compareFlatplans } from './compare-flatplans.js'
import { flatplanOf } from './flatplan.js'

/** Which editions are to be compared, and where everything stands. Paths are absolute. */
export interface DiffRequest extends Pick<MakeUpRequest, 'layoutsFolder' | 'fontsFolder' | 'host'> {
  /** The older edition and the newer, each a folder or a manifest. */
  readonly editions: readonly [older: string, newer: string]
}

/** What came of it. */
export interface Diff {
  /** Every finding of both editions, each once, when one of them cannot be made; else none. */
  readonly diagnostics: readonly Diagnostic[]
  /** Null when one of them cannot be made. */
  readonly changes: readonly Change[] | null
  /** 0 compared, 1 errors in one of them. */
  readonly exit: 0 | 1
  /** What was thrown, when stonehand itself is at fault. */
  readonly fault?: unknown
}

/** Makes up two editions, writes nothing, and says what changed from the one to the other. */
export async function diffEditions({ editions, ...request }: DiffRequest): Promise<Diff> {
  const makeUp = (edition: string): Promise<MadeUp> =>
    makeUpEdition({ ...request, edition, editionsFolder: edition, profile: 'screen' })
  const [older, newer] = [await makeUp(editions[0]), await makeUp(editions[1])]
  if (!older.madeUp || !newer.madeUp) {
    const fault = older.fault ?? newer.fault
    return { diagnostics: eachOnce([...older.diagnostics, ...newer.diagnostics]), changes: null, exit: 1, fault }
  }
  const [from, to] = [flatplanOf(older.madeUp, request.host), flatplanOf(newer.madeUp, request.host)]
  return { diagnostics: [], changes: compareFlatplans(from, to), exit: 0 }
}

/** Two editions of one paper have its stylebook and fonts in common, and what is wrong with them. */
function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = new Map(diagnostics.map((one) => [JSON.stringify(one), one]))
  return [...byText.values()]
}
