import type { Assessment } from '../casework/assessments/assessment.ts'
import type { Client } from '../casework/clients/client.ts'
import { callLineOf } from '../casework/hotline/call-line.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'
import type { Stored } from '../casework/records/record.ts'
import type { TierDecision } from '../casework/tiers/tier-decision.ts'
import { callFacts, callFollowUpFact } from '../statistics/call-facts.ts'
import { type Fact, factKind } from '../statistics/fact.ts'
import { assessmentFact, clientFact, tierFact } from '../statistics/facts-of.ts'
import { dayOf } from '../tiering/calendar.ts'
import type { Change } from '../vault/vault.ts'
import type { Session } from './session.ts'

/** The facts that records leave behind for counting, to be saved in the same commit as the record itself. */
export const factsOf = ({ vault }: Pick<Session, 'vault'>) => {
  const saved = (fact: Fact): Change => ({
    kind: factKind,
    id: vault.drawId(),
    expectedRevision: 0,
    value: fact,
  })

  /** One pseudonym a person and calendar year. */
  const counted = async ({ id, value }: Pick<Stored<Client>, 'id' | 'value'>, at: string) => {
    const day = dayOf(at)
    return { client: value, day, person: await vault.pseudonym('statistics', `${day.slice(0, 4)}.${id}`) }
  }

  return {
    registered: async (client: Pick<Stored<Client>, 'id' | 'value'>) =>
      saved(clientFact(await counted(client, client.value.registeredAt))),
    assessed: async (
      client: Stored<Client>,
      assessment: Pick<Assessment, 'instrument' | 'result'>,
      at: string,
    ) => saved(assessmentFact(assessment, await counted(client, at))),
    /** Of several decisions in one month the last one is counted: it takes the place of the fact before. */
    tierDecided: async (client: Stored<Client>, decision: TierDecision): Promise<Change> => {
      const fact = tierFact(decision, await counted(client, decision.decidedAt))
      const { records } = await vault.find(factKind, 'tierOf', `${fact.person}.${fact.month}`)
      const [earlier] = records
      return earlier
        ? { kind: factKind, id: earlier.id, expectedRevision: earlier.revision, value: fact }
        : saved(fact)
    },
    /** With the end of a call, once. */
    callEnded: (call: Stored<HotlineCall>) => callFacts(callLineOf(call), call.value).map(saved),
    /** With every follow-up that this made done. */
    callFollowedUp: (before: Stored<HotlineCall>, after: Stored<HotlineCall>): Change[] => {
      const left = new Set(
        callLineOf(before).followUps.flatMap((one) => (one.doneAt === null ? one.due : [])),
      )
      return callLineOf(after).followUps.flatMap((one) =>
        one.doneAt !== null && left.has(one.due) ? saved(callFollowUpFact(one, one.doneAt)) : [],
      )
    },
  }
}
