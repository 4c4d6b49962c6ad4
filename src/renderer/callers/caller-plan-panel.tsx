import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CallerPlan, callerPlanInForce } from '../../casework/callers/caller-plan.ts'
import type { CallerOnShow } from '../../room/contract/callers.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { CallerPlanForm } from './caller-plan-form.tsx'
import { PlanLines } from './plan-lines.tsx'

/** How the hotline answers somebody who calls often, the same whoever picks up; earlier versions stay. */
export function CallerPlanPanel({ on, onChanged }: { on: CallerOnShow; onChanged: () => void }) {
  const { t } = useTranslation('callers')
  const { day } = useFormatTime()
  const [writing, setWriting] = useState(false)
  const held = callerPlanInForce(on.plans)?.value ?? null
  const earlier = on.plans.filter(({ value }) => value !== held)
  const said = ({ version, madeAt, madeBy, ended }: CallerPlan) =>
    t(ended ? 'plan.ended' : 'plan.version', { version, day: day(madeAt), name: on.staffNames[madeBy] ?? '' })
  return (
    <section className="panel" aria-labelledby="caller-plan">
      <h2 className="panel-title" id="caller-plan">
        {t('plan.title')}
      </h2>
      {writing ? (
        <CallerPlanForm
          callerId={on.id}
          from={on.plans[0]?.value ?? null}
          onSaved={() => {
            setWriting(false)
            onChanged()
          }}
          onLeft={() => setWriting(false)}
        />
      ) : (
        <>
          {held === null ? (
            <p className="quiet">{t('plan.none')}</p>
          ) : (
            <>
              <PlanLines plan={held} />
              <p className="quiet">
                {said(held)}
                {t('comma')}
                <span className={on.plan?.reviewDue === true ? 'calls-due' : undefined}>
                  {t(on.plan?.reviewDue === true ? 'callers.reviewDue' : 'callers.reviewBy', {
                    day: day(held.reviewBy),
                  })}
                </span>
              </p>
            </>
          )}
          <Button onClick={() => setWriting(true)}>{t(held === null ? 'plan.make' : 'plan.change')}</Button>
        </>
      )}
      {earlier.length > 0 && (
        <details className="plan-earlier">
          <summary>{t('plan.earlier', { count: earlier.length })}</summary>
          {earlier.map(({ id, value }) => (
            <div key={id}>
              <p className="quiet">{said(value)}</p>
              <PlanLines plan={value} />
            </div>
          ))}
        </details>
      )}
    </section>
  )
}
