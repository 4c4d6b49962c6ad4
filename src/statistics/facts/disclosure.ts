import { type Disclosure, disclosureKind } from '../../casework/disclosures/disclosure.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

/** Something identifiable that left the room, by its ground. */
export const countedDisclosures: CountedKind<Disclosure> = {
  kind: disclosureKind,
  by: 'record',
  facts: (records, people) =>
    records.map(({ value: { clientId, basis, disclosedAt } }) => ({
      ...clientOn(people, clientId, dayOf(disclosedAt)),
      ...counts('disclosure', basis),
    })),
}
