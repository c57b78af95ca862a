/** What a room or a file at the top of `src/` may do. */
export interface Room {
  /** The rooms it sees, besides itself. */
  readonly sees: readonly string[]
  /** The packages that it alone imports. */
  readonly alone: readonly string[]
}

const room = (sees: string, alone = ''): Room => ({ sees: words(sees), alone: words(alone) })
const words = (text: string): string[] => text.split(' ').filter(Boolean)

/** The room table of the house. A room sees only what is named here, and only through its `index.ts`. */
export const ROOMS: Readonly<Record<string, Room>> = {
  base: room(''),
  source: room('base', 'yaml'),
  stylebook: room('base source'),
  edition: room(
    'base source stylebook',
    'mdast-util-from-markdown mdast-util-gfm-table micromark-extension-gfm-table mdast micromark-util-types',
  ),
  fonts: room('base source', 'fontkit harfbuzzjs'),
  // Both rooms open PDF files: the one to look at them, the other to embed them.
  pictures: room('base source', 'sharp @cantoo/pdf-lib @rgrove/parse-xml svgpath color-name uqr'),
  typeset: room('base stylebook edition fonts', 'hyphen'),
  makeup: room('base stylebook edition pictures typeset'),
  // A nameplate in SVG is painted as outlines.
  display: room('base stylebook fonts pictures typeset makeup'),
  prepress: room('base stylebook fonts pictures display'),
  // It looks at what a page shows, and says where in the copy it comes from.
  preflight: room('base stylebook edition pictures makeup display prepress'),
  output: room('base fonts pictures display prepress', 'pdfkit @cantoo/pdf-lib @hyzyla/pdfium'),
  'results.ts': room('base makeup preflight prepress output'),
  'build.ts': room(
    'base source stylebook edition fonts pictures typeset makeup display prepress preflight output results.ts',
  ),
  desk: room('base source build.ts', 'chokidar'),
  'host.ts': room('base'),
  'command-line.ts': room('base'),
  'cli.ts': room('build.ts desk base host.ts command-line.ts'),
}

/** Modules of Node that touch the machine, and the files that may touch it. */
export const MACHINE: readonly { readonly module: RegExp; readonly files: readonly string[] }[] = [
  { module: /^node:(fs|os|process|child_process|worker_threads|net|http|https|timers)(\/|$)/, files: ['host.ts'] },
  { module: /^node:perf_hooks$/, files: [] },
]

/** Code that only the named files may hold; read with comments and the insides of strings left out. */
export interface Reserved {
  readonly what: string
  readonly code: RegExp
  readonly files: readonly string[]
  /** The room to which the rule belongs; all of them when left out. */
  readonly within?: string
}

/** What is reserved, and for whom. */
export const RESERVED: readonly Reserved[] = [
  { what: 'the console', code: /\bconsole\b/, files: ['cli.ts'] },
  { what: 'the process', code: /(?<![.\w])process\b(?!\s*:)/, files: ['cli.ts', 'host.ts'] },
  {
    what: 'the clock',
    code: /\bDate\.now\b|\bnew Date\s*\(\s*\)|\bnew Date(?!\s*\()|(?<!new )\bDate\s*\(|\bperformance\s*\.|\bset(?:Timeout|Interval|Immediate)\b/,
    files: ['host.ts'],
  },
  {
    what: 'the machine’s time zone',
    code: /\.(?:get|set)(?:Date|Day|FullYear|Hours|Minutes|Seconds|Milliseconds|Month|TimezoneOffset)\s*\(|\bnew Date\s*\([^()]*,|\.to(?:Date|Time)String\s*\(/,
    files: [],
  },
  { what: 'the machine’s locale', code: /\btoLocale\w*|\blocaleCompare\b|\bIntl\s*\./, files: [] },
  { what: 'chance', code: /\bMath\.random\b|\brandom(?:UUID|Bytes|Int)\b/, files: [] },
  { what: '`any`', code: /(?:[:<|&]|\bas|\bextends)\s*any\b(?!\s*\()|\bany\[\]|[<,]\s*any\s*>/, files: [] },
  {
    what: 'pdfkit’s private parts',
    code: /\._[A-Za-z]/,
    files: ['output/pdf/pdfkit-internals.ts'],
    within: 'output',
  },
]

/** The most lines a file may have. */
export const MOST_LINES = 400
