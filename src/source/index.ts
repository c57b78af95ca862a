/**
 * Source: editors' files whose values remember where they were written, and schemas in editors' words. Takes paths and
 * a Host, or a SourceFile and a Schema; gives text, checked values, and the place of each of them. Promises: every value
 * as typed (`007` stays 007), every mistake of a file reported at its line and column, nothing thrown at an editor,
 * nothing read outside a folder that `insideFolder` was asked about.
 */
export * from './inside-folder.js'
export * from './merge-trees.js'
export { didYouMean, isEmpty, mistake, placeOfKey, placeOfNode } from './mistakes.js'
export * from './open-source.js'
export * from './read-front-matter.js'
export { checkYaml, type CheckOptions, parseYaml, readYaml } from './read-yaml.js'
export * from './schema-scalars.js'
export * from './schema-shapes.js'
export * from './types.js'
export type { YamlTree } from './yaml-tree.js'
