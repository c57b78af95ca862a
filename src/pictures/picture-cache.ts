import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Host } from '../base/index.js'

/** What a decoded picture is kept under, beside its content: another decoder or another way of decoding is another picture. */
const RECIPE = 'sharp 0.35.5, recipe 2'

/** What is asked of a picture. */
export type Asked = Readonly<Record<string, string | number>>

/** What can be kept: bytes, and whatever JSON can say of them. */
export interface Kept {
  readonly bytes: Uint8Array
}

/** Decoded pictures on the disk. Safe to delete at any time; whatever is wrong with an entry, it is made anew. */
export interface PictureCache {
  /** What is kept for this content and this request, or what `make` gives, which is then kept; null is not kept. */
  remember<T extends Kept>(content: Uint8Array, asked: Asked, make: () => Promise<T | null>): Promise<T | null>
}

/** Opens the cache in a folder, which need not be there. */
export function openPictureCache(folder: string, host: Host): PictureCache {
  return {
    async remember<T extends Kept>(
      content: Uint8Array,
      asked: Asked,
      make: () => Promise<T | null>,
    ): Promise<T | null> {
      const name = createHash('sha256')
        .update(JSON.stringify([RECIPE, asked]))
        .update(content)
        .digest('hex')
      const path = join(folder, `${name}.picture`)
      const kept = host.readBytes(path)
      // The name is a digest of what is asked: what is kept under it is of the kind that was kept.
      const known = kept && (unwrap(kept) as T | null)
      if (known) return known
      const made = await make()
      if (made) keep(path, made, host)
      return made
    },
  }
}

/** Keeps an entry, if that can be had: a cache that cannot be written only costs time. */
function keep(path: string, image: Kept, host: Host): void {
  try {
    host.writeWhole([{ path, bytes: wrap(image) }])
  } catch {
    return
  }
}

/** An entry: the digest of all that follows, a line that says what the image is, and the image. */
function wrap({ bytes, ...head }: Kept): Uint8Array {
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes])
  return Buffer.concat([digestOf(body), body])
}

/** The image of an entry; null when the entry is not what was written. */
function unwrap(entry: Uint8Array): Kept | null {
  const [digest, body] = [Buffer.from(entry.subarray(0, 32)), Buffer.from(entry.subarray(32))]
  if (!digest.equals(digestOf(body))) return null
  const end = body.indexOf('\n')
  const head = JSON.parse(body.toString('utf8', 0, end)) as object
  return { ...head, bytes: body.subarray(end + 1) }
}

function digestOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest()
}
