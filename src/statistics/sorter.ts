import type { FactColumns } from './fact-columns.ts'
import type { Dimension } from './release-plan.ts'

/** A fact with a category that the plan has no place for: the plan and the room's version do not belong together. */
export class FactOutsidePlanError extends Error {
  readonly code = 'FACT_OUTSIDE_PLAN'
  override readonly name = 'FactOutsidePlanError'
}

/** What stands for a second code that a fact does not have, or that the dimension does not list. */
const noSecond = 'unlisted'

/** Gives a row's place in the grid of these dimensions' codes. Throws `FactOutsidePlanError`. */
export function sorterOf(dims: readonly Dimension[], columns: FactColumns): (row: number) => number {
  const sides = dims.map((dimension) => ({
    placeOf: placeIn(dimension, columns),
    size: dimension.codes.length,
  }))
  return (row) => {
    let place = 0
    for (const { placeOf, size } of sides) place = place * size + placeOf(row)
    return place
  }
}

function placeIn(dimension: Dimension, { codes, fields }: FactColumns): (row: number) => number {
  const places = new Map(dimension.codes.map(({ code }, place) => [code, place]))
  const rest = dimension.rest === null ? undefined : places.get(dimension.rest)
  const [first = 'category', second] = dimension.from
  const known = new Map<number, number>()
  const width = second === undefined ? 1 : codes[second].values.length + 1
  const [ones, twos] = [fields[first], second === undefined ? null : fields[second]]
  const find = (one: number, two: number): number => {
    const short = codes[first].values[one] ?? ''
    const long = second === undefined ? undefined : codes[second].values[two]
    const place =
      (second === undefined
        ? places.get(short)
        : (places.get(`${short}.${long ?? noSecond}`) ?? places.get(`${short}.${noSecond}`))) ?? rest
    if (place === undefined) throw new FactOutsidePlanError(`${dimension.id}: ${short}`)
    return place
  }
  return (row) => {
    const one = ones[row] ?? -1
    const two = twos?.[row] ?? -1
    const key = (one + 1) * width + two + 1
    const before = known.get(key)
    if (before !== undefined) return before
    const place = find(one, two)
    known.set(key, place)
    return place
  }
}
