import type { DangerEnquiry, HotlineCall } from '../../casework/hotline-call.ts'
import type { CallEntry } from '../../room/contract/hotline.ts'

type DangerAnswer = Extract<DangerEnquiry, { asked: 'yes' }>['answer']

/** A call as it stands in the form: the danger enquiry may be half filled in. */
export interface CallDraft extends Omit<CallEntry, 'danger'> {
  danger: { asked: 'yes'; answer: DangerAnswer | null } | { asked: 'no'; why: string } | null
}

/** What a field of the form gets. */
export interface CallFieldProps {
  draft: CallDraft
  change: (patch: Partial<CallDraft>) => void
  /** Fields that stand in the way of ending the call; empty until that was tried. */
  missing: readonly string[]
}

/** The form for a call, as far as it has been filled in. */
export function draftOf(call: HotlineCall): CallDraft {
  const { startedAt, endedAt, worker, followUp, ...entry } = call
  return entry
}

/** What is kept of a draft. A half-filled danger enquiry counts as not there. */
export const entryOf = (draft: CallDraft): CallEntry => ({ ...draft, danger: enquiryOf(draft.danger) })

function enquiryOf(danger: CallDraft['danger']): DangerEnquiry | null {
  if (danger === null) return null
  if (danger.asked === 'no') return danger.why.trim().length < 2 ? null : danger
  return danger.answer === null ? null : { asked: 'yes', answer: danger.answer }
}
