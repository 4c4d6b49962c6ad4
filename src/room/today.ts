import { assessmentKind } from '../casework/assessment.ts'
import { criticalAlertKind } from '../casework/critical-alert.ts'
import { followUpsDue } from '../casework/follow-ups-due.ts'
import { hotlineCallKind } from '../casework/hotline-call.ts'
import { dayOf } from '../tiering/calendar.ts'
import { readCaseload } from './clients/caseload.ts'
import { today } from './clock.ts'
import type { TodayApi } from './contract/today.ts'
import { retestsDue } from './programme/retest-plans.ts'
import type { Session } from './session.ts'

/** What waits for somebody today. */
export const todayApi = (session: () => Session): TodayApi => ({
  async today() {
    const { list, vault } = session()
    const day = today()
    const [caseload, alerts, calls, assessments, retests] = await Promise.all([
      readCaseload(session()),
      list(criticalAlertKind),
      list(hotlineCallKind),
      list(assessmentKind),
      retestsDue(session(), day),
    ])
    const clients = caseload.clients.map(caseload.summaryOf)
    const thisMonth = (instant: string | null) =>
      instant !== null && dayOf(instant).slice(0, 7) === day.slice(0, 7)
    return {
      items: followUpsDue(
        { alerts: alerts.records, clients, retests: retests.clients, calls: calls.records },
        day,
      ),
      figures: {
        clients: vault.opens('identity') ? clients.length : null,
        priority: vault.opens('case')
          ? clients.filter(({ standing }) => standing?.tier === 'priority').length
          : null,
        assessmentsThisMonth: vault.opens('assessment')
          ? assessments.records.filter(({ value }) => thisMonth(value.answeredAt)).length
          : null,
        callsThisMonth: vault.opens('hotline')
          ? calls.records.filter(({ value }) => thisMonth(value.startedAt)).length
          : null,
      },
      unreadable: caseload.unreadable + calls.unreadable + retests.unreadable,
    }
  },
})
