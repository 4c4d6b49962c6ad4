import { type Consent, consentPurposes } from './consent.ts'
import type { Stored } from './record.ts'

export type ConsentPurpose = (typeof consentPurposes)[number]

/**
 * The consents a client stands by now: of each purpose, for a referral of each receiver, the newest counts, if it was not
 * withdrawn.
 */
function inForce(consents: readonly Consent[]): Consent[] {
  const newest = new Map<string, Consent>()
  for (const consent of consents) {
    const key = `${consent.purpose} ${consent.recipient ?? ''}`
    const held = newest.get(key)
    if (held === undefined || Date.parse(consent.givenAt) >= Date.parse(held.givenAt))
      newest.set(key, consent)
  }
  return [...newest.values()].filter(({ withdrawnAt }) => withdrawnAt === null)
}

/** The purposes a client agrees to now. */
export function purposesInForce(consents: readonly Consent[]): ConsentPurpose[] {
  const agreed = inForce(consents).map(({ purpose }) => purpose)
  return consentPurposes.filter((purpose) => agreed.includes(purpose))
}

/** The consents to tell somebody that stand now, by receiver in the order they were first named. */
export function referralsInForce(consents: readonly Stored<Consent>[]): Stored<Consent>[] {
  const standing = inForce(consents.map(({ value }) => value))
  return consents.filter(({ value }) => value.purpose === 'referral' && standing.includes(value))
}
