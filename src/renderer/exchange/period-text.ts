import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Writes a reporting period, `2026-11` or `2026-Q4`, in words. */
export function usePeriodText(): (period: string) => string {
  const { t } = useTranslation('exchange')
  return useCallback(
    (period) => {
      const [year = '', part = ''] = period.split('-')
      return part.startsWith('Q')
        ? t('quarter', { year, quarter: part.slice(1) })
        : t('month', { year, month: Number(part) })
    },
    [t],
  )
}
