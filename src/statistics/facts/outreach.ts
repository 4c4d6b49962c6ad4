import { type Outreach, outreachKind, outreachNow } from '../../casework/activities/outreach.ts'
import type { CountedKind } from './counted-kind.ts'
import { counts, nobodyOn } from './subject.ts'

/** An activity that makes psychology known, as it is known now, with how many it reached. */
export const countedOutreach: CountedKind<Outreach> = {
  kind: outreachKind,
  by: 'record',
  facts: (records) =>
    records.flatMap(({ value }) => {
      const activity = outreachNow(value)
      if (activity === null) return []
      const { day, category, audience, materials, volunteers } = activity
      return Object.entries({ activities: 1, audience, materials, volunteers })
        .filter(([, amount]) => amount > 0)
        .map(([what, amount]) => ({ ...nobodyOn(day), ...counts('activity', category, what, amount) }))
    }),
}
