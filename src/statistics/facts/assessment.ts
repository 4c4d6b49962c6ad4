import { type Assessment, assessmentKind } from '../../casework/assessments/assessment.ts'
import { type PaperScore, paperScoreKind } from '../../casework/assessments/paper-score.ts'
import { dayOf } from '../../casework/records/day-of.ts'
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

/** A result entered from a paper form; not one that another corrects. */
export const countedPaperScores: CountedKind<PaperScore> = {
  kind: paperScoreKind,
  by: 'client',
  facts: (records, people) => {
    const corrected = new Set(records.map(({ value }) => value.correction?.of))
    return records
      .filter(({ id }) => !corrected.has(id))
      .map(({ value: { clientId, form, enteredAt } }) => ({
        ...clientOn(people, clientId, dayOf(enteredAt)),
        ...counts('assessment', form),
      }))
  },
}
