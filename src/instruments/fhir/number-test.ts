import type { Expression } from './expression.ts'

export type NumberTest = (value: number) => boolean

/** What `operator` and a number, or several after `in`, ask of a value; null for anything else. */
export const numberTest = (operator: string, right: Expression): NumberTest | null => {
  if (operator === 'in') {
    const numbers = numbersIn(right)
    return numbers && ((value) => numbers.includes(value))
  }
  if (right.kind !== 'number') return null
  const limit = right.value
  switch (operator) {
    case '=':
      return (value) => value === limit
    case '!=':
      return (value) => value !== limit
    case '>':
      return (value) => value > limit
    case '>=':
      return (value) => value >= limit
    case '<':
      return (value) => value < limit
    case '<=':
      return (value) => value <= limit
    default:
      return null
  }
}

/** `(1 | 2)`, or one number. */
const numbersIn = (expression: Expression): number[] | null => {
  if (expression.kind === 'number') return [expression.value]
  if (expression.kind !== 'operation' || expression.operator !== '|') return null
  const left = numbersIn(expression.left)
  const right = numbersIn(expression.right)
  return left && right && [...left, ...right]
}
