import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { figurePeriodKindOf } from '../../statistics/figure-period.ts'

/** Writes a period, `2026-11`, `2026-Q4` or `2026`, in words. */
export function usePeriodText(): (period: string) => string {
  const { t, i18n } = useTranslation('exchange')
  return useMemo(() => {
    const month = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'short' })
    return (period) => {
      const kind = figurePeriodKindOf(period)
      if (kind === 'year') return t('year', { year: period })
      return kind === 'quarter'
        ? t('quarter', { year: period.slice(0, 4), quarter: period.slice(6) })
        : month.format(new Date(`${period}-01T00:00`))
    }
  }, [t, i18n.language])
}
