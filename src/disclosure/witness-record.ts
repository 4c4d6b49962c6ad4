import type { Witness } from './block-model.ts'
import type { Requirement } from './requirement.ts'

/** A column that something is required of, and what witnesses have shown of it so far. */
export interface Watched {
  column: number
  lowest: number
  highest: number
  /** Numbers required one by one and not yet shown possible; empty when a width is required. */
  missing: Set<number>
  width: number
  /** The last of the numbers required; beyond it nothing has to be looked for. */
  last: number | undefined
}

export const watch = (column: number, requirement: Requirement): Watched => {
  const missing = new Set<number>()
  if ('every' in requirement)
    for (let number = requirement.every[0]; number <= requirement.every[1]; number++) missing.add(number)
  return {
    column,
    lowest: Number.POSITIVE_INFINITY,
    highest: Number.NEGATIVE_INFINITY,
    missing,
    width: 'width' in requirement ? requirement.width : 0,
    last: 'every' in requirement ? requirement.every[1] : undefined,
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
    if (one.width > 0 && (number < one.lowest || number > one.highest)) news++
    one.lowest = Math.min(one.lowest, number)
    one.highest = Math.max(one.highest, number)
  }
  return news
}
