import { done, type Outcome } from '../instruments/outcome.ts'
import { refuse } from './refusals.ts'

const maxDepth = 6

/**
 * Reads JSON written in exactly the way `JSON.stringify` writes it, and nothing else: whoever writes the same content writes
 * the same bytes. That leaves no room for doubled keys, `1.0`, `1e3`, `-0`, numbers too long to hold, byte order marks,
 * spaces, needless escapes or anything after the end. At most six levels deep.
 */
export function readStrictJson(bytes: Uint8Array): Outcome<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (depthOf(text) > maxDepth || text.includes('"__proto__"')) return refuse('NOT_STRICT_JSON')
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? done(value) : refuse('NOT_STRICT_JSON')
  } catch {
    return refuse('NOT_STRICT_JSON')
  }
}

/** How deep brackets nest, found before anything is parsed. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (inString && character === '\\') at += 1
    else if (character === '"') inString = !inString
    else if (inString) continue
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if (character === ']' || character === '}') depth -= 1
  }
  return deepest
}
