import type { ItemNode } from './item-node.ts'

/** What one item adds to a score. */
interface Term {
  node: ItemNode
  factor: number
  /** The answers that count as one each; null: the answer's own number is added. */
  counts: readonly number[] | null
}

/** A score as a constant and what each item adds. */
export interface ScoreForm {
  constant: number
  /** By `linkId`. */
  terms: ReadonlyMap<string, Term>
  /** An unanswered item adds nothing, instead of leaving the score open. */
  blanksAddNothing: boolean
}

export const constantForm = (constant: number): ScoreForm => ({
  constant,
  terms: new Map(),
  blanksAddNothing: false,
})

export const scaled = (form: ScoreForm, by: number): ScoreForm => ({
  ...form,
  constant: form.constant * by,
  terms: new Map([...form.terms].map(([id, term]) => [id, { ...term, factor: term.factor * by }])),
})

/** Two scores joined by an operator; null where the outcome is no sum of answers. */
export const joinedForms = (
  operator: string,
  left: ScoreForm | null,
  right: ScoreForm | null,
): ScoreForm | null => {
  if (left === null || right === null) return null
  switch (operator) {
    case '+':
      return added(left, right)
    case '-':
      return added(left, scaled(right, -1))
    case '*':
      if (left.terms.size === 0) return scaled(right, left.constant)
      return right.terms.size === 0 ? scaled(left, right.constant) : null
    case '/':
      return right.terms.size === 0 && right.constant !== 0 ? scaled(left, 1 / right.constant) : null
    default:
      return null
  }
}

const added = (left: ScoreForm, right: ScoreForm): ScoreForm | null => {
  const terms = new Map(left.terms)
  for (const [id, term] of right.terms) {
    const before = terms.get(id)
    if (before !== undefined && (before.counts !== null || term.counts !== null)) return null
    terms.set(id, { ...term, factor: term.factor + (before?.factor ?? 0) })
  }
  return {
    constant: left.constant + right.constant,
    terms,
    blanksAddNothing: left.blanksAddNothing || right.blanksAddNothing,
  }
}
