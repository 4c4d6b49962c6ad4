import { open } from 'node:fs/promises'
import { done, type Outcome, refused } from '../instruments/outcome.ts'

/** Reads a file of no more than so many bytes; a larger one, and one that grows meanwhile, is never taken in whole. */
export const readFileWithin = async (path: string, maxBytes: number): Promise<Outcome<Uint8Array>> => {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > maxBytes) return refused('FILE_TOO_LARGE', { at: path })
      const bytes = new Uint8Array(size)
      const { bytesRead } = await file.read(bytes, 0, size, 0)
      return done(bytes.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch {
    return refused('FILE_UNREADABLE', { at: path })
  }
}
