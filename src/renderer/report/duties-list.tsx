import { CheckOutlined, MinusOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { TableOnShow } from '../../room/contract/report.ts'
import { useLanguage } from '../locale/locale.ts'

/** The room's own duties: each is met, or has too few cases to say, or is not met yet. */
export function DutiesList({ table: { title, dims, cells } }: { table: TableOnShow }) {
  const { t } = useTranslation('report')
  const [language] = useLanguage()
  const [duties] = dims
  return (
    <ul className="report-duties" aria-label={title[language]}>
      {duties?.codes.map(({ code, label }, place) => {
        const isMet = cells[place] === 1
        return (
          <li key={code}>
            {isMet ? <CheckOutlined aria-hidden /> : <MinusOutlined aria-hidden />} {label[language]}
            <span>{t(isMet ? 'duty.met' : 'duty.notMet')}</span>
          </li>
        )
      })}
    </ul>
  )
}
