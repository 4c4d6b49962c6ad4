import { hotlineReportKind } from '../../casework/disclosures/hotline-report.ts'
import { type MandatoryReport, mandatoryReportKind } from '../../casework/disclosures/mandatory-report.ts'
import type { RecordKind, Stored } from '../../casework/records/record.ts'
import type { Session } from '../session.ts'
import type { Shelf } from '../shelves.ts'

/** Every report this person may read, wherever it is kept. */
export async function keptReports({ list }: Session): Promise<Shelf<MandatoryReport>> {
  const shelves = await Promise.all([list(mandatoryReportKind), list(hotlineReportKind)])
  return {
    records: shelves.flatMap(({ records }) => records),
    unreadable: shelves.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

/** A report and where it is kept. Throws NO_KEY where this person may not read it, NOT_FOUND. */
export async function keptReport(
  { vault, get }: Session,
  id: string,
): Promise<{ kind: RecordKind<MandatoryReport>; report: Stored<MandatoryReport> }> {
  const heard = await vault.get(hotlineReportKind, id)
  if (heard !== null) return { kind: hotlineReportKind, report: heard }
  return { kind: mandatoryReportKind, report: await get(mandatoryReportKind, id) }
}

/** Where this person keeps a new report: with the files, or, where they are shut and it is about none of them, with the calls. */
export const reportKindFor = (
  { vault }: Session,
  { clientId }: Pick<MandatoryReport, 'clientId'>,
): RecordKind<MandatoryReport> =>
  clientId === null && !vault.opens('case') ? hotlineReportKind : mandatoryReportKind
