/** A trie of patterns as the package stores it: a leaf's levels, a node, or a node that is also a pattern's end. */
type StoredNode = number | StoredTrie | readonly [StoredTrie, number]
interface StoredTrie {
  readonly [letter: string]: StoredNode
}

/** What hyphenation patterns are stored as: lists of levels, and a trie whose patterns end in numbers of such lists. */
export type StoredPatterns = readonly [levels: readonly (readonly number[])[], trie: StoredTrie]

/** Liang's patterns. */
export class PatternTree {
  private readonly root: Branch
  /** The letters that words have had, by code, in the order they came by: so few that a branch has a list by letter. */
  private readonly letters = new Map<number, number>()
  /** The letters of the word at hand. */
  private readonly numbers: number[] = []

  constructor(stored: StoredPatterns) {
    const [levels, trie] = stored
    this.root = new Branch(levels, trie, null)
  }

  /**
   * Liang's algorithm (F. M. Liang, "Word hy-phen-a-tion by com-put-er", 1983): at each place of `.word.` the greatest level
   * of all patterns that match there. Entry k stands before letter k.
   */
  levelsOf(word: string): Uint8Array {
    const dotted = `.${word}.`
    const { numbers } = this
    for (let i = 0; i < dotted.length; i++) numbers[i] = this.numberOf(dotted.charCodeAt(i))
    const found = new Uint8Array(word.length + 1)
    for (let start = 0; start < dotted.length - 1; start++) {
      // The levels of a pattern that begins with the word's dot are stored from the first letter on.
      const first = start === 0 ? 0 : start - 1
      let branch: Branch | null = this.root
      for (let i = start; branch && i < dotted.length; i++) {
        branch = branch.next(numbers[i]!, dotted, i)
        if (branch?.levels) raise(found, first, branch.levels)
      }
    }
    return found
  }

  private numberOf(code: number): number {
    let number = this.letters.get(code)
    if (number === undefined) this.letters.set(code, (number = this.letters.size))
    return number
  }
}

/**
 * Patterns that begin alike. A branch is copied out of the package's trie when a word first comes by: those objects have each
 * another shape, and looking into them takes most of the time that hyphenation takes.
 */
class Branch {
  /** By the number of a letter: undefined before a word asks for it. */
  private readonly branches: (Branch | null | undefined)[] = []

  constructor(
    private readonly all: StoredPatterns[0],
    /** Null where no pattern goes on. */
    private readonly stored: StoredTrie | null,
    /** The levels of the pattern that ends here. */
    readonly levels: readonly number[] | null,
  ) {}

  /** The patterns that go on with letter `at` of a word, whose number is given; null when none does. */
  next(number: number, word: string, at: number): Branch | null {
    if (!this.stored) return null
    const branch = this.branches[number]
    return branch === undefined ? (this.branches[number] = this.copy(this.stored[word[at]!])) : branch
  }

  private copy(node: StoredNode | undefined): Branch | null {
    if (node === undefined) return null
    if (typeof node === 'number') return new Branch(this.all, null, this.all[node]!)
    const [trie, levels] = isEnd(node) ? [node[0], this.all[node[1]]!] : [node, null]
    return new Branch(this.all, trie, levels)
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
