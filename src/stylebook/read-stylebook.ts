import type { Place, Report } from '../base/index.js'
import { checkYaml, type Located } from '../source/index.js'
import { BOX_PADDING, BOXES, FIT, KEEPS, PAPER, PICTURES, RUNAROUND, SCHEDULE } from './defaults.js'
import { resolveLint } from './lint-schema.js'
import { readStylebookTree, type StylebookFiles } from './read-tree.js'
import { mixPalette, type Palette } from './resolve-colours.js'
import { resolveFormats } from './resolve-formats.js'
import { resolveFurniture } from './resolve-furniture.js'
import { resolveHyphenation } from './resolve-hyphenation.js'
import { resolveProfiles } from './resolve-profiles.js'
import { resolveTemplates } from './resolve-templates.js'
import { resolveType } from './resolve-type.js'
import { stylebookSchema, type WrittenStylebook } from './stylebook-schema.js'
import type { BoxStyle, FitRules, Keeps, Paper, PictureRules, Stylebook, TypeStyles } from './types.js'

/** Which stylebook is wanted, and from where. */
export interface StylebookRequest extends StylebookFiles {
  /** The file name without `.yaml`. */
  readonly paper: string
  /** Where the manifest names it. */
  readonly askedAt: Place
}

/**
 * Reads a stylebook with everything that it extends and every default filled in. All its mistakes are reported, those
 * of a template only when a page uses it (`Template.mistakes`). Null when it cannot be used.
 */
export function readStylebook(request: StylebookRequest): Stylebook | null {
  const { paper, layoutsFolder, host, report, askedAt } = request
  const read = readStylebookTree({ paper, place: askedAt, path: [] }, { layoutsFolder, host, report })
  const located = read && checkYaml(read.tree, { source: read.source, schema: stylebookSchema, report })
  if (!located) return null
  const written = located.value
  const formats = resolveFormats(written, report)
  if (formats.length === 0) {
    if (written.formats?.size === 0) reportNoFormat(located, report)
    return null
  }
  const resolved = resolvePaper(written)
  const palette = mixPalette(written.colours, report)
  const { type, dresses } = resolveTypes(located, palette, report)
  const boxes = resolveBoxes(written, palette)
  const place = located.placeOf(['paper'])
  const furniture = resolveFurniture({ written, place, palette, layoutsFolder, host, report })
  return {
    id: paper,
    paper: resolved,
    formats,
    type,
    dresses,
    heads: { schedule: written.heads?.schedule ?? SCHEDULE },
    keeps: resolveKeeps(written),
    fit: resolveFit(written),
    hyphenation: resolveHyphenation(written.hyphenation, { language: resolved.language, report }),
    lint: resolveLint(written.lint),
    pictures: resolvePictures(written, palette),
    furniture,
    boxes,
    runaround: {
      gap: written.runaround?.gap ?? RUNAROUND.gap,
      least: written.runaround?.least ?? RUNAROUND.least,
    },
    templates: resolveTemplates(written.templates, { pieces: furniture.blocks, boxes, dresses }),
    profiles: resolveProfiles(written.profiles, { layoutsFolder, host, report }),
  }
}

/** Formats that are there and wrong have been reported one by one. */
function reportNoFormat(located: Located<WrittenStylebook>, report: Report): void {
  if (!located.isSound) return
  const place = located.keyPlaceOf(['formats'])
  const hint = 'such as a4: { trim: [210mm, 297mm] }'
  report({ code: 'key-missing', message: 'formats holds no format', place, hint })
}

function resolvePaper({ paper }: WrittenStylebook): Paper {
  const value = paper?.value
  const numberForm = value?.['number-form'] ?? PAPER.numberForm
  return {
    // A paper without a name has been reported; nothing of it will be printed.
    name: value?.name ?? '',
    strapline: value?.strapline ?? PAPER.strapline,
    language: value?.language ?? PAPER.language,
    dateForm: value?.['date-form'] ?? PAPER.dateForm,
    // "Issue" alone is meant to stand before the number.
    numberForm: numberForm.includes('{number}') ? numberForm : `${numberForm.trim()} {number}`,
  }
}

function resolveTypes(
  located: Located<WrittenStylebook>,
  palette: Palette,
  report: Report,
): Pick<Stylebook, 'type' | 'dresses'> {
  const { type, dresses } = located.value
  const options = { palette, typePlace: located.keyPlaceOf(['type']), report }
  const dressed = new Map<string, TypeStyles>()
  for (const [name, changes] of dresses) dressed.set(name, resolveType([type, changes], options))
  return { type: resolveType([type], options), dresses: dressed }
}

function resolveKeeps({ keeps }: WrittenStylebook): Keeps {
  return {
    orphans: keeps?.orphans ?? KEEPS.orphans,
    widows: keeps?.widows ?? KEEPS.widows,
    afterCrosshead: keeps?.['after-crosshead'] ?? KEEPS.afterCrosshead,
    beforeJump: keeps?.['before-jump'] ?? KEEPS.beforeJump,
    afterJump: keeps?.['after-jump'] ?? KEEPS.afterJump,
  }
}

function resolveFit({ fit }: WrittenStylebook): FitRules | null {
  if (fit === 'none') return null
  if (fit === 'auto') return FIT
  const rules = {
    paragraphs: fit.paragraphs ?? FIT.paragraphs,
    tracking: fit.tracking ?? FIT.tracking,
    heads: fit.heads ?? FIT.heads,
    optional: fit.optional ?? FIT.optional,
  }
  const isOff = rules.paragraphs + rules.tracking + rules.heads === 0 && !rules.optional
  return isOff ? null : rules
}

function resolvePictures({ pictures }: WrittenStylebook, palette: Palette): PictureRules {
  const rule = palette.rule(pictures?.keyline ?? null)
  return {
    keyline: rule ?? PICTURES.keyline,
    isKeylined: rule !== null,
    caption: pictures?.caption ?? PICTURES.caption,
    panel: pictures?.panel ? palette.nameOrNone(pictures.panel) : PICTURES.panel,
  }
}

function resolveBoxes({ boxes }: WrittenStylebook, palette: Palette): ReadonlyMap<string, BoxStyle> {
  const resolved = new Map<string, BoxStyle>()
  for (const [name, box] of Object.entries(BOXES)) resolved.set(name, { name, ...box, colour: null, ...BOX_PADDING })
  for (const [name, box] of boxes) {
    resolved.set(name, {
      name,
      tint: palette.nameOrNone(box.tint),
      rule: palette.rule(box.rule),
      colour: box.colour && palette.name(box.colour, 'white'),
      padding: box.padding ?? BOX_PADDING.padding,
      paddingLines: box['padding-lines'] ?? BOX_PADDING.paddingLines,
    })
  }
  return resolved
}
