import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { Sitting } from '../../room/contract/kiosk-api.ts'
import { Questionnaire } from '../questionnaire/questionnaire.tsx'
import { surveyText } from '../questionnaire/survey-text.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'
import { useEnter } from '../questionnaire/use-enter.ts'
import { useQuestions } from '../questionnaire/use-questions.ts'
import { kioskRoom } from './kiosk-room.ts'
import { Pause } from './pause.tsx'
import { type PrintSize, PrintSizeChoice } from './print-size.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { StaffDoor } from './staff-door.tsx'
import { usePace } from './use-pace.ts'
import { useSealing } from './use-sealing.ts'

/** One questionnaire, one question at a time. Going on takes a press of its own, so that a trembling hand answers nothing twice. */
export function Answering({
  part,
  place,
  language,
  printSize,
  onPrintSize,
  onFinished,
}: {
  part: Sitting['questionnaires'][number]
  /** Which of how many questionnaires this is. */
  place: { number: number; of: number }
  language: Language
  printSize: PrintSize
  onPrintSize: (size: PrintSize) => void
  onFinished: () => void
}) {
  const { t } = useTranslation('kiosk')
  const { assessmentId, survey, answered } = part
  const { fateOf, seal } = useSealing(assessmentId, answered)
  const [paused, setPaused] = useState(false)
  const [notFinished, setNotFinished] = useState(false)
  const questions = useQuestions({
    survey,
    language,
    arrangement: 'oneByOne',
    answers: {},
    answeredBefore: answered,
    onAnswer: (question, value) => void keep(question, value),
  })
  const { current, move } = questions
  const paceOf = usePace(paused ? null : (current?.name ?? null))
  const keep = (question: string, value: number | null) =>
    seal(question, value, value === null ? undefined : paceOf(question))

  const finish = async () => {
    const outcome = await kioskRoom.finish(assessmentId).catch(() => null)
    if (outcome?.ok) onFinished()
    else setNotFinished(true)
  }
  const goOn = async () => {
    if (current === undefined) return
    if (current.number === current.of) await finish()
    else move(1)
  }
  const leaveOpen = async () => {
    if (current !== undefined && (await seal(current.name, null))) await goOn()
  }
  const fate = current && fateOf(current.name)
  const canGoOn = fate === 'sealed'
  useEnter(() => void goOn(), canGoOn && !paused)

  if (current === undefined) return null
  if (paused) return <Pause onEnd={() => setPaused(false)} />
  const instructions = surveyText(survey.description, language)

  return (
    <div className="kiosk-answering">
      <header className="kiosk-top">
        <span className="kiosk-place">
          {place.of > 1 && <span>{t('part', place)}</span>}
          <strong>{t('progress', { number: current.number, of: current.of })}</strong>
          <progress max={current.of} value={current.number} aria-label={t('progressLabel')} />
        </span>
        <ReadAloud
          sentences={[instructions, current.text, ...current.choices.map(({ text }) => text)]}
          language={language}
        />
        <PrintSizeChoice value={printSize} onChange={onPrintSize} />
        <button type="button" className="kiosk-quiet" onClick={() => setPaused(true)}>
          {t('pause.button')}
        </button>
        <StaffDoor />
      </header>
      <main className="kiosk-question">
        <UnofficialMark instrument={part.instrument} language={language} />
        {instructions !== '' && <p className="kiosk-instructions">{instructions}</p>}
        <Questionnaire questions={questions} />
        {current.value === null && answered.includes(current.name) && (
          <p className="kiosk-note">{t('answeredBefore')}</p>
        )}
        {(fate === 'failed' || notFinished) && (
          <p className="kiosk-problem" role="alert">
            {t('notKept')}
          </p>
        )}
      </main>
      <footer className="kiosk-actions">
        <button type="button" disabled={current.number === 1} onClick={() => move(-1)}>
          {t('back')}
        </button>
        {fate === 'failed' ? (
          <button type="button" onClick={() => void keep(current.name, current.value)}>
            {t('tryAgain')}
          </button>
        ) : (
          fate === undefined && (
            <button type="button" className="kiosk-quiet" onClick={() => void leaveOpen()}>
              {t('leaveOpen')}
            </button>
          )
        )}
        <button type="button" className="kiosk-primary" disabled={!canGoOn} onClick={() => void goOn()}>
          {t(current.number === current.of ? 'finish' : 'next')}
        </button>
      </footer>
    </div>
  )
}
