import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RetestPlan } from '../../casework/assessments/retest-plan.ts'
import type { RetestPlanOnShow } from '../../room/contract/programme.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { startLink } from '../assessments/start-link.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { EndPlanForm } from './end-plan-form.tsx'
import { useShelfNames } from './use-shelf-names.ts'
import { wayFor } from './way-for.ts'

/** A plan that is kept to: what, how often, when next, and beginning it now. */
export function RetestPlanLine({
  onShow: { plan, due, instruments, dueNow },
  batteryName,
  onEnded,
}: {
  onShow: RetestPlanOnShow
  batteryName: string | null
  onEnded: () => void
}) {
  const { t } = useTranslation('programme')
  const { day } = useFormatTime()
  const { titleOfId, instrumentOf } = useShelfNames(useClientOnShow().shelf)
  const [ending, setEnding] = useState(false)
  const { clientId, everyWeeks } = plan.value
  const today = dayOf(new Date().toISOString())
  const differ = new Set(instruments.map((one) => one.due)).size > 1
  const next = dueNow.length > 0 ? dueNow : plan.value.instruments
  const titles = instruments.map(({ instrument }) => titleOfId(instrument)).join(t('comma'))

  return (
    <li className="retest-plan">
      <strong>{batteryName ?? titles}</strong>
      {batteryName !== null && <span className="quiet">{titles}</span>}
      <span className="quiet">{t('retest.every', { count: everyWeeks })}</span>
      {due !== null && (
        <span className={due < today ? 'retest-late' : dueNow.length > 0 ? 'retest-due' : ''}>
          {t(due < today ? 'retest.overdue' : due === today ? 'retest.today' : 'retest.next', {
            day: day(due),
          })}
        </span>
      )}
      {differ && (
        <ul className="quiet">
          {instruments.map((one) => (
            <li key={one.instrument}>
              {t('retest.each', { title: titleOfId(one.instrument), day: day(one.due) })}
            </li>
          ))}
        </ul>
      )}
      {ending ? (
        <EndPlanForm plan={plan} onEnded={onEnded} onCancel={() => setEnding(false)} />
      ) : (
        <span className="retest-steps">
          <Link
            className="retest-act"
            to={startLink(clientId, next, wayFor(next.flatMap((one) => instrumentOf(one) ?? [])))}
          >
            {t('retest.start')}
          </Link>
          <Button size="small" type="text" onClick={() => setEnding(true)}>
            {t('retest.end')}
          </Button>
        </span>
      )}
    </li>
  )
}

/** A plan that is no longer kept to, and why. */
export function EndedPlan({
  plan: { instruments, everyWeeks, ended },
  batteryName,
  staffNames,
}: {
  plan: RetestPlan
  batteryName: string | null
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('programme')
  const { day } = useFormatTime()
  const { titleOfId } = useShelfNames(useClientOnShow().shelf)
  if (ended === null) return null
  return (
    <li className="retest-plan">
      <span>
        {batteryName ?? instruments.map(titleOfId).join(t('comma'))} ·{' '}
        {t('retest.every', { count: everyWeeks })}
      </span>
      <span className="quiet">
        {t('retest.endedLine', {
          day: day(ended.at),
          who: staffNames[ended.by] ?? t('somebody'),
          reason: ended.reason,
        })}
      </span>
    </li>
  )
}
