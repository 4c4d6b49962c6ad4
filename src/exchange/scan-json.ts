/** How much of a JSON text is looked at before it is given up. */
export interface JsonLimits {
  /** How deep brackets may nest. */
  depth: number
  /** How many keys all its objects may have together. */
  keys: number
  /** How many values all its lists and objects may have together. */
  values: number
}

/** What is wrong with a JSON text before anybody parses it. */
export type JsonFault =
  | 'JSON_TOO_DEEP'
  | 'JSON_TOO_LARGE'
  | 'JSON_KEY_TWICE'
  | 'JSON_KEY_FORBIDDEN'
  | 'JSON_NUMBER'
  | 'JSON_TRAILING'

/** Names that objects have of themselves; a key of that name is meant for a parser, not for a reader. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
const numberStart = /[-+\d.NI]/
const number = /[-+.\w]+/y
/** A whole number as `JSON.stringify` writes it: no sign before nought, no fraction, no exponent, no more than is safe. */
const wholeNumber = /^(0|-?[1-9]\d{0,15})$/

interface Open {
  /** Keys seen so far; null in a list. */
  keys: Set<string> | null
  /** Whether the next string is a key. */
  atKey: boolean
}

/**
 * Walks once over the raw text, without recursion and without building anything, and names the first thing in it that a
 * parser would silently mend: doubled keys, numbers that are not plain whole ones, text after the end. Null when there is
 * none; that does not yet make it JSON.
 */
export function scanJson(text: string, limits: JsonLimits): JsonFault | null {
  const open: Open[] = []
  let keys = 0
  let values = 1
  let ended = false
  for (let at = 0; at < text.length; at++) {
    if (ended) return 'JSON_TRAILING'
    const character = text.charAt(at)
    const within = open.at(-1)
    if (character === '"') {
      const start = at + 1
      at = endOfString(text, start)
      if (within?.keys && within.atKey) {
        const key = text.slice(start, at)
        if (forbiddenKeys.has(key)) return 'JSON_KEY_FORBIDDEN'
        if (within.keys.has(key)) return 'JSON_KEY_TWICE'
        within.keys.add(key)
        if (++keys > limits.keys) return 'JSON_TOO_LARGE'
      } else ended = !within
    } else if (character === '{' || character === '[') {
      const object = character === '{'
      if (open.push({ keys: object ? new Set() : null, atKey: object }) > limits.depth) return 'JSON_TOO_DEEP'
    } else if (character === '}' || character === ']') {
      open.pop()
      ended = open.length === 0
    } else if (character === ',') {
      if (++values > limits.values) return 'JSON_TOO_LARGE'
      if (within) within.atKey = within.keys !== null
    } else if (character === ':') {
      if (within) within.atKey = false
    } else if (numberStart.test(character)) {
      number.lastIndex = at
      const written = number.exec(text)?.[0] ?? ''
      if (!wholeNumber.test(written) || !Number.isSafeInteger(Number(written))) return 'JSON_NUMBER'
      at += written.length - 1
      ended = !within
    }
  }
  return null
}

/** Where the string that began before `at` has its closing quote; the text's length when it has none. */
function endOfString(text: string, at: number): number {
  let end = text.indexOf('"', at)
  while (end !== -1 && isEscaped(text, end, at)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

/** An odd number of backslashes stands before it. */
function isEscaped(text: string, quote: number, start: number): boolean {
  let first = quote
  while (first > start && text.charAt(first - 1) === '\\') first -= 1
  return (quote - first) % 2 === 1
}
