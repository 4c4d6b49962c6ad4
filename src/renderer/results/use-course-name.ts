import type { Language } from '../../casework/records/values.ts'
import type { ScoreCourse } from '../../casework/results/score-courses.ts'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'

/** What a course of scores is of, in a language: the aspect that several instruments ask about, or the instrument and its scale. */
export function useCourseName(): (course: ScoreCourse, language: Language) => string {
  const { shelf } = useClientOnShow()
  const nameOf = (id: string, language: Language) =>
    titleOf(questionnaireOn(shelf, id)?.instrument, language, id)
  return ({ construct, instruments, scale }, language) =>
    [
      ...(construct === null ? [] : [construct[language]]),
      instruments.map((id) => nameOf(id, language)).join(' / '),
      ...(construct !== null || scale.label === null ? [] : [scale.label[language]]),
    ].join(' · ')
}
