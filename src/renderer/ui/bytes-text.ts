import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const MB = 1024 ** 2

/** Writes an amount of storage: 1.4 GB, 320 MB, 0.3 MB. */
export function useBytesText(): (bytes: number) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (bytes) => {
      const [amount, unit] = bytes < 1024 * MB ? [bytes / MB, 'MB'] : [bytes / MB / 1024, 'GB']
      const fine = unit === 'GB' || amount < 10
      const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: fine ? 1 : 0 })
      const shown = bytes === 0 ? 0 : Math.max(amount, 0.1)
      return `${format.format(shown)} ${unit}`
    },
    [i18n.language],
  )
}
