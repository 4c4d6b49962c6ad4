import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../casework/records/values.ts'
import type { Survey } from '../../../instruments/survey.ts'
import { surveyText } from '../../questionnaire/survey-text.ts'
import type { Difference, Settlement } from './two-entries.ts'

/** Each question that was entered in two ways, and which of them is on the paper. */
export function SettleDifferences({
  survey,
  language,
  found,
  settlement,
  onSettle,
}: {
  survey: Survey
  language: Language
  found: readonly Difference[]
  settlement: Settlement
  onSettle: (question: string, right: 'first' | 'second') => void
}) {
  const { t } = useTranslation('assessments')
  const questions = survey.pages.flatMap(({ elements }) => elements)
  return (
    <table className="plain-table differences">
      <caption className="visually-hidden">{t('paper.differences')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('answers.number')}</th>
          <th scope="col">{t('answers.question')}</th>
          <th scope="col">{t('paper.whichIsRight')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((difference) => {
          const question = questions.find(({ name }) => name === difference.question)
          const title = surveyText(question?.title, language)
          const words = (value: number | null) => {
            const choice = question?.choices.find((one) => one.value === value)
            return choice === undefined ? t('answers.none') : `${value} ${surveyText(choice.text, language)}`
          }
          return (
            <tr key={difference.question}>
              <td>{difference.question.slice(1)}</td>
              <th scope="row" lang={language}>
                {title}
              </th>
              <td>
                <Radio.Group
                  aria-label={title}
                  value={settlement[difference.question] ?? null}
                  onChange={({ target }) => onSettle(difference.question, target.value)}
                  options={(['first', 'second'] as const).map((which) => ({
                    value: which,
                    label: t(`paper.${which}`, { answer: words(difference[which]) }),
                  }))}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
