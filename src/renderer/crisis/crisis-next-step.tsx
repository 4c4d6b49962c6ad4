import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisOnShow } from '../../room/contract/crisis.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { useSession } from '../room/session.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { useNextText } from './use-next-text.ts'
import { useSpanText } from './use-span-text.ts'

/** What is due next and by when; what was missed, and what waits for a supervisor or for whoever it was handed to. */
export function CrisisNextStep({
  onShow,
  staffNames,
}: {
  onShow: CrisisOnShow
  staffNames: Record<string, string>
}) {
  const { t } = useTranslation('crisis')
  const { dayTime } = useFormatTime()
  const { me } = useSession()
  const nextText = useNextText(staffNames)
  const spanText = useSpanText()
  const title = useId()
  const { standing, missed } = onShow
  if (standing.state === 'closed') return null
  const { next, escalatedAt, handedTo } = standing
  const now = new Date().toISOString()
  const isLate = next !== null && Date.parse(next.at) < Date.parse(now)
  const isForToday = missed !== null || handedTo === me.id || (next !== null && dayOf(next.at) <= dayOf(now))
  return (
    <section
      className={isForToday ? 'panel crisis-next crisis-next-now' : 'panel crisis-next'}
      aria-labelledby={title}
    >
      <h2 className="panel-title" id={title}>
        {t('next.title')}
      </h2>
      {missed !== null && (
        <p className="crisis-missed">
          {t('next.missed', { what: spanText(missed.afterHours), at: dayTime(missed.due) })}
        </p>
      )}
      {handedTo === me.id && <p className="crisis-missed">{t('next.handedToMe')}</p>}
      {escalatedAt !== null && <p>{t('next.escalated', { at: dayTime(escalatedAt) })}</p>}
      <p className="crisis-due">
        {nextText(onShow) ?? t('next.none')}
        {isLate && <span className="crisis-mark crisis-mark-missed">{t('next.late')}</span>}
      </p>
    </section>
  )
}
