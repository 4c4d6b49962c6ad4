import { ageOn } from '../../casework/age.ts'
import { assessmentKind } from '../../casework/assessment.ts'
import type { Client } from '../../casework/client.ts'
import { clientKind } from '../../casework/client.ts'
import { criticalAlertKind } from '../../casework/critical-alert.ts'
import type { Stored } from '../../casework/record.ts'
import { tierDecisionKind } from '../../casework/tier-decision.ts'
import { tierStanding } from '../../tiering/tier-standing.ts'
import { today } from '../clock.ts'
import type { ClientSummary } from '../contract/clients.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import { alertsByClient, assessmentsByClient, decisionsByClient } from './by-client.ts'

/** The clients of the room, the newest first, and a way to sum each of them up. */
interface Caseload {
  clients: readonly Stored<Client>[]
  summaryOf(client: Stored<Client>): ClientSummary
  /** Records behind the summaries that could not be read. */
  unreadable: number
}

/** Reads what the caseload is summed up from; a summary costs only what its own client has. */
export const readCaseload = async ({ list }: Pick<Session, 'list'>): Promise<Caseload> => {
  const [clients, assessments, alerts, decisions] = await Promise.all([
    list(clientKind),
    list(assessmentKind),
    list(criticalAlertKind),
    list(tierDecisionKind),
  ])
  const assessmentsOf = assessmentsByClient(assessments.records)
  const alertsOf = alertsByClient(alerts.records)
  const decisionsOf = decisionsByClient(decisions.records)
  const day = today()
  return {
    clients: newestFirst(clients.records),
    summaryOf: ({ id, value: { fileNumber, name, sex, birthDate } }) => ({
      id,
      fileNumber,
      name,
      age: ageOn(birthDate, day),
      sex,
      standing: tierStanding(
        (decisionsOf.get(id) ?? []).map(({ value }) => value),
        day,
      ),
      openAlerts: (alertsOf.get(id) ?? []).filter(({ value }) => value.handling === null).length,
      lastAssessedAt: newest((assessmentsOf.get(id) ?? []).map(({ value }) => value.answeredAt)),
    }),
    unreadable: clients.unreadable + assessments.unreadable + alerts.unreadable + decisions.unreadable,
  }
}

const newestFirst = onceFor((clients: readonly Stored<Client>[]) =>
  clients.toSorted((a, b) => b.value.registeredAt.localeCompare(a.value.registeredAt)),
)

const newest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce((latest, one) => (one !== null && (latest === null || one > latest) ? one : latest), null)
