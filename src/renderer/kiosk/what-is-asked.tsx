import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/records/values.ts'
import type { Sitting } from '../../room/contract/kiosk-api.ts'
import { titleOf } from '../assessments/title-of.ts'
import { SourceText } from '../catalogue/source-text.tsx'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'

/** The questionnaires by name, with what their terms and their translation ask to be said; the terms unfold. */
export function WhatIsAsked({
  questionnaires,
  language,
}: {
  questionnaires: Sitting['questionnaires']
  language: Language
}) {
  const { t } = useTranslation('kiosk')
  return (
    <section className="kiosk-asked" aria-label={t('asked.label')}>
      <h2>{t('asked.label')}</h2>
      <ol>
        {questionnaires.map(({ assessmentId, instrument }) => (
          <li key={assessmentId}>
            <strong>{titleOf(instrument, language, instrument.id)}</strong>{' '}
            <UnofficialMark instrument={instrument} language={language} />
            <small>{t(`asked.terms.${instrument.terms.class}`)}</small>
          </li>
        ))}
      </ol>
      <details>
        <summary>{t('asked.statements')}</summary>
        <dl>
          {questionnaires.map(({ assessmentId, instrument }) => (
            <div key={assessmentId}>
              <dt>{titleOf(instrument, language, instrument.id)}</dt>
              {[instrument.terms.statement, instrument.terms.credit ?? [], instrument.terms.url]
                .flat()
                .map((text) => (
                  <dd key={text}>
                    <SourceText>{text}</SourceText>
                  </dd>
                ))}
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
