/**
 * Base: points, rectangles, ids, diagnostics and the Host. Takes nothing, knows nothing of newspapers' files;
 * every room may use it. Promises: pure values, no state.
 */
export * from './codes.js'
export * from './diagnostics.js'
export * from './format-diagnostic.js'
export * from './gather.js'
export * from './host.js'
export * from './ids.js'
export * from './lengths.js'
export * from './nearest.js'
export * from './outlines.js'
export * from './rectangles.js'
