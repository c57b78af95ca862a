import { gather } from '../../src/base/index.js'
import { paintPage } from '../../src/display/index.js'
import { languagesOf, loadEdition, picturesOf } from '../../src/edition/index.js'
import { makeUp } from '../../src/makeup/index.js'
import { openPictures } from '../../src/pictures/index.js'
import { type Preflight, preflight } from '../../src/preflight/index.js'
import { findProfile, impose, makeReady } from '../../src/prepress/index.js'
import { createSetter } from '../../src/typeset/index.js'
import { openTestFonts, testFonts } from '../makeup/make-paper.js'
import { memoryHost } from '../memory-host.js'
import { PROFILES_FOLDER } from '../prepress/profiles.js'
import { filesOf, type PaperParts } from './small-papers.js'

/** What preflight gives of a paper, and what it told. */
export interface LookedThrough {
  readonly found: Preflight
  /** `press-type edition/edition.yaml:7` for each finding that was told, of make-up and of the press. */
  readonly told: readonly string[]
}

/** Makes a paper ready for its press, and looks through it. */
export async function lookThrough(parts: PaperParts, name = 'ours'): Promise<LookedThrough> {
  await openTestFonts()
  const fonts = testFonts()
  const gathering = gather()
  const { report, diagnostics } = gathering
  const host = memoryHost(filesOf(parts))
  const folder = '/paper/layouts'
  const edition = loadEdition({ manifestPath: '/paper/edition/edition.yaml', layoutsFolder: folder, host, report })
  const told = () => diagnostics.map(({ code, place }) => `${code} ${place.file}:${place.line}`)
  if (!edition) throw new Error(told().join('\n'))
  const { stylebook } = edition
  const place = { file: 'test', line: 1, column: 1, sourceLine: '', length: 1 }
  const asked = { place, report, declared: stylebook.profiles, profilesFolder: PROFILES_FOLDER, host }
  const profile = findProfile(name, asked)
  if (profile?.kind !== 'press') throw new Error(told().join('\n'))
  const pictures = await openPictures({ files: picturesOf(edition), cacheFolder: null, host, report })
  const setter = await createSetter({ fonts, stylebook, languages: languagesOf(edition), report })
  const madeUp = makeUp({ edition, setter, pictures, report })
  const pages = madeUp.pages.map((page) => paintPage(page, { stylebook, pictures }))
  const ready = await makeReady(pages, { profile, pictures, cacheFolder: '/paper/out/.cache', host, report })
  const slug = { title: 'The Small Paper', fonts, face: { family: 'serif', weight: 400, italic: false } }
  const sheets = impose(ready!.pages, { profile, slug, report, place })
  const found = preflight({ madeUp, ready: ready!, pictures, profile, sheets, slug, gathering })
  return { found, told: told() }
}
