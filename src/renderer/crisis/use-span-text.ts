import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const dayHours = 24
const longestInHours = 72

/** Says after how long a follow-up comes: 24 小时, 72 小时, 7 天. */
export function useSpanText(): (hours: number) => string {
  const { t } = useTranslation('crisis')
  return useCallback(
    (hours) =>
      hours <= longestInHours || hours % dayHours !== 0
        ? t('hours', { count: hours })
        : t('days', { count: hours / dayHours }),
    [t],
  )
}
