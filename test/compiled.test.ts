import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compiledFolder, NotReady } from '../src/compiled.mjs'

const root = dirname(import.meta.dirname)
let project: string

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true })
  writeFileSync(join(project, file), text)
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'stonehand-compiled-'))
  cpSync(join(root, 'tsconfig.json'), join(project, 'tsconfig.json'))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  write('src/cli.ts', 'export const word: string = "first"\n')
  write('src/base/index.ts', 'export const other = 1\n')
})

afterEach(() => rmSync(project, { recursive: true, force: true }))

describe('the compiled engine', () => {
  it('is compiled on the first run, all rooms of it', () => {
    const folder = compiledFolder(project)
    expect(readFileSync(join(folder, 'cli.js'), 'utf8')).toContain('"first"')
    expect(existsSync(join(folder, 'base', 'index.js'))).toBe(true)
  })

  it('is not compiled again when only times have changed', () => {
    const folder = compiledFolder(project)
    const compiledAt = statSync(join(folder, 'cli.js')).mtimeMs
    utimesSync(join(project, 'src/cli.ts'), new Date(0), new Date(4e12))
    expect(compiledFolder(project)).toBe(folder)
    expect(statSync(join(folder, 'cli.js')).mtimeMs).toBe(compiledAt)
  })

  it('is compiled again when a source has changed, be it as old and as long as before', () => {
    compiledFolder(project)
    const { atime, mtime } = statSync(join(project, 'src/cli.ts'))
    write('src/cli.ts', 'export const word: string = "other"\n')
    utimesSync(join(project, 'src/cli.ts'), atime, mtime)
    expect(readFileSync(join(compiledFolder(project), 'cli.js'), 'utf8')).toContain('"other"')
  })

  it('holds nothing of a source file that is gone', () => {
    compiledFolder(project)
    rmSync(join(project, 'src/base'), { recursive: true })
    expect(existsSync(join(compiledFolder(project), 'base'))).toBe(false)
  })

  it('is compiled in spite of an error of types', () => {
    write('src/cli.ts', 'export const word: number = "wrong"\n')
    expect(readFileSync(join(compiledFolder(project), 'cli.js'), 'utf8')).toContain('"wrong"')
  })

  it('is not there, with the reason, when the source is no TypeScript', () => {
    write('src/cli.ts', 'export const = = 1\n')
    expect(() => compiledFolder(project)).toThrow(NotReady)
    expect(() => compiledFolder(project)).toThrow(/cannot be compiled:\n.*cli\.ts/s)
    expect(readdirSync(join(project, 'dist'))).toEqual([])
  })

  it('asks for npm install when there is no compiler', () => {
    rmSync(join(project, 'node_modules'))
    expect(() => compiledFolder(project)).toThrow(/run `npm install`/)
  })

  it('keeps what the source before was compiled to, and nothing older', () => {
    const folders = ['a', 'b', 'c'].map((word, age) => {
      write('src/cli.ts', `export const word = "${word}"\n`)
      const folder = compiledFolder(project)
      utimesSync(folder, new Date(age * 1000), new Date(age * 1000))
      return folder
    })
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, true, true])
  })

  it('comes out whole when several runs want it at once', async () => {
    const code = `import { compiledFolder } from ${JSON.stringify(join(root, 'src/compiled.mjs'))}
      console.log(compiledFolder(${JSON.stringify(project)}))`
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code])),
    )
    const folders = new Set(runs.map(({ stdout }) => stdout.trim()))
    expect(folders.size).toBe(1)
    expect(existsSync(join([...folders][0]!, 'cli.js'))).toBe(true)
    expect(readdirSync(join(project, 'dist')).filter((name) => name.includes('.'))).toEqual([])
  })
})
