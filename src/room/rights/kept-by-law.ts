import { disclosureKind } from '../../casework/disclosures/disclosure.ts'
import { mandatoryReportKind } from '../../casework/disclosures/mandatory-report.ts'
import { type EraseBlocked, eraseBlocked } from '../../casework/records/legal-retention.ts'
import { today } from '../clock.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'

/** What a law still wants kept of a client's file; null when it can be erased. */
export const keptByLaw = async (session: Session, clientId: string): Promise<EraseBlocked | null> => {
  // All files of a person are erased together.
  const under = (await session.merged()).readUnder(clientId)
  const [disclosures, reports, { privacy }] = await Promise.all([
    session.ofClient(disclosureKind, under),
    session.ofClient(mandatoryReportKind, under),
    roomRules(session),
  ])
  return eraseBlocked(
    {
      disclosures: disclosures.records.map(({ value }) => value.disclosedAt),
      mandatoryReports: reports.records.map(({ value }) => value.learnedAt),
    },
    privacy,
    today(),
  )
}
