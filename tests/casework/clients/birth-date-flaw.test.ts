import { expect, test } from 'vitest'
import { birthDateFlaw } from '../../../src/casework/clients/birth-date-flaw.ts'

test('a birth date lies between 1900 and today', () => {
  const today = '2026-11-23'
  for (const day of [null, '1900-01-01', '1988-04-12', today]) expect(birthDateFlaw(day, today)).toBeNull()
  expect(birthDateFlaw('2026-11-24', today)).toBe('BIRTH_DATE_IN_FUTURE')
  expect(birthDateFlaw('1899-12-31', today)).toBe('BIRTH_DATE_TOO_EARLY')
  // A year typed in the wrong order.
  expect(birthDateFlaw('0196-03-05', today)).toBe('BIRTH_DATE_TOO_EARLY')
})
