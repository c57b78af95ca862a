import { figuresOf } from './galley.mjs'
import { loadEngine } from './set-quality.mjs'

/** @typedef {import('./galley.mjs').Galley} Galley */
/** @typedef {ReturnType<typeof figuresOf>} Figures */

/** At most so many lines in a hundred end in a hyphen. */
const MOST_HYPHENS = 15
/** What a hyphen costs, tried in turn until few enough are left; in loose lines, or in squared word spaces. */
const PRICES = [1e-4, 0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 0.8, 1.2, 2]
/** Dearer than all else together. */
const FORBIDDEN = 1e6

/** What the engine's own breaker makes of a galley, before make-up. @param {Galley} galley @returns {Promise<Figures>} */
export async function asBroken(galley) {
  const { breakCopy } = await loadEngine('typeset/break-copy.js')
  return figuresOf(galley, ({ copy, room }) => breakCopy(copy, room).breaking)
}

/**
 * The least that is possible at all under the galley's freedoms, without ladders and runts and with so many hyphens: once the
 * fewest loose lines, and once word spaces as near to natural as can be. Exact, for the breaker is; nothing else is weighed.
 * @param {Galley} galley
 */
export async function limitsOf(galley) {
  return {
    loose: await least(galley, (excess) => (excess > 0.5 ? 1 : 0)),
    rms: await least(galley, (excess) => excess * excess),
  }
}

/** @param {Galley} galley @param {(excess: number) => number} costOf of a line by its word space, less 1 @returns {Promise<Figures>} */
async function least(galley, costOf) {
  const { breakParagraph } = await loadEngine('typeset/break-paragraph.js')
  const { costs, glue } = galley
  /** @param {number} price */
  const setAt = (price) => {
    const demerits = {
      ...costs.demerits,
      /** @param {number} ratio @param {number} _bend @param {number} penalty */
      ofLine: (ratio, _bend, penalty) => {
        const cost = costOf((ratio * (ratio >= 0 ? glue.stretch : glue.shrink)) / glue.ideal)
        return penalty > 0 ? cost + price : cost
      },
      fitnessJump: 0,
      secondHyphen: 0,
      ladder: FORBIDDEN,
      lastWordDivided: 0,
      runt: FORBIDDEN,
      sameWord: 0,
    }
    return figuresOf(galley, ({ request }) => breakParagraph({ ...request, demerits }))
  }
  let figures = setAt(0)
  for (const price of PRICES) {
    if (figures.hyphens <= MOST_HYPHENS) break
    figures = setAt(price)
  }
  return figures
}
