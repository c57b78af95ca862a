/**
 * The command: words of a command line in, findings to stderr, the ledger's table to stdout, an exit code out.
 * What it does is said in `command-line.ts` and done in `build.ts`.
 */
import { join, resolve } from 'node:path'
import { formatDiagnostic, type Diagnostic, type Host } from './base/index.js'
import type { Build } from './build.js'
import { HELP, readCommandLine, type BuildOptions, type DiffOptions } from './command-line.js'
import { nodeHost } from './host.js'

/** How the command was started. */
export interface Start {
  /** The words typed. */
  readonly words: readonly string[]
  /** The project's folder: editions, layouts, fonts and out stand in it unless said otherwise. */
  readonly project: string
  /** Where the command was typed: paths on the command line start here. */
  readonly workingFolder: string
}

/** Runs the command and sets the exit code of the process. Never throws at an editor. */
export async function main(start: Start): Promise<void> {
  // `npm run edition | head` closes our output early; that is no fault of ours.
  process.stdout.on('error', () => process.exit())
  const command = readCommandLine(start.words)
  switch (command.kind) {
    case 'help':
      return console.log(HELP)
    case 'version':
      return console.log(versionOf(start))
    case 'wrong':
      console.error(`${command.message}\nnpm run edition -- --help lists the options`)
      process.exitCode = 2
      return
    case 'build':
      process.exitCode = await build(command.options, start)
      return
    case 'diff':
      process.exitCode = await diff(command.options, start)
  }
}

function versionOf({ project }: Start): string {
  const bytes = nodeHost(project).readBytes(join(project, 'package.json'))
  return (JSON.parse(new TextDecoder().decode(bytes ?? undefined)) as { version: string }).version
}

/** Builds edition after edition, each on its own. Gives the worst exit code. */
async function build(options: BuildOptions, { project, workingFolder }: Start): Promise<Build['exit']> {
  const { buildEdition, formatLedger } = await import('./build.js')
  const host = nodeHost(workingFolder)
  const folder = folderOf({ project, workingFolder })
  const builds: Build[] = []
  for (const edition of options.editions.length > 0 ? options.editions : [null]) {
    const built = await buildEdition({
      edition: edition === null ? null : resolve(workingFolder, edition),
      editionsFolder: join(project, 'editions'),
      layoutsFolder: folder(options.layouts, 'layouts'),
      fontsFolder: folder(options.fonts, 'fonts'),
      profilesFolder: join(project, 'layouts', 'profiles'),
      outFolder: folder(options.out, 'out'),
      profile: options.profile,
      strict: options.strict,
      ...(options.png === null ? {} : { png: options.png }),
      host,
    })
    builds.push(built)
    printFault(built.fault)
    if (!options.json) printBuild(built, { quiet: options.quiet, host, formatLedger })
  }
  if (options.json) printJSON(builds)
  return ([1, 3] as const).find((exit) => builds.some((built) => built.exit === exit)) ?? 0
}

/** Compares two editions and prints what changed. Gives the exit code. */
async function diff({ editions, ...options }: DiffOptions, start: Pick<Start, 'project' | 'workingFolder'>) {
  const { diffEditions, formatChanges } = await import('./desk/index.js')
  const folder = folderOf(start)
  const { diagnostics, changes, exit, fault } = await diffEditions({
    editions: [resolve(start.workingFolder, editions[0]), resolve(start.workingFolder, editions[1])],
    layoutsFolder: folder(options.layouts, 'layouts'),
    fontsFolder: folder(options.fonts, 'fonts'),
    host: nodeHost(start.workingFolder),
  })
  printFault(fault)
  if (options.json) {
    console.log(JSON.stringify({ diagnostics: diagnostics.map(asJSON), changes }, null, 2))
    return exit
  }
  printDiagnostics(diagnostics)
  if (diagnostics.length > 0) console.error(`${sumUp(diagnostics)}: nothing was compared`)
  if (changes) console.log(formatChanges(changes))
  return exit
}

/** A folder of the project, unless another was typed. */
function folderOf({ project, workingFolder }: Pick<Start, 'project' | 'workingFolder'>) {
  return (typed: string | null, usual: string): string =>
    typed === null ? join(project, usual) : resolve(workingFolder, typed)
}

function printFault(fault: unknown): void {
  if (fault instanceof Error && process.env['STONEHAND_DEBUG']) console.error(fault.stack)
}

interface PrintOptions {
  readonly quiet: boolean
  readonly host: Host
  readonly formatLedger: typeof import('./build.js').formatLedger
}

function printBuild({ diagnostics, ledger, files }: Build, { quiet, host, formatLedger }: PrintOptions): void {
  printDiagnostics(quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics)
  if (quiet) return
  if (diagnostics.length > 0) console.error(`${sumUp(diagnostics)}${files.length > 0 ? '' : ': nothing was written'}`)
  if (ledger) console.log(formatLedger(ledger))
  for (const file of files) console.log(host.displayPath(file))
}

function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const colour = process.stderr.isTTY && !process.env['NO_COLOR']
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic, { colour }))
}

/** `2 errors, 1 warning`. */
function sumUp(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, number: diagnostics.filter((one) => one.severity === severity).length }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${number} ${severity}${number === 1 ? '' : 's'}`)
    .join(', ')
}

/** One object for one edition; a list of them, in the order asked for, for several. */
function printJSON(builds: readonly Build[]): void {
  const objects = builds.map(({ diagnostics, ledger }) => ({
    diagnostics: diagnostics.map(asJSON),
    ledger,
  }))
  console.log(JSON.stringify(objects.length === 1 ? objects[0] : objects, null, 2))
}

function asJSON({ place: { file, line, column }, severity, code, message, hint }: Diagnostic) {
  return { file, line, column, severity, code, message, hint: hint ?? null }
}
