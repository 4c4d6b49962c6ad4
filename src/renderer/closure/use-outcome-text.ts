import { useTranslation } from 'react-i18next'
import { type Assessment, isSameSide } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'
import { scoreLine } from '../assessments/score-line.ts'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** Says what an assessment came to beside the first one of the same instrument and rater. */
export function useOutcomeText(): (id: string) => string {
  const { t } = useTranslation('closure')
  const [language] = useLanguage()
  const { day } = useFormatTime()
  const { file, shelf } = useClientOnShow()
  const line = ({ value }: Stored<Assessment>): string => {
    const instrument = questionnaireOn(shelf, value.instrument, value.result?.version)?.instrument
    return scoreLine(value, instrument, language) ?? t('outcome.noScore')
  }
  return (id) => {
    const one = file.assessments.find((assessment) => assessment.id === id)
    if (one === undefined || one.value.answeredAt === null) return t('outcome.gone')
    const { instrument, rater, answeredAt } = one.value
    const first = file.assessments.find(
      ({ value }) =>
        value.instrument === instrument && isSameSide(value.rater, rater) && value.answeredAt !== null,
    )
    const title = titleOf(questionnaireOn(shelf, instrument)?.instrument, language, instrument)
    const now = t('outcome.at', { title, day: day(answeredAt), score: line(one) })
    if (first === undefined || first.id === id || first.value.answeredAt === null) return now
    return `${now} ${t('outcome.first', { day: day(first.value.answeredAt), score: line(first) })}`
  }
}
