import { appointmentKind } from '../casework/appointments/appointment.ts'
import { disclosureKind } from '../casework/disclosures/disclosure.ts'
import { assessedIn } from '../casework/files/case-summary.ts'
import { followUpsDue } from '../casework/follow-ups/follow-ups-due.ts'
import { hotlineCallKind } from '../casework/hotline/hotline-call.ts'
import { rightsRequestKind } from '../casework/privacy/rights-request.ts'
import { appointmentsDue } from '../casework/today/appointments-due.ts'
import { dutiesDue } from '../casework/today/duties-due.ts'
import { dayOf } from '../tiering/calendar.ts'
import { readCaseload } from './clients/caseload.ts'
import { now, today } from './clock.ts'
import type { TodayApi } from './contract/today.ts'
import { keptReports } from './mandatory-reports/kept-reports.ts'
import { reportsDue } from './report/reports-due.ts'
import { roomRules } from './rules-in-force.ts'
import type { Session } from './session.ts'

/** What waits for somebody today. */
export const todayApi = (session: () => Session): TodayApi => ({
  async today() {
    const { list, vault } = session()
    const day = today()
    const month = day.slice(0, 7)
    const [caseload, calls, reports, requests, disclosures, appointments, rules] = await Promise.all([
      readCaseload(session()),
      list(hotlineCallKind),
      keptReports(session()),
      list(rightsRequestKind),
      list(disclosureKind),
      list(appointmentKind),
      roomRules(session()),
    ])
    const { summaries } = caseload
    const clients = caseload.clients.map(caseload.summaryOf)
    const fileNumberOf = (clientId: string): string | null =>
      summaries.find(({ id }) => id === clientId)?.entry?.client.fileNumber ?? null
    const began = [
      ...caseload.clients.map(({ entry }) => entry.client.registeredAt),
      ...calls.records.map(({ value }) => value.startedAt),
    ].reduce<string | null>((first, at) => (first === null || at < first ? at : first), null)
    const due = await reportsDue(session(), began && dayOf(began))
    return {
      reportsDue: due.periods,
      items: followUpsDue(
        {
          clients: summaries.map(({ id, entry, waits }) => ({
            id,
            fileNumber: entry?.client.fileNumber ?? null,
            waits,
          })),
          calls: calls.records,
          duties: [
            ...dutiesDue(
              { reports: reports.records, requests: requests.records, disclosures: disclosures.records },
              fileNumberOf,
              rules.privacy,
              now(),
            ),
            ...appointmentsDue(appointments.records, fileNumberOf, now()),
          ],
        },
        now(),
        rules.followUps,
      ),
      figures: {
        clients: vault.opens('identity') ? clients.length : null,
        priority: vault.opens('case')
          ? clients.filter(({ standing }) => standing?.tier === 'priority').length
          : null,
        assessmentsThisMonth: vault.opens('assessment')
          ? summaries.reduce((sum, summary) => sum + assessedIn(month, summary), 0)
          : null,
        callsThisMonth: vault.opens('hotline')
          ? calls.records.filter(({ value }) => dayOf(value.startedAt).slice(0, 7) === month).length
          : null,
      },
      unreadable:
        caseload.unreadable +
        calls.unreadable +
        reports.unreadable +
        requests.unreadable +
        disclosures.unreadable +
        appointments.unreadable +
        due.unreadable,
    }
  },
})
