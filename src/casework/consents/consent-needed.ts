import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Client } from '../clients/client.ts'
import type { Stored } from '../records/record.ts'
import type { Consent, ConsentPurpose } from './consent.ts'
import { standingConsent } from './consent-standing.ts'

/**
 * What an action needs the client's agreement to; null where the law asks for none: saving a life (PIPL art. 13(4)), a report
 * that is a duty (13(3)), the client's own copy (45). What staff note down of their own work stands in the file the client
 * knows of, and must be possible before anybody could be asked.
 */
export const neededFor = {
  askClient: 'assessment',
  askInformant: 'assessment',
  keepNotes: 'casefile',
  contactClient: 'followUpContact',
  refer: 'referral',
  recordSound: 'audioRecording',
  recordVideo: 'videoRecording',
  noteObservation: null,
  respondToCrisis: null,
  reportHarm: null,
  giveOwnCopy: null,
} as const satisfies Record<string, ConsentPurpose | null>
export type CareAction = keyof typeof neededFor

/** What may be done with a file that is only kept (PIPL art. 47): help in danger, reports the law demands, the client's own copy. */
const openWhenRestricted: readonly CareAction[] = ['respondToCrisis', 'reportHarm', 'giveOwnCopy']

/**
 * Whether something may be done with a client's file, and which consent it rests on (null where none is needed). Refused with
 * FILE_KEPT_ONLY for a restricted file, CONSENT_NEEDED (the purpose in `at`), or REFERRAL_CONSENT_NEEDED when this receiver was not
 * agreed to.
 */
export function consentFor(
  action: CareAction,
  { restricted }: Pick<Client, 'restricted'>,
  consents: readonly Stored<Consent>[],
  recipient: string | null = null,
): Outcome<string | null> {
  if (restricted !== undefined && !openWhenRestricted.includes(action)) return refused('FILE_KEPT_ONLY')
  const purpose = neededFor[action]
  if (purpose === null) return done(null)
  const isReferral = purpose === 'referral'
  const held = standingConsent(consents, purpose, isReferral ? (recipient?.trim() ?? '') : null)
  if (held !== null) return done(held.id)
  return isReferral
    ? refused('REFERRAL_CONSENT_NEEDED', { at: 'recipient' })
    : refused('CONSENT_NEEDED', { at: purpose })
}
