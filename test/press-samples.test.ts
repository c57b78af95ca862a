import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildEdition } from '../src/build.js'
import { nodeHost } from '../src/host.js'
import { BUILT_IN, checkFile, type Demands, NEWSPRINT, X1A } from './press-demands.js'

const PROJECT = join(import.meta.dirname, '..')

/** A sample edition, and what is particular to it. */
interface Sample {
  readonly manifest: string
  readonly paper: string
  readonly stylebook: string
  /** Pages of which `mono` prints black alone. */
  readonly black: readonly number[]
}

const SAMPLES: readonly Sample[] = [
  { manifest: 'edition.yaml', paper: 'new-worker', stylebook: 'new-worker.yaml', black: [2, 4, 5, 6, 7] },
  { manifest: 'gazette.yaml', paper: 'gazette', stylebook: 'gazette.yaml', black: [2, 4, 5] },
]

/** A profile of a press that prints few pages in colour; an advert in PDF, which stays in its colours, is on the third. */
const MONO = '\nprofiles:\n  mono: { extends: newsprint, colour-pages: [1, 3, last] }\n'

/** Profiles of sheets that have four pages each, and the paper whose six do not fill them: its file is written, and not fit to print. */
const IN_FOURS = /^gazette (stapled|coated)/

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stonehand-'))
  cpSync(join(PROJECT, 'layouts'), join(folder, 'layouts'), { recursive: true })
  for (const { stylebook } of SAMPLES) {
    const path = join(folder, 'layouts', stylebook)
    writeFileSync(path, readFileSync(path, 'utf8') + MONO)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Builds a sample under a profile, with pictures that were made before from the cache. */
async function build({ manifest, paper }: Sample, profile: string): Promise<Uint8Array> {
  const { files, exit, fault } = await buildEdition({
    edition: join(PROJECT, 'editions/2022-01-14', manifest),
    editionsFolder: join(PROJECT, 'editions'),
    layoutsFolder: join(folder, 'layouts'),
    fontsFolder: join(PROJECT, 'fonts'),
    outFolder: join(folder, 'out'),
    profile,
    host: nodeHost(PROJECT),
  })
  expect(fault).toBeUndefined()
  expect(exit).toBe(IN_FOURS.test(`${paper} ${profile}`) ? 3 : 0)
  expect(files[0]).toBe(join(folder, 'out', `${paper}-2022-01-14.${profile}.pdf`))
  return readFileSync(files[0]!)
}

describe.each(SAMPLES)('the sample edition for a press: $paper', (sample) => {
  const profiles: readonly Demands[] = [...BUILT_IN, { profile: 'mono', ...NEWSPRINT, ...X1A, black: sample.black }]

  it.each(profiles)('is what it should be: $profile', async (demands) => {
    await checkFile(await build(sample, demands.profile), demands)
  })
})

describe('the sample edition for a press', () => {
  it('is the same, byte for byte, when it is built again', async () => {
    const [sample] = SAMPLES
    expect(Buffer.compare(await build(sample!, 'stapled'), await build(sample!, 'stapled'))).toBe(0)
  })
})
