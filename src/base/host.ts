/** What a path leads to. */
export type PathKind = 'file' | 'folder' | 'missing'

/** A file to be written. */
export interface NewFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * The machine as the engine sees it. `src/host.ts` is the only place that touches the file system;
 * tests give a `memoryHost`. Paths are absolute and use the platform's separator.
 */
export interface Host {
  /** What stands at `path`, links followed. */
  kind(path: string): PathKind
  /** How many bytes a file has; null when there is no such file, or it is no plain one. */
  size(path: string): number | null
  /** The whole file; null when there is no such file or it may not be read. */
  readBytes(path: string): Uint8Array | null
  /** The names in a folder in code-unit order; null when there is no such folder. */
  list(folder: string): readonly string[] | null
  /** The path with every link resolved; null when nothing is there. */
  realPath(path: string): string | null
  /** The file behind `npm:package/file`, given without `npm:`; null when it is not installed. */
  packageFile(specifier: string): string | null
  /**
   * Writes all the files aside, then renames them into place: every one whole, and none when one of them cannot be written.
   * Makes their folders. Throws on a full disk or no permission, with a message fit for an editor.
   */
  writeWhole(files: readonly NewFile[]): void
  /** The path as an editor should see it: relative to where the command was typed when inside it. */
  displayPath(path: string): string
}
