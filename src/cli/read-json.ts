import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { readFileWithin } from './read-file.ts'

/** Reads a file of no more than so many bytes of JSON. Refused with NOT_JSON or as `readFileWithin`. */
export const readJson = async (path: string, maxBytes: number): Promise<Outcome<unknown>> => {
  const file = await readFileWithin(path, maxBytes)
  if (!file.ok) return file
  try {
    return done(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.value)))
  } catch {
    return refused('NOT_JSON', { at: path })
  }
}
