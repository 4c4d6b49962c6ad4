import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClashOnShow } from '../../room/contract/appointments.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** What an appointment cannot be kept beside, and why; nothing where there is nothing. */
export function ClashNotice({ clashes }: { clashes: readonly ClashOnShow[] }) {
  const { t } = useTranslation('appointments')
  const { dayTime } = useFormatTime()
  return (
    <div role="status">
      {clashes.length > 0 && (
        <section className="clashes" aria-label={t('clash.title')}>
          <strong>{t('clash.title')}</strong>
          <ul>
            {clashes.map(({ appointment: { id, value }, because }) => (
              <li key={id}>
                <Link to={`/appointments/${id}`}>{dayTime(value.startsAt)}</Link>{' '}
                {t('clash.line', {
                  count: value.minutes,
                  because: because.map((reason) => t(`clash.because.${reason}`)).join(t('comma')),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
