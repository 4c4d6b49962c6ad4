import { countedBy } from './counted-by.ts'
import type { Expression } from './expression.ts'
import type { ItemNode } from './item-node.ts'
import { presence, spokenOf } from './presence.ts'
import { followed, type Scope } from './scope.ts'
import { constantForm, joinedForms, type ScoreForm, scaled } from './score-form.ts'
import { type Selection, selectionOf } from './selection.ts'

/**
 * Understands an expression as a score of answers. Sums are followed, nothing is computed; null for anything else. `maySkip`:
 * items that are not asked of everyone.
 */
export const scoreFormOf = (
  expression: Expression,
  scope: Scope,
  maySkip: (linkId: string) => boolean,
): ScoreForm | null => {
  const formOf = (part: Expression): ScoreForm | null => {
    scope.steps -= 1
    if (scope.steps < 0) return null
    if (part.kind === 'number') return constantForm(part.value)
    if (part.kind === 'operation') return joinedForms(part.operator, formOf(part.left), formOf(part.right))
    const called = part.kind === 'call' ? formOfCall(part) : null
    if (called !== null) return called
    const selected = scoresIn(part, scope)
    if (selected !== null) return selected.nodes.length === 1 ? sumOf(selected, null, false) : null
    return part.kind === 'variable' ? followed(part.name, scope, formOf) : null
  }

  const formOfCall = (call: Extract<Expression, { kind: 'call' }>): ScoreForm | null => {
    const { name, of, arguments: given } = call
    if (of === null) return name === 'iif' ? conditional(given) : null
    if (name === 'sum' && of.kind === 'call' && of.of === null && of.name === 'answers')
      return isOrdinalOfValue(given) ? sumOf({ what: 'scores', nodes: below(scope.tree) }, null, true) : null
    const counted = countedBy(call)
    if (counted !== null) {
      const selected = scoresIn(counted.of, scope)
      return selected && (counted.all || selected.nodes.length === 1)
        ? sumOf(selected, counted.counts, counted.all)
        : null
    }
    const isMean = name === 'avg' && given.length === 0
    if (!isMean && !(name === 'sum' && given.length === 0) && !(name === 'aggregate' && addsUp(given)))
      return null
    const selected = scoresIn(of, scope)
    const sum = selected && sumOf(selected, null, true)
    return sum && (isMean ? scaled(sum, 1 / sum.terms.size) : sum)
  }

  const conditional = ([condition, then, otherwise]: readonly Expression[]): ScoreForm | null => {
    if (condition === undefined || then === undefined) return null
    if (condition.kind === 'call' && condition.name === 'empty' && condition.of && otherwise)
      return whenAnswered(spokenOf(condition.of, scope), otherwise, then)
    return whenAnswered(presence(condition, scope), then, otherwise)
  }

  /** A score if something was answered: else none or, for a single item, nothing added. */
  const whenAnswered = (
    present: ReadonlySet<string> | null,
    then: Expression,
    otherwise: Expression | undefined,
  ): ScoreForm | null => {
    const form = present && formOf(then)
    if (form === null || otherwise === undefined || otherwise.kind === 'empty') return form
    const [item, ...more] = form.terms.keys()
    if (item === undefined || more.length > 0 || present?.size !== 1 || !present.has(item)) return null
    if (isZero(otherwise)) return { ...form, blanksAddNothing: true }
    return isZeroOrNone(otherwise) ? { ...form, blanksAddNothing: !maySkip(item) } : null
  }

  return formOf(expression)
}

/** The numbers that answers score; values stand for themselves only where answers are plain numbers. */
const scoresIn = (expression: Expression, scope: Scope): Selection | null => {
  const selected = selectionOf(expression, scope)
  if (selected?.what === 'scores') return selected
  return selected?.what === 'values' && selected.nodes.every(({ plainNumbers }) => plainNumbers)
    ? selected
    : null
}

/**
 * A sum over items. What has no numbers adds nothing to it, nor do plain numbers where weights are asked for; a choice that was
 * left out would, so then it is not understood.
 */
const sumOf = (
  { what, nodes }: Selection,
  counts: ((value: number) => boolean) | null,
  blanksAddNothing: boolean,
): ScoreForm | null => {
  if (nodes.some(({ unread }) => unread)) return null
  const terms: ScoreForm['terms'] = new Map(
    nodes.flatMap((node) =>
      node.values === null || node.plainNumbers !== (what === 'values')
        ? []
        : [[node.linkId, { node, factor: 1, counts: counts && node.values.filter(counts) }]],
    ),
  )
  return terms.size === 0 ? null : { constant: 0, terms, blanksAddNothing }
}

const below = (nodes: readonly ItemNode[]): ItemNode[] =>
  nodes.flatMap((node) => [node, ...below(node.children)])

const isZero = (expression: Expression | undefined): boolean =>
  expression?.kind === 'number' && expression.value === 0

/** `iif(not asked, 0, {})`: whatever the condition, an item without an answer adds nothing or leaves the score open. */
const isZeroOrNone = (expression: Expression): boolean =>
  expression.kind === 'call' &&
  expression.of === null &&
  expression.name === 'iif' &&
  isZero(expression.arguments[1]) &&
  expression.arguments[2]?.kind === 'empty'

const isOrdinalOfValue = ([given, ...more]: readonly Expression[]): boolean =>
  more.length === 0 &&
  given?.kind === 'call' &&
  (given.name === 'ordinal' || given.name === 'weight') &&
  given.of?.kind === 'name' &&
  given.of.name === 'value'

/** `aggregate($this + $total, 0)`. */
const addsUp = ([sum, start]: readonly Expression[]): boolean => {
  if (sum?.kind !== 'operation' || sum.operator !== '+' || !isZero(start)) return false
  const names = [sum.left, sum.right].map((side) => (side.kind === 'name' ? side.name : ''))
  return names.toSorted().join() === '$this,$total'
}
