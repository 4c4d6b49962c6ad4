import { useTranslation } from 'react-i18next'

const limits = ['browser', 'screenLock', 'account', 'memory', 'rollback', 'keys'] as const

/** What this edition cannot do, said openly. */
export function Limits() {
  const { t } = useTranslation('health')
  return (
    <section className="panel">
      <h2 className="panel-title">{t('limits.title')}</h2>
      <ul className="health-list">
        {limits.map((limit) => (
          <li key={limit}>{t(`limits.${limit}`)}</li>
        ))}
      </ul>
    </section>
  )
}
