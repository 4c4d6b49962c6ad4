import type { Stored } from '../../casework/records/record.ts'
import type { TierDecision } from '../../casework/tiers/tier-decision.ts'
import { type TierProposal, tierProposalKind } from '../../casework/tiers/tier-proposal.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type Decider, loweringBlocks } from '../../tiering/lowering.ts'
import { isLower } from '../../tiering/tier.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import type { TiersApi } from '../contract/tiers.ts'
import type { Session } from '../session.ts'
import { deciderAtWork, tierGround } from './tier-ground.ts'

type Proposals = Pick<TiersApi, 'proposeTier' | 'declineTierProposal' | 'withdrawTierProposal'>
type Input<Name extends keyof Proposals> = Parameters<Proposals[Name]>[0]

/** The proposals that a decision settles: all of them when a supervisor decided, else those that ask for nothing any more. */
export const answeredBy = (
  { id: decision, value }: { id: string; value: TierDecision },
  { isSupervisor }: Pick<Decider, 'isSupervisor'>,
  proposals: readonly Stored<TierProposal>[],
): Change[] =>
  proposals
    .filter((one) => one.value.answer === null)
    .filter((one) => isSupervisor || !isLower(one.value.tier, value.tier))
    .map((one) => answered(one, { kind: 'decided', by: value.decidedBy, at: value.decidedAt, decision }))

const answered = (
  { id, revision, value }: Stored<TierProposal>,
  answer: NonNullable<TierProposal['answer']>,
): Change<TierProposal> => ({
  kind: tierProposalKind,
  id,
  expectedRevision: revision,
  value: { ...value, answer },
})

/** A counsellor asks a supervisor here to lower a tier from priority. */
export const proposalCommands = (session: () => Session): Proposals => ({
  async proposeTier({ clientId, tier, reason }: Input<'proposeTier'>): Promise<Outcome<null>> {
    const { vault, me, commit } = session()
    const ground = await tierGround(session(), clientId)
    const { isSupervisor, hasSupervisorHere } = deciderAtWork(session(), null)
    const lowers = ground.standing?.tier === 'priority' && isLower(tier, 'priority')
    if (!lowers || isSupervisor || !hasSupervisorHere) return refused('PROPOSAL_NOT_NEEDED')
    if (ground.client.value.restricted !== undefined) return refused('FILE_KEPT_ONLY')
    if (reason.trim().length < 2) return refused('REASON_NEEDED', { at: 'reason' })
    if (ground.proposals.some(({ value }) => value.answer === null)) return refused('PROPOSAL_OPEN')
    const supervisor: Decider = { isSupervisor: true, hasSupervisorHere, outsideApproval: null }
    const [refusal] = loweringBlocks(tier, ground, supervisor)
    if (refusal !== undefined) return { ok: false, refusal }
    const value: TierProposal = {
      clientId,
      tier,
      reason,
      proposedBy: me.id,
      proposedAt: now(),
      answer: null,
    }
    await commit([{ kind: tierProposalKind, id: vault.drawId(), expectedRevision: 0, value }])
    return done(null)
  },
  async declineTierProposal({ id, revision, because }: Input<'declineTierProposal'>): Promise<Outcome<null>> {
    const { me, get, commit } = session()
    if (!me.roles.includes('supervisor')) return refused('SUPERVISOR_NEEDED')
    if (because.trim().length < 2) return refused('REASON_NEEDED', { at: 'because' })
    const { value } = await get(tierProposalKind, id)
    if (value.answer !== null) return refused('PROPOSAL_ANSWERED')
    await commit([answered({ id, revision, value }, { kind: 'declined', by: me.id, at: now(), because })])
    return done(null)
  },
  async withdrawTierProposal({ id, revision }: Input<'withdrawTierProposal'>): Promise<Outcome<null>> {
    const { me, get, commit } = session()
    const { value } = await get(tierProposalKind, id)
    if (value.proposedBy !== me.id) return refused('NOT_PROPOSER')
    if (value.answer !== null) return refused('PROPOSAL_ANSWERED')
    await commit([answered({ id, revision, value }, { kind: 'withdrawn', by: me.id, at: now() })])
    return done(null)
  },
})
