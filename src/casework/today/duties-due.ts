import { dayOf } from '../../tiering/calendar.ts'
import type { Disclosure } from '../disclosures/disclosure.ts'
import { isTellingOwed } from '../disclosures/disclosure-blocks.ts'
import type { MandatoryReport } from '../disclosures/mandatory-report.ts'
import { mandatoryReportState, reportClock } from '../disclosures/mandatory-report-standing.ts'
import type { DueItem } from '../follow-ups/follow-ups-due.ts'
import type { PrivacyRules } from '../privacy/privacy-rules.ts'
import { requestStanding } from '../privacy/rights-register.ts'
import type { RightsRequest } from '../privacy/rights-request.ts'
import type { Stored } from '../records/record.ts'

/** What a law asks of the room, whoever it is about. */
interface Duties {
  reports: readonly Stored<MandatoryReport>[]
  requests: readonly Stored<RightsRequest>[]
  disclosures: readonly Stored<Disclosure>[]
}

/** What of it waits at a moment. A report that is owed waits from the moment it was known of, and until it is closed. */
export function dutiesDue(
  { reports, requests, disclosures }: Duties,
  fileNumberOf: (clientId: string) => string | null,
  rules: PrivacyRules,
  now: string,
): DueItem[] {
  const numbered = (clientId: string | null) => (clientId === null ? null : fileNumberOf(clientId))
  return [
    ...reports.flatMap(({ id, value }): DueItem[] => {
      if (mandatoryReportState(value) === 'closed') return []
      const { minutesLeft, due } = reportClock(value, rules, now)
      const item = { id, record: id, fileNumber: numbered(value.clientId), staffId: value.learnedBy }
      return minutesLeft === null
        ? [{ ...item, kind: 'mandatoryReportOpen', urgency: 'week', at: value.steps.at(-1)?.at ?? due }]
        : [{ ...item, kind: 'mandatoryReport', urgency: 'now', at: due }]
    }),
    ...requests.flatMap(({ id, value }): DueItem[] => {
      const standing = requestStanding(value, dayOf(now), rules)
      if (standing !== 'dueSoon' && standing !== 'overdue') return []
      const urgency = value.answerBy <= dayOf(now) ? 'today' : 'week'
      const { fileNumber, recordedBy: staffId, answerBy: at } = value
      return [{ kind: 'rightsRequest', urgency, id, record: id, fileNumber, staffId, at }]
    }),
    ...disclosures.flatMap(({ id, value }): DueItem[] => {
      if (!isTellingOwed(value, rules)) return []
      const { clientId, disclosedBy: staffId, disclosedAt: at } = value
      const fileNumber = fileNumberOf(clientId)
      return [{ kind: 'tellingOwed', urgency: 'today', id: clientId, record: id, fileNumber, staffId, at }]
    }),
  ]
}
