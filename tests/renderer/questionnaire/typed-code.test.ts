import { expect, test } from 'vitest'
import { typedCode } from '../../../src/renderer/questionnaire/typed-code.ts'

test('a digit is the code it stands for', () => {
  expect(typedCode([0, 1, 2, 3], '2')).toEqual({ kind: 'code', value: 2, open: false })
  expect(typedCode([0, 1, 2, 3], '4')).toEqual({ kind: 'none' })
})

test('a code that begins another stays open, and grows into it', () => {
  const selfCare = [0, 1, 5, 10]
  expect(typedCode(selfCare, '1')).toEqual({ kind: 'code', value: 1, open: true })
  expect(typedCode(selfCare, '10')).toEqual({ kind: 'code', value: 10, open: false })
  expect(typedCode(selfCare, '15')).toEqual({ kind: 'none' })
})

test('the beginning of a code is none yet', () => {
  expect(typedCode([0, 3, 10], '1')).toEqual({ kind: 'begun' })
})
