import { describe, expect, it } from 'vitest'
import { gather, type Diagnostic } from '../../src/base/index.js'
import { openPictures, type OutlinePicture, type OutlineShape } from '../../src/pictures/index.js'
import { memoryHost } from '../memory-host.js'

const FILE = '/paper/layouts/plate.svg'

async function read(svg: string): Promise<{ picture: OutlinePicture | undefined; diagnostics: readonly Diagnostic[] }> {
  const { report, diagnostics } = gather()
  const place = { file: 'layouts/paper.yaml', line: 1, column: 1, sourceLine: '', length: 1 }
  const host = memoryHost({ [FILE]: svg })
  const pictures = await openPictures({ files: [{ file: FILE, place }], cacheFolder: null, host, report })
  return { picture: pictures.get(FILE) as OutlinePicture | undefined, diagnostics }
}

/** The shapes of an artwork of 100 × 50. */
async function shapesOf(inner: string): Promise<readonly OutlineShape[]> {
  const { picture, diagnostics } = await read(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${inner}</svg>`,
  )
  expect(diagnostics).toEqual([])
  return picture!.shapes
}

/** Steps in the letters of path data, coordinates to two places. */
function written({ steps }: OutlineShape): string {
  const at = (...numbers: number[]): string => numbers.map((one) => Math.round(one * 100) / 100 + 0).join(',')
  return steps
    .map((step) => {
      if (step.kind === 'close') return 'Z'
      if (step.kind !== 'curve') return `${step.kind === 'move' ? 'M' : 'L'}${at(step.x, step.y)}`
      return `C${at(step.x1, step.y1, step.x2, step.y2, step.x, step.y)}`
    })
    .join(' ')
}

const outlines = async (inner: string): Promise<readonly string[]> => (await shapesOf(inner)).map(written)

describe('the outlines of an SVG', () => {
  it('follow path data of every kind', async () => {
    expect(await outlines('<path d="M1 1h2v3l-1-1zm5 5 L9 9"/>')).toEqual(['M1,1 L3,1 L3,4 L2,3 Z M6,6 L9,9'])
    expect(await outlines('<path d="M0 0C1 1 2 1 3 0S5-1 6 0"/>')).toEqual([
      'M0,0 C1,1 2,1 3,0 C4,-1 5,-1 6,0'.replace(/(\d) (?=[-\d])/g, '$1,'),
    ])
    expect(await outlines('<path d="M0 0Q3 3 6 0T12 0"/>')).toEqual(['M0,0 C2,2,4,2,6,0 C8,-2,10,-2,12,0'])
    expect(await outlines('<path d="M0 0A10 10 0 0 1 10 10"/>')).toEqual(['M0,0 C5.52,0,10,4.48,10,10'])
  })

  it('are those of the simple shapes', async () => {
    expect(
      await outlines(
        `<rect x="1" y="2" width="3" height="4"/><line x2="5" y2="5" stroke="red"/><polyline points="0,0 1,1 2 0"/>
         <polygon points="0 0 1 1 2 0"/><circle cx="10" cy="10" r="5"/><ellipse cx="10" cy="10" rx="5" ry="2"/>`,
      ),
    ).toEqual([
      'M1,2 L4,2 L4,6 L1,6 Z',
      'M0,0 L5,5',
      'M0,0 L1,1 L2,0',
      'M0,0 L1,1 L2,0 Z',
      'M10,5 L10,5 C12.76,5,15,7.24,15,10 L15,10 C15,12.76,12.76,15,10,15 L10,15 C7.24,15,5,12.76,5,10 L5,10 C5,7.24,7.24,5,10,5 Z',
      'M10,8 L10,8 C12.76,8,15,8.9,15,10 L15,10 C15,11.1,12.76,12,10,12 L10,12 C7.24,12,5,11.1,5,10 L5,10 C5,8.9,7.24,8,10,8 Z',
    ])
    expect(await outlines('<rect width="10" height="6" rx="2"/>')).toEqual([
      'M2,0 L8,0 C9.1,0,10,0.9,10,2 L10,4 C10,5.1,9.1,6,8,6 L2,6 C0.9,6,0,5.1,0,4 L0,2 C0,0.9,0.9,0,2,0 Z',
    ])
  })

  it('of no extent are nothing', async () => {
    expect(
      await outlines('<rect width="0" height="6"/><circle r="0"/><path/><polyline points="1 1"/><path d=" "/>'),
    ).toEqual([])
  })

  it('are moved by the transforms of an element and of all it stands in', async () => {
    expect(
      await outlines(
        '<g transform="translate(10,20)"><g transform="scale(2) rotate(90)"><path d="M0 0L1 0"/></g><path transform="matrix(1 0 0 1 5 5)" d="M0 0L1 0"/></g>',
      ),
    ).toEqual(['M10,20 L10,22', 'M15,25 L16,25'])
  })

  it('are turned by a turn within a turn', async () => {
    const turned = '<g transform="rotate(90)"><path transform="rotate(90) translate(0 3)" d="M1 0L2 0"/></g>'
    expect(await outlines(turned)).toEqual(['M-1,-3 L-2,-3'])
  })

  it('begin at the corner of the view box', async () => {
    const { picture } = await read('<svg viewBox="-5 -5 20 10"><path d="M-5 -5L15 5"/></svg>')
    expect(picture).toMatchObject({ width: 20, height: 10, overflows: false })
    expect(written(picture!.shapes[0]!)).toBe('M0,0 L20,10')
  })

  it('are as large as width and height say where there is no view box', async () => {
    expect((await read('<svg width="25.4mm" height="48"/>')).picture).toMatchObject({
      width: 96,
      height: 48,
      shapes: [],
    })
  })

  it('that reach over the edge are known', async () => {
    expect((await read('<svg viewBox="0 0 9 9"><path d="M0 0L10 0"/></svg>')).picture!.overflows).toBe(true)
    const stroked = '<svg viewBox="0 0 9 9"><path d="M0 0L9 0" fill="none" stroke="red"/></svg>'
    expect((await read(stroked)).picture!.overflows).toBe(true)
  })
})

describe('the paint of an SVG', () => {
  const paints = async (inner: string): Promise<unknown[]> =>
    (await shapesOf(inner)).map(({ fill, stroke }) => [fill, stroke?.colour ?? null, stroke?.width ?? null])

  it('is black where nothing is said, and inherited', async () => {
    expect(
      await paints(
        '<path d="M0 0h1"/><g fill="#f00" stroke="blue"><path d="M0 0h1"/><path d="M0 0h1" fill="none"/></g>',
      ),
    ).toEqual([
      [[0, 0, 0], null, null],
      [[255, 0, 0], [0, 0, 255], 1],
      [null, [0, 0, 255], 1],
    ])
  })

  it('may be named, hexadecimal, rgb() or the current colour; a style wins over an attribute', async () => {
    const fills = ['navy', '#0af', '#00AAFF', 'rgb(1, 2, 3)', 'rgb(100%,0%,50%)', 'currentColor']
    const inner = fills.map((fill) => `<path d="M0 0h1" fill="${fill}" color="#010203"/>`).join('')
    expect((await paints(inner)).map((one) => (one as unknown[])[0])).toEqual([
      [0, 0, 128],
      [0, 170, 255],
      [0, 170, 255],
      [1, 2, 3],
      [255, 0, 128],
      [1, 2, 3],
    ])
    expect(await paints('<path d="M0 0h1" fill="red" style="fill: lime !important; stroke:none"/>')).toEqual([
      [[0, 255, 0], null, null],
    ])
  })

  it('have no stroke where that has no width', async () => {
    const shapes = await shapesOf(
      '<g stroke="red" stroke-width="0"><path d="M0 0h9v9z" fill="blue"/><path d="M0 0h9" fill="none"/></g>',
    )
    expect(shapes).toMatchObject([{ fill: [0, 0, 255], stroke: null }])
  })

  it('scales a stroke with its shape, and keeps how it ends and turns', async () => {
    const [shape] = await shapesOf(
      '<g transform="scale(2)"><path d="M0 0h1" stroke="red" stroke-width="1.5px" stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="8" fill-rule="evenodd"/></g>',
    )
    expect(shape).toMatchObject({
      fillRule: 'evenodd',
      stroke: { width: 3, shape: { cap: 'round', join: 'bevel', miterLimit: 8 } },
    })
  })

  it('leaves out what is not shown', async () => {
    const inner = `<g display="none"><text>x</text><path d="M0 0h1"/></g><path d="M0 0h1" style="visibility:hidden"/>
      <g visibility="hidden"><path d="M0 0h1" visibility="visible" fill="red"/></g><path d="M0 0h1" fill="none"/>`
    expect(await paints(inner)).toEqual([[[255, 0, 0], null, null]])
  })

  it('passes over notes of drawing programs, titles and unused definitions', async () => {
    const { picture, diagnostics } = await read(
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <svg viewBox="0 0 9 9" xmlns:i="x"><title>Plate</title><defs><linearGradient id="g"/></defs><i:grid><i:text>x</i:text></i:grid><!-- x -->
      <metadata><a/></metadata><path d="M0 0h1"/></svg>`,
    )
    expect(diagnostics).toEqual([])
    expect(picture!.shapes).toHaveLength(1)
  })
})

describe('an SVG that cannot be drawn exactly', () => {
  it.each([
    ['text', '<text x="1">Paper</text>', '<text> cannot be drawn'],
    ['an image', '<image href="http://example.org/a.png"/>', '<image> cannot be drawn'],
    ['a reference', '<use href="other.svg#a"/>', '<use> cannot be drawn'],
    ['a style sheet', '<style>path{fill:red}</style>', '<style> cannot be drawn'],
    ['a script', '<script>1</script>', '<script> cannot be drawn'],
    ['an SVG in it', '<svg/>', '<svg> cannot be drawn'],
    ['loose text', 'words', 'there is loose text in this SVG'],
    ['a gradient', '<path d="M0 0h1" fill="url(#g)"/>', '<path>: the fill “url(#g)” is no plain colour'],
    ['transparency', '<g opacity=".5"><path d="M0 0h1"/></g>', '<g>: opacity .5: nothing can be transparent'],
    ['a mask', '<path d="M0 0h1" style="mask:url(#m)"/>', '<path>: mask “url(#m)” cannot be drawn'],
    ['dashes', '<path d="M0 0h1" stroke-dasharray="1 2"/>', '<path>: stroke-dasharray “1 2” cannot be drawn'],
    [
      'wrong path data',
      '<path d="M0 0 L1 x"/>',
      '<path> cannot be drawn: its path data is wrong: param should start with 0..9 or `.` (at pos 8)',
    ],
    ['half a point', '<polygon points="1 2 3"/>', '<polygon> cannot be drawn: its points are wrong: 1 2 3'],
    ['a percentage', '<rect width="50%" height="9"/>', '<rect> cannot be drawn: width="50%" is no number'],
    ['a wrong transform', '<g transform="twist(3)"/>', '<g>: the transform “twist(3)” cannot be read'],
    [
      'a stroke stretched unevenly',
      '<path transform="scale(1,3)" d="M0 0h1" stroke="red"/>',
      '<path> is stroked and stretched unevenly',
    ],
  ])('because of %s is refused by name at its place', async (_, inner, message) => {
    const { picture, diagnostics } = await read(`<svg viewBox="0 0 9 9">\n  ${inner}\n</svg>`)
    expect(picture).toBeUndefined()
    expect(diagnostics[0]).toMatchObject({
      code: 'picture-unusable',
      message,
      place: { file: 'layouts/plate.svg', line: 2 },
    })
    expect(diagnostics).toHaveLength(1)
  })

  it('names every element that is at fault, with its column', async () => {
    const { diagnostics } = await read('<svg viewBox="0 0 9 9">\r\n<g><text/></g>\r\n <image/></svg>')
    expect(diagnostics.map(({ place }) => [place.line, place.column, place.sourceLine, place.length])).toEqual([
      [2, 4, '<g><text/></g>', 5],
      [3, 2, ' <image/></svg>', 6],
    ])
  })

  it.each([
    ['without a size', '<svg><path d="M0 0h1"/></svg>', 'this SVG does not say how large it is: it needs a viewBox'],
    ['of no size', '<svg viewBox="0 0 0 9"/>', 'this SVG does not say how large it is: it needs a viewBox'],
    ['that is something else', '<html viewBox="0 0 9 9"/>', '<html> is no SVG'],
    ['that is no XML', '<svg viewBox="0 0 9 9"><g></svg>', 'this SVG cannot be read: Missing end tag for element g'],
    [
      'with an entity',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 9 9">&a;</svg>',
      "this SVG cannot be read: Named entity isn't defined: &a;",
    ],
    ['without end', '<g>'.repeat(200_000), 'this SVG cannot be read: elements are nested too deeply'],
  ])('%s is refused', async (_, svg, message) => {
    const { diagnostics } = await read(svg)
    expect(diagnostics).toMatchObject([{ code: 'picture-unusable', message }])
  })

  it('because it is nested deeper than can be walked is refused, too', async () => {
    const depth = 3_000
    const { picture, diagnostics } = await read(
      `<svg viewBox="0 0 9 9">${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`,
    )
    expect(diagnostics.length === 1 || picture?.shapes.length === 0).toBe(true)
  })

  it('expands no bomb of entities', async () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1000)}">${'bcdefgh'.replace(/./g, (one) => `<!ENTITY ${one} "${`&${String.fromCharCode(one.charCodeAt(0) - 1)};`.repeat(50)}">`)}]><svg viewBox="0 0 9 9"><title>&h;</title></svg>`
    const { diagnostics } = await read(bomb)
    expect(diagnostics).toMatchObject([{ code: 'picture-unusable' }])
  })
})
