/**
 * The values of many rows at one place: as they are; by their number among few different ones; as objects, field by field,
 * but for the rows that have none; or as lists, one after the other.
 */
export type Column =
  | { values: readonly unknown[] }
  | { few: readonly unknown[]; at: readonly number[] }
  | { fields: Record<string, Column>; rows: number; none: readonly number[] }
  | { items: Column; lengths: readonly number[] }

type Fields = Record<string, unknown>

/** So many times a value has to occur, taken all together, to be written once. */
const worthwhile = 4

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

/** JSON rows of one shape, in a form that names every field once and is a third as long; rows of several shapes stay as they are. */
export const toColumn = (values: readonly unknown[]): Column => {
  if (values.length === 0) return { values }
  if (values.every(isPlain)) return ofPlain(values)
  if (values.every(Array.isArray))
    return { items: toColumn(values.flat()), lengths: values.map(({ length }) => length) }
  return ofFields(values) ?? { values }
}

const ofPlain = (values: readonly unknown[]): Column => {
  const places = new Map<unknown, number>()
  for (const value of values) if (!places.has(value)) places.set(value, places.size)
  if (places.size * worthwhile > values.length) return { values }
  return { few: [...places.keys()], at: values.map((value) => places.get(value) ?? 0) }
}

const ofFields = (values: readonly unknown[]): Column | null => {
  const there = values.filter(isFields)
  const none = values.flatMap((value, row) => (value === null ? row : []))
  if (there.length + none.length < values.length) return null
  const names = Object.keys(there[0] ?? {})
  const shape = JSON.stringify(names)
  if (names.includes('__proto__') || !there.every((row) => JSON.stringify(Object.keys(row)) === shape))
    return null
  const fields = names.map((name) => [name, toColumn(there.map((row) => row[name]))])
  return { fields: Object.fromEntries(fields), rows: there.length, none }
}

/** The rows that `toColumn` was given. */
export const fromColumn = (column: Column): unknown[] => {
  if ('values' in column) return [...column.values]
  if ('few' in column) return column.at.map((place) => column.few[place])
  if ('items' in column) return listsOf(column)
  const rows = Array.from({ length: column.rows }, (): Fields | null => ({}))
  for (const [name, field] of Object.entries(column.fields)) {
    const values = fromColumn(field)
    rows.forEach((row, at) => {
      if (row) row[name] = values[at]
    })
  }
  for (const row of column.none) rows.splice(row, 0, null)
  return rows
}

const listsOf = ({ items, lengths }: Extract<Column, { items: Column }>): unknown[][] => {
  const all = fromColumn(items)
  let at = 0
  return lengths.map((length) => {
    at += length
    return all.slice(at - length, at)
  })
}
