import type { Expression } from './expression.ts'
import { numberTest } from './number-test.ts'
import { type Scope, selectionOf } from './selection.ts'

/** Answers by `linkId`: met when one of these questions has one of its answers. */
export type AnswerSets = ReadonlyMap<string, ReadonlySet<number>>

/** Understands `%q1 >= 1 or (%q2 >= 1 and %q2 <= 3)`; null for any other condition. */
export const answerSets = (condition: Expression, scope: Scope): AnswerSets | null => {
  if (condition.kind !== 'operation') return null
  const { operator, left, right } = condition
  if (operator !== 'or' && operator !== 'and') return comparedSet(operator, left, right, scope)
  const one = answerSets(left, scope)
  const other = answerSets(right, scope)
  if (one === null || other === null) return null
  return operator === 'or' ? either(one, other) : both(one, other)
}

const comparedSet = (
  operator: string,
  left: Expression,
  right: Expression,
  scope: Scope,
): AnswerSets | null => {
  const test = numberTest(operator, right)
  const selected = test && selectionOf(left, scope)
  const [node] = selected?.nodes ?? []
  if (test === null || !node?.values || selected?.nodes.length !== 1) return null
  const compared = selected.what === 'scores' || (selected.what === 'values' && node.plainNumbers)
  return compared ? new Map([[node.linkId, new Set(node.values.filter(test))]]) : null
}

const either = (one: AnswerSets, other: AnswerSets): AnswerSets =>
  new Map([
    ...one,
    ...[...other].map(([id, set]) => [id, new Set([...set, ...(one.get(id) ?? [])])] as const),
  ])

/** Two limits of one question; limits of different questions are no rule of an instrument. */
const both = (one: AnswerSets, other: AnswerSets): AnswerSets | null => {
  const [[id, set] = [], ...more] = one
  const second = id === undefined ? undefined : other.get(id)
  return id !== undefined &&
    set !== undefined &&
    second !== undefined &&
    more.length === 0 &&
    other.size === 1
    ? new Map([[id, new Set([...set].filter((value) => second.has(value)))]])
    : null
}

export const sameSets = (one: AnswerSets | null, other: AnswerSets | null): boolean =>
  one !== null &&
  other !== null &&
  one.size === other.size &&
  [...one].every(([id, set]) => {
    const second = other.get(id)
    return second !== undefined && second.size === set.size && [...set].every((value) => second.has(value))
  })
