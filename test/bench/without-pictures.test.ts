import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { withoutPictures } from '../../bench/without-pictures.mjs'

/** The places of a page of these, without its pictures. */
function placesOf(places: string): unknown {
  return parse(withoutPictures(`paper: gazette\ndate: 2022-01-14\npages: [{ template: front, place: { ${places} } }]`))
    .pages[0].place
}

describe('a manifest without pictures', () => {
  it('has none among text, nor one that a slot would show', () => {
    expect(
      placesOf(
        'a: rents, b: { article: film, legs: 2, picture: { span: 2 } }, c: { continues: rents, pictures: [{}] }',
      ),
    ).toEqual({
      a: { article: 'rents', picture: 'none' },
      b: { article: 'film', legs: 2, picture: 'none' },
      c: { continues: 'rents', picture: 'none' },
    })
  })

  it('keeps what is no picture as it is', () => {
    const places = 'a: { advert: coop }, b: { articles: [x, y] }, c: { refs: [x], look: index }'
    expect(placesOf(places)).toEqual(parse(`{ ${places} }`))
  })

  it('has no places of pictures alone, and what stood below one moves up', () => {
    const photo = (at: string): string => `photo: { picture: { file: a.jpg }, at: { col: 1, span: 2, ${at} } }`
    const below = (names: string): string => `b: { advert: coop, at: { below: ${names} } }`
    const at = { advert: 'coop' }
    expect(placesOf(`${photo('line: 9')}, ${below('photo')}`)).toEqual({ b: { ...at, at: { line: 9 } } })
    expect(placesOf(`${photo('below: [lead, x]')}, ${below('[photo, x]')}`)).toEqual({
      b: { ...at, at: { below: ['x', 'lead'] } },
    })
    expect(placesOf(`photo: { picture: { file: a.jpg } }, ${below('photo')}`)).toEqual({
      b: { ...at, at: { below: 'photo' } },
    })
  })
})
