import { type Consent, consentPurposes } from './consent.ts'

export type ConsentPurpose = (typeof consentPurposes)[number]

/** The purposes a client agrees to now: of each purpose the newest consent counts, if it was not withdrawn. */
export function purposesInForce(consents: readonly Consent[]): ConsentPurpose[] {
  const newest = new Map<ConsentPurpose, Consent>()
  for (const consent of consents) {
    const held = newest.get(consent.purpose)
    if (held === undefined || Date.parse(consent.givenAt) >= Date.parse(held.givenAt))
      newest.set(consent.purpose, consent)
  }
  return consentPurposes.filter((purpose) => newest.get(purpose)?.withdrawnAt === null)
}
