import { clientKind } from '../../casework/clients/client.ts'
import { clientMergeKind } from '../../casework/clients/client-merge.ts'
import { consentKind } from '../../casework/consents/consent.ts'
import { ageOn } from '../../casework/records/age.ts'
import type { Stored } from '../../casework/records/record.ts'
import { decisionsThatCount } from '../../casework/tiers/decisions-that-count.ts'
import { tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { tierProposalKind } from '../../casework/tiers/tier-proposal.ts'
import { suggest } from '../../tiering/suggest.ts'
import { tierStanding } from '../../tiering/tier-standing.ts'
import { today } from '../clock.ts'
import type { ClientFile } from '../contract/clients.ts'
import { groupsOfClient } from '../group-courses/groups-of-client.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { tierRulesOf } from '../tiers/rules-in-force.ts'
import { clientEvidence } from './client-evidence.ts'

/** Everything there is about one client, each kind oldest first, with what follows from it today. */
export const clientFile = async (session: Session, clientId: string): Promise<ClientFile> => {
  const client = await session.get(clientKind, clientId)
  const [consents, decisions, proposals, found, groups, { inForce }, merges] = await Promise.all([
    session.ofClient(consentKind, clientId),
    session.ofClient(tierDecisionKind, clientId),
    session.ofClient(tierProposalKind, clientId),
    clientEvidence(session, clientId),
    groupsOfClient(session, clientId),
    tierRulesOf(session),
    session.list(clientMergeKind),
  ])
  const { records, evidence } = found
  const own = {
    consents: oldestFirst(consents.records, ({ givenAt }) => givenAt),
    assessments: oldestFirst(records.assessments, ({ startedAt }) => startedAt),
    alerts: oldestFirst(records.alerts, ({ raisedAt }) => raisedAt),
    episodes: oldestFirst(records.episodes, ({ openedAt }) => openedAt),
    decisions: oldestFirst(decisions.records, ({ decidedAt }) => decidedAt),
    proposals: oldestFirst(proposals.records, ({ proposedAt }) => proposedAt),
  }
  const day = today()
  return {
    client,
    age: ageOn(client.value.birthDate, day),
    ...own,
    groups,
    standing: tierStanding(
      decisionsThatCount(
        own.decisions.map(({ value }) => value),
        merges.records.map(({ value }) => value),
      ),
      day,
    ),
    suggestion: suggest(inForce, evidence, day),
    staffNames: staffNames(session),
    unreadable: consents.unreadable + decisions.unreadable + proposals.unreadable + found.unreadable,
  }
}

const oldestFirst = <T>(records: readonly Stored<T>[], at: (value: T) => string): Stored<T>[] =>
  records.toSorted((a, b) => at(a.value).localeCompare(at(b.value)))
