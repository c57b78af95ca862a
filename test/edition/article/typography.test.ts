import { describe, expect, it } from 'vitest'
import { applyTypography } from '../../../src/edition/article/index.js'

/** `~` in an expected text stands for a no-break space. */
function check(language: string, cases: readonly (readonly [string, string])[]): void {
  it.each(cases)('%s', (typed, printed) => {
    expect(applyTypography(typed, language).replaceAll('\u00A0', '~')).toBe(printed)
  })
}

describe('double quotes', () => {
  check('en-GB', [
    ['"Yes," he said.', '“Yes,” he said.'],
    ['He said "yes".', 'He said “yes”.'],
    ['He said: "Yes."', 'He said: “Yes.”'],
    ['("Yes")', '(“Yes”)'],
    ['["Yes"]', '[“Yes”]'],
    ['"One" and "two"', '“One” and “two”'],
    ['"Who?" "Me!"', '“Who?” “Me!”'],
    ['the "free market"; the "leader"', 'the “free market”; the “leader”'],
    ['"..."', '“…”'],
    ['"...and then"', '“…and then”'],
    ['"and so on..."', '“and so on…”'],
    ['"£6 a week"', '“£6 a week”'],
    ['"1984"', '“1984”'],
    ['it was 1984"', 'it was 1984”'],
    ['"in 1999"', '“in 1999”'],
    ['"Yes,"he said', '“Yes,”he said'],
    ['said ", she', 'said “, she'],
    ['"said ", she', '“said ”, she'],
    ['he said—"well"—and left', 'he said—“well”—and left'],
    ['he said--"well"--and left', 'he said–“well”–and left'],
    ['"I was going to—" he said', '“I was going to—” he said'],
    ['"I was going to---"', '“I was going to—”'],
    ['"quasi-"', '“quasi-”'],
    ['non-"native"', 'non-“native”'],
    ['and/"or"', 'and/“or”'],
    ['" bad spacing "', '“ bad spacing ”'],
    ['he said " no " twice', 'he said “ no ” twice'],
    ['"', '“'],
    ['""', '“”'],
    ['"[He] left"', '“[He] left”'],
    ['"(sic)"', '“(sic)”'],
    ['“already” "straight"', '“already” “straight”'],
    ['the “leader” of the "ongoing" protests', 'the “leader” of the “ongoing” protests'],
    ['"Go," she said. "Go now."', '“Go,” she said. “Go now.”'],
    ['"Go on', '“Go on'],
    ['"one\ntwo"', '“one\ntwo”'],
    ['12" record', '12” record'],
  ])
})

describe('single quotes and nesting', () => {
  check('en-GB', [
    ["'Yes,' he said.", '‘Yes,’ he said.'],
    ["('Yes')", '(‘Yes’)'],
    ["'...and then'", '‘…and then’'],
    [`"'Yes,' he said."`, '“‘Yes,’ he said.”'],
    [`"He said 'yes'."`, '“He said ‘yes’.”'],
    [`"He said 'yes'"`, '“He said ‘yes’”'],
    [`"He said, 'Yes.'"`, '“He said, ‘Yes.’”'],
    [`'He said "yes"'`, '‘He said “yes”’'],
    [`'"Yes," he said.'`, '‘“Yes,” he said.’'],
    [`'"Never," she said, "again"'`, '‘“Never,” she said, “again”’'],
    [`"'No,' he said, 'never.'"`, '“‘No,’ he said, ‘never.’”'],
    [`'"Yes" or "no"?'`, '‘“Yes” or “no”?’'],
    [`"Who said 'no'?"`, '“Who said ‘no’?”'],
    [`"Who said 'no?'"`, '“Who said ‘no?’”'],
    [`"Did she say 'he said "no"'?"`, '“Did she say ‘he said “no”’?”'],
    [`"'Who?'"`, '“‘Who?’”'],
    [`("'Yes'")`, '(“‘Yes’”)'],
    [`"the company would 'hand back the lot' unless"`, '“the company would ‘hand back the lot’ unless”'],
    [`"You said 'not this year' to my mother."`, '“You said ‘not this year’ to my mother.”'],
    [`he said—'well'—and left`, 'he said—‘well’—and left'],
    [`'I was—'`, '‘I was—’'],
    [`"'I was--' he said"`, '“‘I was–’ he said”'],
    [`'a' 'b' 'c'`, '‘a’ ‘b’ ‘c’'],
    [`the ‘free market’ and the 'state'`, 'the ‘free market’ and the ‘state’'],
    [`"'Tis,' he said"`, '“’Tis,’ he said”'],
    [`'It's mine,' she said. 'It isn't hers.'`, '‘It’s mine,’ she said. ‘It isn’t hers.’'],
    [`'The tenants' hall is cold,' he said`, '‘The tenants’ hall is cold,’ he said'],
    [`said:'Well'`, 'said:‘Well’'],
    [`''quoted''`, '‘‘quoted’’'],
    [`' spaced '`, '‘ spaced ’'],
  ])
})

describe('apostrophes and elisions', () => {
  check('en-GB', [
    ["don't", 'don’t'],
    ["I'd've", 'I’d’ve'],
    ["O'Brien's", 'O’Brien’s'],
    ["the tenants' hall", 'the tenants’ hall'],
    ["the tenants'", 'the tenants’'],
    ["the bus users' group's rides", 'the bus users’ group’s rides'],
    ["seven weeks' notice", 'seven weeks’ notice'],
    ["James's and James'", 'James’s and James’'],
    ["'Tis true", '’Tis true'],
    ["'twas ever thus", '’twas ever thus'],
    ["'Twas 'ere", '’Twas ‘ere'],
    ["get 'em out", 'get ’em out'],
    [`"Get 'em out!"`, '“Get ’em out!”'],
    [`"'Em!"`, '“’Em!”'],
    ["wait 'til Monday", 'wait ’til Monday'],
    ["wait 'till Monday", 'wait ’till Monday'],
    ["just 'cause he can", 'just ’cause he can'],
    ["'Cause of death unknown', it said", '‘Cause of death unknown’, it said'],
    ["what 'bout it", 'what ’bout it'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["rock'n'roll", 'rock’n’roll'],
    ["rock 'n roll", 'rock ’n roll'],
    ["rock n' roll", 'rock n’ roll'],
    ["fish 'n' chips", 'fish ’n’ chips'],
    ["Rock 'N' Roll", 'Rock ’N’ Roll'],
    [`"rock 'n' roll"`, '“rock ’n’ roll”'],
    [`'rock 'n' roll'`, '‘rock ’n’ roll’'],
    ["the letter 'n' is missing", 'the letter ‘n’ is missing'],
    ["the '90s", 'the ’90s'],
    ["'80s-style", '’80s-style'],
    ["a '50s musical", 'a ’50s musical'],
    ["the class of '68", 'the class of ’68'],
    ["'06-'07", '’06-’07'],
    ["'08/'09", '’08/’09'],
    ["in the 1970's", 'in the 1970’s'],
    ["('76)", '(’76)'],
    ["'10 per cent of us' went", '‘10~per cent of us’ went'],
    ["'1984' is a book", '‘1984’ is a book'],
    ["'30,000 people died,' he said", '‘30,000 people died,’ he said'],
    ["six o'clock", 'six o’clock'],
    ["six o' clock", 'six o’ clock'],
    ["the good ol' days", 'the good ol’ days'],
    ["goin' home", 'goin’ home'],
    ["'I was goin' home,' he said", '‘I was goin’ home,’ he said'],
    ["on the 'phone", 'on the ’phone'],
    ["by 'bus", 'by ’bus'],
    ["the 'flu", 'the ’flu'],
    ["the 'phone in the tenants' hall", 'the ’phone in the tenants’ hall'],
    ["the 'phone', as it was", 'the ‘phone’, as it was'],
    ["the U.S.'s army", 'the U.S.’s army'],
    ["the (company)'s", 'the (company)’s'],
    ["50%'s", '50%’s'],
    [`the "leader"'s men`, 'the “leader”’s men'],
    ["ye olde 'struth", 'ye olde ’struth'],
    ["'s-Hertogenbosch", '’s-Hertogenbosch'],
    ["New Year's Day", 'New Year’s Day'],
    ["'", '’'],
  ])
})

describe('measurements', () => {
  check('en-GB', [
    [`he is 6'2" tall`, 'he is 6′2″ tall'],
    [`he is 6' 2" tall`, 'he is 6′ 2″ tall'],
    [`"He is 6'2"," she said`, '“He is 6′2″,” she said'],
    [`5'10½"`, '5′10½″'],
    [`he is 6'2 tall`, 'he is 6′2 tall'],
    [`51°30'26"N`, '51°30′26″N'],
    [`51°30' north`, '51°30′ north'],
    [`a 12" by 8" plate`, 'a 12″ by 8″ plate'],
    [`12" x 8"`, '12″ x 8″'],
    [`3' × 4'`, '3′ × 4′'],
    [`2"x4"x6"`, '2″x4″x6″'],
    [`'the year 1999'`, '‘the year 1999’'],
  ])
})

describe('dashes and ellipses', () => {
  check('en-GB', [
    ['too -- the', 'too~– the'],
    ['1914--18', '1914–18'],
    ['wait---no', 'wait—no'],
    ['wait --- no', 'wait~— no'],
    ['well...', 'well…'],
    ['well... no', 'well… no'],
    ['well.... No', 'well…. No'],
    ['name: ......', 'name: ......'],
    ['well . . . no', 'well .~.~. no'],
    ['a -- b -- c', 'a~– b~– c'],
    ['a - b', 'a - b'],
    ['well-known', 'well-known'],
    ['sign here: -----', 'sign here: -----'],
    ['this --> that', 'this --> that'],
    ['-- Ed.', '– Ed.'],
    ['a – b', 'a~– b'],
    ['a — b', 'a~— b'],
    ['4pm–7pm', '4pm–7pm'],
    ["see https://example.org/a--b/c...d?q=it's now", "see https://example.org/a--b/c...d?q=it's now"],
    ['see "www.example.org/a--b".', 'see “www.example.org/a--b”.'],
    ['write to o--b@example.org...', 'write to o--b@example.org…'],
  ])
})

describe('no-break spaces', () => {
  check('en-GB', [
    ['J. K. Thornhill', 'J.~K.~Thornhill'],
    ['J.K. Thornhill', 'J.K.~Thornhill'],
    ['Mr J. Thornhill', 'Mr~J.~Thornhill'],
    ['Block A. In May', 'Block A. In May'],
    ['PLAN B. THE', 'PLAN B. THE'],
    ['so do I. Nobody', 'so do I. Nobody'],
    ['£6 million', '£6~million'],
    ['$6 million', '$6~million'],
    ['42 miles', '42~miles'],
    ['18 per cent', '18~per cent'],
    ['10 km', '10~km'],
    ['5 lb', '5~lb'],
    ['7.30 pm', '7.30~pm'],
    ['7.30 p.m.', '7.30~p.m.'],
    ['12 January', '12~January'],
    ['12th January 2022', '12th~January 2022'],
    ['January 12', 'January~12'],
    ['January 2022', 'January 2022'],
    ['No. 7', 'No.~7'],
    ['pp. 12–14', 'pp.~12–14'],
    ['Mr Smith and Dr Penhallow', 'Mr~Smith and Dr~Penhallow'],
    ['St Albans', 'St~Albans'],
    ['£ 6', '£~6'],
    ['5 %', '5~%'],
    ['20 °C', '20~°C'],
    ['8 in 10', '8 in 10'],
    ['18 percentages', '18 percentages'],
    ['23 drivers', '23 drivers'],
    ['in 2020 300 people', 'in 2020 300 people'],
    ['1½ miles', '1½~miles'],
    ['a\u00A0b', 'a~b'],
  ])
})

describe('other languages', () => {
  check('de', [
    ['"Ja", sagte er.', '„Ja“, sagte er.'],
    [`"Er sagte 'ja'."`, '„Er sagte ‚ja‘.“'],
    ["Wie geht's? 's ist gut", 'Wie geht’s? ’s ist gut'],
    ["'Hans' Haus ist kalt', sagte er", '‚Hans’ Haus ist kalt‘, sagte er'],
    ['die „alte“ und die "neue"', 'die „alte“ und die „neue“'],
    ['12. Januar', '12.~Januar'],
    ['6 Mio. Euro, 10 000', '6~Mio. Euro, 10~000'],
  ])
  check('fr-FR', [
    ['"Oui", dit-il.', '«Oui», dit-il.'],
    ['l\'homme d\'"abord"', 'l’homme d’«abord»'],
    ['" Oui " dit-il', '«~Oui~» dit-il'],
    ['« Oui » : non ; oui ! vrai ?', '«~Oui~»~: non~; oui~! vrai~?'],
    ['le 3 mars, 10 000 euros', 'le 3~mars, 10~000~euros'],
  ])
  check('pl', [
    ['"Tak" i "nie"', '„Tak” i~„nie”'],
    ['Z sądu i w domu, a gmina', 'Z~sądu i~w~domu, a~gmina'],
    ['grupa A, ul. K. Nowaka', 'grupa A, ul. K.~Nowaka'],
    ['6 mln', '6~mln'],
  ])
  check('cs', [['Bydlí v domě u řeky.', 'Bydlí v~domě u~řeky.']])
  check('sv', [['Han sa "ja" och "nej".', 'Han sa ”ja” och ”nej”.']])
  check('ru', [[`"Он сказал 'да'"`, '«Он сказал „да“»']])
  check('cy', [['"Ie" i\'r dyn', '“Ie” i’r dyn']])
})
