import { expect, it } from 'vitest'
import { ageBandOf, ageOn } from '../../../src/casework/records/age.ts'

it.each([
  ['1990-05-03', '2026-05-02', 35],
  ['1990-05-03', '2026-05-03', 36],
  ['1990-12-31', '2026-01-01', 35],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-23', '2026-11-22', null],
  [null, '2026-11-22', null],
])('someone born %s is on %s %s years old', (birthDate, day, age) => {
  expect(ageOn(birthDate, day)).toBe(age)
})

it.each([
  [0, 'under14'],
  [13, 'under14'],
  [14, '14to17'],
  [17, '14to17'],
  [18, '18to39'],
  [39, '18to39'],
  [40, '40to59'],
  [59, '40to59'],
  [60, '60plus'],
  [104, '60plus'],
])('%i is counted as %s', (age, band) => {
  expect(ageBandOf(age)).toBe(band)
})
