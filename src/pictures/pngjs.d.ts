declare module 'pngjs' {
  /** Just what is called of pngjs. */
  export const PNG: {
    readonly sync: {
      /** Decodes to red, green, blue and alpha, 8 bits each. Throws on damage. */
      read(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly data: Uint8Array }
      /** Encodes; used to make test pictures. */
      write(picture: { readonly width: number; readonly height: number; readonly data: Uint8Array }): Uint8Array
    }
  }
}
