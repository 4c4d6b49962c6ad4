import { type Client, clientKind } from '../../casework/clients/client.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

/** A file that was opened. */
export const countedClients: CountedKind<Client> = {
  kind: clientKind,
  by: 'record',
  facts: (records, people) =>
    records.map(({ id, value }) => ({
      ...clientOn(people, id, dayOf(value.registeredAt)),
      ...counts('client', 'registered'),
    })),
}
