import { ageOn } from '../../casework/age.ts'
import { assessmentKind } from '../../casework/assessment.ts'
import { clientKind } from '../../casework/client.ts'
import { consentKind } from '../../casework/consent.ts'
import { criticalAlertKind } from '../../casework/critical-alert.ts'
import { evidenceOf } from '../../casework/evidence-of.ts'
import type { Stored } from '../../casework/record.ts'
import { tierDecisionKind } from '../../casework/tier-decision.ts'
import { suggest } from '../../tiering/suggest.ts'
import { tierStanding } from '../../tiering/tier-standing.ts'
import { today } from '../clock.ts'
import type { ClientFile } from '../contract/clients.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { tierRules } from '../tier-rules.ts'
import { alertsByClient, assessmentsByClient, consentsByClient, decisionsByClient } from './by-client.ts'

/** Everything there is about one client, each kind oldest first, with what follows from it today. */
export const clientFile = async (session: Session, clientId: string): Promise<ClientFile> => {
  const client = await session.get(clientKind, clientId)
  const [consents, assessments, alerts, decisions] = await Promise.all([
    session.list(consentKind),
    session.list(assessmentKind),
    session.list(criticalAlertKind),
    session.list(tierDecisionKind),
  ])
  const own = {
    consents: oldestFirst(consentsByClient(consents.records).get(clientId), ({ givenAt }) => givenAt),
    assessments: oldestFirst(
      assessmentsByClient(assessments.records).get(clientId),
      ({ startedAt }) => startedAt,
    ),
    alerts: oldestFirst(alertsByClient(alerts.records).get(clientId), ({ raisedAt }) => raisedAt),
    decisions: oldestFirst(decisionsByClient(decisions.records).get(clientId), ({ decidedAt }) => decidedAt),
  }
  const day = today()
  return {
    client,
    age: ageOn(client.value.birthDate, day),
    ...own,
    standing: tierStanding(
      own.decisions.map(({ value }) => value),
      day,
    ),
    suggestion: suggest(tierRules, evidenceOf(own.assessments, own.alerts), day),
    staffNames: staffNames(session),
    unreadable: consents.unreadable + assessments.unreadable + alerts.unreadable + decisions.unreadable,
  }
}

const oldestFirst = <T>(records: readonly Stored<T>[] | undefined, at: (value: T) => string): Stored<T>[] =>
  (records ?? []).toSorted((a, b) => at(a.value).localeCompare(at(b.value)))
