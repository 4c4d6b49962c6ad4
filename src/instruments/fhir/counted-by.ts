import type { Expression } from './expression.ts'
import { type NumberTest, numberTest } from './number-test.ts'

/** A count of answers: of which path, which answers count, and whether of all items of the path together. */
interface Counted {
  of: Expression
  counts: NumberTest
  all: boolean
}

/** `path.where($this >= 2).count()`, and for one item `path.select(iif($this in (2 | 3), 1, 0))`; null for any other call. */
export const countedBy = ({
  name,
  of,
  arguments: given,
}: Extract<Expression, { kind: 'call' }>): Counted | null => {
  const [only, ...more] = given
  if (name === 'count' && only === undefined && of?.kind === 'call' && of.name === 'where' && of.of) {
    const counts = of.arguments.length === 1 ? thisTest(of.arguments[0]) : null
    return counts && { of: of.of, counts, all: true }
  }
  if (name !== 'select' || of === null || only?.kind !== 'call' || only.name !== 'iif' || more.length > 0)
    return null
  const [condition, one, zero] = only.arguments
  const counts = isNumber(one, 1) && isNumber(zero, 0) ? thisTest(condition) : null
  return counts && { of, counts, all: false }
}

const isNumber = (expression: Expression | undefined, value: number): boolean =>
  expression?.kind === 'number' && expression.value === value

const thisTest = (condition: Expression | undefined): NumberTest | null =>
  condition?.kind === 'operation' && condition.left.kind === 'name' && condition.left.name === '$this'
    ? numberTest(condition.operator, condition.right)
    : null
