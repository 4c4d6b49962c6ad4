import type { FactColumns } from './fact-columns.ts'
import type { Dimension } from './release-plan.ts'

/** A fact with a category that the plan has no place for: the plan and the room's version do not belong together. */
export class FactOutsidePlanError extends Error {
  readonly code = 'FACT_OUTSIDE_PLAN'
  override readonly name = 'FactOutsidePlanError'
}

/** What stands for a second code that a fact does not have, or that the dimension does not list. */
const unlisted = 'unlisted'

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

function placeIn(dimension: Dimension, { fields }: FactColumns): (row: number) => number {
  const places = new Map(dimension.codes.map(({ code }, place) => [code, place]))
  const rest = dimension.rest === null ? undefined : places.get(dimension.rest)
  const [firstField = 'category', secondField] = dimension.from
  const first = fields[firstField]
  const second = secondField === undefined ? null : fields[secondField]
  const width = second === null ? 1 : second.codes.values.length + 1
  /** By both numbers, counted from -1, the place found before; -1 where none was looked for yet. */
  const known = new Int32Array((first.codes.values.length + 1) * width).fill(-1)
  const find = (one: number, two: number): number => {
    const short = first.codes.values[one] ?? ''
    const long = second?.codes.values[two] ?? unlisted
    const place =
      (second === null
        ? places.get(short)
        : (places.get(`${short}.${long}`) ?? places.get(`${short}.${unlisted}`))) ?? rest
    if (place === undefined) throw new FactOutsidePlanError(`${dimension.id}: ${short}`)
    return place
  }
  return (row) => {
    const one = first.rows[row] ?? -1
    const two = second?.rows[row] ?? -1
    const key = (one + 1) * width + (second === null ? 0 : two + 1)
    const before = known[key] ?? -1
    if (before >= 0) return before
    const place = find(one, two)
    known[key] = place
    return place
  }
}
