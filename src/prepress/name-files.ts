import type { Report } from '../base/index.js'
import type { FileNames, NameToken } from '../stylebook/index.js'
import type { Profile, Sheet } from './types.js'

/** An edition, as far as the names of files say it. */
export interface Issue {
  /** `new-worker-2022-01-14`: what its results are called. */
  readonly name: string
  readonly paper: string
  /** As typed; null for none. */
  readonly number: string | null
  /** ISO. */
  readonly date: string
}

/** The sheets of one file, and what it is called in the out folder, without its ending; files of single sheets stand in a folder there. */
export interface NamedSheets {
  readonly name: string
  readonly sheets: readonly Sheet[]
}

/** What naming files needs. */
export interface NameFilesRequest {
  readonly issue: Issue
  readonly profile: Profile
  readonly report: Report
}

/**
 * Puts sheets into files: all into one, or each into its own where the profile says how they are called. No two have the same name, for
 * a sheet's number, or those of its pages, which stand on no other one, are in it; nor have those of two editions, for each has a folder.
 * Null, with a finding, when what is to be in a name cannot be.
 */
export function nameFiles(sheets: readonly Sheet[], request: NameFilesRequest): readonly NamedSheets[] | null {
  const { issue, profile } = request
  if (profile.kind !== 'press' || !profile.fileNames) return [{ name: nameOf(issue, profile), sheets }]
  const words = wordsOf(sheets, request)
  if (!areSound(profile.fileNames, words, request)) return null
  const { parts } = profile.fileNames
  return sheets.map((sheet, at) => {
    const filled = parts.map((part) => {
      if (part.kind === 'text') return part.text
      const { token, digits } = part
      if (token === 'sheet') return `${at + 1}`.padStart(digits, '0')
      if (token !== 'page') return words[token].padStart(digits, '0')
      return sheet.numbers.map((number) => `${number}`.padStart(digits, '0')).join('-')
    })
    return { name: `${nameOf(issue, profile)}/${filled.join('')}`, sheets: [sheet] }
  })
}

/** What the results of an edition under a profile are called. */
export function nameOf({ name }: Issue, profile: Profile): string {
  return profile.name === 'screen' ? name : `${name}.${profile.name}`
}

/** What stands for each token in all names alike. */
type Words = Readonly<Record<Exclude<NameToken, 'page' | 'sheet'>, string>>

function wordsOf(sheets: readonly Sheet[], { issue, profile }: NameFilesRequest): Words {
  const { paper, number, date } = issue
  const [yyyy = '', mm = '', dd = ''] = date.split('-')
  const pages = sheets.reduce((sum, { numbers }) => sum + numbers.length, 0)
  const own = { paper, number: number ?? '', date, profile: profile.name }
  return { ...own, yyyy, yy: yyyy.slice(-2), mm, dd, pages: `${pages}` }
}

/** Whether all that a name asks for is there and can be part of it; what is not is reported. */
function areSound({ parts, place }: FileNames, words: Words, { report }: NameFilesRequest): boolean {
  const tokens = parts.flatMap((part) => (part.kind === 'token' ? [part.token] : []))
  const wrong = tokens.find((token) => token !== 'page' && token !== 'sheet' && !isPlain(words[token]))
  if (wrong === undefined || wrong === 'page' || wrong === 'sheet') return true
  const word = words[wrong]
  const message =
    word === ''
      ? `file-names asks for {${wrong}}, which this edition does not have`
      : `{${wrong}} is "${word}", and a file’s name cannot hold that`
  report({ code: 'value-wrong', message, place, hint: 'plain letters, figures, points, hyphens and _' })
  return false
}

function isPlain(word: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(word)
}
