import { posix } from 'node:path'
import { readSource } from './read-source.js'
import { MACHINE, MOST_LINES, RESERVED, ROOMS } from './room-table.js'

/** What the files break of the rules of the house, each by name. Paths are relative to `src/`. */
export function violations(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const room = roomOf(file)
    if (!(room in ROOMS)) return [`${file}: the house has no room ${room}`]
    const { code, imports } = readSource(text)
    return [
      ...imports.flatMap(({ specifier, line }) => {
        const broken = specifier === null ? 'imports a computed name' : brokenByImport(file, specifier)
        return broken ? [`${file}:${line} ${broken}`] : []
      }),
      ...brokenByCode(file, code),
      ...brokenBySize(file, text),
    ]
  })
}

/** The room of a file: its folder, or the file itself when it stands at the top. */
function roomOf(file: string): string {
  return file.split('/')[0]!
}

function brokenByImport(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return brokenByRoom(file, specifier)
  if (specifier.startsWith('node:')) return brokenByMachine(file, specifier)
  return brokenByPackage(file, specifier)
}

function brokenByRoom(file: string, specifier: string): string | null {
  const room = roomOf(file)
  const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts')
  const other = roomOf(target)
  if (other === room) return null
  const { sees } = ROOMS[room]!
  if (!sees.includes(other)) {
    return `imports ${specifier}: ${room} sees ${sees.length > 0 ? `only ${sees.join(', ')}` : 'no other room'}`
  }
  const door = other.endsWith('.ts') ? other : `${other}/index.ts`
  return target === door ? null : `imports ${specifier}: ${other} is entered only through its index.ts`
}

function brokenByMachine(file: string, specifier: string): string | null {
  const rule = MACHINE.find(({ module }) => module.test(specifier))
  if (!rule || rule.files.includes(file)) return null
  return `imports ${specifier}: ${rule.files.length > 0 ? `only ${rule.files.join(', ')} may` : 'nobody may'}`
}

function brokenByPackage(file: string, specifier: string): string | null {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const owners = Object.entries(ROOMS).flatMap(([room, { alone }]) => (alone.includes(name) ? [room] : []))
  if (owners.includes(roomOf(file))) return null
  return `imports ${specifier}: ${owners.length > 0 ? `${owners.join(' and ')} alone imports ${name}` : 'no room may import it'}`
}

function brokenByCode(file: string, code: string): string[] {
  return RESERVED.flatMap(({ what, code: pattern, files, within = roomOf(file) }) => {
    if (files.includes(file) || within !== roomOf(file)) return []
    const found = pattern.exec(code)
    if (!found) return []
    const line = code.slice(0, found.index).split('\n').length
    return [`${file}:${line} uses ${what}: ${files.length > 0 ? `only ${files.join(', ')} may` : 'nobody may'}`]
  })
}

function brokenBySize(file: string, text: string): string[] {
  const lines = text.trimEnd().split('\n').length
  return lines > MOST_LINES ? [`${file} has ${lines} lines: at most ${MOST_LINES}`] : []
}
