import { useTranslation } from 'react-i18next'
import type { DueItem } from '../../casework/follow-ups/follow-ups-due.ts'
import { TodayRow } from './today-row.tsx'

/** One column of the board; when it is empty it says so. */
export function UrgencyColumn({ urgency, items }: { urgency: DueItem['urgency']; items: DueItem[] }) {
  const { t } = useTranslation('today')
  const id = `today-${urgency}`
  return (
    <section className={`panel today-column today-column-${urgency}`} aria-labelledby={id}>
      <h2 className="panel-title" id={id}>
        {t(`urgency.${urgency}`)}
        <span className="today-count">{t('count', { count: items.length })}</span>
      </h2>
      <p className="today-means">{t(`means.${urgency}`)}</p>
      {items.length === 0 ? (
        <p className="today-none">{t(`none.${urgency}`)}</p>
      ) : (
        <ul className="today-list">
          {items.map((item) => (
            <TodayRow key={`${item.kind} ${item.record} ${item.at}`} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}
