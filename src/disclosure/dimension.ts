/** The codes of one dimension and how they add up. */
export interface Dimension {
  /** Every code once, in the order of first mention. */
  codes: string[]
  /** The code meant when a cell leaves the dimension out; none when several codes are part of no other. */
  total: string | undefined
  /** Each a total and its parts, as positions in `codes`. */
  sums: { total: number; parts: number[] }[]
}

/** Sums that cannot hold: empty, a part named twice, or a code that is a part of itself. */
export class DimensionError extends Error {
  readonly code = 'TABLE_SET_INVALID'
  override readonly name = 'DimensionError'
}

/** Reads the sums of a dimension. Throws `DimensionError`. */
export function dimensionOf(lists: readonly (readonly string[])[]): Dimension {
  const positions = new Map<string, number>()
  const positionOf = (code: string): number => {
    const position = positions.get(code) ?? positions.size
    positions.set(code, position)
    return position
  }
  const sums = lists.map((list) => {
    const [total, ...parts] = list.map(positionOf)
    if (total === undefined || parts.length === 0) throw new DimensionError('a total without parts')
    if (new Set([total, ...parts]).size < list.length)
      throw new DimensionError(`a code twice in ${list.join()}`)
    return { total, parts }
  })
  const codes = [...positions.keys()]
  if (codes.length === 0) throw new DimensionError('no codes')
  if (hasCycle(codes.length, sums)) throw new DimensionError('a code that is a part of itself')
  const inner = new Set(sums.flatMap(({ parts }) => parts))
  const tops = codes.filter((_, position) => !inner.has(position))
  return { codes, total: positions.has('_T') ? '_T' : tops.length === 1 ? tops[0] : undefined, sums }
}

/** Takes away, again and again, the codes that are totals of nothing left. */
function hasCycle(size: number, sums: Dimension['sums']): boolean {
  const left = new Set(Array.from({ length: size }, (_, code) => code))
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const code of left)
      if (!sums.some(({ total, parts }) => total === code && parts.some((part) => left.has(part))))
        left.delete(code)
  }
  return left.size > 0
}

/** Whether every total, by whichever sums it is taken apart, comes down to the same codes that have no parts. */
export function hasOneLeafSystem({ codes, sums }: Dimension): boolean {
  const leaves = new Map<number, string>()
  const leavesOf = (code: number): string => {
    const known = leaves.get(code)
    if (known !== undefined) return known
    const [first, ...others] = sums
      .filter(({ total }) => total === code)
      .map(({ parts }) =>
        parts
          .flatMap((part) => leavesOf(part).split(' '))
          .sort()
          .join(' '),
      )
    if (others.some((other) => other !== first)) leaves.set(code, 'several')
    else leaves.set(code, first ?? String(code))
    return leaves.get(code) ?? ''
  }
  return codes.every((_, code) => !leavesOf(code).split(' ').includes('several'))
}
