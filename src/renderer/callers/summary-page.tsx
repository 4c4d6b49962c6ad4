import { Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { A4Sheet, PrintButton } from '../ui/a4-sheet.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useKeptState } from '../ui/use-kept-state.ts'
import { SummarySheet } from './summary-sheet.tsx'
import './callers.css'

const quarterLength = 3
const monthsBack = 24

/** The first day of the month that is so many months before the one of a day. */
const monthBefore = (day: string, months: number): string => {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-01`
}

const lasting = (from: string, months: number) => ({
  from,
  until: addDays(monthBefore(from, -months), -1),
})

const quarterOf = (month: string): number => Math.floor((Number(month.slice(5, 7)) - 1) / quarterLength)

/** 小结: a month or a quarter of the hotline on paper. */
export function SummaryPage() {
  const { t, i18n } = useTranslation('callers')
  const month = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const today = dayOf(new Date().toISOString())
  const months = Array.from({ length: monthsBack }, (_, back) => monthBefore(today, back))
  const quarters = months.filter((first) => (Number(first.slice(5, 7)) - 1) % quarterLength === 0)
  const periods = [
    ...months.map((first) => ({ ...lasting(first, 1), label: month.format(Date.parse(first)) })),
    ...quarters.map((first) => ({
      ...lasting(first, quarterLength),
      label: t('summary.quarter', { year: first.slice(0, 4), quarter: quarterOf(first) + 1 }),
    })),
  ]
  const keyed = periods.map((period) => ({ ...period, key: `${period.from} ${period.until}` }))
  // What is reported on is the month that is over.
  const [chosen, setChosen] = useKeptState(keyed[1]?.key ?? '')
  const period = keyed.find(({ key }) => key === chosen)
  const { from = today, until = today, label = '' } = period ?? {}
  const { data, failed } = useQuery(() => room.callSummary({ from, until }), [from, until])
  return (
    <Page
      title={t('summary.title')}
      lead={t('summary.lead')}
      actions={
        <>
          <Select<string>
            className="summary-period"
            aria-label={t('summary.period')}
            value={chosen}
            onChange={setChosen}
            options={keyed.map((one) => ({ value: one.key, label: one.label }))}
          />
          {data !== null && <PrintButton />}
          <Link to="/hotline/board">{t('summary.back')}</Link>
        </>
      }
    >
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <A4Sheet label={t('summary.title')}>
          <SummarySheet summary={data} period={label} />
        </A4Sheet>
      )}
    </Page>
  )
}
