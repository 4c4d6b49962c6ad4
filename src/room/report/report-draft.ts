import { auditHeadDigest } from '../../exchange/audit-head-digest.ts'
import { composePayload } from '../../exchange/compose-payload.ts'
import type { Link } from '../../exchange/ledger.ts'
import type { PackagePayload } from '../../exchange/package-payload.ts'
import type { Protection } from '../../exchange/protection.ts'
import { attackRelease } from '../../exchange/release/attack-release.ts'
import { type PreparedRelease, prepareRelease } from '../../exchange/release/prepare-release.ts'
import { roundLate } from '../../exchange/round-tables.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { today } from '../clock.ts'
import { planReference } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import type { PeriodNow } from './count-period.ts'
import type { RunningRelease } from './running-release.ts'
import { countyOf } from './sent-reports.ts'

/** Tables that were protected, and attacked for the first time. */
export interface ProtectedPeriod extends PreparedRelease {
  protection: Protection
}

/** What is to leave. Without a county's card nothing can be addressed. */
export interface ReportDraft {
  county: ReadCard | null
  payload: PackagePayload | null
  /** Late entries as they leave. */
  late: number
}

/** Protects what was counted and attacks the result. Throws `ReleaseError`. */
export const protectPeriod = async (
  session: Session,
  { counted }: PeriodNow,
  running: RunningRelease,
): Promise<ProtectedPeriod> => {
  const { keys } = await identityAs('room', session)
  running.enter('protecting')
  const prepared = await prepareRelease(counted, keys, running.guard)
  running.enter('attacking')
  const protection = await attackRelease(prepared.tables, counted, running.guard)
  return { ...prepared, protection }
}

/** Of the newest head that was signed, so that the same stands in what is shown and in what leaves; null before the first. */
const trailDigest = async ({ vault }: Session): Promise<string | null> => {
  const head = await vault.trail.newestHead()
  return head && auditHeadDigest(head)
}

/** Puts what was protected into the words that would be signed. */
export const draftReport = async (
  session: Session,
  { counted: { period }, late: { count, members } }: PeriodNow,
  { tables, protection }: ProtectedPeriod,
  link: Link,
): Promise<Outcome<ReportDraft>> => {
  const { code, keys } = await identityAs('room', session)
  const late = await roundLate({ count, members, period }, keys)
  const county = await countyOf(session)
  if (!county) return done({ county, payload: null, late })
  const payload = composePayload({
    plan: await planReference(),
    from: { code, releaseProfile: session.unit.releaseProfile },
    county: { unit: county.card.unit, kid: county.kid },
    period,
    link,
    created: today(),
    audit: await trailDigest(session),
    late,
    tables,
    protection,
  })
  return payload.ok ? done({ county, payload: payload.value, late }) : payload
}
