import { ageOn } from '../casework/age.ts'
import { assessmentKind } from '../casework/assessment.ts'
import type { Client } from '../casework/client.ts'
import { clientKind } from '../casework/client.ts'
import { type ClientEntry, clientEntry } from '../casework/client-entry.ts'
import { criticalAlertKind } from '../casework/critical-alert.ts'
import type { Stored } from '../casework/record.ts'
import { tierDecisionKind } from '../casework/tier-decision.ts'
import { tierStanding } from '../tiering/tier-standing.ts'
import { today } from './clock.ts'
import type { ClientSummary } from './contract/clients.ts'
import type { Session } from './session.ts'

/** The records of each client, in the order given. */
const byClient = <T extends { clientId: string }>(records: readonly Stored<T>[]): Map<string, T[]> =>
  Map.groupBy(
    records.map(({ value }) => value),
    ({ clientId }) => clientId,
  )

/** One line for each client, and how many records behind them could not be read. */
export const summarise = async (
  session: Session,
): Promise<{ summaries: Map<string, ClientSummary>; unreadable: number }> => {
  const [clients, assessments, alerts, decisions] = await Promise.all([
    session.list(clientKind),
    session.list(assessmentKind),
    session.list(criticalAlertKind),
    session.list(tierDecisionKind),
  ])
  const assessmentsOf = byClient(assessments.records)
  const alertsOf = byClient(alerts.records)
  const decisionsOf = byClient(decisions.records)
  const day = today()

  const summaryOf = ({ id, value: { fileNumber, name, sex, birthDate } }: Stored<Client>): ClientSummary => ({
    id,
    fileNumber,
    name,
    age: ageOn(birthDate, day),
    sex,
    standing: tierStanding(decisionsOf.get(id) ?? [], day),
    openAlerts: (alertsOf.get(id) ?? []).filter(({ handling }) => handling === null).length,
    lastAssessedAt: newest((assessmentsOf.get(id) ?? []).map(({ answeredAt }) => answeredAt)),
  })
  return {
    summaries: new Map(clients.records.map((client) => [client.id, summaryOf(client)])),
    unreadable: clients.unreadable + assessments.unreadable + alerts.unreadable + decisions.unreadable,
  }
}

const newest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce((latest, one) => (one !== null && (latest === null || one > latest) ? one : latest), null)

const prepared = new WeakMap<Client, ClientEntry>()

/** All clients, prepared for searching and comparing; each is prepared once for as long as it stays as it is. */
export const clientEntries = async (session: Session): Promise<ClientEntry[]> => {
  const { records } = await session.list(clientKind)
  return records.map((record) => {
    const entry = prepared.get(record.value) ?? clientEntry(record)
    prepared.set(record.value, entry)
    return entry
  })
}
