declare module 'color-name' {
  /** The colour keywords of CSS, lower case, as red, green and blue. */
  const colours: Readonly<Record<string, readonly [number, number, number]>>
  export default colours
}
