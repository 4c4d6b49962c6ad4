import { expect, it } from 'vitest'
import { nextFileNumber } from '../../../src/casework/clients/file-number.ts'

it.each([
  [[], '2026-0001'],
  [['2025-0031'], '2026-0001'],
  [['2026-0009', '2026-0002', '2025-0500'], '2026-0010'],
  [['2026-9999'], '2026-10000'],
  [['2026-10000'], '2026-10001'],
  [['手工-7', '2026-12x', '12026-0099', ''], '2026-0001'],
])('after %j comes %s', (taken, next) => {
  expect(nextFileNumber(taken, 2026)).toBe(next)
})
