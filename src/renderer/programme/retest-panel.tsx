import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useClientOnShow } from '../clients/client-context.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { EndedPlan, RetestPlanLine } from './retest-plan-line.tsx'
import './retest-panel.css'

/** What one client is to answer again and when; the next step starts from here. */
export function RetestPanel() {
  const { t } = useTranslation('programme')
  const { file, again } = useClientOnShow()
  const { data, failed } = useQuery(() => room.retestPlans(file.client.id), [file])
  const batteries = useQuery(() => room.batteries(), [])
  const nameOf = (battery: string | null) =>
    batteries.data?.batteries.find(({ id }) => id === battery)?.value.name ?? null
  const running = data?.plans.filter(({ due }) => due !== null) ?? []
  const ended = data?.plans.filter(({ due }) => due === null) ?? []

  return (
    <section className="panel retest-panel" aria-labelledby="retest-panel-title">
      <h2 className="panel-title" id="retest-panel-title">
        {t('retest.title')}
      </h2>
      <RefusalNotice refusal={failed} />
      {data !== null && running.length === 0 && <p className="quiet">{t('retest.none')}</p>}
      {running.length > 0 && (
        <ul>
          {running.map((one) => (
            <RetestPlanLine
              key={one.plan.id}
              onShow={one}
              batteryName={nameOf(one.plan.value.battery)}
              onEnded={again}
            />
          ))}
        </ul>
      )}
      {data !== null && data.unreadable > 0 && (
        <p role="status" className="retest-late">
          {t('retest.unreadable', { count: data.unreadable })}
        </p>
      )}
      <Link className="retest-act" to={`/clients/${file.client.id}/retests/new`}>
        {t('retest.plan')}
      </Link>
      {ended.length > 0 && (
        <details>
          <summary>{t('retest.ended', { count: ended.length })}</summary>
          <ul>
            {ended.map(({ plan }) => (
              <EndedPlan
                key={plan.id}
                plan={plan.value}
                batteryName={nameOf(plan.value.battery)}
                staffNames={data?.staffNames ?? {}}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
