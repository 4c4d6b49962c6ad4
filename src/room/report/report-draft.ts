import { auditHeadDigest } from '../../exchange/audit-head-digest.ts'
import { composePayload } from '../../exchange/compose-payload.ts'
import type { Link } from '../../exchange/ledger.ts'
import type { PackagePayload } from '../../exchange/package-payload.ts'
import { notAudited, protectionOf, type ReleasedTable } from '../../exchange/protection.ts'
import { roundTables } from '../../exchange/round-tables.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { type CountTable, tabulate } from '../../statistics/tabulate.ts'
import { today } from '../clock.ts'
import { acceptedCards } from '../exchange.ts'
import { countableFacts } from '../facts/countable-facts.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'

/**
 * The tables a room of this profile publishes for the period, and how many facts could not be read. Rejects with NO_KEY
 * for whom the statistics are closed: what they cannot read must not be counted as nothing.
 */
export const countFacts = async (
  session: Session,
  period: string,
): Promise<{ counted: CountTable[]; unreadable: number }> => {
  const { facts, unreadable } = await countableFacts(session)
  return { counted: tabulate(facts, releasePlan, period, session.unit.releaseProfile), unreadable }
}

/** What is to leave. Without a county's card it is rounded all the same, but nothing can be addressed. */
export interface ReportDraft {
  leaving: ReleasedTable[]
  county: ReadCard | null
  payload: PackagePayload | null
}

/** Of the newest head that was signed, so that the same stands in what is shown and in what leaves; null before the first. */
const trailDigest = async ({ vault }: Session): Promise<string | null> => {
  const head = await vault.trail.newestHead()
  return head && auditHeadDigest(head)
}

/** Rounds what was counted and puts it into the words that would be signed. */
export const draftReport = async (
  session: Session,
  counted: readonly CountTable[],
  { period, link }: { period: string; link: Link },
): Promise<Outcome<ReportDraft>> => {
  const { code, keys } = await identityAs('room', session)
  const leaving = await roundTables(counted, releasePlan, period, keys)
  const county = (await acceptedCards(session)).findLast(({ card }) => card.kind === 'county') ?? null
  if (!county) return done({ leaving, county, payload: null })
  const payload = composePayload({
    plan: await planReference(),
    from: { code, releaseProfile: session.unit.releaseProfile },
    county: { unit: county.card.unit, kid: county.kid },
    period,
    link,
    created: today(),
    audit: await trailDigest(session),
    late: 0,
    tables: leaving,
    protection: protectionOf(leaving, notAudited),
  })
  return payload.ok ? done({ leaving, county, payload: payload.value }) : payload
}
