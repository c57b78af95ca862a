/**
 * Desk: what an editor uses beside the command. Takes editions as `build.ts` makes them up; gives what an editor would say of
 * them. Promises: nothing is written, and every change between two editions is named once, in page order.
 */
export type { Change, ChangeKind, Spot, Subject } from './diff/change.js'
export { diffEditions, type Diff, type DiffRequest } from './diff/diff-editions.js'
export { formatChanges } from './diff/format-changes.js'
