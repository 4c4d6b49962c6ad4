import { type Disclosure, disclosureSchema } from '../../casework/disclosures/disclosure.ts'
import type { MandatoryReport } from '../../casework/disclosures/mandatory-report.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { ReportTold } from '../contract/mandatory-reports.ts'
import { tellingEntry } from '../disclosures/accounted.ts'

/** What was told of a client in a report. Reporting waits for nothing: what is missing in this account is left out of it. */
export function toldDisclosure(
  { office, purpose, fields, telling }: ReportTold,
  report: Stored<MandatoryReport>,
  clientId: string,
  made: { person: string; by: string; at: string },
): Disclosure {
  const { by, at } = made
  const bare: Disclosure = {
    clientId,
    what: { kind: 'report', id: report.id },
    fileHash: null,
    recipient: `${office} ${made.person}`.trim().padEnd(2, '·').slice(0, 200),
    basis: report.value.duty,
    purpose: purpose.trim().length < 2 ? report.value.duty : purpose.slice(0, 2000),
    consent: null,
    disclosedBy: by,
    disclosedAt: at,
    authorised: { kind: 'self' },
  }
  const full = disclosureSchema.safeParse({
    ...bare,
    ...(fields.length === 0 ? {} : { fields }),
    ...(telling === null || (telling.state !== 'told' && telling.note.trim().length < 2)
      ? {}
      : { clientTold: [tellingEntry(telling, by, at)] }),
  })
  return full.success ? full.data : bare
}
