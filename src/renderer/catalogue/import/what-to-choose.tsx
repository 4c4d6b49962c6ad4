import { useTranslation } from 'react-i18next'

const kinds = ['folder', 'file', 'fhir', 'wording'] as const

/** Which files can be taken in, and what must never be. */
export function WhatToChoose() {
  const { t } = useTranslation('catalogue')
  return (
    <div className="import-kinds">
      <section className="panel">
        <h2 className="panel-title">{t('import.whatTitle')}</h2>
        <dl className="facts">
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>{t(`import.kind.${kind}.name`)}</dt>
              <dd>{t(`import.kind.${kind}.text`)}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{t('import.nothingYet')}</p>
      </section>
      <section className="panel import-restricted">
        <h2 className="panel-title">{t('import.restrictedTitle')}</h2>
        <p>{t('import.restricted')}</p>
        <p>{t('import.scoreEntry')}</p>
      </section>
    </div>
  )
}
