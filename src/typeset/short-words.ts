/** Short words that lean on the next one: they do not end a line of a head where another break exists. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  en: 'a an the of to in on at by for from with and or but nor as is if so no not i we he she it its his her our my your their mr mrs ms dr',
  fr: 'le la les l’ un une des du de d’ à au aux en et ou que qui ne se ce il elle on sur par pour',
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

const sets = new Map<string, ReadonlySet<string>>()

/** Whether a word, as written, leans on the next one. */
export function isShortWord(word: string, language: string): boolean {
  const tag = language.toLowerCase().split('-')[0]!
  const list = BY_LANGUAGE[tag]
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase()
  if (!list) return /^\p{L}{1,2}$/u.test(bare)
  let set = sets.get(tag)
  if (!set) sets.set(tag, (set = new Set(list.split(' '))))
  return set.has(bare)
}
