import { Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CountyPicture } from '../../room/contract/county-desk.ts'
import { periodKindOf } from '../../statistics/period.ts'
import { usePeriodText } from '../exchange/period-text.ts'
import { useLanguage } from '../locale/locale.ts'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { Opening } from './opening.tsx'
import { TotalsOnShow } from './totals-on-show.tsx'
import { UnreadableHere } from './unreadable-here.tsx'

/** The rooms added up: one table of one period, as a chart and in numbers. */
export function TotalsPage() {
  const { t } = useTranslation('county-desk')
  const { data: picture, failed } = useQuery(() => room.countyPicture(), [])
  const empty = picture !== null && (picture.periods.length === 0 || picture.tables.length === 0)
  return (
    <Page title={t('place.totals')} lead={t('totals.lead')}>
      <RefusalNotice refusal={failed} />
      {picture === null && failed === null && <Opening />}
      <UnreadableHere count={picture?.unreadable ?? 0} />
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

function ChosenTotals({ picture: { periods, tables, reported } }: { picture: CountyPicture }) {
  const { t } = useTranslation('county-desk')
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const [tableId, setTableId] = useState(tables[0]?.id)
  const [chosenPeriod, setChosenPeriod] = useState<string | null>(null)
  const tableField = useId()
  const periodField = useId()
  const table = tables.find(({ id }) => id === tableId)
  const fitting = periods.filter((period) => periodKindOf(period) === table?.period)
  const period = fitting.find((candidate) => candidate === chosenPeriod) ?? fitting[0] ?? null
  return (
    <>
      <div className="county-choice">
        <label htmlFor={tableField}>{t('totals.table')}</label>
        <Select
          id={tableField}
          className="county-choice-table"
          value={tableId}
          options={tables.map(({ id, title }) => ({ value: id, label: title[language] }))}
          onChange={setTableId}
        />
        <label htmlFor={periodField}>{t('totals.period')}</label>
        <Select
          id={periodField}
          className="county-choice-period"
          value={period}
          options={fitting.map((value) => ({ value, label: periodText(value) }))}
          onChange={setChosenPeriod}
        />
      </div>
      {table === undefined || period === null ? (
        <div className="panel">
          <EmptyState title={t('totals.noPeriod')} />
        </div>
      ) : (
        <Totals table={table.id} period={period} rooms={reported.length} />
      )}
    </>
  )
}

function Totals({ table, period, rooms }: { table: string; period: string; rooms: number }) {
  const { data: totals, failed } = useQuery(
    () => answered(room.countyTotals({ table, period })),
    [table, period],
  )
  if (totals !== null) return <TotalsOnShow totals={totals} rooms={rooms} />
  return failed === null ? <Skeleton active title={false} /> : <RefusalNotice refusal={failed} />
}
