import { refined, type Schema, text } from '../source/index.js'

/** A BCP 47 tag as far as its form goes; `name` is what a mistake calls it. */
export function languageTag(name: string): Schema<string> {
  return refined(text, (typed, fail) =>
    /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(typed)
      ? typed
      : fail(`${name} must be a language tag such as en-GB, not "${typed}"`),
  )
}
