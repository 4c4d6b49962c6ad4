import type { ReleaseProfile } from '../../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { composePayload } from '../compose-payload.ts'
import type { Link } from '../ledger.ts'
import type { PackagePayload } from '../package-payload.ts'
import type { PlanReference } from '../plan-reference.ts'
import type { ReadCard } from '../unit-card.ts'
import type { UnitKeys } from '../unit-keys.ts'
import { type WrittenPackage, writePackage } from '../write-package.ts'
import { attackRelease } from './attack-release.ts'
import type { Guard } from './guard.ts'
import { type CountedPeriod, prepareRelease } from './prepare-release.ts'

/** A counted period, and whose report it is to be. */
export interface ReportOf {
  counted: CountedPeriod
  reference: PlanReference
  profile: ReleaseProfile
  county: ReadCard
  link: Link
  /** `YYYY-MM-DD` */
  created: string
}

/** What a synthetic room sent. */
export interface WrittenReport {
  payload: PackagePayload
  written: WrittenPackage
}

/**
 * Protects what a synthetic room counted, attacks it, signs it and encrypts it to its county, in one go: nobody looks at it
 * before it leaves, and it says nothing of an audit trail or of late entries. Throws `ReleaseError`.
 */
export async function writeReport(
  { counted, reference, profile, county, link, created }: ReportOf,
  keys: UnitKeys,
  guard: Guard,
): Promise<Outcome<WrittenReport>> {
  const { tables } = await prepareRelease(counted, keys, guard)
  const payload = composePayload({
    plan: reference,
    from: { code: keys.unit, releaseProfile: profile },
    county: { unit: county.card.unit, kid: county.kid },
    period: counted.period,
    link,
    created,
    audit: null,
    late: 0,
    tables,
    protection: await attackRelease(tables, counted, guard),
  })
  if (!payload.ok) return payload
  const written = await writePackage(payload.value, counted.plan, keys, county.card)
  return done({ payload: payload.value, written })
}
