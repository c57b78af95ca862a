import type { Change } from './change.js'

/** The changes as an editor would tell them: a line for each thing that changed. Ends without a line end. */
export function formatChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'no difference'
  const lines: { readonly name: string; readonly texts: string[] }[] = []
  for (const change of changes) {
    const name = nameOf(change)
    const last = lines.at(-1)
    if (last?.name === name) last.texts.push(change.text)
    else lines.push({ name, texts: [change.text] })
  }
  return lines.map(({ name, texts }) => `${name}: ${texts.join('; ')}`).join('\n')
}

function nameOf({ page, subject }: Change): string {
  switch (subject.kind) {
    case 'page':
      return `page ${subject.name}`
    case 'place':
      return `page ${page} ${subject.name}`
    case 'advert':
    case 'picture':
      return `${subject.kind} ${subject.name}`
    case 'edition':
    case 'article':
      return subject.name
  }
}
