import type { PrivacyRules } from '../privacy/privacy-rules.ts'
import { ageOn } from '../records/age.ts'
import type { Stored } from '../records/record.ts'
import { type Consent, type ConsentPurpose, consentPurposes } from './consent.ts'
import { type ConsentTexts, stillCovers } from './consent-texts.ts'
import { isOutgrown, whoConsents } from './who-consents.ts'

const keyOf = ({ purpose, recipient }: Consent): string => `${purpose} ${recipient ?? ''}`

/** Of each purpose, for a referral of each receiver, the newest consent. */
function newestOf<T>(consents: readonly T[], of: (one: T) => Consent): T[] {
  const newest = new Map<string, T>()
  for (const one of consents) {
    const held = newest.get(keyOf(of(one)))
    if (held === undefined || Date.parse(of(one).givenAt) >= Date.parse(of(held).givenAt))
      newest.set(keyOf(of(one)), one)
  }
  return [...newest.values()]
}

/** The consents a client stands by now: the newest of each, if it was not withdrawn. */
const inForce = (consents: readonly Consent[]): Consent[] =>
  newestOf(consents, (one) => one).filter(({ withdrawnAt }) => withdrawnAt === null)

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

/** The consent that stands now for a purpose, for a referral to that receiver; null for none. */
export const standingConsent = (
  consents: readonly Stored<Consent>[],
  purpose: ConsentPurpose,
  recipient: string | null = null,
): Stored<Consent> | null =>
  newestOf(consents, ({ value }) => value).find(
    ({ value }) =>
      value.purpose === purpose && (value.recipient ?? null) === recipient && value.withdrawnAt === null,
  ) ?? null

/**
 * Why a consent that stands should be asked for again: `grownUp`: the client turned 14 since a guardian gave it · `bothNeeded`: the
 * room wants client and guardian now · `moreAsked`: the text asks for more since.
 */
export type RenewReason = 'grownUp' | 'bothNeeded' | 'moreAsked'

/** How it stands with one purpose, for a referral with one receiver; `newest` is null where nobody was asked yet. */
export interface ConsentStanding {
  purpose: ConsentPurpose
  recipient: string | null
  state: 'notGiven' | 'inForce' | 'withdrawn'
  newest: Stored<Consent> | null
  renew: RenewReason[]
}

/** How a client stands to every purpose, in their order; referrals once for each receiver, and not at all without one. */
export function consentStandings(
  consents: readonly Stored<Consent>[],
  about: {
    birthDate: string | null
    today: string
    rules: Pick<PrivacyRules, 'from14to17'>
    texts: ConsentTexts
  },
): ConsentStanding[] {
  const newest = newestOf(consents, ({ value }) => value)
  return consentPurposes.flatMap((purpose): ConsentStanding[] => {
    const given = newest.filter(({ value }) => value.purpose === purpose)
    if (given.length === 0)
      return purpose === 'referral'
        ? []
        : [{ purpose, recipient: null, state: 'notGiven', newest: null, renew: [] }]
    return given.map((one) => ({
      purpose,
      recipient: one.value.recipient ?? null,
      state: one.value.withdrawnAt === null ? 'inForce' : 'withdrawn',
      newest: one,
      renew: one.value.withdrawnAt === null ? renewReasons(one.value, about) : [],
    }))
  })
}

function renewReasons(
  consent: Consent,
  { birthDate, today, rules, texts }: Parameters<typeof consentStandings>[1],
): RenewReason[] {
  const age = ageOn(birthDate, today)
  const reasons: RenewReason[] = []
  if (isOutgrown(consent, birthDate, today)) reasons.push('grownUp')
  else if (age !== null && age >= 14 && age < 18 && !whoConsents({ age, rules }).includes(consent.givenBy))
    reasons.push('bothNeeded')
  if (!stillCovers(texts, consent.textVersion)) reasons.push('moreAsked')
  return reasons
}
