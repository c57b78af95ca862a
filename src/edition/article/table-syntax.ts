import type { Extension, Handle } from 'mdast-util-from-markdown'
import { gfmTable } from 'micromark-extension-gfm-table'

const enterRow: Handle = function (token) {
  this.enter({ type: 'tableRow', children: [] }, token)
}

const enterCell: Handle = function (token) {
  this.enter({ type: 'tableCell', children: [] }, token)
}

const leave: Handle = function (token) {
  this.exit(token)
}

/**
 * Tables in the Markdown tree. mdast-util-gfm-table does the same, but it brings a whole Markdown writer along,
 * which is a third more to load at every start.
 */
const tableTree: Extension = {
  enter: {
    table(token) {
      const align = (token._align ?? []).map((side) => (side === 'none' ? null : side))
      this.enter({ type: 'table', align, children: [] }, token)
    },
    tableRow: enterRow,
    tableHeader: enterCell,
    tableData: enterCell,
  },
  exit: { table: leave, tableRow: leave, tableHeader: leave, tableData: leave },
}

/** What `fromMarkdown` needs to read tables. */
export const TABLE_SYNTAX = { extensions: [gfmTable()], mdastExtensions: [tableTree] }
