import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DueItem } from '../../casework/follow-ups/follow-ups-due.ts'
import { useFormatTime } from '../ui/format-time.ts'

const places: Record<DueItem['kind'], string> = {
  openAlert: '/clients',
  openCrisis: '/clients',
  crisisFollowUp: '/clients',
  crisisMissed: '/clients',
  crisisEscalated: '/clients',
  followUp: '/clients',
  referral: '/clients',
  unsignedNote: '/clients',
  clueExpiring: '/clients',
  safetyPlanReview: '/clients',
  closureWaiting: '/clients',
  tierProposal: '/clients',
  retestDue: '/clients',
  tierOverdue: '/clients',
  evidenceExpiring: '/clients',
  callFollowUp: '/hotline',
  openCall: '/hotline',
  mandatoryReport: '/mandatory-reports',
  mandatoryReportOpen: '/mandatory-reports',
  rightsRequest: '/clients/rights',
  tellingOwed: '/clients',
  appointment: '/appointments',
  appointmentOpen: '/appointments',
}

/** Where in the file it is acted on, when it has a page of its own. */
const pages: Partial<Record<DueItem['kind'], (record: string) => string>> = {
  openCrisis: (record) => `/crisis/${record}`,
  crisisFollowUp: (record) => `/crisis/${record}`,
  crisisMissed: (record) => `/crisis/${record}`,
  crisisEscalated: (record) => `/crisis/${record}`,
  safetyPlanReview: () => '/safety-plan',
  followUp: () => '/follow-ups',
  referral: () => '/referrals',
  closureWaiting: () => '/closure',
  unsignedNote: (record) => `/notes/${record}`,
  tellingOwed: () => '/consent',
  clueExpiring: () => '/clues',
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
      <Link
        className="today-act"
        to={`${places[item.kind]}/${item.id}${pages[item.kind]?.(item.record) ?? ''}`}
      >
        {t(`act.${item.kind}`)}
      </Link>
    </li>
  )
}
