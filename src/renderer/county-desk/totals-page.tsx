import { Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CountyPicture } from '../../room/contract/county-desk.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { useLanguage } from '../locale/locale.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { TotalsOnShow } from './totals-on-show.tsx'

/** The rooms added up: one table of one period, as a chart and in numbers. */
export function TotalsPage() {
  const { t } = useTranslation('county-desk')
  const { data: picture, failed } = useQuery(() => room.countyPicture(), [])
  const empty = picture !== null && (picture.periods.length === 0 || picture.tables.length === 0)
  return (
    <Page title={t('place.totals')} lead={t('totals.lead')}>
      <RefusalNotice refusal={failed} />
      {picture === null && failed === null && <Skeleton active />}
      {empty && (
        <div className="panel">
          <EmptyState title={t('totals.none')} action={<Link to="/county/units">{t('totals.toUnits')}</Link>}>
            {t('totals.noneText')}
          </EmptyState>
        </div>
      )}
      {picture !== null && !empty && <ChosenTotals picture={picture} />}
    </Page>
  )
}

function ChosenTotals({ picture: { periods, tables } }: { picture: CountyPicture }) {
  const { t } = useTranslation('county-desk')
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const [period, setPeriod] = useState(periods[0] ?? '')
  const [table, setTable] = useState(tables[0]?.id ?? '')
  const periodId = useId()
  const tableId = useId()
  const { data: totals, failed } = useQuery(
    () => answered(room.countyTotals({ table, period })),
    [table, period],
  )
  return (
    <>
      <div className="county-choice">
        <label htmlFor={tableId}>{t('totals.table')}</label>
        <Select
          id={tableId}
          className="county-choice-table"
          value={table}
          options={tables.map(({ id, title }) => ({ value: id, label: title[language] }))}
          onChange={setTable}
        />
        <label htmlFor={periodId}>{t('totals.period')}</label>
        <Select
          id={periodId}
          className="county-choice-period"
          value={period}
          options={periods.map((value) => ({ value, label: periodText(value) }))}
          onChange={setPeriod}
        />
      </div>
      <RefusalNotice refusal={failed} />
      {totals === null && failed === null && <Skeleton active />}
      {totals !== null && <TotalsOnShow totals={totals} />}
    </>
  )
}
