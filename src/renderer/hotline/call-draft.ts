import {
  type CallAnswers,
  type CallQuestion,
  callAnswersSchema,
} from '../../casework/hotline/call-answers.ts'
import { type CallField, leavableFields } from '../../casework/hotline/call-fields.ts'
import type { FieldNeed } from '../../casework/hotline/call-forms.ts'
import { isAnswered } from '../../casework/hotline/call-missing.ts'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import type { DangerEnquiry, HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { CallEntry } from '../../room/contract/hotline.ts'

type DangerAnswer = Extract<DangerEnquiry, { asked: 'yes' }>['answer']
type Acted = Extract<CallStep, { kind: 'acted' }>
export type Linkage = NonNullable<Acted['linkage']>

/** An action while it is being entered: a new one, or the next thing said of one that is there. */
export interface ActingDraft {
  action: number
  what: Acted['what']
  state: Acted['state']
  note: string
  person: string
  result: string
  ground: Linkage['ground']
}

/** An answer while it is being entered: something may be written before one is chosen. */
export interface AnswerDraft {
  answer: string | null
  said: string
}

/** A call as it stands in the form: the danger enquiry, answers and an action may be half filled in. */
export interface CallDraft extends Omit<CallEntry, 'danger' | 'answers'> {
  danger: { asked: 'yes'; answer: DangerAnswer | null } | { asked: 'no'; why: string } | null
  answers: { [Question in CallQuestion]?: AnswerDraft }
  acting: ActingDraft | null
}

/** What of a form no record can hold yet; kept beside it, so that it is there again. */
export type Unfinished = Partial<Pick<CallDraft, 'danger' | 'answers' | 'acting'>>

/** What a field of the form gets. */
export interface CallFieldProps {
  draft: CallDraft
  change: (patch: Partial<CallDraft>) => void
  needOf: (field: CallField) => FieldNeed
  /** Fields that stand in the way of ending the call; empty until that was tried. */
  missing: readonly string[]
}

/** The form for a call, as far as it has been filled in. */
export function draftOf(call: HotlineCall, unfinished: Unfinished = {}): CallDraft {
  const { startedAt, endedAt, worker, followUp, steps, actions, number, seat, answers, ...entry } = call
  return {
    ...entry,
    danger: entry.danger ?? unfinished.danger ?? null,
    answers: { ...unfinished.answers, ...answers },
    acting: unfinished.acting ?? null,
  }
}

/** What is kept of a draft. What is half filled in counts as not there, and a reason for leaving out what was answered after all. */
export function entryOf({ acting, ...draft }: CallDraft): CallEntry {
  const entry = { ...draft, danger: enquiryOf(draft.danger), answers: answersOf(draft.answers) }
  const left = leavableFields.flatMap((field): [string, string][] => {
    const why = draft.leftOut?.[field]?.trim() ?? ''
    return why === '' || isAnswered(entry, field) ? [] : [[field, why]]
  })
  return { ...entry, leftOut: Object.fromEntries(left) }
}

/** What is not kept of a draft; null when nothing. */
export function unfinishedOf({ danger, answers, acting }: CallDraft): Unfinished | null {
  const half = Object.entries(answers).filter(([, { answer, said }]) => answer === null && said !== '')
  const unfinished: Unfinished = {
    ...(danger !== null && enquiryOf(danger) === null ? { danger } : {}),
    ...(half.length > 0 ? { answers: Object.fromEntries(half) } : {}),
    ...(acting === null ? {} : { acting }),
  }
  return Object.keys(unfinished).length === 0 ? null : unfinished
}

/** The call as it would be with what stands in the form. */
export const callOf = (call: HotlineCall, draft: CallDraft): HotlineCall => ({ ...call, ...entryOf(draft) })

function enquiryOf(danger: CallDraft['danger']): DangerEnquiry | null {
  if (danger === null) return null
  if (danger.asked === 'no') return danger.why.trim().length < 2 ? null : danger
  return danger.answer === null ? null : { asked: 'yes', answer: danger.answer }
}

const answersOf = (answers: CallDraft['answers']): CallAnswers =>
  callAnswersSchema.parse(
    Object.fromEntries(Object.entries(answers).filter(([, { answer }]) => answer !== null)),
  )
