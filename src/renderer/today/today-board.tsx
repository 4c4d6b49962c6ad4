import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { Figures } from './figures.tsx'
import { ReportDue } from './report-due.tsx'
import { UrgencyColumn } from './urgency-column.tsx'
import './today.css'

const urgencies = ['now', 'today', 'week'] as const

/** What waits for somebody, most urgent first. */
export function TodayBoard() {
  const { t } = useTranslation('today')
  const { day } = useFormatTime()
  const { data, failed } = useQuery(() => room.today(), [])
  return (
    <Page title={t('title')} lead={day(new Date())}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && (
        <>
          <Figures figures={data.figures} />
          <ReportDue periods={data.reportsDue} />
          {data.items.length === 0 ? (
            <section className="panel">
              <EmptyState title={t('nothing.title')}>{t('nothing.text')}</EmptyState>
            </section>
          ) : (
            <div className="today-columns">
              {urgencies.map((urgency) => (
                <UrgencyColumn
                  key={urgency}
                  urgency={urgency}
                  items={data.items.filter((item) => item.urgency === urgency)}
                />
              ))}
            </div>
          )}
        </>
      )}
    </Page>
  )
}
