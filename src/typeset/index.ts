/**
 * Typeset: copy into set type. Takes the fonts and the stylebook of an edition; gives a Setter, which turns an article and
 * the measures of its lines into galley items, and heads and furniture into lines. Promises: no word is lost, whatever the
 * copy and however narrow the measure; no line is longer than its measure, but for a single letter that is itself wider;
 * justified lines are justified to a hundredth of a point; the same question gives the same object, and each finding is
 * reported once; setting always ends.
 */
export * from './types.js'
export { createSetter, type SetterOptions } from './create-setter.js'
export { facesOf } from './faces-of.js'
export { lookForMissing } from './look-for-missing.js'
