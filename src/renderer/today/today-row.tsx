import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DueItem } from '../../casework/follow-ups-due.ts'
import { useFormatTime } from '../ui/format-time.ts'

const places: Record<DueItem['kind'], string> = {
  openAlert: '/clients',
  tierOverdue: '/clients',
  retestDue: '/clients',
  callFollowUp: '/hotline',
  openCall: '/hotline',
}

const marks: Record<DueItem['urgency'], string> = { now: '●', today: '◐', week: '○' }

/** One thing that waits: whose file, what it is, since when, and the one step to take. */
export function TodayRow({ item }: { item: DueItem }) {
  const { t } = useTranslation('today')
  const { dayTime, monthDay } = useFormatTime()
  const at = item.at.includes('T') ? dayTime(item.at) : monthDay(item.at)
  return (
    <li className="today-row">
      <span className={`today-mark today-mark-${item.urgency}`} aria-hidden>
        {marks[item.urgency]}
      </span>
      <div className="today-what">
        <span className="today-kind">{t(`kind.${item.kind}`)}</span>
        <span className="today-at">
          {item.fileNumber !== null && <span>{item.fileNumber}</span>}
          <span>{t(`at.${item.kind}`, { at })}</span>
        </span>
      </div>
      <Link className="today-act" to={`${places[item.kind]}/${item.id}`}>
        {t(`act.${item.kind}`)}
      </Link>
    </li>
  )
}
