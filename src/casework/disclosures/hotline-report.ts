import type { RecordKind } from '../records/record.ts'
import { type MandatoryReport, mandatoryReportKind, mandatoryReportSchema } from './mandatory-report.ts'

/**
 * A report opened by whoever has no key to the files: heard of on the hotline, about somebody without one. It stands where
 * the calls do, so that whoever opened it goes on with it and those who counsel read it too.
 */
export const hotlineReportKind: RecordKind<MandatoryReport> = {
  ...mandatoryReportKind,
  table: 'hotlineReports',
  domain: 'hotline',
  schema: mandatoryReportSchema.refine(({ clientId }) => clientId === null, { path: ['clientId'] }),
  clientOf: () => null,
}
