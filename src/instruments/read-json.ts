import type { Fault } from './fault.ts'
import type { Outcome } from './outcome.ts'

const maxDepth = 40

/**
 * Reads the text of a JSON file that a person chose. Refused with NOT_JSON, TOO_DEEP (more than 40 levels), and with
 * DUPLICATE_KEY for every key that stands twice in one object: readers differ in which they take.
 */
export const readJson = (text: string): Outcome<unknown, Fault[]> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, refusal: [{ code: 'NOT_JSON', path: [] }] }
  }
  const faults = [...keyFaults(text)]
  return faults.length > 0 ? { ok: false, refusal: faults } : { ok: true, value }
}

interface Open {
  /** Keys so far; null in an array. */
  keys: Set<string> | null
  /** Where the reader is in it. */
  at: string | number
}

/** A key with its colon, any other string, or what opens, parts and closes. */
const tokens = /("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g

/** What `JSON.parse` lets pass. The text is JSON, so strings, brackets and commas are all there is to look at. */
function* keyFaults(text: string): Generator<Fault> {
  const open: Open[] = []
  const pathHere = () => open.map(({ at }) => at)
  for (const [token, key] of text.matchAll(tokens)) {
    const inside = open.at(-1)
    if (key !== undefined && inside?.keys) {
      inside.at = String(JSON.parse(key))
      if (inside.keys.has(inside.at)) yield { code: 'DUPLICATE_KEY', path: pathHere() }
      // No object may pass itself off as the prototype of another.
      if (inside.at === '__proto__') yield { code: 'UNKNOWN_KEY', path: pathHere() }
      inside.keys.add(inside.at)
    } else if (token === '{') open.push({ keys: new Set(), at: '' })
    else if (token === '[') open.push({ keys: null, at: 0 })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && inside?.keys === null) inside.at = Number(inside.at) + 1
    if (open.length > maxDepth) {
      yield { code: 'TOO_DEEP', path: [] }
      return
    }
  }
}
