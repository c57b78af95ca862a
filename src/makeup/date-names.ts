/** The names of days and months as a date wants them: months in the case that follows a day's number. */
export interface DateNames {
  /** January first. */
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  /** Sunday first. */
  readonly days: readonly string[]
  readonly shortDays: readonly string[]
}

const names = (months: string, shortMonths: string, days: string, shortDays: string): DateNames => ({
  months: list(months),
  shortMonths: list(shortMonths),
  days: list(days),
  shortDays: list(shortDays),
})

/** Words apart by spaces; `_` is a space within a name, at which no line breaks. */
const list = (written: string): string[] => written.split(' ').map((name) => name.replaceAll('_', '\u00A0'))

/** Our own table, after the Unicode CLDR: the machine's would change with the machine. */
const NAMES: Readonly<Record<string, DateNames>> = {
  en: names(
    'January February March April May June July August September October November December',
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
    'Sun Mon Tue Wed Thu Fri Sat',
  ),
  cy: names(
    'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
    'Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag',
    'Dydd_Sul Dydd_Llun Dydd_Mawrth Dydd_Mercher Dydd_Iau Dydd_Gwener Dydd_Sadwrn',
    'Sul Llun Maw Mer Iau Gwen Sad',
  ),
  de: names(
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
    'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag',
    'So Mo Di Mi Do Fr Sa',
  ),
  el: names(
    'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    'Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ',
    'Κυριακή Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο',
    'Κυρ Δευ Τρί Τετ Πέμ Παρ Σάβ',
  ),
  es: names(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'ene feb mar abr may jun jul ago sept oct nov dic',
    'domingo lunes martes miércoles jueves viernes sábado',
    'dom lun mar mié jue vie sáb',
  ),
  fr: names(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
    'dimanche lundi mardi mercredi jeudi vendredi samedi',
    'dim. lun. mar. mer. jeu. ven. sam.',
  ),
  ga: names(
    'Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meán_Fómhair Deireadh_Fómhair Samhain Nollaig',
    'Ean Feabh Márta Aib Beal Meith Iúil Lún MFómh DFómh Samh Noll',
    'Dé_Domhnaigh Dé_Luain Dé_Máirt Dé_Céadaoin Déardaoin Dé_hAoine Dé_Sathairn',
    'Domh Luan Máirt Céad Déar Aoine Sath',
  ),
  it: names(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'gen feb mar apr mag giu lug ago set ott nov dic',
    'domenica lunedì martedì mercoledì giovedì venerdì sabato',
    'dom lun mar mer gio ven sab',
  ),
  nl: names(
    'januari februari maart april mei juni juli augustus september oktober november december',
    'jan feb mrt apr mei jun jul aug sep okt nov dec',
    'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
    'zo ma di wo do vr za',
  ),
  pl: names(
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    'sty lut mar kwi maj cze lip sie wrz paź lis gru',
    'niedziela poniedziałek wtorek środa czwartek piątek sobota',
    'niedz. pon. wt. śr. czw. pt. sob.',
  ),
  pt: names(
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
    'domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado',
    'dom. seg. ter. qua. qui. sex. sáb.',
  ),
  ru: names(
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    'янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.',
    'воскресенье понедельник вторник среда четверг пятница суббота',
    'вс пн вт ср чт пт сб',
  ),
}

/** The names in a language, by its BCP 47 tag; English where we have none. */
export function dateNames(language: string): DateNames {
  return NAMES[language.split('-')[0]!.toLowerCase()] ?? NAMES.en!
}
