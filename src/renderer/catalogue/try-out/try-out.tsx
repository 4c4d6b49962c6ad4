import { Button, InputNumber, Radio } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../casework/records/values.ts'
import { itemsNotFor } from '../../../instruments/applies-to.ts'
import type { Instrument } from '../../../instruments/instrument.ts'
import type { Questionnaire } from '../../../instruments/questionnaire.ts'
import { surveyFor } from '../../../instruments/survey-for.ts'
import type { About, Answers } from '../../../instruments/vectors.ts'
import { createScorer } from '../../../scoring/score.ts'
import { useLanguage } from '../../locale/locale.ts'
import { TryOutQuestions } from './try-out-questions.tsx'
import { TryOutScore } from './try-out-score.tsx'
import './try-out.css'

const oldest = 120

/** The questions as the client sees them and the score they would give, worked out in this window and kept nowhere. */
export function TryOut({ questionnaire }: { questionnaire: Questionnaire }) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const [screenLanguage] = useLanguage()
  const { instrument } = questionnaire
  const [language, setLanguage] = useState<Language>(
    instrument.languages.find((one) => one === screenLanguage) ?? instrument.languages[0] ?? screenLanguage,
  )
  const [about, setAbout] = useState<About>({})
  const [given, setGiven] = useState<Answers>({})
  const [round, setRound] = useState(0)
  const age = useId()
  const depends = dependsOn(instrument)

  const notAsked = [...itemsNotFor(instrument, about)].join()
  const answers = Object.fromEntries(
    Object.entries(given).filter(([item]) => !notAsked.split(',').includes(item)),
  )
  const scorer = useMemo(() => createScorer(instrument), [instrument])
  const keep = (question: string, value: number | null) =>
    setGiven(({ [question]: _, ...others }) => (value === null ? others : { ...others, [question]: value }))
  const startAgain = () => {
    setGiven({})
    setRound((last) => last + 1)
  }

  return (
    <>
      <p role="note" className="try-out-note">
        {t('tryOut.nothingKept')}
      </p>
      <div className="try-out-choices">
        {instrument.languages.length > 1 && (
          <Radio.Group
            aria-label={t('tryOut.language')}
            value={language}
            onChange={({ target }) => setLanguage(target.value)}
            options={instrument.languages.map((value) => ({
              value,
              label: tAssessments(`language.${value}`),
            }))}
          />
        )}
        {depends.sex && (
          <fieldset>
            <legend>{t('tryOut.sex')}</legend>
            <Radio.Group
              value={about.sex ?? 'unknown'}
              onChange={({ target }) => {
                const { sex: _, ...others } = about
                setAbout(target.value === 'unknown' ? others : { ...others, sex: target.value })
              }}
              options={(['female', 'male', 'unknown'] as const).map((value) => ({
                value,
                label: t(`sex.${value}`),
              }))}
            />
          </fieldset>
        )}
        {depends.age && (
          <>
            <label htmlFor={age}>{t('tryOut.age')}</label>
            <InputNumber
              id={age}
              min={0}
              max={oldest}
              precision={0}
              value={about.age ?? null}
              onChange={(value) => {
                const { age: _, ...others } = about
                setAbout(value === null ? others : { ...others, age: value })
              }}
            />
          </>
        )}
        <Button onClick={startAgain}>{t('tryOut.again')}</Button>
      </div>
      <div className="try-out">
        <TryOutQuestions
          key={`${language} ${notAsked} ${round}`}
          questionnaire={questionnaire}
          survey={surveyFor(questionnaire, about)}
          language={language}
          answers={answers}
          onAnswer={keep}
        />
        <TryOutScore questionnaire={questionnaire} about={about} result={scorer(answers, about)} />
      </div>
    </>
  )
}

/** Whether sex or age changes what is asked or what a score means. */
const dependsOn = ({ notFor, scales, ages }: Instrument): { sex: boolean; age: boolean } => {
  const rules = [...notFor, ...scales.flatMap(({ cutOffs }) => cutOffs)]
  return {
    sex: rules.some(({ sex }) => sex !== null),
    age: ages.min !== undefined || ages.max !== undefined || rules.some((rule) => rule.ages !== null),
  }
}
