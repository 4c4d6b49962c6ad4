import { RightOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { periodKindOf } from '../../statistics/period.ts'
import { AcceptCard } from '../exchange/accept-card.tsx'
import { CardFacts } from '../exchange/card-facts.tsx'
import { MyCard } from '../exchange/my-card.tsx'
import { usePeriodText } from '../exchange/period-text.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ReportSteps } from './report-steps.tsx'
import './report.css'

/** Reporting to the county: whom to, and the months there is something to report for. */
export function ReportPage() {
  const { t } = useTranslation('report')
  const { data, failed, again } = useQuery(
    async () => ({
      periods: (await room.reportPeriods()).map(({ period }) => period),
      cards: await room.enrolledCards(),
    }),
    [],
  )
  const county = data?.cards.find(({ card }) => card.kind === 'county')

  return (
    <Page title={t('title')} lead={t('lead')}>
      <ReportSteps at="choose" />
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Skeleton active title={false} />}
      {data !== null && (
        <div className="report-home">
          <div className="report-column">
            {county === undefined && <AcceptCard from="county" primary onAccepted={again} />}
            <Periods periods={data.periods} />
          </div>
          <div className="report-column">
            {county !== undefined && (
              <section className="panel">
                <h2 className="panel-title">{t('county')}</h2>
                <CardFacts shown={county} />
              </section>
            )}
            <MyCard to="county" />
          </div>
        </div>
      )}
    </Page>
  )
}

function Periods({ periods }: { periods: readonly string[] }) {
  const { t } = useTranslation('report')
  const kinds = (['month', 'quarter'] as const).map((kind) => ({
    kind,
    periods: periods.filter((period) => periodKindOf(period) === kind),
  }))
  return (
    <section className="panel">
      <h2 className="panel-title">{t('choose')}</h2>
      {periods.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {kinds.map((of) => of.periods.length > 0 && <PeriodLinks key={of.kind} {...of} />)}
    </section>
  )
}

function PeriodLinks({ kind, periods }: { kind: 'month' | 'quarter'; periods: readonly string[] }) {
  const { t } = useTranslation('report')
  const periodText = usePeriodText()
  return (
    <>
      <h3 className="report-table-title">{t(`kind.${kind}`)}</h3>
      <ul className="report-periods">
        {periods.map((period) => (
          <li key={period}>
            <Link to={`/report/${period}`}>
              {periodText(period)}
              <RightOutlined aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
