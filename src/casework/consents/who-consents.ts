import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { PrivacyRules } from '../privacy/privacy-rules.ts'
import { ageOn } from '../records/age.ts'
import type { Consent, ConsentGiver, ConsentReader } from './consent.ts'
import type { ConsentTexts } from './consent-texts.ts'

/** A client's age in full years, null when it is not known, and what the room decided for those between 14 and 18. */
export interface ConsentCircumstances {
  age: number | null
  rules: Pick<PrivacyRules, 'from14to17'>
}

/**
 * Who may agree, the usual one first: under 14 the guardian (PIPL art. 31), from 14 the client, between 14 and 18 with the
 * guardian where the room decided so; for an adult a guardian only where the client is without full legal capacity.
 */
export const whoConsents = ({ age, rules }: ConsentCircumstances): readonly ConsentGiver[] => {
  if (age === null) return ['self', 'guardian', 'both']
  if (age < 14) return ['guardian', 'both']
  if (age < 18) return rules.from14to17 === 'both' ? ['both'] : ['self', 'both']
  return ['self', 'guardian']
}

/** Whom the text has to speak to. */
export const readerFor = (age: number | null): ConsentReader =>
  age !== null && age < 14 ? 'guardian' : 'client'

/**
 * Whether a consent may be recorded. Refused with CONSENT_GIVER_UNFIT when somebody else has to give it, CONSENT_GUARDIAN_UNNAMED,
 * CONSENT_GUARDIAN_UNFIT for a minor's guardian at an adult's file or the other way round, CONSENT_TEXT_OUTDATED, or
 * CONSENT_TEXT_UNFIT when the text that was read is meant for another reader.
 */
export function checkConsent(
  {
    givenBy,
    guardian,
    textVersion,
    textFor,
  }: Pick<Consent, 'givenBy' | 'guardian' | 'textVersion' | 'textFor'>,
  circumstances: ConsentCircumstances,
  texts: Pick<ConsentTexts, 'current'>,
): Outcome<null> {
  const { age } = circumstances
  if (!whoConsents(circumstances).includes(givenBy)) return refused('CONSENT_GIVER_UNFIT', { at: 'givenBy' })
  if (givenBy !== 'self') {
    if (guardian === undefined) return refused('CONSENT_GUARDIAN_UNNAMED', { at: 'guardian' })
    if (age !== null && age >= 18 !== (guardian.as === 'ofAdult'))
      return refused('CONSENT_GUARDIAN_UNFIT', { at: 'guardian' })
  }
  if (textVersion !== texts.current)
    return refused('CONSENT_TEXT_OUTDATED', { at: 'textVersion', detail: { current: texts.current } })
  return age === null || textFor === readerFor(age)
    ? done(null)
    : refused('CONSENT_TEXT_UNFIT', { at: 'textFor' })
}

/** Whether a guardian agreed for a child who can decide now. */
export const isOutgrown = (
  { givenBy, givenAt }: Pick<Consent, 'givenBy' | 'givenAt'>,
  birthDate: string | null,
  today: string,
): boolean => {
  const [then, now] = [ageOn(birthDate, dayOf(givenAt)), ageOn(birthDate, today)]
  return givenBy === 'guardian' && then !== null && now !== null && then < 14 && now >= 14
}
