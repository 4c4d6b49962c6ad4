import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ageOn } from '../../../src/casework/records/age.ts'
import {
  dayTurning,
  needsGuardian,
  openAgeQuestions,
  turnBetween,
} from '../../../src/casework/records/age-rules.ts'
import { addDays } from '../../../src/tiering/calendar.ts'

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((number) => addDays('1920-01-01', number))
  .filter((one) => one < '2080-01-01')

test.each<[string | null, string, boolean | null]>([
  ['2012-11-22', '2026-11-21', true],
  ['2012-11-22', '2026-11-22', false],
  ['2012-02-29', '2026-02-28', true],
  ['2012-02-29', '2026-03-01', false],
  [null, '2026-11-22', null],
  // Born tomorrow: a slip, not a child.
  ['2026-11-23', '2026-11-22', null],
])('somebody born on %s needs a guardian on %s: %s', (birthDate, on, expected) => {
  expect(needsGuardian(birthDate, on)).toBe(expected)
})

describe('the day somebody turns an age', () => {
  it.each([
    ['2012-11-22', 14, '2026-11-22'],
    ['2012-02-29', 14, '2026-03-01'],
    ['2012-02-29', 16, '2028-02-29'],
    ['2008-12-31', 18, '2026-12-31'],
  ])('%s, %i: %s', (birthDate, age, on) => {
    expect(dayTurning(birthDate, age)).toBe(on)
  })

  it('is the first on which they are that old', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(14, 18), (birthDate, age) => {
        const on = dayTurning(birthDate, age)
        expect(ageOn(birthDate, on)).toBe(age)
        expect(ageOn(birthDate, addDays(on, -1))).toBe(age - 1)
      }),
    )
  })
})

test('who turns 14 or 18 in a span of days is found, its ends included', () => {
  const between = (birthDate: string | null) =>
    turnBetween(birthDate, { from: '2026-11-22', until: '2026-12-22' })
  expect(between('2012-11-22')).toEqual({ age: 14, on: '2026-11-22' })
  expect(between('2008-12-22')).toEqual({ age: 18, on: '2026-12-22' })
  expect(between('2008-12-23')).toBeNull()
  expect(between('2012-11-21')).toBeNull()
  expect(between(null)).toBeNull()
})

describe('what has to be asked again', () => {
  const guardian = { name: '示例家长', relation: 'mother', phone: null } as const
  const grownUp = [{ renew: [] }, { renew: ['grownUp' as const] }]
  it.each([
    ['under 14 without a guardian', { birthDate: '2016-01-01' }, [], ['guardian']],
    ['under 14 with one', { birthDate: '2016-01-01', guardian }, [], []],
    ['14 with a consent of the guardian', { birthDate: '2012-01-01', guardian }, grownUp, ['ownConsent']],
    ['14 with a consent of their own', { birthDate: '2012-01-01', guardian }, [{ renew: [] }], []],
    ['18 with a guardian', { birthDate: '2008-01-01', guardian }, [], ['guardianStays']],
    [
      '18, nothing of their own',
      { birthDate: '2008-01-01', guardian },
      grownUp,
      ['ownConsent', 'guardianStays'],
    ],
    ['of unknown age', { birthDate: null, guardian }, grownUp, []],
  ])('%s', (_, client, consents, questions) => {
    expect(openAgeQuestions(client, consents, '2026-11-22')).toEqual(questions)
  })
})
