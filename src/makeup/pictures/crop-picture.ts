import type { Rect } from '../../base/index.js'

/** A size in any unit. */
export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The part of a picture that fills a frame of another shape, as shares of its width and depth: all of the one, and of the
 * other what lies round the focus.
 */
export function cropPicture(picture: Size, frame: Size, [focusX, focusY]: readonly [number, number]): Rect {
  const wider = (frame.width * picture.height) / (frame.height * picture.width)
  const width = Math.min(1, wider)
  const height = Math.min(1, 1 / wider)
  return { x: within(focusX - width / 2, 1 - width), y: within(focusY - height / 2, 1 - height), width, height }
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(value, most))
}
