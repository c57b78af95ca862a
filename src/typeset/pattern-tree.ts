/** A trie of patterns as the package stores it: a leaf's levels, a node, or a node that is also a pattern's end. */
type StoredNode = number | StoredTrie | readonly [StoredTrie, number]
interface StoredTrie {
  readonly [letter: string]: StoredNode
}

/** What hyphenation patterns are stored as: lists of levels, and a trie whose patterns end in numbers of such lists. */
export type StoredPatterns = readonly [levels: readonly (readonly number[])[], trie: StoredTrie]

/**
 * Liang's patterns, branch by branch. A branch is copied out of the package's trie when a word first comes by: those objects
 * have each another shape, and looking into them takes most of the time that hyphenation takes.
 */
export class PatternTree {
  private readonly branches = new Map<number, PatternTree | null>()

  private constructor(
    private readonly all: StoredPatterns[0],
    private readonly stored: StoredTrie,
    /** The levels of the pattern that ends here. */
    private readonly levels: readonly number[] | null,
  ) {}

  static of([levels, trie]: StoredPatterns): PatternTree {
    return new PatternTree(levels, trie, null)
  }

  /**
   * Liang's algorithm (F. M. Liang, "Word hy-phen-a-tion by com-put-er", 1983): at each place of `.word.` the greatest level
   * of all patterns that match there. Entry k stands before letter k.
   */
  levelsOf(word: string): Uint8Array {
    const dotted = `.${word}.`
    const found = new Uint8Array(word.length + 1)
    for (let start = 0; start < dotted.length - 1; start++) {
      // The levels of a pattern that begins with the word's dot are stored from the first letter on.
      const first = start === 0 ? 0 : start - 1
      let branch = this.branch(dotted.charCodeAt(start))
      for (let i = start + 1; branch; i++) {
        if (branch.levels) raise(found, first, branch.levels)
        branch = i < dotted.length ? branch.branch(dotted.charCodeAt(i)) : null
      }
    }
    return found
  }

  /** The patterns that go on with a letter; null when none does. */
  private branch(letter: number): PatternTree | null {
    let branch = this.branches.get(letter)
    if (branch === undefined) this.branches.set(letter, (branch = this.copy(this.stored[String.fromCharCode(letter)])))
    return branch
  }

  private copy(node: StoredNode | undefined): PatternTree | null {
    if (node === undefined) return null
    if (typeof node === 'number') return new PatternTree(this.all, {}, this.all[node]!)
    const [trie, levels] = isEnd(node) ? [node[0], this.all[node[1]]!] : [node, null]
    return new PatternTree(this.all, trie, levels)
  }
}

function isEnd(node: StoredTrie | readonly [StoredTrie, number]): node is readonly [StoredTrie, number] {
  return Array.isArray(node)
}

function raise(found: Uint8Array, first: number, levels: readonly number[]): void {
  for (let k = 0; k < levels.length; k++) {
    if (levels[k]! > found[first + k]!) found[first + k] = levels[k]!
  }
}
