import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { PlainSurvey } from '../../instruments/plain-survey/plain-survey.ts'
import { Questionnaire } from '../questionnaire/questionnaire.tsx'
import { surveyText } from '../questionnaire/survey-text.ts'
import { usePlainSurvey } from '../questionnaire/use-plain-survey.ts'
import { kioskRoom } from './kiosk-room.ts'
import { type PrintSize, PrintSizeChoice } from './print-size.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { useLeftAlone } from './use-left-alone.ts'

/** One question at a time. What is answered stays on this page until it is handed in, and goes when the person goes. */
export function SurveyAnswering({
  survey,
  language,
  printSize,
  onPrintSize,
  onDropped,
  onHandedIn,
}: {
  survey: PlainSurvey
  language: Language
  printSize: PrintSize
  onPrintSize: (size: PrintSize) => void
  /** The person stopped, or went away. */
  onDropped: () => void
  onHandedIn: () => void
}) {
  const { t } = useTranslation('kiosk')
  const [handingIn, setHandingIn] = useState(false)
  const [notKept, setNotKept] = useState(false)
  const questions = usePlainSurvey({ survey, language, arrangement: 'oneByOne' })
  const { current, move } = questions
  const leavingSoon = useLeftAlone(onDropped)
  if (current === undefined) return null
  const page = survey.pages.find(({ elements }) => elements.some(({ name }) => name === current.name))
  const about = [page?.title, page?.description].map((text) => surveyText(text, language)).filter(Boolean)
  const isLast = current.number === current.of

  const handIn = async () => {
    setHandingIn(true)
    const outcome = await kioskRoom.handIn(questions.answers()).catch(() => null)
    setHandingIn(false)
    if (outcome?.ok) onHandedIn()
    else setNotKept(true)
  }
  const goOn = () => {
    if (isLast) void handIn()
    else move(1)
  }
  const leaveOpen = () => {
    questions.clear(current.name)
    goOn()
  }

  return (
    <div className="kiosk-answering">
      <header className="kiosk-top">
        <span className="kiosk-place">
          <strong>{t('progress', { number: current.number, of: current.of })}</strong>
          <progress max={current.of} value={current.number} aria-label={t('progressLabel')} />
        </span>
        <ReadAloud sentences={[current.text, ...current.choices]} language={language} />
        <PrintSizeChoice value={printSize} onChange={onPrintSize} />
        <button type="button" className="kiosk-quiet" onClick={onDropped}>
          {t('survey.stop')}
        </button>
      </header>
      <main className="kiosk-question">
        {about.length > 0 && <p className="kiosk-instructions">{about.join(' · ')}</p>}
        {current.several && <p className="kiosk-instructions">{t('survey.several')}</p>}
        <Questionnaire questions={questions} />
        {current.required && !current.answered && <p className="kiosk-note">{t('survey.required')}</p>}
        {notKept && (
          <p className="kiosk-problem" role="alert">
            {t('survey.notKept')}
          </p>
        )}
        {leavingSoon && (
          <p className="kiosk-problem" role="status">
            {t('survey.leavingSoon')}
          </p>
        )}
      </main>
      <footer className="kiosk-actions">
        <button type="button" disabled={current.number === 1} onClick={() => move(-1)}>
          {t('back')}
        </button>
        {!current.required && !current.answered && (
          <button type="button" className="kiosk-quiet" disabled={handingIn} onClick={leaveOpen}>
            {t(isLast ? 'survey.leaveOpenAndHandIn' : 'leaveOpen')}
          </button>
        )}
        <button
          type="button"
          className="kiosk-primary"
          disabled={!current.answered || handingIn}
          onClick={goOn}
        >
          {t(isLast ? 'survey.handIn' : 'next')}
        </button>
      </footer>
    </div>
  )
}
