import { useTranslation } from 'react-i18next'
import type { Language } from '../../casework/values.ts'
import type { Sitting } from '../../room/contract/kiosk-api.ts'
import { UnofficialMark } from '../questionnaire/unofficial-mark.tsx'

/** The questionnaires by name, with what their terms and their translation ask to be said. */
export function WhatIsAsked({
  questionnaires,
  language,
}: {
  questionnaires: Sitting['questionnaires']
  language: Language
}) {
  const { t } = useTranslation('kiosk')
  const credits = [...new Set(questionnaires.flatMap(({ instrument: { terms } }) => terms.credit ?? []))]
  return (
    <section className="kiosk-asked" aria-label={t('asked.label')}>
      <h2>{t('asked.label')}</h2>
      <ol>
        {questionnaires.map(({ assessmentId, instrument: { id, title, terms, provenance } }) => (
          <li key={assessmentId}>
            <strong>{title[language] ?? title['zh-CN'] ?? title.en ?? id}</strong>{' '}
            <UnofficialMark instrument={{ provenance }} language={language} />
            <small>{t(`asked.terms.${terms.class}`)}</small>
          </li>
        ))}
      </ol>
      {credits.length > 0 && (
        <details>
          <summary>{t('asked.credits')}</summary>
          {credits.map((credit) => (
            <p key={credit} lang="en">
              {credit}
            </p>
          ))}
        </details>
      )}
    </section>
  )
}
