import { totalCode } from '../../statistics/axis.ts'
import { type Dimension, dimensionOf, type ReleasePlan } from '../../statistics/release-plan.ts'

/** Dimensions of a plan that are finer and coarser lists of one thing, as one dimension of a table set. */
export interface SetAxis {
  id: string
  sums: string[][]
  /** The code in the set for a code of a dimension, or of one it is within. */
  codeOf(dimension: string, code: string): string
}

/** The axes that these dimensions of a plan make, each with the dimensions it stands for. */
export function setAxes(plan: ReleasePlan, dims: readonly string[]): Map<string, SetAxis> {
  const chains = dims.map((id) => ({ id, chain: chainOf(plan, id) }))
  const tops = new Set(chains.map(({ chain }) => chain.at(-1)?.id ?? ''))
  const axes = new Map<string, SetAxis>()
  for (const top of tops) {
    const members = chains.filter(({ chain }) => chain.at(-1)?.id === top)
    const levels = new Map(members.flatMap(({ chain }) => chain.map((level) => [level.id, level])))
    const axis: SetAxis = {
      id: top,
      sums: [...levels.values()].flatMap(sumsOf),
      codeOf: (dimension, code) => {
        if (code === totalCode) return totalCode
        const level = chainOf(plan, dimension).find(({ codes }) => codes.some((known) => known.code === code))
        return `${level?.id ?? dimension}:${code}`
      },
    }
    for (const { id } of members) axes.set(id, axis)
  }
  return axes
}

/** A dimension and those it is within, the coarsest last. */
function chainOf(plan: ReleasePlan, id: string): Dimension[] {
  const chain = [dimensionOf(plan, id)]
  for (let above = chain[0]?.under ?? null; above !== null; ) {
    const coarser = dimensionOf(plan, above)
    chain.push(coarser)
    above = coarser.under
  }
  return chain
}

/** Each code of the coarser dimension, or the total, and what it is made of at this level. */
function sumsOf({ id, codes, under }: Dimension): string[][] {
  const parts = new Map<string, string[]>()
  for (const { code, within } of codes) {
    const whole = under === null || within === undefined ? totalCode : `${under}:${within}`
    parts.set(whole, [...(parts.get(whole) ?? []), `${id}:${code}`])
  }
  return [...parts].map(([whole, of]) => [whole, ...of])
}
