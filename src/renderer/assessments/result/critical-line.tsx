import { useTranslation } from 'react-i18next'
import type { CriticalAlert } from '../../../casework/crisis/critical-alert.ts'
import { useFormatTime } from '../../ui/format-time.ts'

/** A critical item of this assessment that has been dealt with; an open one stands above the page until it is. */
export function CriticalLine({
  alert: { handling },
  staffNames,
}: {
  alert: CriticalAlert
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('clients')
  const { dayTime } = useFormatTime()
  if (handling === null) return null
  return (
    <section className="panel result-critical" aria-label={t('alert.handledTitle')}>
      <strong>{t('alert.handledTitle')}</strong>
      <p>
        {t('alert.handledLine', {
          at: dayTime(handling.handledAt),
          who: staffNames[handling.handledBy] ?? t('tierCard.somebody'),
          finding: t(`alert.asked.${handling.asked}`),
          level: t(`alert.short.${handling.responseLevel}`),
        })}
      </p>
      <blockquote>{handling.entry}</blockquote>
    </section>
  )
}
