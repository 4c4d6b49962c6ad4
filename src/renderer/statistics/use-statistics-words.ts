import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatisticsCode, StatisticsQuery } from '../../room/contract/statistics.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { useLanguage } from '../locale/locale.ts'

/** What codes and columns are called on the screen. */
export function useStatisticsWords(kind: StatisticsQuery['kind']) {
  const { t, i18n } = useTranslation('statistics')
  const [language] = useLanguage()
  const monthOrQuarter = usePeriodText()
  return useMemo(() => {
    const plain = (code: string): string => {
      const key = [`code.${kind}.${code}`, `code.any.${code}`].find((one) => i18n.exists(`statistics:${one}`))
      return key === undefined ? code : i18n.t(`statistics:${key}`)
    }
    const category = ({ code, label }: StatisticsCode): string => {
      if (label !== null) return label[language]
      const dot = code.indexOf('.')
      return dot < 0 ? plain(code) : `${plain(code.slice(0, dot))} · ${plain(code.slice(dot + 1))}`
    }
    return {
      category,
      /** A row's name. */
      row: (rows: StatisticsQuery['rows'], code: StatisticsCode): string =>
        rows === 'category' || rows === 'detail' ? category(code) : t(`${rows}.${code.code}`),
      period: (period: string): string =>
        period.length === 4 ? t('year', { year: period }) : monthOrQuarter(period),
    }
  }, [kind, t, i18n, language, monthOrQuarter])
}
