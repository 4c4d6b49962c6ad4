import { Skeleton } from 'antd'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { StatisticsOnShow } from '../../room/contract/statistics.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { FactsCheck } from './facts-check.tsx'
import { StatisticsChart } from './statistics-chart.tsx'
import { StatisticsChoices } from './statistics-choices.tsx'
import { addressOf, choiceFrom, queryOf, type StatisticsChoice } from './statistics-query.ts'
import { StatisticsTable } from './statistics-table.tsx'
import './statistics.css'

/** 本室统计: what the room counts of its own work, to the last one, for its own eyes. */
export function StatisticsPage() {
  const { t } = useTranslation('statistics')
  const figures = useId()
  const [address, setAddress] = useSearchParams()
  const asked = address.toString()
  const choice = choiceFrom(address)
  const month = dayOf(new Date().toISOString()).slice(0, 7)
  const { data, failed, again } = useQuery(
    async () => ({ choice, shown: await room.roomStatistics(queryOf(choice, month)) }),
    [asked, month],
  )
  const answer = useLast(data)
  const onChoice = (next: StatisticsChoice) => setAddress(addressOf(next), { replace: true })
  const shown = answer?.shown ?? null

  return (
    <Page title={t('title')} lead={t('lead')}>
      <RefusalNotice refusal={failed} />
      {answer === null && failed === null && <Skeleton active title={false} />}
      {shown !== null && shown.unreadable > 0 && (
        <RefusalNotice refusal={{ code: 'FACTS_UNREADABLE', detail: { count: shown.unreadable } }} />
      )}
      {shown !== null && shown.since === null && (
        <section className="panel">
          <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
        </section>
      )}
      {answer !== null && answer.shown.since !== null && (
        <>
          <StatisticsChoices choice={choice} shown={answer.shown} month={month} onChoice={onChoice} />
          <section className="panel" aria-label={t('result')} aria-busy={data === null}>
            <p role="status" className="quiet statistics-sum">
              {answer.shown.addsUp && t(`sum.${answer.choice.unit}`, { count: answer.shown.total })}
            </p>
            {answer.shown.rows.length === 0 ? (
              <p>{t('nothing')}</p>
            ) : (
              <>
                <StatisticsChart figures={figures} {...answer} />
                <StatisticsTable id={figures} {...answer} />
                <ul className="quiet statistics-notes">
                  {answer.choice.unit === 'person' && <li>{t('note.person')}</li>}
                  {answer.choice.rows === 'tier' || answer.choice.tier !== null ? (
                    <li>{t('note.tier')}</li>
                  ) : null}
                  {answer.shown.ofClients && <li>{t('note.drill')}</li>}
                  <li>{t('note.stays')}</li>
                </ul>
              </>
            )}
          </section>
        </>
      )}
      {answer !== null && <FactsCheck onMended={again} />}
    </Page>
  )
}

interface Answer {
  choice: StatisticsChoice
  shown: StatisticsOnShow
}

/** What was there last, so that the table does not vanish between two choices. */
function useLast(data: Answer | null): Answer | null {
  const last = useRef(data)
  if (data !== null) last.current = data
  return last.current
}
