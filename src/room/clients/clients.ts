import { type Client, clientKind, clientSchema } from '../../casework/client.ts'
import { type Consent, consentKind } from '../../casework/consent.ts'
import { possibleDuplicates } from '../../casework/duplicates.ts'
import { evidenceOf } from '../../casework/evidence-of.ts'
import { nextFileNumber } from '../../casework/file-number.ts'
import { findClients } from '../../casework/find-clients.ts'
import { type TierDecision, tierDecisionKind } from '../../casework/tier-decision.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { addDays } from '../../tiering/calendar.ts'
import { checkDecision } from '../../tiering/check-decision.ts'
import type { Tier } from '../../tiering/tier.ts'
import { now, nowAfter, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ClientDraft, ClientsApi } from '../contract/clients.ts'
import { factsOf } from '../facts.ts'
import type { Session } from '../session.ts'
import { tierRules } from '../tier-rules.ts'
import { readCaseload } from './caseload.ts'
import { clientEntries } from './client-entries.ts'
import { clientFile } from './client-file.ts'

/** The caseload: registering, finding, consent and tier decisions. */
export const clientsApi = (session: () => Session): ClientsApi => ({
  async listClients(query) {
    const { clients, summaryOf, unreadable } = await readCaseload(session())
    if (query.trim() === '') return { clients: clients.map(summaryOf), unreadable }
    const byId = new Map(clients.map((client) => [client.id, client]))
    const found = findClients(clientEntries(clients), query).flatMap((id) => byId.get(id) ?? [])
    return { clients: found.map(summaryOf), unreadable }
  },
  async findDuplicates(draft) {
    return possibleDuplicates(draft, clientEntries((await session().list(clientKind)).records))
  },
  ...commands({
    async registerClient(draft: ClientDraft): Promise<Outcome<{ id: string }>> {
      const { vault, me, list, commit } = session()
      const taken = (await list(clientKind)).records.map(({ value }) => value.fileNumber)
      const client: Client = {
        ...draft,
        fileNumber: nextFileNumber(taken, Number(today().slice(0, 4))),
        registeredAt: now(),
        registeredBy: me.id,
      }
      const checked = clientSchema.safeParse(client)
      if (!checked.success)
        return refused('CLIENT_INVALID', { at: checked.error.issues[0]?.path.join('.') ?? '' })
      const id = vault.drawId()
      await commit([
        { kind: clientKind, id, expectedRevision: 0, value: checked.data },
        await factsOf(session()).registered({ id, value: checked.data }),
      ])
      return done({ id })
    },
    async openClient(id: string) {
      return done(await clientFile(session(), id))
    },
    async recordConsent(
      input: Pick<Consent, 'clientId' | 'purpose' | 'recipient' | 'textVersion' | 'givenBy' | 'manner'>,
    ): Promise<Outcome<null>> {
      const { vault, me, get, commit } = session()
      await get(clientKind, input.clientId)
      const consent: Consent = { ...input, givenAt: now(), recordedBy: me.id, withdrawnAt: null }
      await commit([{ kind: consentKind, id: vault.drawId(), expectedRevision: 0, value: consent }])
      return done(null)
    },
    async withdrawConsent({ id, revision }: { id: string; revision: number }): Promise<Outcome<null>> {
      const { value } = await session().get(consentKind, id)
      if (value.withdrawnAt !== null) return refused('ALREADY_WITHDRAWN')
      await session().commit([
        { kind: consentKind, id, expectedRevision: revision, value: { ...value, withdrawnAt: now() } },
      ])
      return done(null)
    },
    async decideTier(input: { clientId: string; tier: Tier; reason: string }): Promise<Outcome<null>> {
      const { vault, me, commit } = session()
      const file = await clientFile(session(), input.clientId)
      const checked = checkDecision(input, file.standing, evidenceOf(file.assessments, file.alerts))
      if (!checked.ok) return checked
      const decision: TierDecision = {
        ...input,
        decidedBy: me.id,
        // What was decided last holds, whatever the clock said before.
        decidedAt: file.standing ? nowAfter(file.standing.decidedAt) : now(),
        suggestion: file.suggestion,
        reviewBy: addDays(today(), tierRules.tiers[input.tier].reviewWithinDays),
      }
      await commit([
        { kind: tierDecisionKind, id: vault.drawId(), expectedRevision: 0, value: decision },
        await factsOf(session()).tierDecided(file.client, decision),
      ])
      return done(null)
    },
  }),
})
