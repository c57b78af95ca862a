import { isEmpty } from './mistakes.js'
import type { YamlEntry, YamlNode } from './types.js'
import type { YamlTree } from './yaml-tree.js'

/** One document laid over another: maps merge, lists and values replace, what is left empty keeps what is under it. */
export function mergeTrees(under: YamlTree, over: YamlTree): YamlTree {
  return { root: mergeNodes(under.root, over.root), isSound: under.isSound && over.isSound }
}

function mergeNodes(under: YamlNode, over: YamlNode): YamlNode {
  if (isEmpty(over)) return under
  if (under.kind !== 'map' || over.kind !== 'map') return over
  const entries = new Map<string, YamlEntry>(under.entries)
  for (const [key, entry] of over.entries) {
    const below = entries.get(key)
    entries.set(key, below ? { ...entry, node: mergeNodes(below.node, entry.node) } : entry)
  }
  return { ...over, entries }
}
