/** A field of anything at all; undefined where there is none. */
export const fieldOf = (record: unknown, field: string): unknown => Object(record)[field]

/** Whether two values of plain data say the same; a field that is undefined is a field that is left out. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const fields = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...fields].every((field) => isSame(fieldOf(a, field), fieldOf(b, field)))
}
