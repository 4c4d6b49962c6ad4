import { useTranslation } from 'react-i18next'
import type { Health, UnreadableRecords } from '../../room/contract/health.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** What is kept aside: earlier records that others took the place of, and records that cannot be read. */
export function SetAside({
  setAside,
  unreadable,
}: {
  setAside: Health['setAside']
  /** Null before the records were read through. */
  unreadable: readonly UnreadableRecords[] | null
}) {
  const { t } = useTranslation('health')
  const { day } = useFormatTime()
  return (
    <section className="panel">
      <h2 className="panel-title">{t('aside.title')}</h2>
      <ul className="health-list">
        {setAside.map(({ at, keptUntil }) => (
          <li key={at}>
            {keptUntil === null
              ? t('aside.kept', { at: day(at) })
              : t('aside.keptUntil', { at: day(at), until: day(keptUntil) })}
          </li>
        ))}
        {unreadable?.map(({ table, code, count }) => (
          <li key={`${table} ${code}`}>
            {t('aside.unreadable', { kind: t(`kinds.${table}`), count, reason: t(`reasons.${code}`, code) })}
          </li>
        ))}
        {setAside.length === 0 && unreadable?.length === 0 && <li>{t('aside.nothing')}</li>}
        {unreadable === null && <li>{t('aside.notYet')}</li>}
      </ul>
    </section>
  )
}
