import { expect, test } from 'vitest'
import { dueDayFlaw } from '../../../src/casework/follow-ups/due-day-flaw.ts'

test('something is to be done from today on, within two years', () => {
  const today = '2026-11-23'
  for (const due of [today, '2027-11-23', '2028-11-22']) expect(dueDayFlaw(due, today)).toBeNull()
  expect(dueDayFlaw('2026-11-22', today)).toBe('DUE_DAY_PAST')
  expect(dueDayFlaw('2028-11-23', today)).toBe('DUE_DAY_TOO_FAR')
  // A year typed wrong.
  expect(dueDayFlaw('2926-12-01', today)).toBe('DUE_DAY_TOO_FAR')
})
