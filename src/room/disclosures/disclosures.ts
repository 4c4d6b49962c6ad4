import { assessmentKind } from '../../casework/assessment.ts'
import { clientKind } from '../../casework/client.ts'
import { consentKind } from '../../casework/consent.ts'
import { referralsInForce } from '../../casework/consent-standing.ts'
import { type Disclosure, disclosureKind, disclosureSchema } from '../../casework/disclosure.ts'
import type { Stored } from '../../casework/record.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { consentsByClient } from '../clients/by-client.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { DisclosuresApi } from '../contract/disclosures.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { assessmentFile } from './assessment-file.ts'

type Request = Parameters<DisclosuresApi['exportAssessment']>[0]

const disclosuresByClient = onceFor(
  (records: readonly Stored<Disclosure>[]): ReadonlyMap<string, readonly Stored<Disclosure>[]> =>
    Map.groupBy(records, ({ value }) => value.clientId),
)

/** The consent a disclosure rests on; null where the law needs none. */
const consentFor = async (
  { list }: Session,
  clientId: string,
  { basis, recipient }: Request,
): Promise<Outcome<string | null>> => {
  if (basis !== 'consentedReferral') return done(null)
  const consents = consentsByClient((await list(consentKind)).records).get(clientId) ?? []
  const consent = referralsInForce(consents).find(({ value }) => value.recipient === recipient.trim())
  return consent ? done(consent.id) : refused('REFERRAL_CONSENT_NEEDED', { at: 'recipient' })
}

/** What leaves the room with somebody's name on it. */
export const disclosuresApi = (session: () => Session): DisclosuresApi => ({
  async disclosures(clientId) {
    const { records, unreadable } = await session().list(disclosureKind)
    const disclosures = (disclosuresByClient(records).get(clientId) ?? []).toSorted((a, b) =>
      b.value.disclosedAt.localeCompare(a.value.disclosedAt),
    )
    return { disclosures, unreadable, staffNames: staffNames(session()) }
  },
  ...commands({
    async exportAssessment(input: Request): Promise<Outcome<OutgoingFile>> {
      const { vault, me, get, commit } = session()
      const assessment = await get(assessmentKind, input.assessmentId)
      const { clientId } = assessment.value
      const client = await get(clientKind, clientId)
      const consent = await consentFor(session(), clientId, input)
      if (!consent.ok) return consent
      const file = await assessmentFile(session(), client, assessment)
      if (!file.ok) return file
      const { recipient, basis, purpose } = input
      const read = disclosureSchema.safeParse({
        clientId,
        what: { kind: 'assessment', id: assessment.id },
        fileHash: await sha256Hex(file.value.bytes),
        recipient,
        basis,
        purpose,
        consent: consent.value,
        disclosedBy: me.id,
        disclosedAt: now(),
      })
      if (!read.success)
        return refused('DISCLOSURE_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
      await commit([{ kind: disclosureKind, id: vault.drawId(), expectedRevision: 0, value: read.data }])
      return file
    },
  }),
})
