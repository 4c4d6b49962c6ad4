import { type FollowUp, followUpKind } from '../../casework/follow-ups/follow-up.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

const wentHow = ({ due, result }: Pick<FollowUp, 'due' | 'result'>): string => {
  if (result === null) return 'open'
  if (result.reached === 'notReached') return 'notReached'
  return dayOf(result.doneAt) <= due ? 'onTime' : 'late'
}

/** A follow-up in the month in which it is due, unless it was cancelled. */
export const countedFollowUps: CountedKind<FollowUp> = {
  kind: followUpKind,
  by: 'record',
  facts: (records, people) =>
    records.flatMap(({ value }) =>
      value.cancelled !== null
        ? []
        : [
            {
              ...clientOn(people, value.clientId, value.due),
              ...counts('followUp', wentHow(value), value.why.kind),
            },
          ],
    ),
}
