import { type CaseStanding, caseStandingKind } from '../../casework/files/case-standing.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { Fact } from '../fact.ts'
import { carriedOver } from './carry-over.ts'
import type { CountedKind } from './counted-kind.ts'
import type { People } from './people.ts'
import { clientOn, counts } from './subject.ts'

/** Every time a file was closed, with its reason; and whether it is closed, for who stands on the books. */
function standingFacts({ clientId, steps }: CaseStanding, people: People): Fact[] {
  const closures = steps.flatMap((step, place) => {
    if (step.kind !== 'approved') return []
    const proposal = steps.slice(0, place).findLast(({ kind }) => kind === 'proposed')
    const reason = proposal?.kind === 'proposed' ? proposal.reason : 'other'
    return [{ ...clientOn(people, clientId, dayOf(step.at)), ...counts('closure', reason) }]
  })
  const said = steps.flatMap(({ kind, at }) =>
    kind === 'approved' || kind === 'reopened'
      ? [{ day: dayOf(at), value: kind === 'approved' ? 'closed' : 'open' }]
      : [],
  )
  return [
    ...closures,
    ...carriedOver(said).map(({ day, value }) => ({
      ...clientOn(people, clientId, day),
      ...counts('file', value),
    })),
  ]
}

export const countedClosures: CountedKind<CaseStanding> = {
  kind: caseStandingKind,
  by: 'record',
  facts: (records, people) => records.flatMap(({ value }) => standingFacts(value, people)),
}
