import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SafetyPlan } from '../../casework/crisis/safety-plan.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { usePlans } from './use-plans.ts'
import './safety-plan.css'

/** The plan that holds, and the versions before it. */
export function SafetyPlanPage() {
  const { t } = useTranslation('crisis')
  const { file } = useClientOnShow()
  const { data, failed } = usePlans(file)
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Skeleton active />
  const [held, ...earlier] = data.plans
  const base = `/clients/${file.client.id}/safety-plan`
  const unreadable = data.unreadable > 0 && <p role="status">{t('unreadable', { count: data.unreadable })}</p>
  if (held === undefined)
    return (
      <section className="panel" aria-label={t('plan.title')}>
        {unreadable}
        <EmptyState
          title={t('plan.empty.title')}
          action={
            <Link className="plan-act" to={`${base}/new`}>
              {t('plan.make')}
            </Link>
          }
        >
          {t('plan.empty.text')}
        </EmptyState>
      </section>
    )
  return (
    <section className="panel" aria-labelledby="safety-plan-title">
      {unreadable}
      <header className="plan-head">
        <h2 className="panel-title" id="safety-plan-title">
          {t('plan.title')} · {t('plan.version', { version: held.value.version })}
        </h2>
        <Link to={`${base}/${held.id}/print`}>{t('plan.print')}</Link>
        <Link className="plan-act" to={`${base}/new`}>
          {t('plan.rewrite')}
        </Link>
      </header>
      <PlanFacts plan={held.value} staffNames={data.staffNames} holds />
      <PlanSteps plan={held.value} heading="h3" />
      {earlier.length > 0 && (
        <>
          <h3>{t('plan.earlier')}</h3>
          {earlier.map(({ id, value }) => (
            <details key={id}>
              <summary>{t('plan.version', { version: value.version })}</summary>
              <PlanFacts plan={value} staffNames={data.staffNames} />
              <PlanSteps plan={value} heading="h4" />
            </details>
          ))}
        </>
      )}
    </section>
  )
}

function PlanFacts({
  plan: { madeAt, madeBy, reviewBy, givenToClient },
  staffNames,
  holds = false,
}: {
  plan: SafetyPlan
  staffNames: Record<string, string>
  /** It is the version that is to be looked at again. */
  holds?: boolean
}) {
  const { t } = useTranslation('crisis')
  const { day, dateTime } = useFormatTime()
  const isLate = reviewBy < dayOf(new Date().toISOString())
  return (
    <ul className="plan-facts">
      <li>{t('plan.made', { at: dateTime(madeAt), who: staffNames[madeBy] ?? t('somebody') })}</li>
      {holds && (
        <li className={isLate ? 'plan-late' : undefined}>
          {t(isLate ? 'plan.reviewLate' : 'plan.reviewBy', { day: day(reviewBy) })}
        </li>
      )}
      <li>{t(givenToClient ? 'plan.given' : 'plan.notGiven')}</li>
    </ul>
  )
}
