import { done, type Outcome, refused } from '../instruments/outcome.ts'
import type { Assessment } from './assessment.ts'
import type { Consent } from './consent.ts'
import type { CriticalAlert } from './critical-alert.ts'
import type { HotlineCall } from './hotline-call.ts'

/**
 * Whether a record may be stored in place of an earlier state of itself. What was said and done is history: it is added
 * to, never rewritten. Refused with RECORD_CLOSED and the first field that may not change any more.
 */
function checkChange<T extends object>(before: T, after: T, changeable: readonly (keyof T)[]): Outcome<null> {
  const fields = Object.keys({ ...before, ...after }) as (keyof T & string)[]
  const rewritten = fields.find(
    (field) => !changeable.includes(field) && !isSame(before[field], after[field]),
  )
  return rewritten === undefined ? done(null) : refused('RECORD_CLOSED', { at: rewritten })
}

/** A consent can be withdrawn, once. */
export const checkConsentChange = (before: Consent, after: Consent) =>
  checkChange(before, after, before.withdrawnAt === null ? ['withdrawnAt'] : [])

/** Answers change until the assessment is closed. */
export const checkAssessmentChange = (before: Assessment, after: Assessment) =>
  checkChange(before, after, before.answeredAt === null ? ['answers', 'answeredAt', 'result'] : [])

/** An alert is handled, once. */
export const checkAlertChange = (before: CriticalAlert, after: CriticalAlert) =>
  checkChange(before, after, before.handling === null ? ['handling'] : [])

/** Once a call has ended, only its follow-up is entered, once. */
export const checkCallChange = (before: HotlineCall, after: HotlineCall) =>
  checkChange(before, after, changeableInCall(before))

function changeableInCall(call: HotlineCall): (keyof HotlineCall)[] {
  if (call.endedAt !== null) return call.followUp === null ? ['followUp'] : []
  const fixed = ['startedAt', 'worker', 'followUp']
  return (Object.keys(call) as (keyof HotlineCall)[]).filter((field) => !fixed.includes(field))
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const fields = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...fields].every((field) => isSame(Reflect.get(a, field), Reflect.get(b, field)))
}
