import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Writes a month (`2026-11`): 2026年11月, November 2026. */
export function useMonthText(): (month: string) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (month) =>
      new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${month}-01T00:00Z`),
      ),
    [i18n.language],
  )
}
