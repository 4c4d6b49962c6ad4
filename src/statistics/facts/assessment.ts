import { type Assessment, assessmentKind } from '../../casework/assessments/assessment.ts'
import { type PaperScore, paperScoreKind } from '../../casework/assessments/paper-score.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

/** An assessment once it is answered, with the band of its total where it has one. */
export const countedAssessments: CountedKind<Assessment> = {
  kind: assessmentKind,
  by: 'record',
  facts: (records, people) =>
    records.flatMap(({ value: { clientId, instrument, answeredAt, result } }) =>
      answeredAt === null
        ? []
        : [
            {
              ...clientOn(people, clientId, dayOf(answeredAt)),
              ...counts('assessment', instrument, result?.bands.total ?? null),
            },
          ],
    ),
}

type Entry = Stored<PaperScore>

/** The first entry of those that correct one another, as far as they are known. */
function firstEntry(entry: Entry, byId: ReadonlyMap<string, Entry>): Entry {
  const passed = [entry]
  for (;;) {
    const [at = entry] = passed.slice(-1)
    const before = byId.get(at.value.correction?.of ?? '')
    if (before === undefined) return at
    if (passed.includes(before)) return passed.toSorted((a, b) => a.id.localeCompare(b.id))[0] ?? at
    passed.push(before)
  }
}

/** A result entered from a paper form, in the month in which it was entered first, however often it was corrected since. */
export const countedPaperScores: CountedKind<PaperScore> = {
  kind: paperScoreKind,
  by: 'client',
  facts: (records, people) => {
    const byId = new Map(records.map((entry) => [entry.id, entry]))
    const first = new Set(records.map((entry) => firstEntry(entry, byId)))
    return [...first].map(({ value: { clientId, form, enteredAt } }) => ({
      ...clientOn(people, clientId, dayOf(enteredAt)),
      ...counts('assessment', form),
    }))
  },
}
