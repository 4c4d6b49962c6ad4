import { open } from 'node:fs/promises'
import { done, type Outcome, refused } from '../instruments/outcome.ts'

const atOnce = 1 << 20

/**
 * Reads a file, or what comes through a pipe, of no more than so many bytes: more than that is never taken in. Refused with
 * FILE_TOO_LARGE or FILE_UNREADABLE.
 */
export const readFileWithin = async (path: string, maxBytes: number): Promise<Outcome<Uint8Array>> => {
  try {
    const file = await open(path)
    try {
      const parts: Uint8Array[] = []
      for (let length = 0; ; ) {
        const { bytesRead, buffer } = await file.read(new Uint8Array(atOnce), 0, atOnce)
        if (bytesRead === 0) return done(Uint8Array.from(Buffer.concat(parts)))
        length += bytesRead
        if (length > maxBytes) return refused('FILE_TOO_LARGE', { at: path })
        parts.push(buffer.subarray(0, bytesRead))
      }
    } finally {
      await file.close()
    }
  } catch {
    return refused('FILE_UNREADABLE', { at: path })
  }
}
