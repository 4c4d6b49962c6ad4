import { Select, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { HeatMap } from '../charts/heat-map.tsx'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { useKeptState } from '../ui/use-kept-state.ts'
import { CallsTable } from './calls-table.tsx'
import { useCallWords } from './use-call-words.ts'
import { useLast } from './use-last.ts'
import './callers.css'

const spans = [7, 28, 91, 365]

/** The hotline at a glance: what waits now, and how the last weeks were. */
export function BoardPage() {
  const { t } = useTranslation('callers')
  const words = useCallWords()
  const [days, setDays] = useKeptState(28)
  const { data, failed } = useQuery(() => room.callBoard({ days }), [days])
  const board = useLast(data)
  return (
    <Page
      title={t('board.title')}
      lead={t('board.lead')}
      actions={<Link to="/hotline/board/summary">{t('summary.link')}</Link>}
    >
      <RefusalNotice refusal={failed} />
      {board !== null && board.unreadable > 0 && (
        <RefusalNotice refusal={{ code: 'CALLS_UNREADABLE', detail: { count: board.unreadable } }} />
      )}
      {board === null && failed === null && <Skeleton active />}
      {board !== null && (
        <>
          <section className="panel" aria-labelledby="board-now">
            <h2 className="panel-title" id="board-now">
              {t('board.now')}
            </h2>
            <dl className="board-figures">
              <Figure name={t('board.today')} value={String(board.today)} />
              <Figure name={t('board.running')} value={String(board.running)} />
              <Figure
                name={t('board.waiting')}
                value={String(board.followUpsWaiting)}
                more={t('board.overdue', { count: board.followUpsOverdue })}
                isLate={board.followUpsOverdue > 0}
              />
              <Figure name={t('board.highRisk')} value={String(board.highRiskOpen.length)} />
            </dl>
          </section>
          <section className="panel" aria-labelledby="board-high-risk">
            <h2 className="panel-title" id="board-high-risk">
              {t('board.highRiskOpen')}
            </h2>
            {board.highRiskOpen.length === 0 ? (
              <p className="quiet">{t('board.noHighRisk')}</p>
            ) : (
              <CallsTable
                lines={board.highRiskOpen}
                staffNames={board.staffNames}
                nothing={t('board.noHighRisk')}
              />
            )}
          </section>
          <section className="panel" aria-labelledby="board-span">
            <div className="board-head">
              <h2 className="panel-title" id="board-span">
                {t('board.span')}
              </h2>
              <Select<number>
                aria-label={t('board.days')}
                value={days}
                onChange={setDays}
                options={spans.map((value) => ({ value, label: t('board.lastDays', { count: value }) }))}
              />
            </div>
            <dl className="board-figures">
              <Figure name={t('board.calls')} value={String(board.calls)} />
              <Figure name={t('board.mean')} value={words.length(board.meanSeconds)} />
              <Figure name={t('board.dangerAsked')} value={words.share(board.dangerAsked)} />
              <Figure name={t('board.onTime')} value={words.share(board.followUpsOnTime)} />
            </dl>
            <h3 className="board-heat">{t('board.heat')}</h3>
            <HeatMap
              caption={t('board.heat')}
              corner={t('board.corner')}
              rows={words.weekdays}
              columns={words.hours}
              cells={board.heat}
            />
          </section>
        </>
      )}
    </Page>
  )
}

function Figure({
  name,
  value,
  more,
  isLate = false,
}: {
  name: string
  value: string
  more?: string
  isLate?: boolean
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {more !== undefined && <span className={isLate ? 'calls-due' : 'quiet'}>{more}</span>}
      </dd>
    </div>
  )
}
