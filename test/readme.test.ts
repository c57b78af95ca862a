import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOMS } from './architecture/room-table.js'
import { CODES } from '../src/base/index.js'

const project = join(import.meta.dirname, '..')
const papers = [
  'README.md',
  ...readdirSync(join(project, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const read = (path: string): string => readFileSync(join(project, path), 'utf8')

/** The cells of every table row of a text whose first cell is a single piece of code. */
function tableRows(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(([, first, rest]) => [
    first!,
    ...rest!.split(/(?<!\\)\|/).map((cell) => cell.trim()),
  ])
}

/** The text of one section, from its head to the next head of the same depth. */
function section(text: string, head: string): string {
  const from = text.indexOf(`\n${head}\n`)
  expect(from, `no section "${head}"`).toBeGreaterThan(0)
  const depth = head.slice(0, head.indexOf(' ') + 1)
  const to = text.indexOf(`\n${depth}`, from + 2)
  return text.slice(from, to < 0 ? undefined : to)
}

/** Text without its fenced blocks, whose brackets and hashes are no links or heads. */
function withoutFences(text: string): string {
  return text.replace(/^(```+)[^]*?^\1$/gm, '')
}

/** What a head's link is called, as GitHub makes it. */
function anchor(head: string): string {
  return head
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}

function anchorsOf(text: string): readonly string[] {
  return [...withoutFences(text).matchAll(/^#+ (.*)$/gm)].map(([, head]) => anchor(head!))
}

describe('the README', () => {
  it('lists every finding by its code, with its severity and meaning, and no other', () => {
    const listed = tableRows(section(read('README.md'), '## Findings by their code')).map(
      ([code, severity, meaning]) => ({ code, severity, meaning }),
    )
    const known = Object.entries(CODES).map(([code, { severity, meaning, unfit }]) => ({
      code,
      severity: unfit ? `${severity} (exit 3)` : severity,
      meaning,
    }))
    expect(listed).toEqual(known)
  })

  it('names the commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = new Set(
      papers.flatMap((paper) =>
        [...read(paper).matchAll(/npm (?:run )?(edition|test|check|bench|\w+(?= --))/g)].map(([, name]) => name!),
      ),
    )
    expect([...named].filter((name) => !(name in scripts))).toEqual([])
    expect(Object.keys(scripts).filter((name) => !named.has(name))).toEqual([])
  })
})

describe('README and docs', () => {
  it.each(papers)('%s links to files and heads that are there', (paper) => {
    const text = withoutFences(read(paper)).replace(/`[^`\n]*`/g, '')
    const targets = [...text.matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
    const broken = targets.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false
      const [path = '', head] = target.split('#')
      const file = path === '' ? paper : join(dirname(paper), path)
      if (!existsSync(join(project, file))) return true
      return head !== undefined && !anchorsOf(read(file)).includes(head)
    })
    expect(broken).toEqual([])
  })

  it('show the rooms as the architecture test has them', () => {
    const house = tableRows(section(read('docs/house.md'), '## Rooms')).map(([room, , , sees]) => [room, sees])
    expect(house).toEqual(
      Object.entries(ROOMS).map(([room, { sees }]) => [
        room.endsWith('.ts') ? room : `${room}/`,
        sees.join(' ') || '–',
      ]),
    )
    const readme = tableRows(section(read('README.md'), '## For developers')).filter(([room]) =>
      /^[\w-]+(\/|\.ts)$/.test(room!),
    )
    expect(readme.map(([room, , sees]) => [room, sees])).toEqual(house)
  })
})
