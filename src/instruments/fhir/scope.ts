import type { Expression } from './expression.ts'
import type { ItemNode } from './item-node.ts'
import type { Variables } from './read-variables.ts'

/** What an expression may speak of. */
export interface Scope {
  tree: readonly ItemNode[]
  variables: Variables
  /** Variables being followed; one that comes back to itself is not understood. */
  open: Set<string>
  /** Steps left: a short expression can ask for very many. */
  steps: number
}

const maxOpen = 20

/** Follows a variable of the form. */
export const followed = <Found>(
  name: string,
  scope: Scope,
  follow: (expression: Expression) => Found | null,
): Found | null => {
  const variable = scope.variables.get(name)
  if (!variable || scope.open.has(name) || scope.open.size === maxOpen) return null
  scope.open.add(name)
  const found = follow(variable)
  scope.open.delete(name)
  return found
}
