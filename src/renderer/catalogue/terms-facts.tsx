import { useTranslation } from 'react-i18next'
import type { Instrument } from '../../instruments/instrument.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'
import { SourceText } from './source-text.tsx'

const conditions = ['nonCommercial', 'noModification', 'officialTranslationOnly'] as const

/** On which terms it may be used, in full, and where the wording of each language comes from. */
export function TermsFacts({ instrument }: { instrument: Instrument }) {
  const { t } = useTranslation('catalogue')
  const { t: tAssessments } = useTranslation('assessments')
  const { terms, provenance, languages } = instrument
  const set = conditions.filter((condition) => terms[condition])
  return (
    <section className="panel">
      <h2 className="panel-title">{t('terms.title')}</h2>
      <p className="instrument-terms-class">{tAssessments(`terms.class.${terms.class}`)}</p>
      {set.length > 0 && (
        <ul className="instrument-conditions">
          {set.map((condition) => (
            <li key={condition}>{t(`terms.${condition}`)}</li>
          ))}
        </ul>
      )}
      <dl className="facts facts-stacked">
        <dt>{t('terms.statement')}</dt>
        <dd>
          <SourceText>{terms.statement}</SourceText>
        </dd>
        <dt>{t('terms.url')}</dt>
        <dd>
          <SourceText>{terms.url}</SourceText>
        </dd>
        <dt>{t('terms.seen')}</dt>
        <dd>
          <SourceText>{terms.seen}</SourceText>
        </dd>
        {terms.credit !== null && (
          <>
            <dt>{t('terms.credit')}</dt>
            <dd>
              <SourceText>{terms.credit}</SourceText>
            </dd>
          </>
        )}
      </dl>
      <h2 className="panel-title">{t('wording.title')}</h2>
      {languages.map((language) => {
        const origin = provenance[language]
        return (
          origin !== undefined && (
            <div key={language} className="instrument-wording">
              <strong>{tAssessments(`language.${language}`)}</strong>{' '}
              <UnofficialMark instrument={instrument} language={language} />
              <p>{tAssessments(`origin.status.${origin.status}`)}</p>
              <ul>
                {origin.sources.map((source) => (
                  <li key={source}>
                    <SourceText>{source}</SourceText>
                  </li>
                ))}
              </ul>
              {origin.note !== null && <SourceText>{origin.note}</SourceText>}
            </div>
          )
        )
      })}
    </section>
  )
}
