import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AcceptCard } from '../exchange/accept-card.tsx'
import { CardFacts } from '../exchange/card-facts.tsx'
import { MyCard } from '../exchange/my-card.tsx'
import { TakeKeyChange } from '../exchange/take-key-change.tsx'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { Page } from '../ui/page.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ReleasedReports } from './released-reports.tsx'
import { ReportPeriods } from './report-periods.tsx'
import { ReportSteps } from './report-steps.tsx'
import { TakeBackPackages, TakenBack } from './take-back-packages.tsx'
import { TakeReceipt } from './take-receipt.tsx'
import './report.css'

/** Reporting to the county: whom to, what is due and what was reported. */
export function ReportPage() {
  const { t } = useTranslation('report')
  const { data, failed, again } = useQuery(async () => {
    const [periods, cards, ledger] = await Promise.all([
      room.reportPeriods(),
      room.enrolledCards(),
      room.releasedReports(),
    ])
    return { periods, ledger, county: cards.find(({ card }) => card.kind === 'county') }
  }, [])

  const [takenBack, setTakenBack] = useState<readonly string[]>([])
  const onTakenBack = (periods: readonly string[]) => {
    setTakenBack(periods)
    again()
  }

  return (
    <Page title={t('title')} lead={t('lead')}>
      <ReportSteps at="choose" />
      <RefusalNotice refusal={failed} />
      <TakenBack periods={takenBack} />
      {data !== null && data.ledger.shut !== null && <RefusalNotice refusal={{ code: data.ledger.shut }} />}
      {data === null && failed === null && <Skeleton active title={false} />}
      {data !== null && (
        <div className="report-home">
          <div className="report-column">
            {data.ledger.shut === 'RECEIPTS_AHEAD' && <TakeBackPackages onTaken={onTakenBack} />}
            {data.county === undefined && <AcceptCard from="county" primary onAccepted={again} />}
            <ReportPeriods
              periods={data.periods}
              canWrite={data.county !== undefined && data.ledger.shut === null}
            />
            {data.ledger.reports.length > 0 && <ReleasedReports reports={data.ledger.reports} />}
          </div>
          <div className="report-column">
            {data.county !== undefined && (
              <section className="panel">
                <h2 className="panel-title">{t('county')}</h2>
                <CardFacts shown={data.county} />
                <TakeKeyChange onTaken={again} />
              </section>
            )}
            {(data.ledger.reports.length > 0 || data.ledger.shut !== null) && <TakeReceipt onTaken={again} />}
            <MyCard to="county" />
          </div>
        </div>
      )}
    </Page>
  )
}
