import { type Clue, clueKind } from '../../casework/clues/clue.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

/** A clue in the month in which it was told, with what came of it. */
export const countedClues: CountedKind<Clue> = {
  kind: clueKind,
  by: 'record',
  facts: (records, people) =>
    records.map(({ value: { clientId, receivedAt, outcome } }) => ({
      ...clientOn(people, clientId, dayOf(receivedAt)),
      ...counts('clue', outcome?.found ?? 'open'),
    })),
}
