import type { Pt, Report } from '../base/index.js'
import type { Article } from '../edition/index.js'
import { describeFace, type Fonts } from '../fonts/index.js'
import { type Stylebook, stylesOf, type TextStyle, type TypeStyles } from '../stylebook/index.js'
import { protecting, type Hyphenator } from './hyphenate.js'
import { loadHyphenators } from './load-hyphenators.js'
import { ArticleSetter } from './set-article.js'
import { createDisplaySetter } from './set-display.js'
import type { OnSubstitute } from './styles.js'
import { openTypeCase } from './type-case.js'
import type { Setter, TextRequest } from './types.js'

/** What a setter is made of. */
export interface SetterOptions {
  readonly fonts: Fonts
  readonly stylebook: Stylebook
  /** BCP 47 tags of all articles; their patterns are loaded here, so that setting itself waits for nothing. */
  readonly languages: Iterable<string>
  readonly report: Report
  /** The step of the baseline grid, by which the depth of large type is counted; that of the stylebook's first format if left out. */
  readonly leading?: Pt
  /** White between columns, by which hanging quotation marks are bounded; that of the stylebook's first format if left out. */
  readonly gutter?: Pt
}

/** Quotation marks hang into the gutter, and leave the other half of it to the neighbour and the rule between. */
const HANGING = 0.5

/** Makes the setter of an edition. */
export async function createSetter(options: SetterOptions): Promise<Setter> {
  return setterOf(options, loadHyphenators(options.languages, options.stylebook.hyphenation))
}

function setterOf(options: SetterOptions, hyphenators: ReadonlyMap<string, Hyphenator | null>): Setter {
  const { fonts, stylebook, report } = options
  const leading = options.leading ?? stylebook.formats[0]?.grid.leading
  if (!leading) throw new Error('a setter needs the step of the baseline grid')
  const mostHanging = (options.gutter ?? stylebook.formats[0]?.grid.gutter ?? 0) * HANGING
  const typeCase = openTypeCase(fonts)
  const onSubstitute = reportSubstitutes(fonts, report)
  const display = createDisplaySetter({ typeCase, report, onSubstitute, mostHanging })
  const articles = new WeakMap<Article, Map<string, ArticleSetter>>()
  const articleSetter = ({ article, dress = null, tracking = 0, quiet = false }: TextRequest): ArticleSetter => {
    let setters = articles.get(article)
    if (!setters) articles.set(article, (setters = new Map()))
    const key = `${tracking}|${quiet}|${dress ?? ''}`
    let setter = setters.get(key)
    if (!setter) {
      const general = hyphenators.get(article.language)
      if (general === undefined) throw new Error(`the setter was not told of language ${article.language}`)
      const hyphenator = general && protecting(general, article.protect)
      const styles = trackText(stylesOf(stylebook, dress), tracking)
      const said: Report = quiet ? () => {} : report
      const context = { article, styles, typeCase, hyphenator, leading, report: said, onSubstitute, mostHanging }
      setter = new ArticleSetter(context)
      setters.set(key, setter)
    }
    return setter
  }
  return {
    units: (request) => articleSetter(request).units,
    setUnit: (request, unit, measures) => articleSetter(request).setUnit(unit, measures, null),
    setUnitVariants: (request, unit, measures) => articleSetter(request).setVariants(unit, measures),
    setUnitCut: (request, unit, words, measures) => articleSetter(request).setUnit(unit, measures, words),
    setDisplay: (request) => display.set(request),
    castOff: (request) => display.castOff(request),
    measureDisplay: (request) => display.measure(request),
    words: (request, unit, from, count) => articleSetter(request).words(unit, from, count),
  }
}

/** Styles with their running text tracked by so many thousandths of an em more. */
function trackText(styles: TypeStyles, tracking: number): TypeStyles {
  if (tracking === 0) return styles
  const tracked = (name: 'body' | 'lead-in' | 'run-in' | 'list' | 'quotation'): TextStyle => {
    const style = styles[name]
    return { ...style, tracking: style.tracking + tracking }
  }
  const [body, leadIn, runIn] = [tracked('body'), tracked('lead-in'), tracked('run-in')]
  return { ...styles, body, 'lead-in': leadIn, 'run-in': runIn, list: tracked('list'), quotation: tracked('quotation') }
}

/** Says once for each face that strong or emphasis cannot be seen in it. */
function reportSubstitutes(fonts: Fonts, report: Report): OnSubstitute {
  const said = new Set<string>()
  return ({ inline, type, used }) => {
    const key = `${type.family}|${type.weight}|${type.italic}`
    // A family that is not there at all has been reported; one that has the face was chosen for another reason.
    if (said.has(key) || !fonts.hasFamily(type.family) || fonts.hasFace(type)) return
    said.add(key)
    report({
      code: 'face-substituted',
      message: `family "${type.family}" has no ${describeFace(type)}; ${describeFace(used.face)} was used`,
      place: inline.source.placeOf(inline.text.trim().slice(0, 1) || ' '),
    })
  }
}
