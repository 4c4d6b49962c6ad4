import { clientKind } from '../../casework/clients/client.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { criticalAlertKind } from '../../casework/crisis/critical-alert.ts'
import { caseSituation, standingThatHolds } from '../../casework/files/case-situation.ts'
import {
  type CaseStanding,
  type CaseStep,
  caseStandingKind,
  caseStepSchema,
} from '../../casework/files/case-standing.ts'
import { type ClosureRecords, closureBlocks, takeCaseStep } from '../../casework/files/closure-blocks.ts'
import { dueDayFlaw } from '../../casework/follow-ups/due-day-flaw.ts'
import { followUpKind } from '../../casework/follow-ups/follow-up.ts'
import {
  type FollowUpChanges,
  followUpsAfterClosure,
  followUpsAfterDecision,
} from '../../casework/follow-ups/follow-ups-by-tier.ts'
import { sessionNoteKind } from '../../casework/notes/session-note.ts'
import type { Taking } from '../../casework/records/approval-blocks.ts'
import type { Stored } from '../../casework/records/record.ts'
import { referralKind } from '../../casework/referrals/referral.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { heldTier } from '../clients/held-tier.ts'
import { nowAfter, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ClosureApi } from '../contract/closure.ts'
import { RoomError } from '../room-error.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

const takingOf = ({ me, vault }: Session): Taking => ({
  roles: me.roles,
  supervisors: vault.staffing
    .list()
    .filter(({ roles }) => roles.includes('supervisor'))
    .map(({ id }) => id),
})

/** The records that can keep a file open, and how many could not be read. */
const closureRecords = async (
  session: Session,
  clientId: string,
): Promise<ClosureRecords & { unreadable: number }> => {
  const { ofClient } = session
  const [alerts, episodes, referrals, notes, followUps, held] = await Promise.all([
    ofClient(criticalAlertKind, clientId),
    ofClient(crisisEpisodeKind, clientId),
    ofClient(referralKind, clientId),
    ofClient(sessionNoteKind, clientId),
    ofClient(followUpKind, clientId),
    heldTier(session, clientId),
  ])
  return {
    alerts: alerts.records,
    episodes: episodes.records,
    referrals: referrals.records,
    notes: notes.records,
    followUps: followUps.records,
    tier: held?.tier ?? null,
    unreadable: [alerts, episodes, referrals, notes, followUps].reduce((sum, one) => sum + one.unreadable, 0),
  }
}

/** What becomes of the follow-ups when a file was closed, or is open again. */
const followUpsAfter = async (
  session: Session,
  standing: Stored<CaseStanding>,
  step: CaseStep,
  { followUps }: ClosureRecords,
): Promise<FollowUpChanges> => {
  const { clientId } = standing.value
  if (step.kind === 'approved') return followUpsAfterClosure(standing, followUps)
  const held = step.kind === 'reopened' ? await heldTier(session, clientId) : null
  if (held === null) return { planned: [], cancelled: [] }
  const { followUps: intervals } = await roomRules(session)
  return followUpsAfterDecision(held, null, { clientId, followUps }, step, intervals)
}

/** Closing a client's file, and opening it again with all that stands in it. */
export const closureApi = (session: () => Session): ClosureApi => ({
  async caseOnShow(clientId) {
    const { me, ofClient, vault } = session()
    // Of what nobody here can read it is not said that nothing stands in the way.
    if (!vault.opens(caseStandingKind.domain)) throw new RoomError('NO_KEY')
    const [standings, records] = await Promise.all([
      ofClient(caseStandingKind, clientId),
      closureRecords(session(), clientId),
    ])
    const standing = standingThatHolds(standings.records)
    const situation = caseSituation(standing?.value ?? null)
    const worker = situation.proposal?.by ?? me.id
    return {
      standing,
      situation,
      blocks: closureBlocks(records, today()),
      supervisorHere: takingOf(session()).supervisors.some((supervisor) => supervisor !== worker),
      unreadable: standings.unreadable + records.unreadable,
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async takeCaseStep({
      clientId,
      revision,
      deed,
    }: Parameters<ClosureApi['takeCaseStep']>[0]): Promise<Outcome<null>> {
      const { vault, me, get, ofClient, commit } = session()
      const client = await get(clientKind, clientId)
      const [standings, records] = await Promise.all([
        ofClient(caseStandingKind, clientId),
        closureRecords(session(), clientId),
      ])
      const before = standingThatHolds(standings.records)
      if ((before?.revision ?? 0) !== revision) return refused('CONFLICT')
      const at = nowAfter(before?.value.steps.at(-1)?.at ?? client.value.registeredAt)
      const step = caseStepSchema.safeParse({ ...deed, by: me.id, at })
      if (!step.success)
        return refused('CASE_STEP_INVALID', { at: String(step.error.issues[0]?.path[0] ?? '') })
      const aftercareDue = step.data.kind === 'proposed' ? step.data.aftercareDue : null
      const flaw = aftercareDue === null ? null : dueDayFlaw(aftercareDue, today())
      if (flaw !== null) return refused(flaw, { at: 'aftercareDue' })
      // What cannot be read may be what stands in the way.
      if (deed.kind === 'approved' && standings.unreadable + records.unreadable > 0)
        return refused('CASE_UNREADABLE')
      const blocks = closureBlocks(records, today())
      const taken = takeCaseStep(
        before?.value.clientId ?? clientId,
        before?.value ?? null,
        step.data,
        takingOf(session()),
        blocks,
      )
      if (!taken.ok) return taken
      const standing = { id: before?.id ?? vault.drawId(), revision, value: taken.value }
      const { planned, cancelled } = await followUpsAfter(session(), standing, step.data, records)
      await commit([
        { kind: caseStandingKind, id: standing.id, expectedRevision: revision, value: taken.value },
        ...planned.map((value) => ({ kind: followUpKind, id: vault.drawId(), expectedRevision: 0, value })),
        ...cancelled.map(({ id, revision: expectedRevision, value }) => ({
          kind: followUpKind,
          id,
          expectedRevision,
          value,
        })),
      ])
      return done(null)
    },
  }),
})
