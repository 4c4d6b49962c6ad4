import type { Fault } from '../fault.ts'

/** Characters of text and names; a file of 2 MB has no more. */
const maxCharacters = 2_000_000
const maxValues = 200_000
/** Ten levels of items, and what stands on the innermost. */
const maxLevels = 40

/** Whether parsed JSON is too large or too deep to be looked at: FILE_TOO_LARGE, TOO_DEEP. */
export const limitFault = (json: unknown): Fault | null => {
  let characters = 0
  let values = 0
  const waiting: { value: unknown; level: number }[] = [{ value: json, level: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level } = next
    values += 1
    if (typeof value === 'string') characters += value.length
    if (values > maxValues || characters > maxCharacters) return { code: 'FILE_TOO_LARGE', path: [] }
    if (typeof value !== 'object' || value === null) continue
    if (level >= maxLevels) return { code: 'TOO_DEEP', path: [] }
    for (const [key, part] of Object.entries(value)) {
      characters += key.length
      waiting.push({ value: part, level: level + 1 })
    }
  }
  return null
}
