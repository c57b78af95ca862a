import { describe, expect, it } from 'vitest'
import { drawn } from './reading.js'

describe('lead_in: auto', () => {
  it.each([
    ['AN UNEASY CALM has returned', '^AN UNEASY CALM^| has returned'],
    ['TENANTS on Ferry Lane', '^TENANTS^| on Ferry Lane'],
    ['READERS, too', '^READERS,^| too'],
    ['USA goes on', 'USA goes on'],
    ['A man', 'A man'],
    ['I AM here', '^I AM^| here'],
    ['A 1984 film', 'A 1984 film'],
    ['58 men', '58 men'],
    ['58 1,000 men', '58 1,000 men'],
    ['THE 1911 strike', '^THE 1911^| strike'],
    ['IN 1911 THE men', '^IN 1911 THE^| men'],
    ['2022 WAS BAD for all', '^2022 WAS BAD^| for all'],
    ['ONE – TWO three', '^ONE~– TWO^| three'],
    ['ONE TWO – three', '^ONE TWO^|~– three'],
    ['– ONE TWO three', '– ONE TWO three'],
    ['"AN UNEASY CALM" has', '^“AN UNEASY CALM”^| has'],
    ["TENANTS' HALL is", '^TENANTS’ HALL^| is'],
    ['ÉTAT D’URGENCE en France', '^ÉTAT D’URGENCE^| en France'],
    ['*AN UNEASY* CALM has', '/^AN UNEASY^/|^ CALM^| has'],
    ['**AN UNEASY CALM** has', '^*AN UNEASY CALM*^| has'],
    ['AN UNEASY  \nCALM has', '^AN UNEASY^⏎^CALM^| has'],
    ['ALL OF IT', '^ALL OF IT^'],
    ['Ordinary words', 'Ordinary words'],
    ['ONE tWO THREE', 'ONE tWO THREE'],
  ])('%s', (typed, printed) => {
    expect(drawn(typed)).toEqual([`P ${printed}`])
  })

  it('looks only at the first block, if it is a paragraph', () => {
    expect(drawn('Plain.\n\nIN CAPITALS all')).toEqual(['P Plain.', 'P IN CAPITALS all'])
    expect(drawn('## Head\n\nIN CAPITALS all')).toEqual(['C Head', 'P IN CAPITALS all'])
    expect(drawn('> IN CAPITALS all')).toEqual(['Q', '  P IN CAPITALS all'])
    expect(drawn('<!-- note -->\n\nIN CAPITALS all')).toEqual(['P ^IN CAPITALS^| all'])
  })
})

describe('lead_in: none or a number', () => {
  it.each([
    ['lead_in: none', 'AN UNEASY CALM has', 'AN UNEASY CALM has'],
    ['lead-in: none', 'AN UNEASY CALM has', 'AN UNEASY CALM has'],
    ['lead_in: 0', 'AN UNEASY CALM has', 'AN UNEASY CALM has'],
    ['lead_in: 1', 'An uneasy calm', '^An^| uneasy calm'],
    ['lead_in: 3', 'An *uneasy* calm has', '^An ^|/^uneasy^/|^ calm^| has'],
    ['lead_in: 30', 'An uneasy calm', '^An uneasy calm^'],
    ['lead_in: auto', 'AN UNEASY CALM has', '^AN UNEASY CALM^| has'],
    ['lead_in:', 'AN UNEASY CALM has', '^AN UNEASY CALM^| has'],
  ])('%s of %s', (matter, typed, printed) => {
    expect(drawn(typed, `headline: Rents\n${matter}`)).toEqual([`P ${printed}`])
  })
})
