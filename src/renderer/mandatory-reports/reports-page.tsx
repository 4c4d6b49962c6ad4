import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ClockLine } from './clock-line.tsx'
import './mandatory-reports.css'

/** Every report the law demanded or may demand: those still open first. */
export function ReportsPage() {
  const { t } = useTranslation('mandatory-reports')
  const { dateTime } = useFormatTime()
  const navigate = useNavigate()
  const { data, failed } = useQuery(() => room.mandatoryReports(), [])
  const open = (
    <Button type="primary" onClick={() => void navigate('/mandatory-reports/new')}>
      {t('open.title')}
    </Button>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={open}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active />}
      {data !== null && data.unreadable > 0 && (
        <p role="status">{t('unreadable', { count: data.unreadable })}</p>
      )}
      {data !== null && (
        <section className="panel">
          {data.reports.length === 0 ? (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ) : (
            <ul className="report-list">
              {data.reports.map(({ report: { id, value }, fileNumber, state }) => (
                <li key={id}>
                  <Link to={`/mandatory-reports/${id}`}>
                    {t(`duty.${value.duty}`)} · {fileNumber ?? t('noFile')}
                  </Link>
                  <span>{t(`state.${state}`)}</span>
                  <ClockLine report={value} rules={data.rules} />
                  <span className="quiet">
                    {t('learned', {
                      at: dateTime(value.learnedAt),
                      who: data.staffNames[value.learnedBy] ?? t('somebody'),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </Page>
  )
}
