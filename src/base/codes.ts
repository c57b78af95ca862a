/** How grave a finding is: an error keeps the edition from being written. */
export type Severity = 'error' | 'warning' | 'note'

/** What the house knows of a code. */
export interface CodeEntry {
  readonly severity: Severity
  readonly meaning: string
  /** An error, or a warning that counts as one, that never keeps the edition from being written: it is built, but not fit to print (exit 3). */
  readonly unfit?: true
}

/** Every code that an editor can meet, in one table. The README prints it. */
const TABLE = {
  // Files
  'file-missing': { severity: 'error', meaning: 'a file or folder that is named does not exist' },
  'file-unreadable': { severity: 'error', meaning: 'a file is not UTF-8 text, or cannot be read' },
  'file-unwritable': { severity: 'error', meaning: 'the results cannot be written to the out folder' },
  'path-outside': { severity: 'error', meaning: 'a path or a link leads outside the edition, layouts or fonts folder' },
  // YAML and keys
  'yaml-syntax': { severity: 'error', meaning: 'YAML that cannot be read' },
  'key-unknown': { severity: 'error', meaning: 'a key that stonehand does not know' },
  'key-missing': { severity: 'error', meaning: 'a key that must be there is not' },
  'value-wrong': { severity: 'error', meaning: 'a value of the wrong type or form' },
  'not-yet': { severity: 'error', meaning: 'a key whose capability is not available yet' },
  // Stylebook
  'stylebook-missing': { severity: 'error', meaning: 'no stylebook of that name in the layouts folder' },
  'stylebook-loop': { severity: 'error', meaning: 'stylebooks that extend each other in a circle' },
  'format-unknown': { severity: 'error', meaning: 'a format that the stylebook does not have' },
  'format-impossible': { severity: 'error', meaning: 'margins or gutters that leave no room for type' },
  'template-unknown': { severity: 'error', meaning: 'a template that the stylebook does not have' },
  'colour-unknown': { severity: 'error', meaning: 'a colour that the stylebook does not have' },
  'style-unknown': { severity: 'error', meaning: 'a style, dress or box that the stylebook does not have' },
  'furniture-unknown': { severity: 'error', meaning: 'a piece of furniture that the stylebook does not have' },
  'profile-unknown': { severity: 'error', meaning: 'a print profile that is neither built in nor in the stylebook' },
  'icc-unusable': {
    severity: 'error',
    meaning: 'an ICC profile that is none of a press, or does not suit its standard',
  },
  // Fonts
  'font-unknown': { severity: 'error', meaning: 'a family that fonts.yaml does not have' },
  'font-unusable': {
    severity: 'error',
    meaning: 'a font file that cannot be used: damaged, variable, or not TTF or OTF',
  },
  'face-missing': { severity: 'error', meaning: 'a weight or style that the family does not have' },
  'face-substituted': {
    severity: 'warning',
    meaning: 'a weight or style that nobody asked for by name is missing; the nearest was used',
  },
  'glyph-missing': { severity: 'error', meaning: 'a character that no font of the family has' },
  // Manifest
  'edition-missing': { severity: 'error', meaning: 'no edition at that place' },
  'date-wrong': { severity: 'error', meaning: 'a date that does not exist or is not written YYYY-MM-DD' },
  'slot-unknown': { severity: 'error', meaning: 'a slot that the template does not have, and no `at`' },
  'slot-unfilled': { severity: 'note', meaning: 'a slot that nothing fills' },
  'off-grid': { severity: 'error', meaning: 'a rectangle that leaves the type area' },
  overlap: { severity: 'error', meaning: 'two placements that share space' },
  'below-loop': { severity: 'error', meaning: 'places whose lines or depths follow from each other in a circle' },
  'no-room': { severity: 'error', unfit: true, meaning: 'a place for which no line is left on its page' },
  'head-order': { severity: 'error', meaning: 'a headline order that is neither columns-size-lines nor `run-in`' },
  'legs-wrong': { severity: 'error', meaning: 'a number of legs that the rectangle cannot hold' },
  'article-missing': { severity: 'error', meaning: 'an article that is named but has no file' },
  'article-twice': { severity: 'error', meaning: 'an article placed, held or spiked more than once' },
  'article-unplaced': { severity: 'error', meaning: 'an article that is neither placed, held nor spiked' },
  'continues-unstarted': { severity: 'error', meaning: 'a continuation of an article that starts nowhere' },
  'continues-unneeded': {
    severity: 'note',
    meaning: 'a continuation that the article did not need; its place is free',
  },
  'jump-head-same': { severity: 'note', meaning: 'a jump head that only repeats the head of its article' },
  // Teasers
  'ref-unplaced': { severity: 'error', meaning: 'a teaser of an article that starts on no page' },
  'refs-left-out': {
    severity: 'error',
    unfit: true,
    meaning: 'more teasers than their place can hold; the last are left out',
  },
  // Adverts
  'advert-unknown': { severity: 'error', meaning: 'an advert that is placed, but not listed under `adverts`' },
  'advert-unplaced': { severity: 'note', meaning: 'an advert that is listed, but stands on no page' },
  'advert-size': { severity: 'warning', meaning: 'an advert whose artwork or place has not the size booked' },
  // Articles
  'front-matter-missing': { severity: 'error', meaning: 'an article without front matter' },
  'front-matter-open': { severity: 'error', meaning: 'front matter that does not end' },
  'headline-missing': { severity: 'error', meaning: 'an article without a headline' },
  'body-empty': { severity: 'error', meaning: 'an article without text' },
  'optional-idle': { severity: 'warning', meaning: 'an `<!-- optional -->` that marks nothing that could be left out' },
  'signature-idle': { severity: 'warning', meaning: 'a `<!-- signature -->` that marks no paragraph' },
  'crosshead-alone': { severity: 'warning', meaning: 'a crosshead with no text under it at the end of an article' },
  'markdown-unsupported': { severity: 'error', meaning: 'Markdown that a newspaper column cannot set' },
  'text-direction': { severity: 'error', meaning: 'text that runs from right to left, which cannot be set' },
  'character-unprintable': { severity: 'error', meaning: 'a control character, or one that was lost on the way' },
  'language-unknown': {
    severity: 'warning',
    meaning: 'no hyphenation patterns for the language; words are not divided',
  },
  // Make-up
  'line-emergency': {
    severity: 'warning',
    meaning: 'a line that could not be set well and was set by the emergency policy',
  },
  'word-broken': { severity: 'warning', meaning: 'a word longer than the measure, broken where it had to be' },
  'head-busts': {
    severity: 'warning',
    meaning: 'a head that does not set in the lines asked for, or furniture too wide for its place',
  },
  'head-too-deep': {
    severity: 'error',
    unfit: true,
    meaning: 'a head that is deeper than its place; parts of it are left out',
  },
  'inset-no-room': {
    severity: 'error',
    unfit: true,
    meaning: 'a picture, pull quote or sidebar that finds no room in its place; it is left out',
  },
  overset: { severity: 'error', unfit: true, meaning: 'an article that is too long for its place' },
  'keep-broken': {
    severity: 'warning',
    meaning: 'a widow, an orphan or a stranded crosshead that could not be avoided',
  },
  // Make-up lint: what a chief sub would notice. A note is what he would mention and let pass.
  tombstone: { severity: 'warning', meaning: 'heads side by side that read across' },
  'heads-rise': { severity: 'warning', meaning: 'a head larger than the head of a story above it' },
  'head-overhangs': { severity: 'warning', meaning: 'a head that reaches beyond the text under it' },
  headless: { severity: 'warning', meaning: 'a story that stands on a page without a head' },
  'short-leg': { severity: 'warning', meaning: 'a leg of a few lines, though its text goes on elsewhere' },
  'short-last-leg': {
    severity: 'note',
    meaning: 'a last leg that ends well above the others; only a note, as the ledger counts its white',
  },
  'short-story': { severity: 'warning', meaning: 'a story that leaves many lines of its place white' },
  'crosshead-low': { severity: 'warning', meaning: 'a crosshead at the foot of a leg' },
  'measure-narrow': { severity: 'warning', meaning: 'lines too short to be set evenly' },
  'measure-wide': { severity: 'warning', meaning: 'lines too long to be read with ease' },
  'reversed-small': { severity: 'warning', meaning: 'small type that is lighter than the dark ground it stands on' },
  'tint-under-small': { severity: 'warning', meaning: 'small type on a tint too dark for it' },
  'advert-on-advert': {
    severity: 'note',
    meaning: 'adverts that touch; only a note, as many pages are sold so',
  },
  armpit: {
    severity: 'warning',
    meaning: 'a head over a picture or a head of another story, or wider than its text by a picture of its own',
  },
  'picture-off-page': { severity: 'warning', meaning: 'a picture at the edge of the page whose subject faces off it' },
  'waiver-unneeded': { severity: 'note', meaning: 'a waiver that waives nothing' },
  // Pictures and pull quotes
  'picture-unknown': { severity: 'error', meaning: 'a picture that is placed, but not listed in the article' },
  'picture-unused': { severity: 'note', meaning: 'a picture that an article on the pages lists, but no place shows' },
  'quote-unknown': { severity: 'error', meaning: 'a pull quote that is placed, but not listed in the article' },
  'caption-left-out': {
    severity: 'error',
    unfit: true,
    meaning: 'a caption that leaves no room for its picture; it is left out',
  },
  'picture-unusable': { severity: 'error', meaning: 'a picture or an advert that cannot be used' },
  'pdf-pages': { severity: 'warning', meaning: 'a PDF of several pages, placed as a picture; the first is used' },
  'pdf-layers': { severity: 'warning', meaning: 'a PDF with layers, placed as a picture; all of them are printed' },
  'pdf-font': { severity: 'warning', meaning: 'a PDF, placed as a picture, that does not bring a font with it' },
  'pdf-rgb': { severity: 'note', meaning: 'a PDF, placed as a picture, with RGB colours, which most presses refuse' },
  'qr-small': { severity: 'warning', meaning: 'a QR code whose squares are too small to be read from a printed page' },
  // The press
  'press-pages': { severity: 'error', unfit: true, meaning: 'a number of pages that the press cannot print' },
  'press-blank': { severity: 'warning', unfit: true, meaning: 'a page for a press with nothing on it but furniture' },
  'press-safe': { severity: 'error', unfit: true, meaning: 'something too near to where the page is trimmed' },
  'press-bleed': { severity: 'error', unfit: true, meaning: 'something that is trimmed and has no bleed' },
  'press-type': { severity: 'error', unfit: true, meaning: 'type too small for the press' },
  'press-rule': { severity: 'error', unfit: true, meaning: 'a rule or a stroke too thin for the press' },
  'press-glyph': { severity: 'error', unfit: true, meaning: 'a character that a press would print as a box' },
  'press-ink': { severity: 'error', unfit: true, meaning: 'more ink than the press takes' },
  'press-ink-advert': {
    severity: 'warning',
    unfit: true,
    meaning: 'a PDF, placed as a picture, with more ink than the press takes, on an area that is not known',
  },
  'press-qr': { severity: 'error', unfit: true, meaning: 'a QR code that cannot be read from a printed page' },
  'press-picture': {
    severity: 'error',
    unfit: true,
    meaning: 'a picture with less than half of the pixels that the press asks for',
  },
  'press-picture-coarse': {
    severity: 'warning',
    unfit: true,
    meaning: 'a picture with less than three quarters of the pixels that the press asks for',
  },
  'press-colour': { severity: 'error', unfit: true, meaning: 'colour on a page that is printed in black alone' },
  'press-rgb': {
    severity: 'error',
    unfit: true,
    meaning: 'a PDF, placed as a picture, with RGB colours, in a file for a press',
  },
  'press-transparency': {
    severity: 'error',
    unfit: true,
    meaning: 'a PDF, placed as a picture, with transparency, in a PDF/X-1a',
  },
  'press-font': {
    severity: 'error',
    unfit: true,
    meaning: 'a PDF, placed as a picture, without one of its fonts, in a file for a press',
  },
  'sheets-padded': {
    severity: 'note',
    meaning: 'fewer pages than the sides of folded sheets: the last ones stay white',
  },
  'files-left': {
    severity: 'warning',
    unfit: true,
    meaning: 'PDFs that are not of this build in the folder of its files, where each page has its own',
  },
  'sheet-scaled': { severity: 'note', meaning: 'pages larger than the sheet they are printed on, made smaller to fit' },
  // Stonehand itself
  'internal-error': { severity: 'error', meaning: 'a fault of stonehand itself, not of the copy: please report it' },
} as const satisfies Record<string, CodeEntry>

/** The code of a finding. */
export type Code = keyof typeof TABLE

/** Every code, its severity and what it means. */
export const CODES: Readonly<Record<Code, CodeEntry>> = TABLE
