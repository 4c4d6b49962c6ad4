import type { Expression } from './expression.ts'
import type { ItemNode } from './item-node.ts'
import { linkIdTest } from './link-id-test.ts'
import { followed, type Scope } from './scope.ts'
import { urls } from './urls.ts'

/**
 * What a path leads to, and of which items: the items of the response or of the form, their answers, the values answered, the
 * codes of those, the options offered, the option chosen, an extension of any kind, or the number that an answer scores.
 */
export interface Selection {
  what:
    | 'items'
    | 'form'
    | 'answers'
    | 'values'
    | 'codes'
    | 'options'
    | 'chosen'
    | 'extensions'
    | 'weights'
    | 'scores'
  nodes: readonly ItemNode[]
}

type What = Selection['what']

/** Where a path leads; null for one that is not of a known form. */
export const selectionOf = (expression: Expression, scope: Scope): Selection | null => {
  scope.steps -= 1
  if (scope.steps < 0) return null
  switch (expression.kind) {
    case 'variable':
      return startOf(expression.name, scope)
    case 'name':
      return expression.name === 'QuestionnaireResponse' ? rootOf('items', scope) : null
    case 'member': {
      const from = selectionOf(expression.of, scope)
      return from && memberOf(from, expression.name)
    }
    case 'call': {
      const from = expression.of && selectionOf(expression.of, scope)
      return from && calledOn(from, expression.name, expression.arguments, scope)
    }
    default:
      return null
  }
}

const rootOf = (what: What, { tree }: Scope): Selection => ({ what, nodes: [rootNode(tree)] })

/** The resource itself: no item, but items stand below it. */
const rootNode = (tree: readonly ItemNode[]): ItemNode => ({
  linkId: '',
  children: [...tree],
  values: null,
  plainNumbers: false,
  unread: false,
})

const startOf = (name: string, scope: Scope): Selection | null => {
  if (name === 'resource' || name === 'rootResource' || name === 'context') return rootOf('items', scope)
  if (name === 'questionnaire') return rootOf('form', scope)
  return followed(name, scope, (variable) => selectionOf(variable, scope))
}

/** From one thing to another by the name of an element. */
const members: Partial<Record<What, Partial<Record<string, What>>>> = {
  items: { answer: 'answers' },
  form: { answerOption: 'options' },
  answers: { value: 'values', valueCoding: 'values', valueInteger: 'values' },
  values: { code: 'codes', extension: 'extensions' },
  chosen: { extension: 'extensions', value: 'chosen', valueCoding: 'chosen' },
  weights: { value: 'scores', valueDecimal: 'scores', valueInteger: 'scores' },
}

const memberOf = ({ what, nodes }: Selection, name: string): Selection | null => {
  if (name === 'item' && (what === 'items' || what === 'form'))
    return { what, nodes: nodes.flatMap(({ children }) => children) }
  const next = members[what]?.[name]
  return next === undefined ? null : { what: next, nodes }
}

const calledOn = (
  from: Selection,
  name: string,
  given: readonly Expression[],
  scope: Scope,
): Selection | null => {
  const { what, nodes } = from
  const [only] = given
  const itemsOrForm = what === 'items' || what === 'form'
  const downwards =
    (name === 'descendants' && only === undefined) ||
    (name === 'repeat' && only?.kind === 'name' && only.name === 'item')
  if (itemsOrForm && downwards) return { what, nodes: nodes.flatMap(below) }
  if (name === 'first' && only === undefined) return nodes.length === 1 ? from : null
  if ((name === 'ordinal' || name === 'weight') && only === undefined)
    return what === 'values' || what === 'answers' ? { what: 'scores', nodes } : null
  if (name === 'extension' && only !== undefined)
    return (what === 'values' || what === 'chosen') && isWeight(only, scope)
      ? { what: 'weights', nodes }
      : null
  if (name !== 'where' || only === undefined || given.length > 1) return null
  if (itemsOrForm) {
    const test = linkIdTest(only)
    return test && { what, nodes: nodes.filter(({ linkId }) => linkId !== '' && test(linkId)) }
  }
  if (what === 'extensions') {
    const compared = equated(only, 'url')
    return compared && isWeight(compared, scope) ? { what: 'weights', nodes } : null
  }
  return what === 'options' && picksAnswer(only, nodes, scope) ? { what: 'chosen', nodes } : null
}

const below = (node: ItemNode): ItemNode[] => node.children.flatMap((child) => [child, ...below(child)])

/** `answerOption.where(valueCoding.code = <the code answered>)`: the chosen option of the same items. */
const picksAnswer = (condition: Expression, nodes: readonly ItemNode[], scope: Scope): boolean => {
  if (condition.kind !== 'operation' || condition.operator !== '=') return false
  const { left, right } = condition
  const isCode =
    left.kind === 'member' &&
    left.name === 'code' &&
    left.of.kind === 'name' &&
    (left.of.name === 'valueCoding' || left.of.name === 'value')
  const answered = isCode ? selectionOf(right, scope) : null
  return (
    nodes.length === 1 &&
    answered?.what === 'codes' &&
    answered.nodes.length === 1 &&
    answered.nodes[0] === nodes[0]
  )
}

const equated = (condition: Expression, name: string): Expression | null =>
  condition.kind === 'operation' &&
  condition.operator === '=' &&
  condition.left.kind === 'name' &&
  condition.left.name === name
    ? condition.right
    : null

const weightUrls: readonly string[] = [urls.ordinalValue, urls.itemWeight]

const isWeight = (expression: Expression, { variables }: Scope): boolean => {
  if (expression.kind === 'variable')
    return expression.name === 'ext-ordinalValue' || isWeightUrl(variables.get(expression.name))
  return isWeightUrl(expression)
}

const isWeightUrl = (expression: Expression | null | undefined): boolean =>
  expression?.kind === 'string' && weightUrls.includes(expression.value)
