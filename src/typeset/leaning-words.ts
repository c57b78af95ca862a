/** Short words that lean on the next one. */
const SHORT: Readonly<Record<string, string>> = {
  en: 'a an the of to in on at by for from with and or but nor as is if so no not i we he she it its his her our my your their per than v vs mr mrs ms dr',
  fr: 'le la les un une des du de à au aux en et ou que qui ne se ce il elle on sur par pour',
  de: 'der die das den dem des ein eine einen einem einer und oder in im am an auf zu zum zur von vom bei mit für ist er sie es',
  es: 'el la los las un una de del a al en y e o u que se su con por para no',
  it: 'il lo la i gli le un una di del della a al alla da in con su per e o che non',
  pt: 'o a os as um uma de do da dos das em no na e ou que se com por para não',
  nl: 'de het een van in op te aan bij en of dat is die met voor niet',
  cy: 'y yr a ac i o yn ar am at gan dan i’r o’r a’r fy ei ein eich eu ni na',
  ga: 'an na a i ar as ag le do de go is ní ó sa mo',
  pl: 'a i o u w z ze we do na po od za ku nie że się',
  ru: 'а в и к о с у во ко со на по за из от до не ни но же бы',
  el: 'ο η το οι τα του της των τον την σε με για και ή να θα δεν στο στη στην από',
}

/**
 * Units that a figure leans on in a head, beside those that house typography binds to it everywhere: long words, which a
 * narrow column would pay for too dearly, and counts of time.
 */
const UNITS: Readonly<Record<string, string>> = {
  en: 'thousand hundred dozen kilometres centimetres kilograms kilowatts megawatts hectares gallons degrees years year months month weeks week days day hours hour minutes minute seconds',
  fr: 'milliards milliard millions million kilomètres kilos hectares ans années mois semaines jours minutes',
  de: 'Milliarden Milliarde Millionen Million Tausend Kilometer Kilo Hektar Jahre Jahren Monate Monaten Wochen Tage Tagen Stunden Minuten',
  es: 'millones kilómetros kilos hectáreas años meses semanas días minutos',
  it: 'milioni miliardi chilometri ettari anni mesi settimane giorni ore minuti',
  nl: 'miljoen miljard kilometer hectare jaar maanden weken dagen uur minuten',
  pl: 'tysięcy milionów miliardów kilometrów hektarów lat miesięcy tygodni dni godzin minut',
  cy: 'miliwn mil blynedd mis wythnos diwrnod awr munud',
  ga: 'milliún míle bliain mí seachtain lá uair nóiméad',
  ru: 'тысяч миллионов миллиардов километров лет месяцев недель дней часов минут',
  el: 'χιλιάδες εκατομμύρια δισεκατομμύρια χιλιόμετρα χρόνια μήνες ημέρες ώρες λεπτά',
}

/** A figure, with what may stand before it: £5, (12, “3.5. */
const FIGURE = /^[^\p{L}\p{N}]*[\d½¼¾]+(?:[.,:][\d½¼¾]+)*$/u

const sets = new Map<string, ReadonlySet<string>>()

/**
 * Whether a word leans on the next one, so that it does not end a head's line where another break exists: a short word, a
 * figure before its unit. Words are as written; marks before them (an opening quote) and after the unit make no difference.
 */
export function leansOnNext(pair: {
  readonly word: string
  readonly next: string
  readonly language: string
}): boolean {
  const { word, next } = pair
  const tag = pair.language.toLowerCase().split('-')[0]!
  if (FIGURE.test(word)) return isListed(UNITS, tag, next.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase())
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase()
  return tag in SHORT ? isListed(SHORT, tag, bare) : /^\p{L}{1,2}$/u.test(bare)
}

function isListed(lists: Readonly<Record<string, string>>, tag: string, word: string): boolean {
  const list = lists[tag]
  if (list === undefined) return false
  let set = sets.get(list)
  if (!set) sets.set(list, (set = new Set(list.toLowerCase().split(' '))))
  return set.has(word)
}
