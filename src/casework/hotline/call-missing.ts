import { callActions } from './call-actions.ts'
import type { CallQuestion } from './call-answers.ts'
import { tellsOfDanger } from './call-danger.ts'
import { type CallField, callQuestionNames, leavableFields } from './call-fields.ts'
import { type CallFormName, type FormField, formsTogether } from './call-forms.ts'
import { levelSuggestion } from './call-level-suggestion.ts'
import type { CallRules } from './call-rules.ts'
import type { HotlineCall } from './hotline-call.ts'

/** By which form a call is taken; a special one whose kind was not chosen yet by the general one. */
export const formNameOf = ({
  callType,
  specialKind,
}: Pick<HotlineCall, 'callType' | 'specialKind'>): CallFormName =>
  callType === 'special' ? (specialKind ?? 'general') : callType

/** The fields of a call's form in the order of the talk; as soon as there is danger, what danger calls for is among them. */
export function callForm(call: HotlineCall, { forms }: Pick<CallRules, 'forms'>): FormField[] {
  const own = forms.forms[formNameOf(call)]
  return tellsOfDanger(call) ? formsTogether(own, forms.inDanger) : own
}

const isQuestion = (field: CallField): field is CallQuestion =>
  callQuestionNames.some((name) => name === field)

/** Whether something stands in a field. */
export function isAnswered(
  call: Pick<HotlineCall, Exclude<CallField, CallQuestion> | 'answers'>,
  field: CallField,
): boolean {
  if (isQuestion(field)) return call.answers?.[field] !== undefined
  const value = call[field]
  if (field === 'callerRole') return value !== 'unknown'
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
}

/** Why a field was left out; empty where it does not say. */
const whyLeftOut = ({ leftOut }: HotlineCall, field: CallField): string => {
  const name = leavableFields.find((one) => one === field)
  return name === undefined ? '' : (leftOut?.[name]?.trim() ?? '')
}

const shortestReason = 2

/** What still stands in the way of ending a call: fields, a reason for another level than suggested, or something done. */
export type CallMissing = CallField | 'levelBecause' | 'actions'

/** What a call still lacks before it can be ended, in the order of its form; none when it may be ended. */
export function missingInCall(
  call: HotlineCall,
  rules: Pick<CallRules, 'forms' | 'response'>,
): CallMissing[] {
  const missing: CallMissing[] = callForm(call, rules).flatMap(({ field, need }) =>
    need === 'offered' ||
    isAnswered(call, field) ||
    (need === 'accounted' && whyLeftOut(call, field).length >= shortestReason)
      ? []
      : [field],
  )
  if (call.callType === 'special' && call.specialKind === null) missing.unshift('specialKind')
  const { level } = levelSuggestion(call, rules.response)
  const differs = call.responseLevel !== null && call.responseLevel !== level
  if (differs && (call.levelBecause ?? '').trim().length < shortestReason) missing.push('levelBecause')
  const urgent = level === 'atOnce' || call.responseLevel === 'atOnce'
  if (urgent && callActions(call).every(({ state }) => state === 'intended')) missing.push('actions')
  return missing
}
