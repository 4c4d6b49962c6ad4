import { stateAfter } from '../../casework/records/course.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import { type Referral, referralKind } from '../../casework/referrals/referral.ts'
import { referralCourse } from '../../casework/referrals/referral-course.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

/** A referral from the day it is sent, with how far it came. */
export const countedReferrals: CountedKind<Referral> = {
  kind: referralKind,
  by: 'record',
  facts: (records, people) =>
    records.flatMap(({ value: { clientId, receiver, steps } }) => {
      const sent = steps.find(({ kind }) => kind === 'sent')
      if (sent === undefined) return []
      const isWithdrawn = steps.at(-1)?.kind === 'withdrawn'
      const stage = isWithdrawn ? 'withdrawn' : stateAfter(referralCourse, steps)
      return [
        {
          ...clientOn(people, clientId, dayOf(sent.at)),
          ...counts('referral', receiver.kind, stage),
        },
      ]
    }),
}
