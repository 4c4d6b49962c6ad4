import { Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BoardOnShow } from '../../../room/contract/county-board.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { room } from '../../room/room.ts'
import { useQuery } from '../../room/use-query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFormatTime } from '../../ui/format-time.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useKeptState } from '../../ui/use-kept-state.ts'
import { Opening } from '../opening.tsx'
import { UnreadableHere } from '../unreadable-here.tsx'
import { WaitingPackages } from '../waiting-packages.tsx'
import { BoardFilter, everything, fits } from './board-filter.tsx'
import { BoardSummary } from './board-summary.tsx'
import { BoardTable } from './board-table.tsx'
import { DueDay } from './due-day.tsx'
import './board.css'

/** 报送情况: who has reported for a period, and what each room has to do. */
export function BoardPage() {
  const { t } = useTranslation('county-board')
  const { t: desk } = useTranslation('county-desk')
  const periodText = usePeriodText()
  const periodField = useId()
  const [period, setPeriod] = useKeptState<string | null>(null)
  const { data, failed, again } = useQuery(() => room.countyBoard(period), [period])
  const waiting = useQuery(() => room.countyPicture(), [])
  return (
    <Page title={desk('place.reported')} lead={t('lead')}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Opening />}
      <UnreadableHere count={data?.unreadable ?? 0} />
      <WaitingPackages packages={waiting.data?.waiting ?? []} />
      {data !== null && (
        <>
          <div className="county-choice">
            <label htmlFor={periodField}>{t('period')}</label>
            <Select
              id={periodField}
              className="county-choice-period"
              value={data.board.period}
              options={data.periods.map((value) => ({ value, label: periodText(value) }))}
              onChange={setPeriod}
            />
            <DueDay day={data.dueDay} onSet={again} />
          </div>
          {data.board.rooms.length === 0 ? (
            <div className="panel">
              <EmptyState title={t('none')} action={<Link to="/county/units">{t('toUnits')}</Link>}>
                {t('noneText')}
              </EmptyState>
            </div>
          ) : (
            <Board data={data} />
          )}
        </>
      )}
    </Page>
  )
}

function Board({ data: { board, today } }: { data: BoardOnShow }) {
  const { t } = useTranslation('county-board')
  const { day } = useFormatTime()
  const [filter, setFilter] = useState(everything)
  const rooms = board.rooms.filter((one) => fits(one, filter))
  return (
    <>
      <p className="board-due">{t(today > board.due ? 'wasDue' : 'isDue', { day: day(board.due) })}</p>
      <BoardSummary board={board} />
      <section className="panel" aria-labelledby="board-rooms">
        <div className="board-head">
          <h2 className="panel-title" id="board-rooms">
            {t('rooms')}
          </h2>
          <Link to={`/county/reported/reminder/${board.period}`}>{t('reminder.link')}</Link>
        </div>
        <BoardFilter board={board} filter={filter} onFilter={setFilter} />
        <p role="status" className="quiet">
          {t('found', { count: rooms.length })}
        </p>
        <BoardTable rooms={rooms} townships={board.townships} />
      </section>
    </>
  )
}
