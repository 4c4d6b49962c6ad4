import type { Expression } from './expression.ts'
import { followed, type Scope } from './scope.ts'
import { selectionOf } from './selection.ts'

/** The items that a condition asks to be answered: `exists()`, joined by `or` and `and`; null for any other condition. */
export const presence = (condition: Expression, scope: Scope): ReadonlySet<string> | null => {
  scope.steps -= 1
  if (scope.steps < 0) return null
  if (condition.kind === 'operation' && (condition.operator === 'or' || condition.operator === 'and')) {
    const left = presence(condition.left, scope)
    const right = presence(condition.right, scope)
    return left && right && new Set([...left, ...right])
  }
  if (condition.kind === 'variable')
    return followed(condition.name, scope, (variable) => presence(variable, scope))
  if (condition.kind !== 'call' || condition.of === null || condition.arguments.length > 0) return null
  return condition.name === 'exists' || condition.name === 'hasValue' ? spokenOf(condition.of, scope) : null
}

/** The items a path is about. */
export const spokenOf = (path: Expression, scope: Scope): ReadonlySet<string> | null => {
  const selected = selectionOf(path, scope)
  return selected && new Set(selected.nodes.map(({ linkId }) => linkId))
}
