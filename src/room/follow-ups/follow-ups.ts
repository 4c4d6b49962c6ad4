import { clientKind } from '../../casework/clients/client.ts'
import { crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { dueDayFlaw } from '../../casework/follow-ups/due-day-flaw.ts'
import { type FollowUp, followUpKind, followUpSchema } from '../../casework/follow-ups/follow-up.ts'
import { followUpAfterResult, isLeft } from '../../casework/follow-ups/follow-ups-by-tier.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { heldTierOfOpenFile } from '../clients/held-tier.ts'
import { nowAfter, today } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { FollowUpsApi } from '../contract/follow-ups.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { crisisAfterFollowUp } from './crisis-after-follow-up.ts'

const endedAt = ({ result, cancelled }: FollowUp): string => result?.doneAt ?? cancelled?.at ?? ''

const checked = (value: unknown): Outcome<FollowUp> => {
  const read = followUpSchema.safeParse(value)
  if (read.success) return done(read.data)
  return refused('FOLLOW_UP_INVALID', { at: String(read.error.issues[0]?.path.at(-1) ?? '') })
}

/** Who is looked after when, and what came of it. */
export const followUpsApi = (session: () => Session): FollowUpsApi => ({
  async followUps(clientId) {
    const { records, unreadable } = await session().ofClient(followUpKind, clientId)
    const held = await heldTierOfOpenFile(session(), clientId)
    const { followUps: intervals } = await roomRules(session())
    return {
      left: records
        .filter(({ value }) => isLeft(value))
        .toSorted((a, b) => a.value.due.localeCompare(b.value.due)),
      past: records
        .filter(({ value }) => !isLeft(value))
        .toSorted((a, b) => endedAt(b.value).localeCompare(endedAt(a.value))),
      plan: held && {
        tier: held.tier,
        proposed: intervals.proposed,
        ...intervals.tiers[held.tier],
      },
      unreadable,
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async planFollowUp({
      clientId,
      due,
      note,
    }: Parameters<FollowUpsApi['planFollowUp']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, get, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      const client = await get(clientKind, clientId)
      const agreed = await mayDo(session(), 'contactClient', clientId)
      if (!agreed.ok) return agreed
      const read = checked({
        clientId,
        due,
        why: { kind: 'person', note: note.trim() },
        plannedBy: me.id,
        plannedAt: nowAfter(client.value.registeredAt),
        result: null,
        cancelled: null,
      })
      if (!read.ok) return read
      const flaw = dueDayFlaw(due, today())
      if (flaw !== null) return refused(flaw, { at: 'due' })
      const id = vault.drawId()
      await commit([{ kind: followUpKind, id, expectedRevision: 0, value: read.value }])
      return done({ id })
    },
    async noteFollowUp({
      id,
      revision,
      result,
    }: Parameters<FollowUpsApi['noteFollowUp']>[0]): ReturnType<FollowUpsApi['noteFollowUp']> {
      const { vault, me, get, ofClient, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      const { value: before } = await get(followUpKind, id)
      if (!isLeft(before)) return refused('RECORD_CLOSED')
      const read = checked({
        ...before,
        result: {
          ...result,
          entry: result.entry.trim(),
          doneBy: me.id,
          doneAt: nowAfter(before.plannedAt),
        },
      })
      if (!read.ok) return read
      const { clientId } = before
      const [followUps, episodes, held, rules] = await Promise.all([
        ofClient(followUpKind, clientId),
        ofClient(crisisEpisodeKind, clientId),
        heldTierOfOpenFile(session(), clientId),
        roomRules(session()),
      ])
      const recorded: Stored<FollowUp> = { id, revision, value: read.value }
      const next = followUpAfterResult(recorded, held, followUps.records, rules.followUps)
      const crisis = crisisAfterFollowUp(recorded, episodes.records)
      if (!crisis.ok) return crisis
      await commit([
        { kind: followUpKind, id, expectedRevision: revision, value: read.value },
        ...(next === null
          ? []
          : [{ kind: followUpKind, id: vault.drawId(), expectedRevision: 0, value: next }]),
        ...(crisis.value === null
          ? []
          : [
              {
                kind: crisisEpisodeKind,
                id: crisis.value.into?.id ?? vault.drawId(),
                expectedRevision: crisis.value.into?.revision ?? 0,
                value: crisis.value.episode,
              },
            ]),
      ])
      return done({
        next: next?.due ?? null,
        crisis: crisis.value && (crisis.value.into === null ? 'opened' : 'joined'),
      })
    },
    async cancelFollowUp({
      id,
      revision,
      reason,
    }: Parameters<FollowUpsApi['cancelFollowUp']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      if (!mayDoCasework(me.roles)) return refused('ROLE_NEEDED')
      const note = reason.trim()
      if (note.length < 2) return refused('REASON_NEEDED', { at: 'reason' })
      const { value } = await get(followUpKind, id)
      const at = nowAfter(value.plannedAt)
      const after: FollowUp = { ...value, cancelled: { by: me.id, at, because: { kind: 'person', note } } }
      await commit([{ kind: followUpKind, id, expectedRevision: revision, value: after }])
      return done(null)
    },
  }),
})
