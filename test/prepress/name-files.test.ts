import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gather } from '../../src/base/index.js'
import { nameFiles, type Sheet } from '../../src/prepress/index.js'
import { orderPages } from '../../src/prepress/order-pages.js'
import { find, press } from './profiles.js'

const ISSUE = { name: 'weekly-2022-01-04', paper: 'weekly', number: '7', date: '2022-01-04' }

/** The names of the files of so many pages under a profile that extends `coated`. */
function namesOf(pattern: string, pages: number, order: 'single' | 'pairs' | 'folded' = 'single'): readonly string[] {
  const profile = press('ours', [`ours: { extends: coated, order: ${order}, file-names: "${pattern}" }`])
  const box = { x: 0, y: 0, width: 9, height: 9 }
  const sheets: readonly Sheet[] = orderPages(order, pages).map(({ numbers }) => ({
    ...{ width: 9, height: 9, trim: box, bleed: box, pages: [], marks: [] },
    numbers,
  }))
  const { report, diagnostics } = gather()
  const files = nameFiles(sheets, { issue: ISSUE, profile, report })!
  expect(diagnostics).toEqual([])
  expect(files.flatMap((file) => file.sheets)).toEqual(sheets)
  const folder = 'weekly-2022-01-04.ours/'
  for (const { name } of files) expect(name.startsWith(folder)).toBe(true)
  return files.map(({ name }) => name.slice(folder.length))
}

describe('the names of a press’s files', () => {
  it('say what they are asked to say', () => {
    expect(namesOf('{paper}-{date}-{page:2}', 2)).toEqual(['weekly-2022-01-04-01', 'weekly-2022-01-04-02'])
    expect(namesOf('{profile}.{number:4}.{dd}{mm}{yy}_{yyyy}_{page}of{pages:3}', 1)).toEqual([
      'ours.0007.040122_2022_1of001',
    ])
  })

  it('have one ending, though the pattern has it too', () => {
    expect(namesOf('p{page}.pdf', 1)).toEqual(['p1'])
    expect(namesOf('p{page}.PDF', 1)).toEqual(['p1'])
  })

  it('say both pages of a sheet that has two', () => {
    expect(namesOf('p{page:2}', 4, 'pairs')).toEqual(['p01', 'p02-03', 'p04'])
    expect(namesOf('p{page}', 6, 'folded')).toEqual(['p8-1', 'p2-7', 'p6-3', 'p4-5'])
  })

  it('say which side of a sheet it is, so that folded ones can be kept in order', () => {
    expect(namesOf('{sheet:2}_{page:2}', 6, 'folded')).toEqual(['01_08-01', '02_02-07', '03_06-03', '04_04-05'])
    expect(namesOf('side{sheet}', 2)).toEqual(['side1', 'side2'])
  })

  it('are all different, plain, and in one folder of the edition', () => {
    const pieces = fc.constantFrom('{paper}', '{number}', '{yy}', '{pages}', '{page:2}', '1', '0', 'a', '-', '.')
    const patterns = fc.tuple(fc.array(pieces, { maxLength: 4 }), fc.array(pieces, { maxLength: 4 }))
    const orders = fc.constantFrom('single' as const, 'pairs' as const, 'folded' as const)
    fc.assert(
      fc.property(patterns, orders, fc.integer({ min: 1, max: 120 }), ([before, after], order, pages) => {
        const names = namesOf(`x${before.join('')}{${pages % 2 ? 'page' : 'sheet'}}${after.join('')}`, pages, order)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
      }),
      { numRuns: 40 },
    )
  })

  it('are one, that of the edition, where nothing is said of them; that of the screen has no ending of its own', () => {
    const named = (name: string): unknown =>
      nameFiles([], { issue: ISSUE, profile: find(name).profile!, report: () => {} })!.map((file) => file.name)
    expect(named('screen')).toEqual(['weekly-2022-01-04'])
    expect(named('home')).toEqual(['weekly-2022-01-04.home'])
    expect(named('coated')).toEqual(['weekly-2022-01-04.coated'])
  })
})
