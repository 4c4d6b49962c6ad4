import type { AuditDetail } from '../../casework/records/audit-entry.ts'
import type { Language } from '../../casework/records/values.ts'
import { sentPackageKind } from '../../exchange/sent-package.ts'
import { packageView } from '../../exchange/views/package-view.ts'
import { type ViewFormat, writeView } from '../../exchange/views/write-view.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { commands } from '../commands.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import type { ReportViewsApi } from '../contract/report-views.ts'
import { releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { ledgerOf, saidIn } from './sent-reports.ts'

/** What the trail calls each form. */
const details: Record<ViewFormat, AuditDetail> = {
  csv: 'csv',
  xlsx: 'xlsx',
  fhir: 'fhir',
  dhis2: 'package',
  sdmx: 'csv',
}

/** Views are made from the stored file alone: nothing can stand in one that is not in the package. */
export const reportViewsApi = (session: () => Session): ReportViewsApi =>
  commands({
    async viewOfReport(
      period: string,
      format: ViewFormat,
      language: Language,
    ): Promise<Outcome<OutgoingFile>> {
      await identityAs('room', session())
      const sent = (await ledgerOf(session())).find((entry) => entry.period === period)
      if (!sent) return refused('NOT_RELEASED', { at: period })
      const { payload } = await saidIn(session(), sent)
      const file = await writeView(
        packageView({ payload, sha256: sent.sha256 }, releasePlan),
        format,
        language,
      )
      void session().vault.trail.note({ action: 'exported', kind: sentPackageKind, detail: details[format] })
      return done(file)
    },
  })
