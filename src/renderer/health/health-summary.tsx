import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { CountedRecords } from '../../room/contract/health.ts'
import { useFormatTime } from '../ui/format-time.ts'
import type { ToDo } from './to-do.ts'

/**
 * One look: everything is fine, or what there is to do. The colour follows the number, red at once for records that do not
 * fit; the words say it too.
 */
export function HealthSummary({ toDo, counted }: { toDo: readonly ToDo[]; counted: CountedRecords | null }) {
  const { t } = useTranslation('health')
  const { dayTime } = useFormatTime()
  const fine = toDo.length === 0
  const level = toDo.some(({ key }) => key === 'misfit') ? 3 : Math.min(toDo.length, 3)
  return (
    <section className={`health-summary health-summary-${level}`}>
      {fine ? <CheckCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />}
      <div>
        <h2>{fine ? t('summary.fine') : t('summary.toDo', { count: toDo.length })}</h2>
        {fine ? (
          <p>
            {counted === null ? t('summary.counting') : t('summary.counted', { time: dayTime(counted.at) })}
          </p>
        ) : (
          <ul>
            {toDo.map(({ key, count }) => (
              <li key={key}>{t(`toDo.${key}`, { count })}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
