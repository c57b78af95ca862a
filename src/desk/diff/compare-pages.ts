import { formatMm, type GridRect } from '../../base/index.js'
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
  return compareSlots(to.number, [from.furniture, to.furniture], {
    cellsOf: ({ cells }) => cells,
    named: (before, after) => namedChange('furniture', [before && before.says, after && after.says]),
    compare: () => [],
  })
}

/** What became of the teasers and indexes of a page. */
function compareRefs(from: PlannedPage, to: PlannedPage): readonly Entry[] {
  return compareSlots(to.number, [from.refs, to.refs], {
    cellsOf: ({ look }) => look.cells,
    named: (before, after) => namedChange('refs', [before && before.says, after && after.says]),
    compare: (before, after) => [
      ...namedChange('look', [before.as, after.as]),
      ...namedChange('headline', [before.headline, after.headline]),
      ...compareLooks(before.look, after.look),
    ],
  })
}

/** What stands in the places of a page, by slot, in both editions; what came or went is named, what stayed compared. */
function compareSlots<T>(
  page: number,
  [older, newer]: readonly [ReadonlyMap<string, T>, ReadonlyMap<string, T>],
  of: {
    readonly cellsOf: (one: T) => GridRect
    readonly named: (before: T | null, after: T | null) => readonly Finding[]
    readonly compare: (before: T, after: T) => readonly Finding[]
  },
): readonly Entry[] {
  return [...new Set([...older.keys(), ...newer.keys()])].map((slot) => {
    const [before, after] = [older.get(slot) ?? null, newer.get(slot) ?? null]
    const spot = { page, slot, item: null }
    return {
      standing: onNewer(page, { spot, cells: of.cellsOf((after ?? before)!) }),
      subject: { kind: 'place' as const, name: slot },
      findings: [
        ...of.named(before, after),
        ...(before && after
          ? [...of.compare(before, after), ...cellsChange(of.cellsOf(before), of.cellsOf(after))]
          : []),
      ],
    }
  })
}
