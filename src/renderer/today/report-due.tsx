import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePeriodText } from '../exchange/period-text.ts'

/** That a report to the county is due: the newest period by name, the others by number. */
export function ReportDue({ periods }: { periods: readonly string[] }) {
  const { t } = useTranslation('today')
  const periodText = usePeriodText()
  const [newest, ...others] = periods
  if (newest === undefined) return null
  return (
    <section className="panel today-report" aria-label={t('reportDue.label')}>
      <p>
        {t('reportDue.one', { period: periodText(newest) })}
        {others.length > 0 && ` ${t('reportDue.more', { count: others.length })}`}
      </p>
      <Link className="today-act" to={others.length > 0 ? '/report' : `/report/${newest}`}>
        {t('reportDue.act')}
      </Link>
    </section>
  )
}
