import type { HotlineCall } from './hotline-call.ts'

type Required = Extract<
  keyof HotlineCall,
  'danger' | 'responseLevel' | 'disposition' | 'specialKind' | 'actions' | 'followUpDue'
>

/**
 * Fields that still stand in the way of ending a call; none when it may be ended. A plan or an attempt under way needs
 * help at once and something done, not merely intended; thoughts of suicide need a time to call back.
 */
export function missingFromCall(call: Pick<HotlineCall, Required | 'callType' | 'ideation'>): Required[] {
  const { danger, responseLevel, actions } = call
  const answer = danger?.asked === 'yes' ? danger.answer : null
  const acute = answer === 'plan' || answer === 'acting'
  const thoughts = acute || answer === 'thoughts' || (call.ideation ?? 0) > 0

  const missing: Required[] = []
  if (call.callType === 'special' && call.specialKind === null) missing.push('specialKind')
  if (danger === null) missing.push('danger')
  if (responseLevel === null || (acute && responseLevel !== 'atOnce')) missing.push('responseLevel')
  if (acute && !actions.some(({ state }) => state !== 'intended')) missing.push('actions')
  if (call.disposition === null) missing.push('disposition')
  if (thoughts && call.followUpDue === null) missing.push('followUpDue')
  return missing
}
