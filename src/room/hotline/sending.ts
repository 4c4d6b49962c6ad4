import { callerNumberKind } from '../../casework/callers/caller-number.ts'
import { takeCallStep } from '../../casework/hotline/call-blocks.ts'
import { callTransferKind, callTransferSchema } from '../../casework/hotline/call-transfer.ts'
import { movedOf } from '../../casework/hotline/case-from-call.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { done, refused } from '../../instruments/outcome.ts'
import type { HotlineApi } from '../contract/hotline.ts'
import { takingHere } from '../crisis/taking.ts'
import type { Session } from '../session.ts'
import { callRules } from './call-rules.ts'
import { nextMoment } from './calls.ts'

/** Sends calls on to those who keep files: what moves is what was agreed to, or what saving a life takes. */
export const sendingApi = (session: () => Session): Pick<HotlineApi, 'transferCall'> => {
  /** The number to call back on, where the caller left one and agreed that it is used for that. */
  const numberOf = async (callId: string): Promise<string | null> => {
    const { records } = await session().vault.find(callerNumberKind, 'call', callId)
    return records.find(({ value }) => value.number !== null)?.value.number ?? null
  }

  return {
    async transferCall({ id, revision, ground }) {
      const { vault, me, get, commit } = session()
      const call = await get(hotlineCallKind, id)
      if (call.revision !== revision) return refused('CONFLICT')
      const at = nextMoment(call.value)
      const transferId = vault.drawId()
      const read = callTransferSchema.safeParse({
        callId: id,
        callAt: call.value.startedAt,
        sentBy: me.id,
        sentAt: at,
        ground,
        moved: movedOf(call.value, ground, await numberOf(id)),
        answer: null,
      })
      if (!read.success)
        return refused('TRANSFER_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
      const after = takeCallStep(
        call.value,
        { kind: 'transferred', by: me.id, at, transfer: transferId },
        takingHere(session()),
        await callRules(session()),
      )
      if (!after.ok) return after
      await commit([
        { kind: callTransferKind, id: transferId, expectedRevision: 0, value: read.data },
        { kind: hotlineCallKind, id, expectedRevision: revision, value: after.value },
      ])
      return done({ transferId })
    },
  }
}
