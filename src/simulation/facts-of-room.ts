import { assessmentKind } from '../casework/assessments/assessment.ts'
import { clientKind } from '../casework/clients/client.ts'
import { followUpKind } from '../casework/follow-ups/follow-up.ts'
import { hotlineCallKind } from '../casework/hotline/hotline-call.ts'
import type { Stored } from '../casework/records/record.ts'
import { tierDecisionKind } from '../casework/tiers/tier-decision.ts'
import type { Fact } from '../statistics/fact.ts'
import { factsOfRecords } from '../statistics/facts/facts-of-records.ts'
import type { SimulatedRoom } from './simulated-room.ts'

/** The facts a room's records leave behind; `pseudonymOf` a client in a year gives 64 hexadecimal digits. */
export function factsOfRoom(
  { clients, assessments, decisions, followUps, calls }: SimulatedRoom,
  pseudonymOf: (clientId: string, year: string) => string,
): Fact[] {
  const byId = new Map(clients.map(({ id, value }) => [id, value]))
  return factsOfRecords(
    new Map<string, readonly Stored<unknown>[]>([
      [clientKind.table, clients],
      [assessmentKind.table, assessments],
      [tierDecisionKind.table, decisions],
      [followUpKind.table, followUps],
      [hotlineCallKind.table, calls],
    ]),
    { client: (id) => byId.get(id) ?? null, person: pseudonymOf },
  )
}
