import { callLineOf } from '../casework/hotline/call-line.ts'
import type { TierDecision } from '../casework/tiers/tier-decision.ts'
import { callFacts, callFollowUpFact } from '../statistics/call-facts.ts'
import type { Fact } from '../statistics/fact.ts'
import { assessmentFact, clientFact, tierFact } from '../statistics/facts-of.ts'
import { dayOf } from '../tiering/calendar.ts'
import type { SimulatedRoom } from './simulated-room.ts'

/** The facts a room's records leave behind; `pseudonymOf` a client in a year gives 64 hexadecimal digits. */
export function factsOfRoom(
  room: SimulatedRoom,
  pseudonymOf: (clientId: string, year: string) => string,
): Fact[] {
  const clients = new Map(room.clients.map(({ id, value }) => [id, value]))
  const counted = (clientId: string, at: string) => {
    const day = dayOf(at)
    const client = clients.get(clientId) ?? { sex: null, birthDate: null, township: null }
    return { client, day, person: pseudonymOf(clientId, day.slice(0, 4)) }
  }
  return [
    ...room.clients.map(({ id, value }) => clientFact(counted(id, value.registeredAt))),
    ...room.assessments.map(({ value }) =>
      assessmentFact(value, counted(value.clientId, value.answeredAt ?? value.startedAt)),
    ),
    ...lastOfEachMonth(room.decisions).map((value) =>
      tierFact(value, counted(value.clientId, value.decidedAt)),
    ),
    ...room.calls.flatMap(factsOfCall),
  ]
}

function factsOfCall(call: SimulatedRoom['calls'][number]): Fact[] {
  const line = callLineOf(call)
  const done = line.followUps.flatMap((followUp) =>
    followUp.doneAt === null ? [] : [callFollowUpFact(followUp, followUp.doneAt)],
  )
  return [...callFacts(line, call.value), ...done]
}

/** Of several decisions on a client in one month only the last is counted. */
const lastOfEachMonth = (decisions: SimulatedRoom['decisions']): TierDecision[] => [
  ...new Map(
    decisions.map(({ value }) => [`${value.clientId} ${dayOf(value.decidedAt).slice(0, 7)}`, value]),
  ).values(),
]
