import { clientKind } from '../../casework/clients/client.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { type CareAction, consentFor } from '../../casework/consents/consent-needed.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { Session } from '../session.ts'

/**
 * Whether something may be done with a client's file now, and the consent it rests on; refused as `consentFor` is. Rejects with
 * NOT_FOUND. `recipient`: who is told, for a referral.
 */
export const mayDo = async (
  { get, ofClient }: Pick<Session, 'get' | 'ofClient'>,
  action: CareAction,
  clientId: string,
  recipient: string | null = null,
): Promise<Outcome<string | null>> => {
  const { value } = await get(clientKind, clientId)
  const { records } = await ofClient(consentKind, clientId)
  return consentFor(action, value, records, recipient)
}
