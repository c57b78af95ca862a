import { parseXml } from '@rgrove/parse-xml'
import { beforeAll, describe, expect, it } from 'vitest'
import { mm } from '../../src/base/index.js'
import { memoryHost, type MemoryHost } from '../memory-host.js'
import { artwork, buildPaper, type PaperBuild, pressPaper, RGB_ADVERT } from '../press-paper.js'
import { filesOf, FOOT, type PaperParts, photograph, STORY } from './small-papers.js'

/** What a build wrote by name, as text. */
function written(host: MemoryHost, { built }: PaperBuild): Readonly<Record<string, string>> {
  return Object.fromEntries(
    built.files.map((path) => [
      path.slice('/paper/out/'.length),
      Buffer.from(host.written.get(path)!).toString('utf8'),
    ]),
  )
}

async function build(profile: string): Promise<Readonly<Record<string, string>>> {
  const host = await pressPaper({ 'rgb.pdf': RGB_ADVERT, 'photo.jpg': (await artwork())['photo.jpg']! })
  return written(host, await buildPaper(host, profile))
}

/** The pictures of pages in a report: how large they are, and how large what they show. */
function picturesOf(html: string) {
  const found = html.matchAll(/src="data:image\/png;base64,([^"]+)"[^>]* width="(\d+)" height="(\d+)"/g)
  return [...found].map(([, bytes, width, height]) => {
    const png = Buffer.from(bytes!, 'base64')
    return { pixels: [png.readUInt32BE(16), png.readUInt32BE(20)], points: [Number(width), Number(height)] }
  })
}

describe('the report of a build', () => {
  let press: Readonly<Record<string, string>> = {}
  beforeAll(async () => {
    press = await build('ours')
  })

  it('stands beside the file for a press, and not beside one for screens', async () => {
    expect(Object.keys(press)).toEqual([
      'small-2022-01-14.ours.pdf',
      'small-2022-01-14.ours.preflight.html',
      'small-2022-01-14.ours.preflight.json',
      'small-2022-01-14.fit.json',
    ])
    expect(Object.keys(await build('screen'))).toEqual(['small-2022-01-14.pdf', 'small-2022-01-14.fit.json'])
  })

  it('is about the file and its pages', () => {
    const report = JSON.parse(press['small-2022-01-14.ours.preflight.json']!)
    expect(report).toMatchObject({
      edition: { paper: 'small', number: 7, date: '2022-01-14', pages: 3 },
      files: ['small-2022-01-14.ours.pdf'],
      profile: { name: 'ours', bleed: 3, colourPages: [1, 2] },
      verdict: 'fail',
      pages: [1, 2, 3].map((number) => ({ number, width: 150, height: 200, colour: number < 3 })),
    })
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'press-rgb', page: 2 }))
  })

  it('has a picture of each page, with all that stands outside of its trim', () => {
    const html = press['small-2022-01-14.ours.preflight.html']!
    expect(parseXml(html).root?.name).toBe('html')
    const pictures = picturesOf(html)
    expect(pictures).toHaveLength(3)
    // Half as many pixels as points.
    for (const { pixels, points } of pictures)
      expect(pixels.map((side, at) => Math.abs(side - points[at]! / 2) < 1)).toEqual([true, true])
  })

  it('shows single pages where the file has sheets of several', async () => {
    const folded = await build('folded')
    const [front, back] = Object.keys(folded)
    const html = folded['small-2022-01-14.folded.preflight.html']!
    expect(html).toContain(`<code>${front}</code> to <code>${back}</code>, 2 files`)
    const pictures = picturesOf(html)
    expect(pictures).toHaveLength(3)
    for (const { pixels } of pictures) expect(pixels[0]! / pixels[1]!).toBeLessThan(1)
  })

  it('shows pages at their own size, where findings are counted, however small they are printed', async () => {
    const html = (await build('small'))['small-2022-01-14.small.preflight.html']!
    expect(html).toContain('on 75 × 103 mm')
    const [width, height] = [mm(150), mm(200)].map(Math.round)
    expect(picturesOf(html).map(({ points }) => points)).toEqual(Array(3).fill([width, height]))
  })

  it('says no better of a paper than the build where warnings count as errors', async () => {
    const parts: PaperParts = {
      pages: [[STORY, `photo: { advert: coop, ${FOOT} }`]],
      adverts: { coop: { file: 'street.jpg' } },
      files: { 'street.jpg': await photograph(280) },
    }
    const verdict = async (strict: boolean) => {
      const host = memoryHost(filesOf(parts))
      const paper = await buildPaper(host, 'ours', { strict })
      const { verdict, counts } = JSON.parse(written(host, paper)['small-2022-01-14.ours.preflight.json']!)
      return [paper.built.exit, verdict, counts.faults, counts.warnings]
    }
    expect(await verdict(false)).toEqual([0, 'pass', 0, 1])
    expect(await verdict(true)).toEqual([3, 'fail', 1, 0])
  })

  it('counts what make-up left out whole among what was looked for, and lists it once', async () => {
    const parts: PaperParts = {
      pages: [
        [STORY, 'photo: { picture: { use: street.jpg, of: rents }, at: { col: 1, span: 1, line: 22, depth: 2 } }'],
      ],
      matter: `pictures: [{ file: street.jpg, caption: ${'The street as it was. '.repeat(6)} }]\n`,
      files: { 'street.jpg': await photograph(1200) },
    }
    const host = memoryHost(filesOf(parts))
    const texts = written(host, await buildPaper(host, 'ours'))
    const report = JSON.parse(texts['small-2022-01-14.ours.preflight.json']!)
    expect(report.faults).toMatchObject([{ code: 'caption-left-out' }])
    expect(report.findings).toEqual([])
    expect(report.rules).toContainEqual(expect.objectContaining({ code: 'caption-left-out', findings: 1, waived: 0 }))
    expect(texts['small-2022-01-14.ours.preflight.html']).toMatch(/<code>caption-left-out<\/code><\/td><td><strong>1</)
  })

  it('says how large pages are printed that are made smaller for their sheet', async () => {
    const texts = await build('small')
    const report = JSON.parse(texts['small-2022-01-14.small.preflight.json']!)
    expect(report.scale).toBeCloseTo(0.4808, 4)
    expect(report.counts.notes).toBe(1)
    expect(report.findings[0]).toMatchObject({ code: 'sheet-scaled', severity: 'note', page: null })
    expect(report.rules).toContainEqual(expect.objectContaining({ code: 'sheet-scaled', findings: 1 }))
    const html = texts['small-2022-01-14.small.preflight.html']!
    expect(html).toContain('<td>printed at 48.1 % of their size</td>')
    expect(html).toContain('<td>1.4 mm as printed</td>')
  })

  it('has the same bytes from run to run', async () => {
    expect(await build('ours')).toEqual(press)
  })
})
