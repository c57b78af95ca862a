import type { Report } from '../base/index.js'
import { isEmpty, placeOfKey, placeOfNode } from './mistakes.js'
import {
  type Located,
  type Schema,
  type SourceFile,
  WRONG,
  type YamlEntry,
  type YamlNode,
  type YamlPath,
} from './types.js'
import type { YamlPart } from './yaml-mistakes.js'
import { emptyMap, readYamlTree, type YamlTree } from './yaml-tree.js'

/**
 * Reads a YAML file and checks it. Every mistake is reported at its place. Null when nothing can be made of it; a value
 * whose `isSound` is false when some of it was wrong and is left out.
 */
export function readYaml<T>(source: SourceFile, schema: Schema<T>, report: Report): Located<T> | null {
  return readYamlPart(source, schema, report, { start: 0, end: source.text.length, isFrontMatter: false })
}

/** The same for a part of a file. */
export function readYamlPart<T>(
  source: SourceFile,
  schema: Schema<T>,
  report: Report,
  part: YamlPart,
): Located<T> | null {
  const tree = readYamlTree(source, report, part)
  const name = part.isFrontMatter ? 'front matter' : 'the file'
  return tree && checkYaml(tree, { source, schema, report, name })
}

/** Reads a YAML file without checking what is in it. */
export function parseYaml(source: SourceFile, report: Report): YamlTree | null {
  return readYamlTree(source, report, { start: 0, end: source.text.length, isFrontMatter: false })
}

/** How a tree is checked. */
export interface CheckOptions<T> {
  /** The file that is named where nothing better is known. */
  readonly source: SourceFile
  readonly schema: Schema<T>
  readonly report: Report
  /** What messages call the document: `the file` when left out. */
  readonly name?: string
}

/** Checks a tree against a schema. */
export function checkYaml<T>(
  tree: YamlTree,
  { source, schema, report, name = 'the file' }: CheckOptions<T>,
): Located<T> | null {
  const root = isEmpty(tree.root) ? emptyMap(source, tree.root.start) : tree.root
  let isSound = tree.isSound
  const aliases: Aliases = new Map()
  const value = schema.read({
    node: root,
    name,
    keyPlace: null,
    onAlias: (map, key, entry) => aliases.set(map, (aliases.get(map) ?? new Map<string, YamlEntry>()).set(key, entry)),
    report: (finding) => {
      isSound = false
      report(finding)
    },
  })
  return value === WRONG ? null : locate(root, aliases, { value, source, isSound })
}

/** Keys in another spelling, under their own name. */
type Aliases = Map<YamlNode, Map<string, YamlEntry>>

function locate<T>(
  root: YamlNode,
  aliases: Aliases,
  known: Pick<Located<T>, 'value' | 'source' | 'isSound'>,
): Located<T> {
  let texts: Map<string, number> | null = null
  return {
    ...known,
    placeOf(path) {
      const { node, entry } = reach(root, aliases, path)
      return placeOfNode(node, entry && placeOfKey(entry))
    },
    keyPlaceOf(path) {
      const { node, entry } = reach(root, aliases, path)
      return entry ? placeOfKey(entry) : placeOfNode(node, null)
    },
    spanOf(path) {
      const { node, isWhole } = reach(root, aliases, path)
      return isWhole ? { start: node.start, end: node.end } : null
    },
    mentions(text) {
      texts ??= countTexts(root, new Map())
      return texts.get(text) ?? 0
    },
  }
}

/** How far a path leads. */
interface Reached {
  readonly node: YamlNode
  /** The entry that holds the node; null at the root and in a list. */
  readonly entry: YamlEntry | null
  readonly isWhole: boolean
}

function reach(root: YamlNode, aliases: Aliases, path: YamlPath): Reached {
  let reached: Reached = { node: root, entry: null, isWhole: true }
  for (const step of path) {
    const { node } = reached
    const entry =
      node.kind === 'map' ? (node.entries.get(String(step)) ?? aliases.get(node)?.get(String(step)) ?? null) : null
    const next = entry?.node ?? (node.kind === 'list' && typeof step === 'number' ? node.items[step] : undefined)
    if (!next) return { ...reached, isWhole: false }
    reached = { node: next, entry, isWhole: true }
  }
  return reached
}

function countTexts(node: YamlNode, texts: Map<string, number>): Map<string, number> {
  if (node.kind === 'scalar' && node.text !== null) texts.set(node.text, (texts.get(node.text) ?? 0) + 1)
  if (node.kind === 'list') for (const item of node.items) countTexts(item, texts)
  if (node.kind === 'map') for (const entry of node.entries.values()) countTexts(entry.node, texts)
  return texts
}
