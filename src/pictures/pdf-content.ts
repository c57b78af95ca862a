/** Operators that give a colour in red, green and blue (ISO 32000-1, table 74). */
const RGB_OPERATORS = new Set(['rg', 'RG'])
/** Operators that choose a colour space by its name. */
const SPACE_OPERATORS = new Set(['cs', 'CS'])
const RGB_SPACES = new Set(['DeviceRGB', 'CalRGB', 'RGB'])

/** A name, or a number or an operator; each from where the reading stands. */
const NAME = /\/([^\s()<>[\]{}/%]*)/y
const WORD = /[^\s()<>[\]{}/%]+/y
/** The end of an image within the content. */
const IMAGE_END = /\sEI(?=\s|$)/g

/** Whether the content of a page, a form or a pattern names a colour of red, green and blue by itself. */
export function usesRgb(content: string): boolean {
  let names: string[] = []
  let at = 0
  while (at < content.length) {
    const character = content[at]!
    if (character === '(') at = endOfString(content, at)
    else if (character === '%') at = endOf(content, at, '\n')
    else if (content.startsWith('<<', at)) at += 2
    else if (character === '<') at = endOf(content, at, '>')
    else if (character === '/') {
      const [whole, name] = matchAt(NAME, content, at)!
      names.push(name!)
      at += whole.length
    } else {
      const word = matchAt(WORD, content, at)?.[0]
      at += word?.length ?? 1
      if (word === undefined || isNumber(word)) continue
      if (RGB_OPERATORS.has(word)) return true
      if (SPACE_OPERATORS.has(word) && RGB_SPACES.has(names.at(-1) ?? '')) return true
      if (word === 'ID') {
        const space = names.findIndex((name) => name === 'CS' || name === 'ColorSpace')
        if (space >= 0 && RGB_SPACES.has(names[space + 1] ?? '')) return true
        IMAGE_END.lastIndex = at
        at = IMAGE_END.exec(content) ? IMAGE_END.lastIndex : content.length
      }
      names = []
    }
  }
  return false
}

function matchAt(pattern: RegExp, content: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(content)
}

function isNumber(word: string): boolean {
  return /^[+\-.\d]/.test(word)
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
