import { GREY, INKS, isColoured, RGB, type Space, spaceNamed, UNKNOWN } from './pdf-space.js'

/** What content says of the colours that it sets by itself. */
export interface ContentColours {
  /** Whether one is given in red, green and blue. */
  readonly hasRgb: boolean
  /** Whether one is a colour: not black, grey or white. */
  readonly hasColour: boolean
  /** The most ink of one that is given in the press's inks, all together; per cent. */
  readonly mostInk: number
}

/** The spaces of colours that content may call by a name, beside those that every file has. */
export type Spaces = ReadonlyMap<string, Space>

/** Looks through the content of a page, a form or a pattern for the colours that it sets. */
export function readContent(content: string, spaces: Spaces): ContentColours {
  const reader = new ContentReader(content, spaces)
  reader.read()
  return reader
}

/** White space and the marks that end a word (ISO 32000-1, 7.2.2), by their codes. */
const ENDS_WORD = new Uint8Array(256)
for (const mark of '\0\t\n\f\r ()<>[]{}/%') ENDS_WORD[mark.charCodeAt(0)] = 1

/** The operators of colours are no longer. */
const LONGEST_OPERATOR = 3
/** So many operands are remembered: a colour has at most 32 parts (annex C), an image within content some twenty words. */
const MOST_OPERANDS = 64
/** So many saved states are remembered; what is nested deeper leaves no trace. A file should have 28 at most (annex C). */
const MOST_SAVED = 1000

/** The end of an image within the content. */
const IMAGE_END = /\sEI(?=\s|$)/g

/** The spaces in which content fills and strokes. */
interface State {
  readonly fill: Space
  readonly stroke: Space
}

class ContentReader implements ContentColours {
  hasRgb = false
  hasColour = false
  mostInk = 0
  readonly #content: string
  readonly #spaces: Spaces
  #state: State = { fill: GREY, stroke: GREY }
  readonly #saved: State[] = []
  /** States that were saved and are not remembered. */
  #unsaved = 0
  /** Where the operands of the next operator begin and end: names with their stroke, and other words. */
  readonly #from = new Uint32Array(MOST_OPERANDS)
  readonly #to = new Uint32Array(MOST_OPERANDS)
  #operands = 0

  constructor(content: string, spaces: Spaces) {
    this.#content = content
    this.#spaces = spaces
  }

  read(): void {
    const content = this.#content
    let at = 0
    while (at < content.length) {
      const mark = content[at]!
      if (mark === '(') at = endOfString(content, at)
      else if (mark === '%') at = endOfLine(content, at)
      else if (mark === '<') at = content[at + 1] === '<' ? at + 2 : endOf(content, at, '>')
      else if (mark === '/') at = this.#operand(at, endOfWord(content, at + 1))
      else if (ENDS_WORD[content.charCodeAt(at)]) at++
      else at = this.#word(at, endOfWord(content, at))
    }
  }

  /** Remembers an operand; gives its end. */
  #operand(from: number, to: number): number {
    if (this.#operands < MOST_OPERANDS) {
      this.#from[this.#operands] = from
      this.#to[this.#operands++] = to
    }
    return to
  }

  /** An operand or an operator; gives where to read on. */
  #word(from: number, to: number): number {
    const content = this.#content
    if (isNumber(content.charCodeAt(from)) || isConstant(content, from, to)) return this.#operand(from, to)
    const next = to - from <= LONGEST_OPERATOR ? this.#operator(content.slice(from, to), to) : to
    this.#operands = 0
    return next
  }

  /** Does what an operator of colours says (ISO 32000-1, table 74); gives where to read on. */
  #operator(operator: string, end: number): number {
    switch (operator) {
      case 'g':
        this.#choose({ fill: GREY })
        break
      case 'G':
        this.#choose({ stroke: GREY })
        break
      case 'rg':
        this.#choose({ fill: RGB })
        this.#colour(RGB)
        break
      case 'RG':
        this.#choose({ stroke: RGB })
        this.#colour(RGB)
        break
      case 'k':
        this.#choose({ fill: INKS })
        this.#colour(INKS)
        break
      case 'K':
        this.#choose({ stroke: INKS })
        this.#colour(INKS)
        break
      case 'cs':
        this.#choose({ fill: this.#space(this.#operands - 1) })
        break
      case 'CS':
        this.#choose({ stroke: this.#space(this.#operands - 1) })
        break
      case 'sc':
      case 'scn':
        this.#colour(this.#state.fill)
        break
      case 'SC':
      case 'SCN':
        this.#colour(this.#state.stroke)
        break
      case 'q':
        if (this.#saved.length < MOST_SAVED) this.#saved.push(this.#state)
        else this.#unsaved++
        break
      case 'Q':
        if (this.#unsaved > 0) this.#unsaved--
        else this.#state = this.#saved.pop() ?? this.#state
        break
      case 'ID':
        return this.#image(end)
    }
    return end
  }

  #choose(change: Partial<State>): void {
    const space = change.fill ?? change.stroke!
    if (space.kind === 'rgb') this.hasRgb = true
    if (space.kind === 'spot' || (space.isIndexed && isColoured(space))) this.hasColour = true
    this.#state = { ...this.#state, ...change }
  }

  /** A colour of a space; its parts are the last operands, or stand before a pattern's name. */
  #colour({ kind, isIndexed }: Space): void {
    if (isIndexed || (kind !== 'rgb' && kind !== 'inks')) return
    const size = kind === 'rgb' ? 3 : 4
    const end = this.#nameAt(this.#operands - 1) === null ? this.#operands : this.#operands - 1
    if (end < size) return
    const part = (at: number): number => {
      const value = parseFloat(this.#operandAt(end - size + at))
      return Math.min(1, Math.max(0, value || 0))
    }
    const [first, second, third] = [part(0), part(1), part(2)]
    if (kind === 'rgb') {
      if (first !== second || second !== third) this.hasColour = true
      return
    }
    if (first > 0 || second > 0 || third > 0) this.hasColour = true
    // To a thousandth: sums of decimal fractions are a little off.
    const ink = Math.round((first + second + third + part(3)) * 100_000) / 1000
    this.mostInk = Math.max(this.mostInk, ink)
  }

  /** An image within the content, whose data begin here; gives its end. */
  #image(data: number): number {
    for (let at = 0; at < this.#operands; at++) {
      const key = this.#nameAt(at)
      if (key !== 'CS' && key !== 'ColorSpace') continue
      const value = this.#nameAt(at + 1)
      const space = this.#space(value === 'I' || value === 'Indexed' ? at + 2 : at + 1)
      if (space.kind === 'rgb') this.hasRgb = true
      if (isColoured(space)) this.hasColour = true
      break
    }
    IMAGE_END.lastIndex = data
    return IMAGE_END.exec(this.#content) ? IMAGE_END.lastIndex : this.#content.length
  }

  /** The space that an operand names. */
  #space(at: number): Space {
    const name = this.#nameAt(at) ?? ''
    return this.#spaces.get(name) ?? spaceNamed(name) ?? UNKNOWN
  }

  /** The name that an operand is; null when it is none. */
  #nameAt(at: number): string | null {
    if (at < 0 || at >= this.#operands) return null
    const operand = this.#operandAt(at)
    if (!operand.startsWith('/')) return null
    const name = operand.slice(1)
    if (!name.includes('#')) return name
    return name.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  }

  #operandAt(at: number): string {
    return this.#content.slice(this.#from[at], this.#to[at])
  }
}

/** Whether a word that begins with this is a number: a sign, a point or a digit. */
function isNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b
}

/** Whether a word is an operand that is written in letters. */
function isConstant(content: string, from: number, to: number): boolean {
  const size = to - from
  if (size !== 4 && size !== 5) return false
  const word = content.slice(from, to)
  return word === 'true' || word === 'false' || word === 'null'
}

function endOfWord(content: string, from: number): number {
  let at = from
  while (at < content.length && !ENDS_WORD[content.charCodeAt(at)]) at++
  return at
}

/** Just past the end of a comment. */
function endOfLine(content: string, from: number): number {
  let at = from
  while (at < content.length && content[at] !== '\n' && content[at] !== '\r') at++
  return at + 1
}

/** Just past the next `mark`, or the end. */
function endOf(content: string, from: number, mark: string): number {
  const at = content.indexOf(mark, from)
  return at < 0 ? content.length : at + 1
}

/** Just past a string in brackets, which may hold pairs of brackets of its own. */
function endOfString(content: string, from: number): number {
  let depth = 0
  for (let at = from; at < content.length; at++) {
    if (content[at] === '\\') at++
    else if (content[at] === '(') depth++
    else if (content[at] === ')' && --depth === 0) return at + 1
  }
  return content.length
}
