import { formatMm } from '../../base/index.js'
import { changed, type Finding } from './change.js'
import { compareLooks } from './compare-parts.js'
import type { Flatplan, PlannedPage } from './flatplan.js'
import type { PageMatch } from './match-pages.js'
import { AHEAD, type Entry, onNewer, onOlder } from './page-order.js'
import { cellsChange, counted, namedChange } from './say.js'

/** What changed of the edition as a whole. */
export function compareMastheads({ masthead: from }: Flatplan, { masthead: to }: Flatplan): readonly Entry[] {
  const keys = ['paper', 'date', 'number', 'price', 'format'] as const
  const findings = keys.flatMap((key) => namedChange(key, [from[key], to[key]]))
  return [{ standing: AHEAD, subject: { kind: 'edition', name: 'edition' }, findings }]
}

/** What became of every page, and of the stacks on it. */
export function comparePages(older: Flatplan, newer: Flatplan, pages: PageMatch): readonly Entry[] {
  const gone = older.pages.filter(({ number }) => !pages.newerOf.has(number))
  return [
    ...gone.map(({ number, template }) => ({
      standing: onOlder(number, null, pages),
      subject: { kind: 'page' as const, name: String(number) },
      findings: changed('removed', [number, null], `removed${inBrackets(template)}`),
    })),
    ...newer.pages.flatMap((page) => {
      const was = pages.olderOf.get(page.number)
      const before = was === undefined ? null : older.pages[was - 1]!
      return [
        {
          standing: onNewer(page.number, null),
          subject: { kind: 'page' as const, name: String(page.number) },
          findings: before
            ? comparePage(before, page, pages)
            : changed('added', [null, page.number], `added${inBrackets(page.template)}`),
        },
        ...(before ? compareStacks(before, page) : []),
        ...(before ? compareFurniture(before, page) : []),
        ...(before ? compareRefs(before, page) : []),
      ]
    }),
  ]
}

function inBrackets(template: string | null): string {
  return template === null ? '' : ` (${template})`
}

function comparePage(from: PlannedPage, to: PlannedPage, { moved }: PageMatch): readonly Finding[] {
  const grids = [
    from.columns === to.columns ? [] : [`${from.columns} → ${counted(to.columns, 'column')}`],
    from.gutter === to.gutter ? [] : [`gutter ${formatMm(from.gutter)} → ${formatMm(to.gutter)}`],
  ].flat()
  const gridOf = ({ columns, gutter }: PlannedPage): { columns: number; gutter: number } => ({ columns, gutter })
  return [
    ...(moved.has(to.number) ? changed('moved', [from.number, to.number], `was page ${from.number}`) : []),
    ...namedChange('template', [from.template, to.template]),
    // Another template brings its own section with it.
    ...(from.template === to.template ? namedChange('section', [from.section, to.section]) : []),
    ...(grids.length > 0 ? changed('grid', [gridOf(from), gridOf(to)], grids.join(', ')) : []),
  ]
}

/** What the articles of a stack share is named once, of their place. */
function compareStacks(from: PlannedPage, to: PlannedPage): readonly Entry[] {
  return [...to.stacks].flatMap(([slot, look]) => {
    const before = from.stacks.get(slot)
    if (!before) return []
    const spot = { page: to.number, slot, item: null }
    return [
      {
        standing: onNewer(to.number, { spot, cells: look.cells }),
        subject: { kind: 'place' as const, name: slot },
        findings: [...compareLooks(before, look), ...cellsChange(before.cells, look.cells)],
      },
    ]
  })
}

/** What became of the furniture that the manifests put in places of a page. */
function compareFurniture(from: PlannedPage, to: PlannedPage): readonly Entry[] {
  return [...new Set([...from.furniture.keys(), ...to.furniture.keys()])].map((slot) => {
    const [before, after] = [from.furniture.get(slot) ?? null, to.furniture.get(slot) ?? null]
    const spot = { page: to.number, slot, item: null }
    return {
      standing: onNewer(to.number, { spot, cells: (after ?? before)!.cells }),
      subject: { kind: 'place' as const, name: slot },
      findings: [
        ...namedChange('furniture', [before && before.says, after && after.says]),
        ...(before && after ? cellsChange(before.cells, after.cells) : []),
      ],
    }
  })
}

/** What became of the teasers and indexes of a page. */
function compareRefs(from: PlannedPage, to: PlannedPage): readonly Entry[] {
  return [...new Set([...from.refs.keys(), ...to.refs.keys()])].map((slot) => {
    const [before, after] = [from.refs.get(slot) ?? null, to.refs.get(slot) ?? null]
    const { cells } = (after ?? before)!.look
    return {
      standing: onNewer(to.number, { spot: { page: to.number, slot, item: null }, cells }),
      subject: { kind: 'place' as const, name: slot },
      findings: [
        ...namedChange('refs', [before && before.says, after && after.says]),
        ...(before && after
          ? [
              ...namedChange('look', [before.as, after.as]),
              ...namedChange('headline', [before.headline, after.headline]),
              ...compareLooks(before.look, after.look),
              ...cellsChange(before.look.cells, after.look.cells),
            ]
          : []),
      ],
    }
  })
}
