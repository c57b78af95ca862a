/** An import of a source file, of any form: static, dynamic, `export from`, of types only. */
export interface Import {
  /** As written; of a template the folders it begins with; null when nobody can say what it will be. */
  readonly specifier: string | null
  readonly line: number
}

/** A source file as the checks read it. */
export interface ReadSource {
  /** The text, with comments and the insides of strings and regular expressions blanked. */
  readonly code: string
  readonly imports: readonly Import[]
}

interface Literal {
  readonly start: number
  readonly end: number
}

/**
 * Reads TypeScript just far enough to tell code from comments, strings, templates and regular expressions
 * (the compiler has no API to ask).
 */
export function readSource(text: string): ReadSource {
  const { code, strings } = blank(text)
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  const imports: Import[] = []
  for (const { start, end } of strings) {
    if (!/(?:\bfrom|\bimport|\b(?:import|require)\s*\()\s*$/.test(code.slice(Math.max(0, start - 60), start))) continue
    imports.push({ specifier: text.slice(start + 1, end - 1), line: lineOf(start) })
  }
  for (const call of code.matchAll(/\b(?:import|require)\s*\(\s*(?!['"\s])/g)) {
    const named = /^`([^`$]*\/)/.exec(text.slice(call.index + call[0].length))
    imports.push({ specifier: named?.[1] ?? null, line: lineOf(call.index) })
  }
  return { code, imports: imports.sort((a, b) => a.line - b.line) }
}

/** Whether a `/` after this code begins a regular expression: a value cannot stand before one. */
function beginsRegExp(codeBefore: string): boolean {
  const before = codeBefore.trimEnd()
  return before === '' || /[(,=:[!&|?{};+\-*%~^<>]$/.test(before) || /\b(?:return|typeof|case|in|of|void)$/.test(before)
}

function blank(text: string): { code: string; strings: Literal[] } {
  const strings: Literal[] = []
  // How many braces are open inside each `${…}` we are in.
  const templates: number[] = []
  let code = ''
  let at = 0
  const skipTo = (end: number): void => {
    code += text.slice(at, end).replace(/[^\n]/g, ' ')
    at = end
  }
  const quote = (end: number): void => {
    code += text[at]! + text.slice(at + 1, end - 1).replace(/[^\n]/g, ' ') + text[end - 1]!
    at = end
  }
  while (at < text.length) {
    const one = text[at]!
    const two = text.slice(at, at + 2)
    if (two === '//') skipTo(endOf(text, '\n', at))
    else if (two === '/*') skipTo(endOf(text, '*/', at + 2) + 2)
    else if (one === "'" || one === '"') {
      const end = endOfQuoted(text, at)
      strings.push({ start: at, end })
      quote(end)
    } else if (one === '/' && beginsRegExp(code)) quote(endOfRegExp(text, at))
    else if (one === '`' || (one === '}' && templates.at(-1) === 0)) {
      if (one === '}') templates.pop()
      const { end, opens } = endOfTemplateText(text, at + 1)
      if (opens) templates.push(0)
      quote(end)
    } else {
      if (templates.length > 0 && one === '{') templates.push(templates.pop()! + 1)
      if (templates.length > 0 && one === '}') templates.push(templates.pop()! - 1)
      code += one
      at += 1
    }
  }
  return { code, strings }
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found
}

function endOfQuoted(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== text[start]) at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

function endOfRegExp(text: string, start: number): number {
  let inClass = false
  let at = start + 1
  while (at < text.length && (inClass || text[at] !== '/')) {
    if (text[at] === '[') inClass = true
    if (text[at] === ']') inClass = false
    at += text[at] === '\\' ? 2 : 1
  }
  return Math.min(at + 1, text.length)
}

/** The end of a template's text, past its closing backtick or the `${` that opens an expression. */
function endOfTemplateText(text: string, start: number): { end: number; opens: boolean } {
  let at = start
  while (at < text.length && text[at] !== '`') {
    if (text.startsWith('${', at)) return { end: at + 2, opens: true }
    at += text[at] === '\\' ? 2 : 1
  }
  return { end: Math.min(at + 1, text.length), opens: false }
}
