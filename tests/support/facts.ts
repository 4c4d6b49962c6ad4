import type { Fact } from '../../src/statistics/fact.ts'

/** A made-up person's pseudonym. */
export const pseudonym = (person: number): string =>
  BigInt.asUintN(256, BigInt(person + 1) * 0x9e3779b97f4a7c15f39cc0605cedc834n ** 2n)
    .toString(16)
    .padStart(64, '0')

/** A fact with the fields that matter to a test; the rest is a registration in November 2026. */
export const fact = (given: Partial<Fact> = {}): Fact => ({
  kind: 'client',
  month: '2026-11',
  person: pseudonym(0),
  sex: 'female',
  ageBand: '18to39',
  place: null,
  category: 'registered',
  detail: null,
  amount: 1,
  ...given,
})
