import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Writes hours, in quarters where there are any: 9 学时, 9.25 hours. */
export function useHoursText(): (hours: number) => string {
  const { t, i18n } = useTranslation('staff-register')
  return useCallback(
    (hours) =>
      t('hoursText', {
        hours: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(hours),
      }),
    [t, i18n.language],
  )
}
