import { expect, test } from 'vitest'
import { itemNumbers } from '../../../src/renderer/catalogue/item-numbers.ts'

test.each([
  [['q1', 'q2', 'q3', 'q4'], '1–4'],
  [['q10', 'q2', 'q1'], '1, 2, 10'],
  [['q0', 'q1', 'q2', 'q7'], '0–2, 7'],
  [['q5'], '5'],
  [[], ''],
])('%o is written %s', (items, text) => {
  expect(itemNumbers(items, ', ')).toBe(text)
})
