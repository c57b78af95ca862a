import { join } from 'node:path'
import { type Host, nearest, type Place, type Report } from '../base/index.js'
import {
  insideFolder,
  isEmpty,
  mergeTrees,
  openSource,
  parseYaml,
  placeOfKey,
  placeOfNode,
  type SourceFile,
  type YamlTree,
} from '../source/index.js'

/** What a stylebook is read from. */
export interface StylebookFiles {
  readonly layoutsFolder: string
  readonly host: Host
  readonly report: Report
}

/** A stylebook's file with what it extends under it. */
export interface StylebookTree {
  readonly tree: YamlTree
  readonly source: SourceFile
}

/** A stylebook that is asked for: by a manifest, or by one that extends it. */
interface Asked {
  readonly paper: string
  readonly place: Place
  /** The stylebooks that led here. */
  readonly path: readonly string[]
}

/** Reads a stylebook's file and lays it over what it extends. Null when a file is missing, cannot be read, or extends itself. */
export function readStylebookTree(asked: Asked, files: StylebookFiles): StylebookTree | null {
  const { paper, place, path } = asked
  const { layoutsFolder, host, report } = files
  if (path.includes(paper)) {
    const circle = [...path.slice(path.indexOf(paper)), paper].join(' → ')
    report({ code: 'stylebook-loop', message: `stylebooks extend each other in a circle: ${circle}`, place })
    return null
  }
  const file = fileOf(asked, files)
  const source = file === null ? null : openSource(file, host, report, place)
  const own = source && parseYaml(source, report)
  if (!source || !own) return null
  const extended = extendsOf(own)
  if (!extended) return { tree: own, source }
  const under = readStylebookTree({ ...extended, path: [...path, paper] }, { layoutsFolder, host, report })
  return under && { tree: mergeTrees(under.tree, own), source }
}

/** The file of a stylebook; null when there is none, which is reported. */
function fileOf({ paper, place }: Asked, { layoutsFolder, host, report }: StylebookFiles): string | null {
  const name = `${paper}.yaml`
  const path = join(layoutsFolder, name)
  if (/[\\/]/.test(paper) || !insideFolder(host, layoutsFolder, name)) {
    report({ code: 'path-outside', message: `the stylebook ${paper} is not in the layouts folder`, place })
    return null
  }
  if (host.kind(path) === 'file') return path
  const papers = (host.list(layoutsFolder) ?? [])
    .filter((one) => one.endsWith('.yaml'))
    .map((one) => one.slice(0, -'.yaml'.length))
  const near = nearest(paper, papers)
  const there = papers.length > 0 ? `there is ${papers.join(', ')}` : 'the folder holds no stylebook'
  report({
    code: 'stylebook-missing',
    message: `there is no stylebook ${host.displayPath(path)}`,
    place,
    hint: near ? `did you mean "${near}"?` : there,
  })
  return null
}

/** The stylebook that a tree extends, if it says one. What is no name is left for the schema to report. */
function extendsOf({ root }: YamlTree): { readonly paper: string; readonly place: Place } | null {
  const entry = root.kind === 'map' ? root.entries.get('extends') : undefined
  if (!entry || isEmpty(entry.node) || entry.node.kind !== 'scalar') return null
  return { paper: entry.node.text!, place: placeOfNode(entry.node, placeOfKey(entry)) }
}
