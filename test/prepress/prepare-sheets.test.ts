import { describe, expect, it } from 'vitest'
import { prepareSheets, PROFILES } from '../../src/prepress/index.js'

describe('sheets for a screen', () => {
  it('are the pages, in order, at their trim size, in RGB', () => {
    const clip = { kind: 'clip', steps: [], items: [] } as const
    const pages = [
      { number: 1, width: 595, height: 842, items: [clip], starts: [{ title: 'Rents', y: 3 }] },
      { number: 2, width: 595, height: 842, items: [], starts: [] },
    ]
    expect(prepareSheets(pages, PROFILES.screen)).toEqual([
      { page: 1, width: 595, height: 842, items: [clip], colourSpace: 'rgb', starts: [{ title: 'Rents', y: 3 }] },
      { page: 2, width: 595, height: 842, items: [], colourSpace: 'rgb', starts: [] },
    ])
  })
})
