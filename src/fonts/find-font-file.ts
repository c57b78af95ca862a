import { resolve } from 'node:path'
import type { Host, Place, Report } from '../base/index.js'
import { insideFolder } from '../source/index.js'
import { inspectFontName } from './inspect-font-file.js'

/** A file as fonts.yaml names it. */
export interface NamedFile {
  /** As typed. */
  readonly file: string
  readonly place: Place
}

/** Where font files are looked for. */
export interface FontFileSearch {
  /** Absolute. */
  readonly fontsFolder: string
  readonly host: Host
  readonly report: Report
}

/** `npm:` before a package's file. */
const PACKAGE_PREFIX = 'npm:'

/** A package's name with its scope, as npm allows them, and a file in it. */
const PACKAGE_FILE = /^(?<package>(?:@[\w.~-]+\/)?[\w~-][\w.~-]*)\/(?<file>.+)$/

/** Where a font file is; null when it cannot be used, which is reported. Nothing of it is read. */
export function findFontFile(named: NamedFile, search: FontFileSearch): string | null {
  const { file, place } = named
  const path = file.startsWith(PACKAGE_PREFIX) ? findInPackage(named, search) : findInFolder(named, search)
  if (path === null) return null
  const reason = search.host.kind(path) === 'folder' ? 'is a folder, not a font' : inspectFontName(file)
  if (reason === null) return path
  search.report({ code: 'font-unusable', message: `"${file}" ${reason}`, place })
  return null
}

function findInFolder({ file, place }: NamedFile, { fontsFolder, host, report }: FontFileSearch): string | null {
  if (!insideFolder(host, fontsFolder, file)) {
    const hint = 'copy the font into the folder, or name a file of a package: npm:package/file'
    report({ code: 'path-outside', message: `"${file}" leads outside the fonts folder`, place, hint })
    return null
  }
  const path = resolve(fontsFolder, file)
  if (host.kind(path) !== 'missing') return path
  report({ code: 'file-missing', message: `there is no font file ${host.displayPath(path)}`, place })
  return null
}

function findInPackage({ file, place }: NamedFile, { host, report }: FontFileSearch): string | null {
  const specifier = file.slice(PACKAGE_PREFIX.length)
  // What is no file of a package must not reach the host: Node would look it up as a path or a module of its own.
  const named = PACKAGE_FILE.exec(specifier)?.groups
  const steps = specifier.split(/[/\\]/)
  if (steps.includes('..')) {
    report({ code: 'path-outside', message: `"${file}" leads outside its package`, place })
    return null
  }
  if (!named || steps.some((step) => step === '' || step === '.')) {
    const hint = 'such as npm:@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'
    report({ code: 'value-wrong', message: `"${file}" must name a package and a file in it`, place, hint })
    return null
  }
  const path = host.packageFile(specifier)
  if (path !== null && host.kind(path) !== 'missing') return path
  const name = named['package']!
  const isInstalled = host.packageFile(`${name}/package.json`) !== null
  const message = isInstalled ? `the package ${name} has no file ${named['file']}` : `the package ${name} is not installed`
  report({ code: 'file-missing', message, place, ...(isInstalled ? {} : { hint: `npm install ${name}` }) })
  return null
}
