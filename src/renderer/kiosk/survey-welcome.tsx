import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import { type PlainSurvey, questionsOf } from '../../instruments/plain-survey/plain-survey.ts'
import { languageNames } from '../locale/language-names.ts'
import { minutesFor } from '../questionnaire/minutes.ts'
import { surveyText } from '../questionnaire/survey-text.ts'
import { StaffDoor } from './staff-door.tsx'

const points = ['anonymous', 'voluntary', 'kept'] as const

/** What the survey is about, that nobody is asked who they are, and that nothing is kept before it is handed in. */
export function SurveyWelcome({
  survey,
  language,
  onLanguage,
  onBegin,
}: {
  survey: PlainSurvey
  language: Language
  onLanguage: (language: Language) => void
  onBegin: () => void
}) {
  const { t } = useTranslation('kiosk')
  const questions = questionsOf(survey).length
  const description = surveyText(survey.description, language)
  return (
    <main className="kiosk-page kiosk-welcome">
      <h1>{surveyText(survey.title, language)}</h1>
      {description !== '' && <p className="kiosk-text">{description}</p>}
      <ul>
        {points.map((point) => (
          <li key={point} className="kiosk-text">
            {t(`survey.${point}`)}
          </li>
        ))}
        <li className="kiosk-text">{t('survey.howLong', { questions, minutes: minutesFor(questions) })}</li>
      </ul>
      <div className="kiosk-actions">
        <StaffDoor />
        {survey.languages
          .filter((other) => other !== language)
          .map((other) => (
            <button key={other} type="button" lang={other} onClick={() => onLanguage(other)}>
              {languageNames[other]}
            </button>
          ))}
        <button type="button" className="kiosk-primary" onClick={onBegin}>
          {t('welcome.begin')}
        </button>
      </div>
    </main>
  )
}
