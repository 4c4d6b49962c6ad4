import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { useLanguage } from '../locale/locale.ts'
import { minutesFor } from '../questionnaire/minutes.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'
import { useForWhom } from './for-whom.ts'
import { itemNumbers } from './item-numbers.ts'
import { SourceText } from './source-text.tsx'

/** For whom it is, who answers, how long it takes, what it asks about. */
export function AboutFacts({ questionnaire: { instrument } }: { questionnaire: Questionnaire }) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const [language] = useLanguage()
  const forWhom = useForWhom()
  const { kind, raters, ages, modes, timeFrame, items, languages, qualification, notFor } = instrument
  return (
    <section className="panel">
      <h2 className="panel-title">{t('about.title')}</h2>
      {kind === 'observation' && <p className="instrument-advice">{t('about.observation')}</p>}
      <dl className="facts">
        <dt>{t('about.raters')}</dt>
        <dd>{forWhom.raters({ raters })}</dd>
        <dt>{t('about.ages')}</dt>
        <dd>{forWhom.ages(ages)}</dd>
        <dt>{t('about.modes')}</dt>
        <dd>{modes.map((mode) => t(`modes.${mode}`)).join(t('listed'))}</dd>
        <dt>{t('about.timeFrame')}</dt>
        <dd>{t(`timeFrame.${timeFrame}`)}</dd>
        <dt>{t('about.length')}</dt>
        <dd>
          {tAssessments('facts.items', { count: items.length })}
          {t('listed')}
          {tAssessments('facts.minutes', { count: minutesFor(items.length) })}
        </dd>
        <dt>{t('about.languages')}</dt>
        <dd>
          {languages.map((one) => (
            <span key={one} className="catalogue-language">
              {tAssessments(`language.${one}`)} <UnofficialMark instrument={instrument} language={one} />
            </span>
          ))}
        </dd>
        {qualification !== null && (
          <>
            <dt>{t('about.qualification')}</dt>
            <dd>{qualification[language]}</dd>
          </>
        )}
        {notFor.map((rule) => (
          <NotFor
            key={rule.items.join()}
            text={t('about.notForText', {
              items: itemNumbers(rule.items, t('listed')),
              whom: forWhom.person(rule),
            })}
            citation={rule.citation}
            label={t('about.notFor')}
          />
        ))}
      </dl>
    </section>
  )
}

const NotFor = ({ label, text, citation }: { label: string; text: string; citation: string }) => (
  <>
    <dt>{label}</dt>
    <dd>
      {text} <SourceText>{citation}</SourceText>
    </dd>
  </>
)
