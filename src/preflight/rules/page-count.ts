import type { Fault, Job } from '../look.js'

/** A number of pages that the press cannot print. */
export function pageCount({ pages, profile: { pageCount: asked } }: Job): readonly Fault[] {
  const { multiple, least, most } = asked
  const count = pages.length
  const wrong =
    count < least
      ? `fewer than ${least}`
      : most !== null && count > most
        ? `more than ${most}`
        : count % multiple > 0
          ? `not a multiple of ${multiple}`
          : null
  if (wrong === null) return []
  const says = `the paper has ${count} ${count === 1 ? 'page' : 'pages'}, ${wrong}`
  const hint = 'add pages or take some out, or ask the printer and say page-count in his profile'
  return [{ page: null, rect: null, owner: pages[0]!.owners.page, says, hint }]
}
