import { consentKind } from '../../casework/consents/consent.ts'
import { standingConsent } from '../../casework/consents/consent-standing.ts'
import { followUpKind } from '../../casework/follow-ups/follow-up.ts'
import { followUpsAfterDecision } from '../../casework/follow-ups/follow-ups-by-tier.ts'
import type { Approval } from '../../casework/records/approval-blocks.ts'
import { approvalKept } from '../../casework/tiers/tier-decider.ts'
import { type TierDecision, tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { checkDecision } from '../../tiering/check-decision.ts'
import { loweringBlocks } from '../../tiering/lowering.ts'
import { reviewBy } from '../../tiering/review-by.ts'
import { isLower, type Tier } from '../../tiering/tier.ts'
import type { Change } from '../../vault/vault.ts'
import { now, nowAfter } from '../clock.ts'
import { commands } from '../commands.ts'
import type { TierChoice, TiersApi } from '../contract/tiers.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { answeredBy, proposalCommands } from './proposals.ts'
import { deciderAtWork, type TierGround, tierGround } from './tier-ground.ts'

type Decide = Parameters<TiersApi['decideTier']>[0]

/** Whether somebody agreed to be contacted between visits and no longer does. */
const wantsNoContact = async ({ ofClient }: Session, clientId: string): Promise<boolean> => {
  const { records } = await ofClient(consentKind, clientId)
  const asked = records.some(({ value }) => value.purpose === 'followUpContact')
  return asked && standingConsent(records, 'followUpContact', null) === null
}

/** The follow-ups a decision plans and calls off. None on a closed file. */
const followUpChanges = async (
  session: Session,
  ground: TierGround,
  decision: { id: string; value: TierDecision },
): Promise<Change[]> => {
  if (ground.file === 'closed') return []
  const { clientId, tier, decidedBy: by, decidedAt: at } = decision.value
  const { followUps: intervals } = await roomRules(session)
  const { planned, cancelled } = followUpsAfterDecision(
    { decision: decision.id, tier },
    ground.standing?.tier ?? null,
    { clientId, followUps: ground.records.followUps },
    { by, at },
    intervals,
  )
  const wanted = (await wantsNoContact(session, clientId)) ? [] : planned
  return [
    ...wanted.map((value) => ({
      kind: followUpKind,
      id: session.vault.drawId(),
      expectedRevision: 0,
      value,
    })),
    ...cancelled.map(({ id, revision, value }) => ({
      kind: followUpKind,
      id,
      expectedRevision: revision,
      value,
    })),
  ]
}

const lowersPriority = ({ standing }: Pick<TierGround, 'standing'>, tier: Tier): boolean =>
  standing?.tier === 'priority' && isLower(tier, 'priority')

/** Which tier of care a client has: decided by a person, and lowered from priority only with a supervisor. */
export const tiersApi = (session: () => Session): TiersApi => ({
  async tierChoice({ clientId, tier }): Promise<TierChoice> {
    const ground = await tierGround(session(), clientId)
    const decider = deciderAtWork(session(), null)
    const blocks = loweringBlocks(tier, ground, { ...decider, isSupervisor: true })
    if (!lowersPriority(ground, tier)) return { blocks, agreement: 'notNeeded' }
    if (decider.isSupervisor) return { blocks, agreement: 'mine' }
    return { blocks, agreement: decider.hasSupervisorHere ? 'supervisorHere' : 'outside' }
  },
  ...commands({
    async decideTier({ approval: given, ...input }: Decide): Promise<Outcome<null>> {
      const { vault, me, commit } = session()
      const approval: Approval | null = given ?? null
      const ground = await tierGround(session(), input.clientId)
      const { client, standing, decisions } = ground
      const raises = standing === null || isLower(standing.tier, input.tier)
      if (client.value.restricted !== undefined && !raises) return refused('FILE_KEPT_ONLY')
      const decider = deciderAtWork(session(), approval)
      const checked = checkDecision(input, ground, decider)
      if (!checked.ok) return checked
      const id = vault.drawId()
      const value: TierDecision = {
        ...input,
        decidedBy: me.id,
        // What was decided last holds, whatever the clock said before.
        decidedAt: standing ? nowAfter(standing.decidedAt) : now(),
        suggestion: ground.suggestion,
        reviewBy: reviewBy(ground.rules, input.tier, decisions, ground.today),
        ...approvalKept(lowersPriority(ground, input.tier), decider, approval),
      }
      await commit([
        { kind: tierDecisionKind, id, expectedRevision: 0, value },
        ...(await followUpChanges(session(), ground, { id, value })),
        ...answeredBy({ id, value }, decider, ground.proposals),
      ])
      return done(null)
    },
    ...proposalCommands(session),
  }),
})
