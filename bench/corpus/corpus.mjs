/**
 * The fixed text that the quality bench sets: news of a British weekly that never appeared, always the same. Its sentences are
 * made by the rules of phrases.mjs from the words of words.mjs, so that words, sentences and paragraphs are as long as they are
 * in a newspaper, with all that is hard to set: quotations, figures, names, long compounds, addresses.
 */
import { dice } from '../prose.mjs'
import { PHRASES } from './phrases.mjs'
import { WORDS } from './words.mjs'

/**
 * @typedef {{ readonly kind: 'paragraph' | 'crosshead', readonly text: string }} CorpusBlock
 * @typedef {{ readonly id: string, readonly headline: string, readonly blocks: readonly CorpusBlock[], readonly words: number }} CorpusArticle
 */

/** Words in the articles, in turn: a lead, features, stories and nibs. */
const LENGTHS = [900, 420, 180, 1400, 260, 620, 120, 340]

/** @param {string} text */
const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== '').length

/**
 * Articles of together at least so many words.
 * @param {{ words?: number, seed?: number }} [order]
 * @returns {readonly CorpusArticle[]}
 */
export function writeCorpus({ words = 24000, seed = 1921 } = {}) {
  const write = writer(dice(seed))
  /** @type {CorpusArticle[]} */
  const articles = []
  let written = 0
  while (written < words) {
    const number = articles.length + 1
    const blocks = write.body(LENGTHS[articles.length % LENGTHS.length] ?? 300)
    const length = blocks.reduce((sum, { text }) => sum + wordsOf(text), 0)
    articles.push({ id: `a${number}`, headline: write.headline(), blocks, words: length })
    written += length
  }
  return articles
}

/** @param {() => number} roll */
function writer(roll) {
  /** @param {readonly string[]} list */
  const pick = (list) => list[Math.floor(roll() * list.length)] ?? ''
  // The head of a list of words is drawn from more often, as common words are.
  /** @param {readonly string[]} list */
  const pickCommon = (list) => list[Math.floor(roll() ** 1.75 * list.length)] ?? ''

  /** @param {string} name @returns {string} */
  function write(name) {
    const lower = name.charAt(0).toLowerCase() + name.slice(1)
    const words = WORDS[lower]
    const rule = words ? pickCommon(words) : pick(PHRASES[lower] ?? missing(lower))
    const text = rule.replace(/<(\w+)>/g, (_, part) => write(part))
    return name === lower ? text : capital(text)
  }

  /** @param {string} name */
  const finished = (name) => tidy(write(name))

  function paragraph() {
    const kind = roll()
    if (kind < 0.03) return finished('address')
    const quotes = kind < 0.2 ? 0.75 : 0.12
    // As in the sample paper: one paragraph in ten is a single sentence, half have between 33 and 58 words.
    const room = kind > 0.9 ? 1 : 22 + Math.floor(roll() * 36)
    const sentences = /** @type {string[]} */ ([])
    let written = 0
    while (written < room) {
      const sentence = finished(roll() < quotes ? 'quotation' : 'sentence')
      sentences.push(sentence)
      written += wordsOf(sentence)
    }
    return sentences.join(' ')
  }

  return {
    headline: () => finished('headline'),
    /** @param {number} length @returns {CorpusBlock[]} */
    body(length) {
      /** @type {CorpusBlock[]} */
      const blocks = []
      let written = 0
      let since = 0
      while (written < length) {
        if (since > 4 && length - written > 90 && roll() < 0.4) {
          blocks.push({ kind: 'crosshead', text: finished('crosshead') })
          since = 0
        }
        const text = paragraph()
        blocks.push({ kind: 'paragraph', text })
        written += wordsOf(text)
        since++
      }
      return blocks
    },
  }
}

/** @param {string} name @returns {never} */
function missing(name) {
  throw new Error(`the corpus has no list "${name}"`)
}

/** @param {string} text */
function capital(text) {
  return text.replace(/^([*“‘(]*)(\p{Ll})/u, (_, marks, letter) => marks + letter.toUpperCase())
}

/** Articles that suit their words, and no double points. @param {string} text */
function tidy(text) {
  return text
    .replace(/\b([aA])\(n\) (?=([*“‘]*)(\p{L}|\d)(\p{L}*))/gu, (_, article, _marks, letter, rest) =>
      /^[aeio]$/i.test(letter) || letter === '8' || (/^u$/i.test(letter) && !/^(ni[otv]|s)/.test(rest))
        ? `${article}n `
        : `${article} `,
    )
    .replace(/,([,.;:?])/g, '$1')
    .replace(/, (–)/g, ' $1')
}
