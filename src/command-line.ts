import { parseArgs } from 'node:util'
import { nearest } from './base/index.js'

/** What the words of a command line ask for. */
export type Command =
  | { readonly kind: 'build'; readonly options: BuildOptions }
  | { readonly kind: 'diff'; readonly options: DiffOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** The command line was wrong; the message says how. */
  | { readonly kind: 'wrong'; readonly message: string }

/** The options of `build`, as typed. */
export interface BuildOptions {
  /** Folders or manifests; none is the newest edition. */
  readonly editions: readonly string[]
  readonly out: string | null
  readonly profile: string
  /** Pixels to the inch. */
  readonly png: number | null
  readonly fonts: string | null
  readonly layouts: string | null
  readonly strict: boolean
  readonly quiet: boolean
  readonly json: boolean
}

/** The options of `diff`, as typed. */
export interface DiffOptions extends Pick<BuildOptions, 'fonts' | 'layouts' | 'json'> {
  /** Folders or manifests. */
  readonly editions: readonly [older: string, newer: string]
}

/** What `--help` prints. */
export const HELP = `Makes up an edition of the paper: reads edition.yaml and the articles beside it, writes the pages as PDF.

  npm run edition                                the newest edition in editions/
  npm run edition -- [build] [EDITION …]         these editions, each a folder or an edition.yaml
  npm run edition -- diff OLDER NEWER            what changed from one edition to another; writes nothing

  --out DIR        where the results go (out/)
  --profile NAME   how it will be printed: screen, home, newsprint, stapled, coated, or one of the stylebook (screen)
  --png DPI        writes the pages as pictures, too: so many pixels to the inch, 10 to 600
  --fonts DIR      the folder of fonts.yaml (fonts/)
  --layouts DIR    the folder of the stylebooks (layouts/)
  --strict         warnings count as errors
  --quiet          print only errors
  --json           print the findings and the fit ledger, or the changes, as JSON
  --help           this page
  --version        the version of stonehand

diff takes --fonts, --layouts and --json, and ends with 0, 1 or 2.

Exit: 0 built and fit to print · 1 errors, nothing written · 2 wrong command line · 3 built, but not fit to print`

const OPTIONS = {
  out: { type: 'string' },
  profile: { type: 'string' },
  png: { type: 'string' },
  fonts: { type: 'string' },
  layouts: { type: 'string' },
  strict: { type: 'boolean' },
  quiet: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

type OptionName = keyof typeof OPTIONS

/** What `diff` takes: it writes nothing, and its pages are for no press. */
const OF_DIFF: readonly OptionName[] = ['fonts', 'layouts', 'json']

/** Reads the words after `npm run edition --`. */
export function readCommandLine(words: readonly string[]): Command {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    // The engine's own sentences, with the nearest option, instead of Node's.
    strict: false,
    tokens: true,
  })
  if (values.help === true) return { kind: 'help' }
  for (const token of tokens) {
    const message = token.kind === 'option' ? wrongOption(token) : null
    if (message) return { kind: 'wrong', message }
  }
  if (values.version === true) return { kind: 'version' }
  const verb = positionals[0] === 'build' || positionals[0] === 'diff' ? positionals[0] : null
  const editions = verb ? positionals.slice(1) : positionals
  if (editions.includes('')) return { kind: 'wrong', message: 'an empty name is no edition' }
  const text = (name: OptionName): string | null => (typeof values[name] === 'string' ? values[name] : null)
  const isOn = (name: OptionName): boolean => values[name] === true
  if (verb === 'diff') {
    const options = { fonts: text('fonts'), layouts: text('layouts'), json: isOn('json') }
    return readDiff(editions, Object.keys(values), options)
  }
  return {
    kind: 'build',
    options: {
      editions,
      out: text('out'),
      profile: text('profile') ?? 'screen',
      png: text('png') === null ? null : Number(text('png')),
      fonts: text('fonts'),
      layouts: text('layouts'),
      strict: isOn('strict'),
      quiet: isOn('quiet'),
      json: isOn('json'),
    },
  }
}

function readDiff(
  editions: readonly string[],
  given: readonly string[],
  options: Omit<DiffOptions, 'editions'>,
): Command {
  const [older, newer] = editions
  if (older === undefined || newer === undefined || editions.length > 2) {
    return { kind: 'wrong', message: `diff compares two editions, not ${editions.length}: diff OLDER NEWER` }
  }
  const foreign = given.find((name) => !OF_DIFF.some((one) => one === name))
  if (foreign !== undefined) return { kind: 'wrong', message: `diff takes no --${foreign}` }
  return { kind: 'diff', options: { editions: [older, newer], ...options } }
}

/** What is wrong with one option as typed, or null. */
function wrongOption(token: { name: string; rawName: string; value?: string | undefined }): string | null {
  const { name, rawName, value } = token
  if (!isKnown(name)) {
    const near = nearest(name, Object.keys(OPTIONS))
    return `unknown option ${rawName}${near ? `: did you mean --${near}?` : ''}`
  }
  if (OPTIONS[name].type === 'boolean') return value === undefined ? null : `${rawName} takes no value`
  const noun = name === 'profile' ? 'a name' : name === 'png' ? 'a number' : 'a folder'
  if (value === undefined || value === '') return `${rawName} needs ${noun} after it`
  const isWrong = value.startsWith('--') || (name === 'png' && !isResolution(value))
  return isWrong ? `${rawName} needs ${noun}${name === 'png' ? ' from 10 to 600' : ''} after it, not ${value}` : null
}

/** Whether a value is a number of pixels to the inch at which a page can be looked at and held in memory. */
function isResolution(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) >= 10 && Number(value) <= 600
}

function isKnown(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name)
}
