import type { Report } from '../base/index.js'
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, type YAMLMap } from 'yaml'
import type { SourceFile, YamlEntry, YamlMap, YamlNode } from './types.js'
import { quoteHint, syntaxFinding, type YamlPart } from './yaml-mistakes.js'

/** A document that could be read; `isSound` is false when something of it was reported and left out. */
export interface YamlTree {
  readonly root: YamlNode
  readonly isSound: boolean
}

/** Values that aliases may add; beyond it the document is a bomb, not a stylebook. */
const MOST_ALIASED = 10_000
/** Levels of keys and lists. */
const DEEPEST = 50

/** Reads one YAML document as it was typed: no value is taken for a number, a date or yes and no. Null when it cannot be read. */
export function readYamlTree(source: SourceFile, report: Report, part: YamlPart): YamlTree | null {
  const documents = parseDocuments(source.text.slice(part.start, part.end))
  const reading = new Reading(source, report, part)
  if (!documents) {
    reading.blame('lists and keys are nested too deeply', part.start, part.start + 1)
    return null
  }
  if (documents.some((document) => document.errors.length > 0)) {
    reportSyntax(documents, source, report, part)
    return null
  }
  const second = documents[1]
  if (second) {
    const at = part.start + (second.contents?.range?.[0] ?? second.range[0])
    reading.blame('a second document begins before this line: a file holds one', at, at + 1)
  }
  const contents = documents[0]?.contents ?? null
  const root = contents ? reading.convert(contents, 0) : reading.empty(part.opening ?? part.start)
  reading.blameUnusedAnchors()
  return { root, isSound: reading.isSound }
}

/** Null when it is nested so deeply that the parser runs out of stack. */
function parseDocuments(text: string): readonly Document.Parsed[] | null {
  try {
    // `failsafe` leaves every scalar as typed; keys written twice and merge keys are found below, in our own words.
    const documents = parseAllDocuments(text, {
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    })
    return 'empty' in documents ? [] : documents
  } catch (failure) {
    if (failure instanceof RangeError) return null
    throw failure
  }
}

/** Each line's first error: what follows on the line is mostly its echo. */
function reportSyntax(documents: readonly Document.Parsed[], source: SourceFile, report: Report, part: YamlPart): void {
  const seen = new Set<number>()
  for (const { code, message, pos } of documents.flatMap((document) => document.errors)) {
    const [start, end] = [part.start + pos[0], part.start + pos[1]]
    const finding = syntaxFinding({ code, message, start, end }, source, part)
    const own = source.placeAt(start).line
    if (seen.has(finding.place.line) || seen.has(own)) continue
    seen.add(finding.place.line).add(own)
    report(finding)
  }
}

/** What an anchor names, and how many values that is. */
interface Anchored {
  readonly node: YamlNode
  readonly size: number
  readonly start: number
  used: boolean
}

/** One document on its way from the parser's nodes to ours. */
class Reading {
  isSound = true
  readonly #anchors = new Map<string, Anchored>()
  readonly #anchored: Anchored[] = []
  #values = 0
  #aliased = 0

  constructor(
    readonly source: SourceFile,
    readonly report: Report,
    readonly part: YamlPart,
  ) {}

  /** Reports a mistake of the YAML itself; offsets of the file. */
  blame(message: string, start: number, end: number, hint?: string): void {
    this.isSound = false
    const place = this.source.placeAt(start, Math.max(1, end - start))
    this.report({ code: 'yaml-syntax', message, place, ...(hint === undefined ? {} : { hint }) })
  }

  empty(offset: number): YamlNode {
    return { kind: 'scalar', text: null, source: this.source, start: offset, end: offset }
  }

  convert(node: Node, depth: number): YamlNode {
    const [start, end] = this.#span(node)
    if (depth > DEEPEST) {
      this.blame('lists and keys are nested too deeply', start, end)
      return this.empty(start)
    }
    if (isAlias(node)) return this.#follow(node.source, start, end)
    this.#blameTag(node, start)
    const before = this.#values++
    const converted = this.#convertOwn(node, start, end, depth)
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor !== undefined) this.#name(anchor, { node: converted, size: this.#values - before, start })
    return converted
  }

  /** An anchor that nothing takes up was meant as text: `&c`, the rest of the value being lost. */
  blameUnusedAnchors(): void {
    if (!this.part.isFrontMatter) return
    for (const { start, used } of this.#anchored) {
      if (used) continue
      const line = this.source.placeAt(start)
      const at = line.sourceLine.lastIndexOf('&', line.column - 1)
      const from = start - (line.column - 1) + Math.max(0, at)
      this.blame('a value cannot begin with & unless it stands in quotes', from, start, 'put the value in quotes')
    }
  }

  #convertOwn(node: Node, start: number, end: number, depth: number): YamlNode {
    const { source } = this
    if (isMap(node)) return { kind: 'map', source, start, end, entries: this.#entries(node, depth) }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#convertOr(item, start, depth))
      return { kind: 'list', source, start, end, items }
    }
    if (!isScalar(node)) throw new Error(`no such node in YAML: ${String(node)}`)
    const text = String(node.value ?? '')
    const isPlain = node.type === 'PLAIN' || node.type === undefined
    this.#blameSwallowedComment(isPlain && text !== '' ? end : null)
    // `headline: &x`: an anchor on nothing was meant as text, and is reported as such.
    if (isPlain && text === '' && node.anchor !== undefined) return this.#standIn(start, end)
    const isNull = isPlain && /^(?:~|null|Null|NULL)?$/.test(text)
    return { kind: 'scalar', source, start, end: isNull && text === '' ? start : end, text: isNull ? null : text }
  }

  #convertOr(node: unknown, offset: number, depth: number): YamlNode {
    return node ? this.convert(node as Node, depth + 1) : this.empty(offset)
  }

  #entries(node: YAMLMap, depth: number): Map<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>()
    for (const { key, value } of node.items) {
      const keyNode = key as Node | null
      const [keyStart, keyEnd] = keyNode ? this.#span(keyNode) : this.#span(node)
      if (!isScalar(keyNode) || keyNode.value === '' || keyNode.value === null) {
        this.blame('a key must be a word', keyStart, Math.max(keyEnd, keyStart + 1))
        continue
      }
      const name = String(keyNode.value)
      const written = this.#convertOr(value, keyEnd, depth)
      const child = written.kind === 'scalar' && written.text === null ? this.#orHash(name, keyEnd, written) : written
      if (this.#mayStand(name, entries, keyStart, keyEnd)) {
        entries.set(name, { key: name, keySource: this.source, keyStart, keyEnd, node: child })
      }
    }
    return entries
  }

  #mayStand(name: string, entries: ReadonlyMap<string, YamlEntry>, keyStart: number, keyEnd: number): boolean {
    const first = entries.get(name)
    if (name === '<<') this.blame('maps cannot be merged by <<', keyStart, keyEnd, 'write the keys out')
    else if (first) {
      const { line } = this.source.placeAt(first.keyStart)
      this.blame(`the key "${name}" is written twice; first on line ${line}`, keyStart, keyEnd)
    } else return true
    return false
  }

  /** `headline: #1`: YAML takes what follows for a comment, an editor did not. */
  #orHash(key: string, keyEnd: number, empty: YamlNode): YamlNode {
    const match = /^["']?[ \t]*:[ \t]+(#[^\s#].*?)[ \t]*$/m.exec(this.#restOfLine(keyEnd))
    if (!match) return empty
    const start = keyEnd + match[0].indexOf('#')
    const text = match[1]!
    const message = `YAML takes the value of ${key} for a comment: it begins with #`
    this.blame(message, start, start + text.length, quoteHint(key, text))
    return this.#standIn(start, start + text.length)
  }

  /** What stands for a value that was meant as text, so that it is not called missing too. */
  #standIn(start: number, end: number): YamlNode {
    return { kind: 'scalar', text: this.source.text.slice(start, end), source: this.source, start, end }
  }

  /** `headline: Rents up #2`: in front matter the end of the text would be lost without a word. */
  #blameSwallowedComment(end: number | null): void {
    if (end === null || !this.part.isFrontMatter) return
    const match = /^[ \t]+(#[^\s#].*?)[ \t]*$/.exec(this.#restOfLine(end))
    if (!match) return
    const start = end + match[0].indexOf('#')
    const hint = 'put the whole value in quotes; a comment has a space after its #'
    this.blame('YAML takes the end of this value for a comment', start, start + match[1]!.length, hint)
  }

  #restOfLine(offset: number): string {
    const line = this.source.text.indexOf('\n', offset)
    return this.source.text.slice(offset, line < 0 ? this.part.end : Math.min(line, this.part.end)).replace(/\r$/, '')
  }

  #blameTag(node: Node, start: number): void {
    if (!node.tag) return
    const text = this.source.text
    const lineStart = text.lastIndexOf('\n', start - 1) + 1
    const at = Math.max(text.lastIndexOf('!', start), lineStart)
    const from = text[at] === '!' && text[at - 1] === '!' ? at - 1 : at
    const word = /^\S*/.exec(text.slice(from, this.part.end))![0]
    this.blame(
      'a value cannot begin with ! unless it stands in quotes',
      from,
      from + word.length,
      'put the value in quotes',
    )
  }

  #name(anchor: string, anchored: Omit<Anchored, 'used'>): void {
    const entry = { ...anchored, used: false }
    this.#anchors.set(anchor, entry)
    this.#anchored.push(entry)
  }

  #follow(anchor: string, start: number, end: number): YamlNode {
    const anchored = this.#anchors.get(anchor)
    if (!anchored) {
      const hint = 'a value that begins with * must stand in quotes'
      this.blame(`nothing before this is named &${anchor}`, start, end, hint)
      return this.#standIn(start, end)
    }
    anchored.used = true
    this.#values += anchored.size
    const isOver = this.#aliased > MOST_ALIASED
    this.#aliased += anchored.size
    if (this.#aliased <= MOST_ALIASED) return anchored.node
    if (!isOver)
      this.blame(`aliases (*${anchor}) repeat more than ${MOST_ALIASED} values`, start, end, 'write less by aliases')
    return this.empty(start)
  }

  #span(node: Node): readonly [number, number] {
    const range = node.range ?? [0, 0, 0]
    return [this.part.start + range[0], this.part.start + range[1]]
  }
}

/** A map without keys, for a document that says nothing. */
export function emptyMap(source: SourceFile, offset: number): YamlMap {
  return { kind: 'map', source, start: offset, end: offset, entries: new Map() }
}
