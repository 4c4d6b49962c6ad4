import { ageOn } from '../../casework/records/age.ts'
import { tierStanding } from '../../tiering/tier-standing.ts'
import { today } from '../clock.ts'
import type { ClientSummary } from '../contract/clients.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import type { CaseShelf, SummarisedClient } from './case-summaries.ts'

/** The caseload as it stands today. */
interface CaseloadToday extends CaseShelf {
  summaryOf(client: SummarisedClient): ClientSummary
  mostUrgentFirst(): readonly ClientSummary[]
}

/** What is said of each client today; worked out once a day for each summary. */
const linesOn = onceFor((_: SummarisedClient) => new Map<string, ClientSummary>())

const lineOf = (client: SummarisedClient, day: string): ClientSummary => {
  const lines = linesOn(client)
  const line = lines.get(day) ?? newLine(client, day)
  lines.set(day, line)
  return line
}

const newLine = (
  { id, entry, decided, openAlerts, lastAssessedAt, file }: SummarisedClient,
  day: string,
): ClientSummary => ({
  id,
  fileNumber: entry.client.fileNumber,
  age: ageOn(entry.client.birthDate, day),
  sex: entry.client.sex,
  standing: tierStanding(decided === null ? [] : [decided], day),
  openAlerts: openAlerts.length,
  lastAssessedAt,
  file,
})

/** The clients, the newest first, and a way to sum each of them up as of today. */
export const readCaseload = async ({ cases }: Pick<Session, 'cases'>): Promise<CaseloadToday> => {
  const day = today()
  const shelf = await cases()
  const summaryOf = (client: SummarisedClient) => lineOf(client, day)
  return {
    ...shelf,
    summaryOf,
    mostUrgentFirst() {
      const orders = ordersOn(shelf.clients)
      const order = orders.get(day) ?? shelf.clients.map(summaryOf).sort(byUrgency)
      orders.set(day, order)
      return order
    },
  }
}

/** The order of a day; worked out once for the clients as they stand. */
const ordersOn = onceFor((_: CaseShelf['clients']) => new Map<string, readonly ClientSummary[]>())

const isOverdue = ({ standing, file }: ClientSummary): boolean =>
  standing?.overdue === true && file !== 'closed'

/** Those alike stay as they stood: the newest first. */
const byUrgency = (a: ClientSummary, b: ClientSummary): number =>
  Number(b.openAlerts > 0) - Number(a.openAlerts > 0) || Number(isOverdue(b)) - Number(isOverdue(a))
