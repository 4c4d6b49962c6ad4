import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentGivers } from '../../../src/casework/consents/consent.ts'
import {
  checkConsent,
  isOutgrown,
  readerFor,
  whoConsents,
} from '../../../src/casework/consents/who-consents.ts'
import { codeOf } from '../../support/outcome.ts'

const rulesOf = (from14to17: 'self' | 'both') => ({ from14to17 })

describe('who agrees', () => {
  it.each([
    [null, 'self', ['self', 'guardian', 'both']],
    [6, 'self', ['guardian', 'both']],
    [13, 'both', ['guardian', 'both']],
    [14, 'self', ['self', 'both']],
    [14, 'both', ['both']],
    [17, 'both', ['both']],
    [18, 'both', ['self', 'guardian']],
    [80, 'self', ['self', 'guardian']],
  ] as const)('is at %s where the room decided %s: %s', (age, from14to17, givers) => {
    expect(whoConsents({ age, rules: rulesOf(from14to17) })).toEqual(givers)
  })

  it('is never a child under 14 alone, nor a guardian alone from 14 to 17', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.constantFrom('self', 'both'), (age, rule) => {
        const givers = whoConsents({ age, rules: rulesOf(rule) })
        expect(givers).not.toContain(age < 14 ? 'self' : 'guardian')
        expect(givers.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a consent is recorded', () => {
  const mother = { name: '示例母亲', as: 'mother' } as const
  const ward = { name: '示例监护人', as: 'ofAdult' } as const
  const texts = { current: '2026-2' }
  const check = (age: number | null, more: object) =>
    codeOf(
      checkConsent(
        { givenBy: 'self', textVersion: '2026-2', textFor: readerFor(age), ...more },
        { age, rules: rulesOf('self') },
        texts,
      ),
    )
  it.each([
    [30, {}, 'ACCEPTED'],
    [30, { givenBy: 'guardian', guardian: ward }, 'ACCEPTED'],
    [30, { givenBy: 'guardian', guardian: mother }, 'CONSENT_GUARDIAN_UNFIT'],
    [30, { givenBy: 'guardian' }, 'CONSENT_GUARDIAN_UNNAMED'],
    [30, { givenBy: 'both', guardian: ward }, 'CONSENT_GIVER_UNFIT'],
    [12, {}, 'CONSENT_GIVER_UNFIT'],
    [12, { givenBy: 'guardian', guardian: mother }, 'ACCEPTED'],
    [12, { givenBy: 'guardian', guardian: ward }, 'CONSENT_GUARDIAN_UNFIT'],
    [12, { givenBy: 'guardian', guardian: mother, textFor: 'client' }, 'CONSENT_TEXT_UNFIT'],
    [12, { givenBy: 'guardian', guardian: mother, textVersion: '2026-1' }, 'CONSENT_TEXT_OUTDATED'],
    [16, { textFor: 'guardian' }, 'CONSENT_TEXT_UNFIT'],
    [null, { givenBy: 'guardian', guardian: mother }, 'ACCEPTED'],
    [null, { textFor: 'guardian' }, 'ACCEPTED'],
  ] as const)('at %s with %j: %s', (age, more, code) => {
    expect(check(age, more)).toBe(code)
  })

  it.each(consentGivers)('by %s only where that is allowed', (givenBy) => {
    for (const age of [3, 13, 14, 17, 18, 60]) {
      const guardian = age < 18 ? mother : ward
      const code = check(age, givenBy === 'self' ? {} : { givenBy, guardian })
      expect(code === 'ACCEPTED').toBe(whoConsents({ age, rules: rulesOf('self') }).includes(givenBy))
    }
  })
})

it('a guardian’s consent is outgrown from the fourteenth birthday on', () => {
  const given = { givenBy: 'guardian', givenAt: '2026-05-01T01:00:00.000Z' } as const
  expect(isOutgrown(given, '2013-01-15', '2027-01-14')).toBe(false)
  expect(isOutgrown(given, '2013-01-15', '2027-01-15')).toBe(true)
  expect(isOutgrown({ ...given, givenBy: 'both' }, '2013-01-15', '2027-01-15')).toBe(false)
  expect(isOutgrown(given, null, '2027-01-15')).toBe(false)
  // Late in the evening, universal time, it is the birthday here already: it was given at 14.
  expect(isOutgrown({ ...given, givenAt: '2027-01-14T17:00:00.000Z' }, '2013-01-15', '2027-01-20')).toBe(
    false,
  )
})
