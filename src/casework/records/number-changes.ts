/** One number that is another now; null where there is none. */
export interface NumberChange {
  /** Where it stands, from the outside in. */
  path: string[]
  from: number | null
  to: number | null
}

const numbersIn = (value: unknown, path: string[]): [path: string[], number: number][] => {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inner]) => numbersIn(inner, [...path, field]))
}

/** The numbers in which two sets of rules differ, in their order. */
export function numberChanges(before: object, after: object): NumberChange[] {
  const held = new Map(numbersIn(before, []).map(([path, number]) => [path.join('.'), { path, number }]))
  const next = new Map(numbersIn(after, []).map(([path, number]) => [path.join('.'), { path, number }]))
  return [...new Map([...held, ...next])].flatMap(([name, { path }]) => {
    const [from, to] = [held.get(name)?.number ?? null, next.get(name)?.number ?? null]
    return from === to ? [] : [{ path, from, to }]
  })
}
