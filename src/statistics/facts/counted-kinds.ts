import { type Assessment, assessmentKind } from '../../casework/assessments/assessment.ts'
import { type PaperScore, paperScoreKind } from '../../casework/assessments/paper-score.ts'
import { type Client, clientKind } from '../../casework/clients/client.ts'
import { callLineOf } from '../../casework/hotline/call-line.ts'
import { type HotlineCall, hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { type TierDecision, tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { callFacts, callFollowUpFact } from '../call-facts.ts'
import { assessmentFact, clientFact, tierFact } from '../facts-of.ts'
import type { CountedKind } from './counted-kind.ts'
import type { People } from './people.ts'

const counted = (people: People, id: string, at: string) => {
  const day = dayOf(at)
  const client = people.client(id) ?? { sex: null, birthDate: null, township: null }
  return { client, day, person: people.person(id, day.slice(0, 4)) }
}

const clients: CountedKind<Client> = {
  kind: clientKind,
  by: 'record',
  facts: (records, people) =>
    records.map(({ id, value }) => clientFact(counted(people, id, value.registeredAt))),
}

const assessments: CountedKind<Assessment> = {
  kind: assessmentKind,
  by: 'record',
  facts: (records, people) =>
    records.flatMap(({ value }) =>
      value.answeredAt === null
        ? []
        : [assessmentFact(value, counted(people, value.clientId, value.answeredAt))],
    ),
}

const paperScores: CountedKind<PaperScore> = {
  kind: paperScoreKind,
  by: 'client',
  facts: (records, people) => {
    const corrected = new Set(records.map(({ value }) => value.correction?.of))
    return records
      .filter(({ id }) => !corrected.has(id))
      .map(({ value }) =>
        assessmentFact(
          { instrument: value.form, result: null },
          counted(people, value.clientId, value.enteredAt),
        ),
      )
  },
}

const tierDecisions: CountedKind<TierDecision> = {
  kind: tierDecisionKind,
  by: 'client',
  facts: (records, people) => {
    const inOrder = records
      .map(({ value }) => value)
      .toSorted((a, b) => a.decidedAt.localeCompare(b.decidedAt))
    const lastOfMonth = new Map(inOrder.map((value) => [dayOf(value.decidedAt).slice(0, 7), value]))
    return [...lastOfMonth.values()].map((value) =>
      tierFact(value, counted(people, value.clientId, value.decidedAt)),
    )
  },
}

const calls: CountedKind<HotlineCall> = {
  kind: hotlineCallKind,
  by: 'record',
  facts: (records) =>
    records.flatMap((call) => {
      if (call.value.endedAt === null) return []
      const line = callLineOf(call)
      const done = line.followUps.flatMap((one) =>
        one.doneAt === null ? [] : [callFollowUpFact(one, one.doneAt)],
      )
      return [...callFacts(line, call.value), ...done]
    }),
}

/** Every kind of record that counts. */
export const countedKinds: readonly CountedKind<unknown>[] = [
  clients,
  assessments,
  paperScores,
  tierDecisions,
  calls,
]
