import { hoursAfter } from '../casework/crisis/crisis-follow-ups.ts'
import { callStanding } from '../casework/hotline/call-standing.ts'
import type { CallStep } from '../casework/hotline/call-step.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'
import { dayOf } from '../tiering/calendar.ts'
import type { Random } from './random.ts'
import type { HotlineSetting } from './simulated-room.ts'
import { takeCallSteps } from './take-call-steps.ts'

/** How often somebody is called back later than agreed. */
const late = 0.1

/**
 * A call that has ended after everything that followed before `until` (a day): a supervisor knows, somebody takes it on, follow-ups are done as they
 * fall due. Calls without danger are closed as they end.
 */
export function simulateCallCare(
  call: HotlineCall,
  setting: HotlineSetting,
  until: string,
  random: Random,
): HotlineCall {
  const { worker, endedAt } = call
  if (endedAt === null) return call
  const { inDanger, owed, followUps } = callStanding(call, setting.callRules)
  const closed = (by: string, at: string, because: string): CallStep => ({ kind: 'closed', by, at, because })
  if (!inDanger)
    return takeCallSteps(call, [closed(worker, endedAt, '示例：谈完了，没有要跟进的。')], setting)

  const colleagues = [...setting.counsellors, ...setting.hotlineWorkers].filter((id) => id !== worker)
  const [colleague] = colleagues
  const keeper = owed === 'atOnce' && colleague !== undefined ? colleague : worker
  const supervisor = setting.counsellors.find((id) => id !== worker)
  const approver = setting.counsellors.find((id) => id !== worker && id !== keeper)
  const after = (hours: number): string => hoursAfter(endedAt, hours)
  const knows: CallStep = {
    kind: 'consulted',
    by: supervisor ?? worker,
    at: after(0.2),
    whom: outsideUnless(supervisor, endedAt),
    advice: '示例：同意处理，请按时回访。',
  }
  const fallenDue = followUps.filter(({ due }) => dayOf(due) < until)
  const called = fallenDue.map(({ afterHours, from, due }): CallStep => {
    const at = random.chance(late) ? hoursAfter(due, random.int(1, 9)) : hoursAfter(from, random.int(1, 11))
    const note = '示例：已回访，本人情绪平稳，家人陪伴在旁。'
    return { kind: 'followedUp', by: keeper, at, afterHours, reached: true, askedAgain: 'none', note }
  })
  const last = called.at(-1)?.at ?? after(26)
  const steps: CallStep[] = [
    knows,
    ...(keeper === worker
      ? []
      : [
          { kind: 'handedOver' as const, by: worker, at: after(0.4), to: keeper, note: '示例：请按时回访。' },
          { kind: 'accepted' as const, by: keeper, at: after(0.9) },
        ]),
    ...called,
    ...(followUps.length > 0
      ? []
      : [
          {
            kind: 'approved' as const,
            by: approver ?? (setting.counsellors.includes(worker) ? worker : keeper),
            at: after(25),
            whom: outsideUnless(approver, endedAt),
            note: '示例：对方不愿被回访，已告知求助电话。',
          },
        ]),
    closed(keeper, hoursAfter(last, 0.5), '示例：一直平稳，家人知道怎样联系。'),
  ]
  return takeCallSteps(
    call,
    steps.filter(({ at }) => dayOf(at) < until),
    setting,
  )
}

/** Where nobody else here supervises, somebody outside was asked. */
const outsideUnless = (
  supervisor: string | undefined,
  at: string,
): Extract<CallStep, { kind: 'consulted' }>['whom'] =>
  supervisor === undefined ? { kind: 'outside', name: '示例督导', day: dayOf(at) } : { kind: 'here' }
