import { useTranslation } from 'react-i18next'
import type { Language } from '../../../casework/records/values.ts'
import type { Instrument } from '../../../instruments/instrument.ts'

/** On which terms the instrument is used, where its wording comes from, and which version was scored. */
export function InstrumentOrigin({
  instrument,
  version,
  language,
}: {
  instrument: Instrument | undefined
  version: string
  language: Language
}) {
  const { t } = useTranslation('assessments')
  if (instrument === undefined) return <p className="result-origin">{t('origin.gone', { version })}</p>
  const { terms, provenance, scales } = instrument
  const origin = provenance[language]
  return (
    <section className="panel result-origin">
      <h2 className="panel-title">{t('origin.title')}</h2>
      <dl>
        <dt>{t('terms.label')}</dt>
        <dd>
          {t(`terms.class.${terms.class}`)} <q lang="en">{terms.statement}</q>
          {terms.credit !== null && <span lang="en"> {terms.credit}</span>}
        </dd>
        {origin !== undefined && (
          <>
            <dt>{t('origin.wording')}</dt>
            <dd>
              {t(`origin.status.${origin.status}`)} <span lang="en">{origin.sources.join(' ')}</span>
            </dd>
          </>
        )}
        {scales.length > 0 && (
          <>
            <dt>{t('origin.scoring')}</dt>
            {[...new Set(scales.map(({ citation }) => citation))].map((citation) => (
              <dd key={citation} lang="en">
                {citation}
              </dd>
            ))}
          </>
        )}
        <dt>{t('origin.version')}</dt>
        <dd>{version}</dd>
      </dl>
    </section>
  )
}
