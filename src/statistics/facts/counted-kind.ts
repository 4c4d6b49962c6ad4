import type { RecordKind, Stored } from '../../casework/records/record.ts'
import type { Fact } from '../fact.ts'
import type { People } from './people.ts'

/** A kind of record that counts. */
export interface CountedKind<T> {
  kind: RecordKind<T>
  /** Whether a record counts by itself, or all records of a person are looked at together because one decides what another counts for. */
  by: 'record' | 'client'
  /**
   * What these records leave behind for counting: one record, or all of the kind that a person has, in no particular order.
   * Follows from the records and the people alone. Records that people without the key to identities write, those of the hotline and
   * of the schedule, must not ask for people.
   */
  facts(records: readonly Stored<T>[], people: People): Fact[]
}
