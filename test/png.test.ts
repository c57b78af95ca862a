import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { buildEdition } from '../src/build.js'
import { picturePages } from '../src/output/index.js'
import { digitalPaper } from './digital-paper.js'
import { memoryHost } from './memory-host.js'
import { pdf } from './pictures/make-pdf.js'
import { SMALL_PAPER } from './small-edition.js'

describe('pages as pictures', () => {
  it('stand beside the PDF, one for each page, as large as asked', async () => {
    const host = memoryHost(await digitalPaper())
    const { files, fault } = await buildEdition({ ...SMALL_PAPER, png: 50, host })
    expect(fault).toBeUndefined()
    expect(files.map((file) => file.slice('/paper/out/'.length))).toEqual([
      'small-2022-01-14.pdf',
      'small-2022-01-14-p1.png',
      'small-2022-01-14-p2.png',
      'small-2022-01-14-p3.png',
      'small-2022-01-14.fit.json',
    ])
    // 150 × 200 mm.
    const { width, height, channels } = await sharp(host.written.get(files[1]!)!).metadata()
    expect([width, height, channels]).toEqual([295, 394, 3])
  })

  it('show what the PDF shows, in its colours and upright', async () => {
    const contents = ['1 0 0 rg 0 50 50 50 re f', '0 0 1 rg 50 0 50 50 re f', '0 1 0 0 k 50 50 50 50 re f']
    const [page] = await picturePages(pdf({ contents: [contents.join('\n')], page: '/MediaBox [0 0 100 100]' }), 144)
    const { data, info } = await sharp(page!).raw().toBuffer({ resolveWithObject: true })
    const look = (x: number, y: number): readonly number[] => [
      ...data.subarray(3 * (y * info.width + x)).subarray(0, 3),
    ]
    expect([info.width, info.height]).toEqual([200, 200])
    expect([look(20, 20), look(150, 150), look(20, 150)]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
      [255, 255, 255],
    ])
    const [red, green] = look(150, 20)
    expect([red! > 180, green! < 80]).toEqual([true, true])
  })
})
