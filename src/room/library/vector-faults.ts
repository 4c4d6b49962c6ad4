import { isSame } from '../../casework/records/is-same.ts'
import type { Fault } from '../../instruments/fault.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { createScorer } from '../../scoring/score.ts'
import { findingOf } from './finding.ts'

/** Scores a questionnaire's own worked examples; VECTOR_DIFFERS for each that does not come out as it says it must. */
export function* vectorFaults({ instrument, vectors }: Questionnaire): Generator<Fault> {
  const score = createScorer(instrument)
  for (const [index, { name, answers, about, result }] of vectors.cases.entries()) {
    if (!isSame(findingOf(score(answers, about)), result))
      yield { code: 'VECTOR_DIFFERS', path: ['cases', index, 'result'], detail: { name } }
  }
}
