import type { OpenedFont } from './open-face.js'

/** A face that may be asked for characters: the text's own face or one of a fallback family. */
export interface Candidate {
  readonly font: OpenedFont
  /** Whether shaping a cluster with this face leaves nothing lacking, for clusters that its character map does not settle. */
  draws(cluster: string): boolean
}

/** A stretch of text for one face. */
export interface Stretch<C extends Candidate> {
  readonly candidate: C
  readonly text: string
  /** As drawn: hyphens that the face lacks replaced by one that it has. Of the same length as `text`. */
  readonly drawnAs: string
}

/** A text split by who has its characters. */
export interface SplitText<C extends Candidate> {
  readonly stretches: readonly Stretch<C>[]
  /** Characters that nobody has, each once; they stand in a stretch of the first candidate. */
  readonly missing: readonly string[]
}

/** A letter with its marks; marks stay with their base whoever draws it. */
const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu

/**
 * HYPHEN and NON-BREAKING HYPHEN look like the hyphen of the keyboard, which every font has. (Spaces need no such help: the
 * shaper draws one that is lacking as the font's own space, in the right width.)
 */
const HYPHENS = /[\u2010\u2011]/g

/**
 * Splits a text into maximal stretches, each for the first candidate that has its characters. The first candidate is the
 * text's own face, so that points and figures that it has stay in it. `candidates` is asked no further than needed.
 */
export function splitText<C extends Candidate>(text: string, main: C, candidates: Iterable<C>): SplitText<C> {
  const stretches: { candidate: C; text: string; drawnAs: string }[] = []
  const missing = new Set<string>()
  for (const [cluster] of text.matchAll(CLUSTERS)) {
    const found = findCandidate(cluster, candidates)
    if (!found) missing.add(lackingCharacter(cluster, main))
    const candidate = found?.candidate ?? main
    const drawnAs = found?.drawnAs ?? cluster
    const last = stretches.at(-1)
    if (last?.candidate === candidate) {
      last.text += cluster
      last.drawnAs += drawnAs
    } else {
      stretches.push({ candidate, text: cluster, drawnAs })
    }
  }
  return { stretches, missing: [...missing] }
}

/** Who draws a cluster, and as what; null when nobody does. */
function findCandidate<C extends Candidate>(
  cluster: string,
  candidates: Iterable<C>,
): { readonly candidate: C; readonly drawnAs: string } | null {
  const plain = cluster.replace(HYPHENS, '-')
  for (const candidate of candidates) {
    if (has(candidate, cluster)) return { candidate, drawnAs: cluster }
    if (plain !== cluster && has(candidate, plain)) return { candidate, drawnAs: plain }
  }
  return null
}

/** Whether a candidate draws every character of a cluster. */
function has(candidate: Candidate, cluster: string): boolean {
  for (const character of cluster) {
    // A precomposed letter may be drawn from its parts, a space from another: only shaping tells.
    if (!candidate.font.coverage.has(character.codePointAt(0)!)) return candidate.draws(cluster)
  }
  return true
}

/** The first character of a cluster that a face lacks. */
function lackingCharacter(cluster: string, main: Candidate): string {
  return [...cluster].find((character) => !main.font.coverage.has(character.codePointAt(0)!)) ?? cluster
}
