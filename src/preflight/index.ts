/**
 * Preflight: a last look at pages that are ready for a press. Takes them with what they were made from; gives what the press will not
 * print well, each with its place on the page and in the copy, and a report for people. Promises: it changes nothing.
 */
export { reportAsHtml } from './report-html.js'
export { reportAsJson } from './report-json.js'
export type * from './report-types.js'
export type * from './types.js'
export { preflight, type PreflightRequest } from './preflight.js'
