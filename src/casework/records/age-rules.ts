import type { Client } from '../clients/client.ts'
import type { ConsentStanding } from '../consents/consent-standing.ts'
import { ageOn } from './age.ts'

/** Ages at which others decide than before: from 14 a person consents themselves (PIPL art. 31), at 18 they are of full age. */
export const turningAges = [14, 18] as const
export type TurningAge = (typeof turningAges)[number]

/** Whether a guardian decides on a day: under 14; null when the birth date is not known. */
export const needsGuardian = (birthDate: string | null, day: string): boolean | null => {
  const age = ageOn(birthDate, day)
  return age === null ? null : age < 14
}

/** The first day of an age: the birthday, for somebody born on 29 February 1 March in a common year. */
export function dayTurning(birthDate: string, age: number): string {
  const year = String(Number(birthDate.slice(0, 4)) + age).padStart(4, '0')
  const day = `${year}-${birthDate.slice(5)}`
  const isThere = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return isThere ? day : `${year}-03-01`
}

/** The turning age reached on a day from `from` to `until`, both included, and that day; null when there is none. */
export function turnBetween(
  birthDate: string | null,
  { from, until }: { from: string; until: string },
): { age: TurningAge; on: string } | null {
  if (birthDate === null) return null
  const turns = turningAges.map((age) => ({ age, on: dayTurning(birthDate, age) }))
  return turns.find(({ on }) => from <= on && on <= until) ?? null
}

/**
 * What has to be asked because of a client's age. `guardian`: under 14, and nobody knows who decides · `ownConsent`: 14 by now, and
 * a guardian's consent is all there is · `guardianStays`: of full age, and a guardian is still named; only somebody without full
 * legal capacity has one.
 */
export type AgeQuestion = 'guardian' | 'ownConsent' | 'guardianStays'

/** The questions that are open on a day. */
export function openAgeQuestions(
  { birthDate, guardian }: Pick<Client, 'birthDate' | 'guardian'>,
  consents: readonly Pick<ConsentStanding, 'renew'>[],
  day: string,
): AgeQuestion[] {
  const age = ageOn(birthDate, day)
  if (age === null) return []
  const questions: AgeQuestion[] = []
  if (age < 14 && guardian === undefined) questions.push('guardian')
  if (age >= 14 && consents.some(({ renew }) => renew.includes('grownUp'))) questions.push('ownConsent')
  if (age >= 18 && guardian !== undefined) questions.push('guardianStays')
  return questions
}
