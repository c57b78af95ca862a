/**
 * News prose that means nothing but sets like the real thing: the same text for the same seed, with word lengths, vocabulary,
 * names, figures, quotations and paragraphs as in a newspaper. What matters for a measurement is that words are not all old
 * friends: of 30,000 words about 5,000 are different ones, as in real copy, so remembering words helps no more than it should.
 */

/** The words that hold English together, commonest first: about half of all words. */
const LITTLE = `the of to and a in that is for on with was as it by at be from has have are said an not but his they
which their who will were he this had would its or been more after about than there one we all when new also no if out
over into she up last her some could can two other first so what only them now between under our three against before
during most made while such where many through any even because did should very those these still then both may each
just being made how since back since until without within around among across already often never again own per`
  .split(/\s+/)
  .filter(Boolean)

/** Short words of every day: a fifth of the rest. */
const SHORT =
  `year people time week day man men way home work life part town city land law war law road job jobs case house
side hand end men state group line money fire care cost costs plan talk talks vote votes rate rule area form view news book
tax pay paid cut cuts made took came went gave told held left lost won kept met sent saw got put set ran find found face
call called help need want make take give come go see say tell show turn move stop start keep hold lead meet lose win pay
old big high low long short late early good bad hard free open full local young poor rich safe dead true main clear far
near here once soon ago four five six ten`
    .split(/\s+/)
    .filter(Boolean)

/** What stories are about: stems that take endings. */
const STEMS = `govern council report work union strike hous rent worker minist campaign build plan develop manag support
protest demand market econom produc invest employ labour contract public offic depart elect parlia leader member comit
commun region local nation countri intern secur milit peac negoti agreem compani industr factor transport rail school
teach student hospit health nurs patient servic fund budget tax pension wage price inflat energ suppl water electric
farm food climat pollut environ scien research technolog comput digit media press journal broadcast publish histor
cultur music theatr film paint exhibit museum librari sport train match player champion support season travel tour
visit journey bridg street neighbour famili child parent citizen resid tenant landlord propert evict court judg legal
lawyer polic arrest crimin victim witness evidenc inquir investig accus defend appeal sentenc prison reform liber
democrat republ conserv social radical progress tradit movement organis assembl delegat confer resolut declar announc
explain describ suggest insist argu warn critic welcom condemn reject accept approv oppos propos recommend consult
discuss debat question answer respond observ believ consid decid determin expect hope fear threaten promis deliver
provid receiv requir remain return increas reduc improv extend expand restrict prevent protect maintain continu begin
complet finish launch open clos remov replac restor repair construct demolish collaps damag destroy disast emergenc
rescu recover surviv struggl victor defeat battl soldier conflict weapon border migrant refuge settl occup independ
sovereign treat allianc partner diplomat embass sanction export import trade merchant vessel harbour airport passenger`
  .split(/\s+/)
  .filter(Boolean)

const ENDINGS = [
  '',
  'ed',
  's',
  'ing',
  'e',
  'er',
  'al',
  'ers',
  'ation',
  'ment',
  'ive',
  'able',
  'ity',
  'ments',
  'ally',
  'or',
]
const BEGINNINGS = ['', '', '', '', '', '', '', '', '', 're', 'un', 'over', 'mis', 'inter', 'counter', 'non-']
const NAMES_HEAD =
  'Al Bar Brad Cal Dun Ed Fen Glen Har Hol Ken Lan Mar Mor New Nor Old Pen Rad Sal Shef Stan Tor Wal Whit Wood'.split(
    ' ',
  )
const NAMES_TAIL =
  'bury by combe dale den field ford ham ington ley low man mere mouth port ridge shaw son stead ston ton wick worth'.split(
    ' ',
  )
const FORENAMES =
  'Anne Arthur Bridget Carol Daniel Edith Farah George Helen Ibrahim Joan Kofi Leila Martin Nadia Owen Priya Ruth Samuel Theo'.split(
    ' ',
  )
const FIGURES = [
  '£6 million',
  '10,000',
  '12 per cent',
  '1949',
  '2022',
  'Monday',
  'Thursday',
  'January',
  '£1.20',
  '18',
  '300',
  '4.5 per cent',
]

/** A dice that always falls the same way (Mulberry32: one 32-bit state, period 2^32). @param {number} seed */
export function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A writer of prose. @param {number} seed */
export function proseWriter(seed) {
  const roll = dice(seed)
  /** @param {number} from @param {number} to */
  const between = (from, to) => from + Math.floor(roll() * (to - from + 1))
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(roll() * list.length)])
  // The n-th commonest of N words comes about 1/n as often as the first (Zipf).
  /** @param {readonly string[]} list */
  const pickCommon = (list) => /** @type {string} */ (list[Math.floor(list.length ** roll()) - 1])
  /** @param {string} text */
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)

  const name = () => pick(NAMES_HEAD) + pick(NAMES_TAIL)
  const story = () => {
    const stem = roll() < 0.45 ? pickCommon(STEMS) : pick(STEMS)
    return (roll() < 0.9 ? '' : pick(BEGINNINGS)) + stem + pickCommon(ENDINGS)
  }

  function word() {
    const which = roll()
    if (which < 0.54) return pickCommon(LITTLE)
    if (which < 0.7) return roll() < 0.5 ? pick(SHORT) : pickCommon(SHORT)
    if (which < 0.94) return story()
    if (which < 0.97) return name()
    if (which < 0.98) return `${pick(FORENAMES)} ${name()}`
    return pick(FIGURES)
  }

  /** @param {number} count */
  function words(count) {
    /** @type {string[]} */
    const written = []
    while (written.length < count) written.push(...word().split(' '))
    return written.slice(0, count)
  }

  function sentence() {
    const written = words(between(7, 30))
    for (let at = 6; at < written.length - 3; at += between(6, 14)) written[at] += ','
    const at = between(1, written.length - 2)
    if (roll() < 0.05) written[at] = `*${written[at]?.replace(/[,*]/g, '')}*`
    else if (roll() < 0.03) written[at] += ' –'
    const text = capital(written.join(' '))
    return roll() < 0.14 ? `“${text},” said ${pick(FORENAMES)} ${name()}.` : `${text}.`
  }

  return {
    between,
    /** A headline of at most so many characters. @param {number} characters */
    headline(characters) {
      let text = capital(pick(SHORT))
      for (;;) {
        const longer = `${text} ${roll() < 0.4 ? pickCommon(SHORT) : story()}`
        if (longer.length > characters) return text
        text = longer
      }
    },
    /** A sentence or two. */
    standfirst: () => capital(`${words(between(14, 22)).join(' ')}.`),
    byline: () => `by ${pick(FORENAMES)} ${name()}`,
    crosshead: () => capital(words(between(1, 3)).join(' ')),
    paragraph: () => Array.from({ length: between(1, 3) }, sentence).join(' '),
  }
}
