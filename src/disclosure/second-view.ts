import { ExactDictionary } from './exact-dictionary.ts'
import { rowOf, type Sum } from './solved-sums.ts'
import type { TableCell, TableSet } from './table-set.ts'

/** What an attacker sees, put together a second time and in another way: by the codes of each cell, not by tables. */
export interface SecondView {
  /** One for each listed cell, in order. */
  keys: string[]
  keyOf(at: Record<string, string>): string
  /** The smallest count of each variable; the sums speak of what is above it. Listed cells come first. */
  lower: number[]
  sums: Sum[]
}

export function secondViewOf(set: TableSet): SecondView {
  const dims = Object.entries(set.dims).map(([name, { sums }]) => {
    const parts = new Set(sums.flatMap((sum) => sum.slice(1)))
    const isTotal = sums.some((sum) => sum.includes('_T'))
    return { name, sums, total: isTotal ? '_T' : (sums.find(([code = '']) => !parts.has(code))?.[0] ?? '') }
  })
  const placeOf = (at: Record<string, string>) => dims.map(({ name, total }) => at[name] ?? total)
  const keyOf = (at: Record<string, string>) => JSON.stringify(placeOf(at))
  const keys = set.cells.map(({ at }) => keyOf(at))
  const variables = new Map(keys.map((key, index) => [key, index]))
  const lower = set.cells.map((cell) => leastOf(cell, set))
  const isKnown = set.cells.map(({ withheld, joint, between }) => !withheld && !joint && !between)
  const seen = new Set<string>()
  const sums: Sum[] = []
  for (const { at } of set.cells)
    for (const [axis, dim] of dims.entries())
      for (const codes of dim.sums) {
        const place = placeOf(at)
        if (!codes.includes(place[axis] ?? '')) continue
        const members = codes.map((code) => JSON.stringify(place.with(axis, code)))
        if (seen.has(members.join())) continue
        seen.add(members.join())
        const sum: Sum = { terms: new Map(), constant: 0 }
        for (const [position, member] of members.entries()) {
          const factor = position === 0 ? -1 : 1
          const variable = variables.get(member) ?? lower.push(0) - 1
          variables.set(member, variable)
          sum.constant += factor * (lower[variable] ?? 0)
          if (!isKnown[variable]) sum.terms.set(variable, factor)
        }
        sums.push(sum)
      }
  for (const [index, { between }] of set.cells.entries())
    if (between !== undefined) {
      const slack = lower.push(0) - 1
      sums.push({
        terms: new Map([
          [index, 1],
          [slack, 1],
        ]),
        constant: between[0] - between[1],
      })
    }
  return { keys, keyOf, lower, sums }
}

function leastOf({ n, withheld, joint, between }: TableCell, { policy }: TableSet): number {
  if (between !== undefined) return between[0]
  if (joint) return 0
  if (withheld) return policy.zeros === 'published' ? 1 : 0
  return n
}

/** The solved sums that hang together with one variable, ready for exact linear programs. */
export function dictionaryAround(variable: number, solved: ReadonlyMap<number, Sum>): ExactDictionary {
  const users = new Map<number, number[]>()
  for (const [pivot, { terms }] of solved)
    for (const member of terms.keys()) users.set(member, [...(users.get(member) ?? []), pivot])
  const members = new Set([variable])
  const pivots = new Set<number>()
  for (const member of members)
    for (const pivot of users.get(member) ?? []) {
      pivots.add(pivot)
      for (const other of solved.get(pivot)?.terms.keys() ?? []) members.add(other)
    }
  const columns = [...members].filter((member) => !solved.has(member))
  const rows = [...pivots].map((pivot) =>
    rowOf(pivot, solved.get(pivot) ?? { terms: new Map(), constant: 0 }, columns),
  )
  return new ExactDictionary(columns, rows)
}
