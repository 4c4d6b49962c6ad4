import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { AcceptCard } from '../../exchange/accept-card.tsx'
import { CardFacts } from '../../exchange/card-facts.tsx'
import { MyCard } from '../../exchange/my-card.tsx'
import { TakeKeyChange } from '../../exchange/take-key-change.tsx'
import { room } from '../../room/room.ts'
import { useQuery } from '../../room/use-query.ts'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Opening } from '../opening.tsx'
import { UpwardPeriods } from './upward-periods.tsx'
import './upward.css'

/** Passing figures on to the next level: whom to, which periods are ready, and what was passed on. */
export function UpwardPage() {
  const { t } = useTranslation('upward')
  const { data, failed, again } = useQuery(async () => {
    const [overview, cards] = await Promise.all([room.upwardOverview(), room.enrolledCards()])
    return { ...overview, card: cards.find(({ card }) => card.unit === overview.next?.code) }
  }, [])
  return (
    <Page title={t('title')} lead={t('lead')}>
      <RefusalNotice refusal={failed} />
      {data === null && failed === null && <Opening />}
      <div className="upward-home">
        <div className="county-column">
          {data === null ? (
            failed === null && <Skeleton active title={false} />
          ) : (
            <UpwardPeriods periods={data.periods} />
          )}
        </div>
        <div className="county-column">
          {data !== null && data.card === undefined && <AcceptCard from="above" primary onAccepted={again} />}
          {data?.card !== undefined && (
            <section className="panel" aria-label={t('next')}>
              <h2 className="panel-title">{t('next')}</h2>
              <CardFacts shown={data.card} />
              <TakeKeyChange onTaken={again} />
            </section>
          )}
          <MyCard to="above" />
        </div>
      </div>
    </Page>
  )
}
