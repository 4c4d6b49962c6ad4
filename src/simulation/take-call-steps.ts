import { takeCallStep } from '../casework/hotline/call-blocks.ts'
import type { CallStep } from '../casework/hotline/call-step.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'
import type { Taking } from '../casework/records/approval-blocks.ts'
import type { HotlineSetting } from './simulated-room.ts'

const takingOf = (by: string, { counsellors }: HotlineSetting): Taking => ({
  roles: counsellors.includes(by) ? ['counsellor', 'supervisor'] : ['hotline'],
  supervisors: counsellors,
})

/** The call after these steps, oldest first; whatever the room would not have taken was not done. */
export const takeCallSteps = (
  call: HotlineCall,
  steps: readonly CallStep[],
  setting: HotlineSetting,
): HotlineCall =>
  steps.reduce((after, step) => {
    const taken = takeCallStep(after, step, takingOf(step.by, setting), setting.callRules)
    return taken.ok ? taken.value : after
  }, call)
