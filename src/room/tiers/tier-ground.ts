import { type Client, clientKind } from '../../casework/clients/client.ts'
import { clientMergeKind } from '../../casework/clients/client-merge.ts'
import { crisisCourse } from '../../casework/crisis/crisis-course.ts'
import type { CaseState } from '../../casework/files/case-course.ts'
import { caseSituation, standingThatHolds } from '../../casework/files/case-situation.ts'
import { caseStandingKind } from '../../casework/files/case-standing.ts'
import type { Approval } from '../../casework/records/approval-blocks.ts'
import { stateAfter } from '../../casework/records/course.ts'
import type { Stored } from '../../casework/records/record.ts'
import { decisionsThatCount } from '../../casework/tiers/decisions-that-count.ts'
import type { EvidenceRecords } from '../../casework/tiers/evidence-of.ts'
import { tierDecider } from '../../casework/tiers/tier-decider.ts'
import { type TierDecision, tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { type TierProposal, tierProposalKind } from '../../casework/tiers/tier-proposal.ts'
import type { Decider, DecisionGround } from '../../tiering/lowering.ts'
import type { RuleSet } from '../../tiering/rule-set.ts'
import { suggest } from '../../tiering/suggest.ts'
import { decisionThatHolds, tierStanding } from '../../tiering/tier-standing.ts'
import { clientEvidence } from '../clients/client-evidence.ts'
import { today } from '../clock.ts'
import type { Session } from '../session.ts'
import { tierRulesOf } from './rules-in-force.ts'

/** What a decision on one client's tier rests on, and what follows from it. */
export interface TierGround extends DecisionGround {
  client: Stored<Client>
  rules: RuleSet
  records: EvidenceRecords
  /** Those that count, oldest first. */
  decisions: TierDecision[]
  proposals: readonly Stored<TierProposal>[]
  file: CaseState
}

/** Reads it as it stands today. */
export const tierGround = async (session: Session, clientId: string): Promise<TierGround> => {
  const { get, list, ofClient } = session
  const client = await get(clientKind, clientId)
  const [{ inForce }, { records, evidence }, decided, merges, proposals, standings] = await Promise.all([
    tierRulesOf(session),
    clientEvidence(session, clientId),
    ofClient(tierDecisionKind, clientId),
    list(clientMergeKind),
    ofClient(tierProposalKind, clientId),
    ofClient(caseStandingKind, clientId),
  ])
  const decisions = decisionsThatCount(
    decided.records.map(({ value }) => value),
    merges.records.map(({ value }) => value),
  ).toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt))
  const day = today()
  return {
    client,
    rules: inForce,
    records,
    evidence,
    decisions,
    proposals: proposals.records,
    standing: tierStanding(decisions, day),
    heldOn: decisionThatHolds(decisions)?.suggestion ?? null,
    suggestion: suggest(inForce, evidence, day),
    openEpisodes: records.episodes.filter(({ value }) => stateAfter(crisisCourse, value.steps) !== 'closed')
      .length,
    file: caseSituation(standingThatHolds(standings.records)?.value ?? null).state,
    today: day,
  }
}

/** Whoever is at work, as the one who decides. */
export const deciderAtWork = ({ me, vault }: Session, approval: Approval | null): Decider => {
  const supervisors = vault.staffing.list().filter(({ roles }) => roles.includes('supervisor'))
  return tierDecider(me.id, { roles: me.roles, supervisors: supervisors.map(({ id }) => id) }, approval)
}
