import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gather } from '../src/base/index.js'
import { type Block, type Copy, loadEdition } from '../src/edition/index.js'
import { nodeHost } from '../src/host.js'
import type { Ledger } from '../src/makeup/index.js'
import { hasTool } from './tools.js'

const PROJECT = join(import.meta.dirname, '..')
const EDITION = join(PROJECT, 'editions/2022-01-14')
const NAME = 'new-worker-2022-01-14'

let out = ''
let status: number | null = null
let told = ''

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'stonehand-'))
  const run = spawnSync(process.execPath, [join(PROJECT, 'src/launch.mjs'), EDITION, '--out', out], {
    encoding: 'utf8',
  })
  status = run.status
  told = run.stderr
})
afterAll(() => rmSync(out, { recursive: true }))

/** What a tool prints of the finished pages. */
function ask(tool: string, ...words: readonly string[]): string {
  const { stdout, status: said } = spawnSync(
    tool,
    words.map((word) => (word === 'PDF' ? join(out, `${NAME}.pdf`) : word)),
  )
  expect(said).toBe(0)
  return stdout.toString()
}

function textOf(copy: Copy): string {
  return copy.map((inline) => (inline.kind === 'text' ? inline.text : ' ')).join('')
}

/** The paragraphs of an article, in order, whatever holds them; cells of tables, whose lines stand side by side, are `cellsOf`. */
function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'crosshead':
      case 'signature':
        return [textOf(block.copy)]
      case 'quotation':
        return paragraphsOf(block.blocks)
      case 'list':
        return block.items.flatMap((item) => paragraphsOf(item))
      case 'table':
      case 'thematic-break':
        return []
    }
  })
}

/** The cells of an article's tables. */
function cellsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? [block.head, ...block.rows].flatMap((row) => row.map(textOf)) : [],
  )
}

/** Words with single spaces; a hyphen that the setter put in at a line's end is none of theirs. */
function normalise(text: string): string {
  return text
    .replace(/\u00AD\s+/g, '')
    .replace(/-\s+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Where `paragraph` ends in `text` from `at` on; a paragraph that jumps may stand in two pieces. -1 when it is not there. */
function endOf(paragraph: string, text: string, at: number): number {
  const whole = text.indexOf(paragraph, at)
  if (whole >= 0) return whole + paragraph.length
  const words = paragraph.split(' ')
  for (let count = words.length - 1; count > 0; count--) {
    const first = text.indexOf(words.slice(0, count).join(' '), at)
    if (first < 0) continue
    const rest = words.slice(count).join(' ')
    const second = text.indexOf(rest, first)
    return second < 0 ? -1 : second + rest.length
  }
  return -1
}

describe('the sample edition', () => {
  it('fits: it exits with 0 and no warning, and no article is over', () => {
    expect(status).toBe(0)
    expect(told).not.toMatch(/ (error|warning) /)
    const ledger = JSON.parse(readFileSync(join(out, `${NAME}.fit.json`), 'utf8')) as Ledger
    expect(ledger.edition).toEqual({ paper: 'new-worker', number: 2177, date: '2022-01-14', pages: 8 })
    for (const entry of Object.values(ledger.articles)) expect(entry.status).not.toBe('overset')
    expect(ledger.articles.kazakhstan!.placements.map(({ page }) => page)).toEqual([1, 2])
    expect(
      readdirSync(out)
        .filter((name) => name !== '.cache')
        .sort(),
    ).toEqual([`${NAME}.fit.json`, `${NAME}.pdf`])
  })

  it.skipIf(!hasTool('pdftotext'))('gives back every article’s words in order', () => {
    const { report } = gather()
    const manifestPath = join(EDITION, 'edition.yaml')
    const edition = loadEdition({
      manifestPath,
      layoutsFolder: join(PROJECT, 'layouts'),
      host: nodeHost(PROJECT),
      report,
    })!
    const pages = ask('pdftotext', '-raw', '-enc', 'UTF-8', 'PDF', '-').split('\f').map(normalise)
    const { articles } = JSON.parse(readFileSync(join(out, `${NAME}.fit.json`), 'utf8')) as Ledger
    const missing: string[] = []
    for (const article of edition.articles.values()) {
      // In the order in which it is read: an article may go on on a page before the one where it starts.
      const read = new Set(articles[article.id]!.placements.map(({ page }) => page))
      const text = [...read].map((page) => pages[page - 1]!).join(' ')
      let at = 0
      for (const paragraph of paragraphsOf(article.body).map(normalise)) {
        const end = endOf(paragraph, text, at)
        if (end < 0) missing.push(`${article.id}: ${paragraph}`)
        else at = end
      }
      for (const word of cellsOf(article.body).flatMap((cell) => normalise(cell).split(' '))) {
        if (!text.includes(word)) missing.push(`${article.id}: ${word}`)
      }
    }
    expect(missing).toEqual([])
  })

  it.skipIf(!hasTool('pdffonts'))('has all its fonts embedded and subset', () => {
    const fonts = ask('pdffonts', 'PDF').trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(4)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ .* yes yes yes /)
  })

  it.skipIf(!hasTool('qpdf'))('is clean', () => {
    expect(ask('qpdf', '--check', 'PDF')).toContain('No syntax or stream encoding errors found')
  })

  it.skipIf(!hasTool('pdfinfo'))('is PDF 1.7 with title and author, and the pages of its format', () => {
    const info = ask('pdfinfo', 'PDF')
    expect(info).toMatch(/^Title:\s+The New Worker/m)
    expect(info).toMatch(/^PDF version:\s+1\.7/m)
    expect(info).toMatch(/^Pages:\s+8$/m)
    expect(info).toMatch(/^Page size:\s+595\.2\d+ x 841\.\d+ pts \(A4\)/m)
  })
})

describe('the sample’s copy in another dress', () => {
  it.skipIf(!hasTool('pdfinfo'))('is made up on another format without a warning, from the same folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stonehand-'))
    const run = spawnSync(
      process.execPath,
      [join(PROJECT, 'src/launch.mjs'), join(EDITION, 'gazette.yaml'), '--out', folder],
      {
        encoding: 'utf8',
      },
    )
    const { stdout } = spawnSync('pdfinfo', [join(folder, 'gazette-2022-01-14.pdf')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(run.status).toBe(0)
    expect(run.stderr).not.toMatch(/ (error|warning) /)
    expect(stdout).toMatch(/^Pages:\s+6$/m)
    expect(stdout).toMatch(/^Page size:\s+819\.2\d* x 1077\.1\d* pts/m)
  })
})
