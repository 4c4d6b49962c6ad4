import type { Witness } from './block-model.ts'
import type { Requirement } from './requirement.ts'

/** A column that something is required of, and what witnesses have shown of it so far. */
export interface Watched {
  column: number
  lowest: number
  highest: number
  /** Numbers required one by one and not yet shown possible. */
  missing: Set<number>
  /** How far apart the lowest and the highest have to be. */
  width: number
  /** Beyond it nothing has to be looked for. */
  last: number | undefined
}

export const watch = (column: number, { every, width }: Requirement): Watched => {
  const [first, last] = every ?? [0, -1]
  const missing = new Set<number>()
  for (let number = first; number <= last; number++) missing.add(number)
  return {
    column,
    lowest: Number.POSITIVE_INFINITY,
    highest: Number.NEGATIVE_INFINITY,
    missing,
    width,
    last: every && Math.max(last, first + width),
  }
}

export const isMet = ({ lowest, highest, missing, width }: Watched): boolean =>
  missing.size === 0 && highest - lowest >= width

/** Writes down what one witness shows; answers how much of it is new. */
export function record(watched: Iterable<Watched>, witness: Witness): number {
  let news = 0
  for (const one of watched) {
    const number = witness[one.column]
    if (number === undefined || isMet(one)) continue
    if (one.missing.delete(number)) news++
    else if (number < one.lowest || number > one.highest) news++
    one.lowest = Math.min(one.lowest, number)
    one.highest = Math.max(one.highest, number)
  }
  return news
}
