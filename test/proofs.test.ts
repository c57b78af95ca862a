import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gather } from '../src/base/index.js'
import { proof } from '../src/display/index.js'
import { languagesOf, loadEdition, picturesOf } from '../src/edition/index.js'
import { openFonts } from '../src/fonts/index.js'
import { nodeHost } from '../src/host.js'
import { makeUp } from '../src/makeup/index.js'
import { openPictures } from '../src/pictures/index.js'
import { createSetter, facesOf } from '../src/typeset/index.js'

const PROOFS = join(import.meta.dirname, 'proofs')
const FONTS = join(import.meta.dirname, '..', 'fonts')

/** Folders with a manifest; a new case is a new folder. `UPDATE_PROOFS=1 npm test` writes what is expected: read it before you keep it. */
const cases = readdirSync(PROOFS).filter((name) => existsSync(join(PROOFS, name, 'edition.yaml')))

/** Makes the edition of a folder up: its pages in words, its ledger in short, and what an editor is told. */
async function proofOf(name: string): Promise<string> {
  const host = nodeHost(join(PROOFS, name))
  const { report, diagnostics } = gather()
  const manifestPath = join(PROOFS, name, 'edition.yaml')
  const edition = loadEdition({ manifestPath, layoutsFolder: join(PROOFS, 'layouts'), host, report })!
  const fonts = (await openFonts({ fontsFolder: FONTS, host, report, asked: facesOf(edition.stylebook) }))!
  const setter = await createSetter({ fonts, stylebook: edition.stylebook, languages: languagesOf(edition), report })
  const pictures = await openPictures({ files: picturesOf(edition), cacheFolder: null, host, report })
  const { pages, ledger } = makeUp({ edition, setter, pictures, report })
  const told = diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)
  const fit = Object.entries(ledger.articles).map(([id, { status, lines, words, firstOverset, fitted }]) =>
    [id, status, `${lines} lines`, `${words} words`, ...(firstOverset ? [firstOverset] : []), ...fitted].join(' · '),
  )
  return [proof(pages), ...fit, '', ...told, ''].join('\n')
}

describe('the text proofs', () => {
  it.each(cases)('%s comes out as its expected.txt says', async (name) => {
    const expected = join(PROOFS, name, 'expected.txt')
    const made = await proofOf(name)
    if (process.env.UPDATE_PROOFS) writeFileSync(expected, made)
    expect(made).toBe(readFileSync(expected, 'utf8'))
  })
})
