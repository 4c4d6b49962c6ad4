import { room } from '../room/room.ts'
import { saveInTurn } from '../ui/save-in-turn.ts'
import { draftName } from '../ui/use-draft.ts'
import { type CallDraft, unfinishedOf } from './call-draft.ts'

const waitMs = 400

/** Where what of a call's form no record can hold yet is kept for the person who fills it in. */
export const halfFilledName = (callId: string): string => draftName('call', callId)

/** Keeps beside a call what of its form no record can hold yet. */
export interface HalfFilled {
  /** Notes the newest draft; kept a moment later, where what is half filled in has changed. */
  change: (draft: CallDraft) => void
  /** Keeps it at once; false when that did not succeed. */
  flush: () => Promise<boolean>
  /** All that was noted is kept. */
  isKept: () => boolean
  /** The call is over: nothing of it is kept any more. */
  forget: () => Promise<void>
}

/** `onKept` is told whenever something was. */
export function keepHalfFilled(callId: string, first: CallDraft, onKept: () => void): HalfFilled {
  const name = halfFilledName(callId)
  let noted = JSON.stringify(unfinishedOf(first))
  let kept = noted
  const turns = saveInTurn(async (half: string) => {
    const content = JSON.parse(half)
    const keeping = content === null ? room.forgetDraft(name) : room.keepDraft(name, content)
    const done = await keeping.then(
      ({ ok }) => ok,
      () => false,
    )
    if (done) {
      kept = half
      onKept()
    }
    return done
  }, waitMs)
  return {
    change(draft) {
      const half = JSON.stringify(unfinishedOf(draft))
      if (half === noted) return
      noted = half
      turns.change(half)
    },
    flush: turns.flush,
    isKept: () => kept === noted,
    async forget() {
      turns.drop()
      await room.forgetDraft(name).catch(() => undefined)
    },
  }
}
