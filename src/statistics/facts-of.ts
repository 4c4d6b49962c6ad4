import type { Assessment } from '../casework/assessments/assessment.ts'
import type { Client } from '../casework/clients/client.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'
import { ageBandOf, ageOn } from '../casework/records/age.ts'
import type { TierDecision } from '../casework/tiers/tier-decision.ts'
import type { Fact } from './fact.ts'

/** Whom and when a record counts for: the client, the client's pseudonym of that year, and the day it happened. */
interface Counted {
  client: Pick<Client, 'sex' | 'birthDate' | 'township'>
  person: string
  day: string
}

export const clientFact = (counted: Counted): Fact => personFact('client', counted, 'registered')

/** An assessment that has been answered, with the band of its total where it has one. */
export const assessmentFact = (
  { instrument, result }: Pick<Assessment, 'instrument' | 'result'>,
  counted: Counted,
): Fact => personFact('assessment', counted, instrument, result?.bands.total ?? null)

export const tierFact = ({ tier }: TierDecision, counted: Counted): Fact => personFact('tier', counted, tier)

/** A call on a day; nobody is counted as a person. */
export const callFact = (call: Pick<HotlineCall, 'sex' | 'ageBand' | 'callType'>, day: string): Fact => ({
  kind: 'call',
  month: day.slice(0, 7),
  person: null,
  sex: call.sex ?? 'unknown',
  ageBand: call.ageBand ?? 'unknown',
  place: null,
  category: call.callType,
  detail: null,
  amount: 1,
})

function personFact(
  kind: Fact['kind'],
  { client, person, day }: Counted,
  category: string,
  detail: string | null = null,
): Fact {
  const age = ageOn(client.birthDate, day)
  return {
    kind,
    month: day.slice(0, 7),
    person,
    sex: client.sex ?? 'unknown',
    ageBand: age === null ? 'unknown' : ageBandOf(age),
    place: client.township,
    category,
    detail,
    amount: 1,
  }
}
