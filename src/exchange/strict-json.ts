import { done, type Outcome } from '../instruments/outcome.ts'
import { refuse } from './refusals.ts'
import { type JsonLimits, scanJson } from './scan-json.ts'

/** Enough for every file of ours that is no merged package. */
const usualLimits: JsonLimits = { depth: 6, keys: 1_000, values: 100_000 }

/**
 * Reads JSON written in exactly the way `JSON.stringify` writes it, with whole numbers only, and nothing else: whoever writes
 * the same content writes the same bytes. Refused with what is wrong: `JSON_NOT_UTF8`, `JSON_BOM`, a fault of `scanJson`, or
 * `NOT_STRICT_JSON` for any other spelling.
 */
export function readStrictJson(bytes: Uint8Array, limits: JsonLimits = usualLimits): Outcome<unknown> {
  const text = decoded(bytes)
  if (text === null) return refuse('JSON_NOT_UTF8')
  if (text.startsWith('\ufeff')) return refuse('JSON_BOM')
  const fault = scanJson(text, limits)
  if (fault !== null) return refuse(fault)
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text ? done(value) : refuse('NOT_STRICT_JSON')
  } catch {
    return refuse('NOT_STRICT_JSON')
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
