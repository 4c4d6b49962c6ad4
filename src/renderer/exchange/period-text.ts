import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { monthsOf, periodKindOf } from '../../statistics/period.ts'

/** Writes a reporting period, `2026-11` or `2026-Q4`, in words. */
export function usePeriodText(): (period: string) => string {
  const { t, i18n } = useTranslation('exchange')
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'short' })
    return (period) =>
      periodKindOf(period) === 'quarter'
        ? t('quarter', { year: period.slice(0, 4), quarter: period.slice(6) })
        : month.format(new Date(`${monthsOf(period)[0]}-01T00:00`))
  }, [t, i18n.language])
}
