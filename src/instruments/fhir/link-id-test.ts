import type { Expression } from './expression.ts'

type Test = (linkId: string) => boolean

/** The condition of a `where` over items, when it is about their `linkId` alone; null for any other. */
export const linkIdTest = (condition: Expression): Test | null => {
  if (condition.kind === 'call') return calledTest(condition)
  if (condition.kind !== 'operation') return null
  const { operator, left, right } = condition
  if (operator === 'or' || operator === 'and') {
    const one = linkIdTest(left)
    const other = linkIdTest(right)
    if (one === null || other === null) return null
    return operator === 'or' ? (id) => one(id) || other(id) : (id) => one(id) && other(id)
  }
  if (!isLinkId(left)) return null
  const named = operator === 'in' ? stringsIn(right) : right.kind === 'string' ? [right.value] : null
  if (named === null) return null
  const found = new Set(named)
  if (operator === '!=') return (id) => !found.has(id)
  return operator === '=' || operator === 'in' ? (id) => found.has(id) : null
}

const calledTest = (call: Extract<Expression, { kind: 'call' }>): Test | null => {
  const [given] = call.arguments
  if (!isLinkId(call.of) || given?.kind !== 'string' || call.arguments.length > 1) return null
  if (call.name === 'startsWith') return (id) => id.startsWith(given.value)
  return call.name === 'matches' ? patternTest(given.value) : null
}

// From end to end, without repetition and with one group at most, so that matching takes no longer than the linkId is long.
const plainPattern = /^\^[\w.\-[\]\\]*(?:\([\w.\-[\]|]+\))?[\w.\-[\]\\]*\$$/

const patternTest = (pattern: string): Test | null => {
  if (!plainPattern.test(pattern)) return null
  try {
    const compiled = new RegExp(pattern)
    return (id) => compiled.test(id)
  } catch {
    return null
  }
}

/** `('a' | 'b')`, or one string. */
const stringsIn = (expression: Expression): string[] | null => {
  if (expression.kind === 'string') return [expression.value]
  if (expression.kind !== 'operation' || expression.operator !== '|') return null
  const left = stringsIn(expression.left)
  const right = stringsIn(expression.right)
  return left && right && [...left, ...right]
}

const isLinkId = (expression: Expression | null): boolean =>
  expression?.kind === 'name' && expression.name === 'linkId'
