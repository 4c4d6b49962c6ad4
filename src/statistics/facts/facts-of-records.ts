import type { Stored } from '../../casework/records/record.ts'
import type { Fact } from '../fact.ts'
import { countedKinds } from './counted-kinds.ts'
import type { People } from './people.ts'

/** What all these records, given by table, leave behind for counting; in no particular order. */
export const factsOfRecords = (
  records: ReadonlyMap<string, readonly Stored<unknown>[]>,
  people: People,
): Fact[] =>
  countedKinds.flatMap((counted) => {
    const own = records.get(counted.kind.table) ?? []
    const together =
      counted.by === 'record'
        ? own.map((record) => [record])
        : [...Map.groupBy(own, ({ id, value }) => counted.kind.clientOf(value, id)).values()]
    return together.flatMap((group) => counted.facts(group, people))
  })
