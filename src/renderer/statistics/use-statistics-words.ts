import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatisticsCode, StatisticsQuery } from '../../room/contract/statistics.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { useLanguage } from '../locale/locale.ts'

/** What codes and columns are called on the screen. */
export function useStatisticsWords(kind: StatisticsQuery['kind']) {
  const { t, i18n } = useTranslation(['statistics', 'clients'])
  const [language] = useLanguage()
  const monthOrQuarter = usePeriodText()
  return useMemo(() => {
    const plain = (code: string): string => {
      const key = [
        `statistics:code.${kind}.${code}`,
        ...(kind === 'assessment' ? [`clients:shortTitle.${code}`] : []),
        `statistics:code.any.${code}`,
      ].find((one) => i18n.exists(one))
      return key === undefined ? code : i18n.t(key)
    }
    const category = ({ parts }: StatisticsCode): string =>
      parts.map(({ code, label }) => (label === null ? plain(code) : label[language])).join(' · ')
    return {
      category,
      /** A row's name. */
      row: (rows: StatisticsQuery['rows'], code: StatisticsCode): string =>
        rows === 'sex' || rows === 'ageBand' || rows === 'tier' ? t(`${rows}.${code.code}`) : category(code),
      span: (span: string): string =>
        span === 'all' || span === 'last12' ? t(`spans.${span}`) : t('year', { year: span }),
      period: (period: string): string =>
        period.length === 4 ? t('year', { year: period }) : monthOrQuarter(period),
    }
  }, [kind, t, i18n, language, monthOrQuarter])
}
