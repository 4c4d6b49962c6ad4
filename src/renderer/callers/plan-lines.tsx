import { useTranslation } from 'react-i18next'
import type { KnownCaller } from '../../room/contract/callers.ts'

type Plan = NonNullable<KnownCaller['plan']>

const told = ['need', 'helps', 'approach', 'agreement'] as const

/** What a plan says; what was left empty is not there. */
export function PlanLines({ plan }: { plan: Plan }) {
  const { t } = useTranslation('callers')
  return (
    <dl className="plan-lines">
      {told.map(
        (field) =>
          plan[field] !== '' && (
            <div key={field}>
              <dt>{t(`plan.${field}`)}</dt>
              <dd>{plan[field]}</dd>
            </div>
          ),
      )}
      {(plan.minutes !== null || plan.callsADay !== null) && (
        <div>
          <dt>{t('plan.limits')}</dt>
          <dd>
            {[
              ...(plan.minutes === null ? [] : [t('plan.minutesSaid', { count: plan.minutes })]),
              ...(plan.callsADay === null ? [] : [t('plan.callsSaid', { count: plan.callsADay })]),
            ].join(t('comma'))}
          </dd>
        </div>
      )}
    </dl>
  )
}
