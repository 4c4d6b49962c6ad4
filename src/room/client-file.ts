import { ageOn } from '../casework/age.ts'
import { assessmentKind } from '../casework/assessment.ts'
import { clientKind } from '../casework/client.ts'
import { consentKind } from '../casework/consent.ts'
import { criticalAlertKind } from '../casework/critical-alert.ts'
import { evidenceOf } from '../casework/evidence-of.ts'
import type { RecordKind } from '../casework/record.ts'
import { tierDecisionKind } from '../casework/tier-decision.ts'
import { suggest } from '../tiering/suggest.ts'
import { tierStanding } from '../tiering/tier-standing.ts'
import { today } from './clock.ts'
import type { ClientFile } from './contract/clients.ts'
import type { Session } from './session.ts'
import { staffNames } from './staff-names.ts'
import { tierRules } from './tier-rules.ts'

/** Everything there is about one client, each kind oldest first, with what follows from it today. */
export const clientFile = async (session: Session, clientId: string): Promise<ClientFile> => {
  const own = async <T extends { clientId: string }>(kind: RecordKind<T>, at: (value: T) => string) => {
    const { records, unreadable } = await session.list(kind)
    const mine = records.filter(({ value }) => value.clientId === clientId)
    return { records: mine.sort((a, b) => at(a.value).localeCompare(at(b.value))), unreadable }
  }
  const client = await session.get(clientKind, clientId)
  const consents = await own(consentKind, ({ givenAt }) => givenAt)
  const assessments = await own(assessmentKind, ({ startedAt }) => startedAt)
  const alerts = await own(criticalAlertKind, ({ raisedAt }) => raisedAt)
  const decisions = await own(tierDecisionKind, ({ decidedAt }) => decidedAt)
  const day = today()
  return {
    client,
    age: ageOn(client.value.birthDate, day),
    consents: consents.records,
    assessments: assessments.records,
    alerts: alerts.records,
    decisions: decisions.records,
    standing: tierStanding(
      decisions.records.map(({ value }) => value),
      day,
    ),
    suggestion: suggest(tierRules(), evidenceOf(assessments.records, alerts.records), day),
    staffNames: staffNames(session),
    unreadable: consents.unreadable + assessments.unreadable + alerts.unreadable + decisions.unreadable,
  }
}
