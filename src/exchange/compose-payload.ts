import { isDemoCode, type UnitProfile } from '../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../instruments/outcome.ts'
import type { Link } from './ledger.ts'
import { type PackagePayload, packagePayloadSchema } from './package-payload.ts'
import type { PlanReference } from './plan-reference.ts'
import type { Protection, ReleasedTable } from './protection.ts'
import { refuse } from './refusals.ts'

/** What a room reports, ready to be put into words. */
export interface Report {
  plan: PlanReference
  from: Pick<UnitProfile, 'code' | 'releaseProfile'>
  county: { unit: string; kid: string }
  period: string
  /** The package's place in the room's chain. */
  link: Link
  /** Today, as `YYYY-MM-DD`. */
  created: string
  /** `auditHeadDigest` of how far the room's trail had come; null where there is none. */
  audit: string | null
  /** Late entries, rounded. */
  late: number
  tables: ReleasedTable[]
  protection: Protection
}

/** Puts a report into the form that is signed. */
export function composePayload(report: Report): Outcome<PackagePayload> {
  if (report.tables.length === 0) return refuse('NOTHING_TO_REPORT', { at: report.period })
  const payload: PackagePayload = {
    format: 'anxin-package/2',
    demo: isDemoCode(report.from.code),
    plan: report.plan,
    from: { unit: report.from.code },
    to: { unit: report.county.unit, key: report.county.kid },
    profile: report.from.releaseProfile,
    period: report.period,
    seq: report.link.seq,
    previous: report.link.previous,
    created: report.created,
    audit: report.audit,
    late: report.late,
    tables: report.tables.map(({ id, k, cells }) => ({ id, k, cells })),
    protection: report.protection,
  }
  return done(packagePayloadSchema.parse(payload))
}
