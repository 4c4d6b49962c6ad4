import { clientMergeKind } from '../../casework/clients/client-merge.ts'
import { caseSituation, standingThatHolds } from '../../casework/files/case-situation.ts'
import { caseStandingKind } from '../../casework/files/case-standing.ts'
import type { HeldTier } from '../../casework/follow-ups/follow-ups-by-tier.ts'
import { decisionsThatCount } from '../../casework/tiers/decisions-that-count.ts'
import { tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { decisionThatHolds } from '../../tiering/tier-standing.ts'
import type { Session } from '../session.ts'

/** The tier that holds and the decision it was made by; null when none was decided. */
export const heldTier = async (
  { ofClient, list }: Pick<Session, 'ofClient' | 'list'>,
  clientId: string,
): Promise<HeldTier | null> => {
  const [decisions, merges] = await Promise.all([ofClient(tierDecisionKind, clientId), list(clientMergeKind)])
  const held = decisionThatHolds(
    decisionsThatCount(
      decisions.records.map(({ id, value }) => ({ ...value, id })),
      merges.records.map(({ value }) => value),
    ),
  )
  return held === null ? null : { decision: held.id, tier: held.tier }
}

/** As `heldTier`, but null as well for a file that is closed: no tier asks for anything in it. */
export const heldTierOfOpenFile = async (session: Session, clientId: string): Promise<HeldTier | null> => {
  const { records } = await session.ofClient(caseStandingKind, clientId)
  const { state } = caseSituation(standingThatHolds(records)?.value ?? null)
  return state === 'closed' ? null : heldTier(session, clientId)
}
