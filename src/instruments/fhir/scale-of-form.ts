import type { ScoreForm } from './score-form.ts'

/** What a score expression says of a scale: how it is made, of which items, and between which figures it lies. */
export type ReadScale = { items: string[]; range: { min: number; max: number } } & (
  | { kind: 'sum' | 'mean'; reverse: string[]; factor: number }
  | { kind: 'count'; values: number[] }
  | { kind: 'weighted'; weights: Record<string, number> }
)

interface NamedTerm {
  name: string
  factor: number
  values: readonly number[]
  counts: readonly number[] | null
}

/** The scale a score is, in the closed set of kinds; null when it is none of them. `names`: question names by `linkId`. */
export const scaleOfForm = (
  { constant, terms }: ScoreForm,
  names: ReadonlyMap<string, string>,
): ReadScale | null => {
  const named = [...names].flatMap(([linkId, name]): NamedTerm[] => {
    const term = terms.get(linkId)
    return term === undefined || term.factor === 0
      ? []
      : [{ name, factor: term.factor, counts: term.counts, values: term.node.values ?? [] }]
  })
  if (named.length === 0) return null
  if (named.some(({ counts }) => counts !== null)) return countScale(constant, named)
  return sumScale(constant, named) ?? weightedScale(constant, named)
}

/** All items weigh the same. A reversed one is taken from the sum of its lowest and its highest answer. */
const sumScale = (constant: number, terms: readonly NamedTerm[]): ReadScale | null => {
  const weight = Math.abs(terms[0]?.factor ?? 0)
  const factor = clean(weight)
  if (terms.some((term) => clean(Math.abs(term.factor)) !== factor)) return null
  const reversed = terms.filter((term) => term.factor < 0)
  const lowAndHigh = total(reversed, ({ values }) => Math.min(...values) + Math.max(...values))
  if (clean(constant - weight * lowAndHigh) !== 0) return null
  const items = terms.map(({ name }) => name)
  const ofAll = clean(weight * items.length)
  const isMean = !Number.isInteger(factor) && Number.isInteger(ofAll)
  const scored = (sum: number) => (isMean ? (sum * ofAll) / items.length : sum * factor)
  return {
    kind: isMean ? 'mean' : 'sum',
    items,
    reverse: reversed.map(({ name }) => name),
    factor: isMean ? ofAll : factor,
    range: {
      min: scored(total(terms, ({ values }) => Math.min(...values))),
      max: scored(total(terms, ({ values }) => Math.max(...values))),
    },
  }
}

const weightedScale = (constant: number, terms: readonly NamedTerm[]): ReadScale | null => {
  if (clean(constant) !== 0 || terms.some(({ factor }) => factor < 0)) return null
  return {
    kind: 'weighted',
    items: terms.map(({ name }) => name),
    weights: Object.fromEntries(terms.map(({ name, factor }) => [name, clean(factor)])),
    range: {
      min: total(terms, ({ values, factor }) => Math.min(...values.map((value) => value * clean(factor)))),
      max: total(terms, ({ values, factor }) => Math.max(...values.map((value) => value * clean(factor)))),
    },
  }
}

/** One set of counted answers holds for all items, each of which may have only some of them. */
const countScale = (constant: number, terms: readonly NamedTerm[]): ReadScale | null => {
  const counted = new Set(terms.flatMap(({ counts }) => counts ?? []))
  const fits = terms.every(
    ({ factor, values, counts }) =>
      factor === 1 &&
      counts !== null &&
      values.filter((value) => counted.has(value)).length === counts.length,
  )
  if (!fits || constant !== 0 || counted.size === 0) return null
  return {
    kind: 'count',
    items: terms.map(({ name }) => name),
    values: [...counted].sort((a, b) => a - b),
    range: {
      min: terms.filter(({ values }) => values.every((value) => counted.has(value))).length,
      max: terms.filter(({ values }) => values.some((value) => counted.has(value))).length,
    },
  }
}

const total = (terms: readonly NamedTerm[], of: (term: NamedTerm) => number): number =>
  terms.reduce((sum, term) => sum + of(term), 0)

/** Without what division leaves in the last places. */
const clean = (figure: number): number => Number(figure.toFixed(9))
