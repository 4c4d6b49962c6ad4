import { hoursAfter } from '../../casework/crisis/crisis-follow-ups.ts'
import { nextCallNumber } from '../../casework/hotline/call-number.ts'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { Stored } from '../../casework/records/record.ts'
import { createRandom } from '../../simulation/random.ts'
import { type CallPlan, simulateCall } from '../../simulation/simulate-call.ts'
import { simulateCallCare } from '../../simulation/simulate-call-care.ts'
import type { HotlineSetting } from '../../simulation/simulated-room.ts'
import { takeCallSteps } from '../../simulation/take-call-steps.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import { now, today } from '../clock.ts'

/** The calls of a demonstration's last night, oldest first. */
export interface DemoNight {
  /** Somebody who told of a plan: helped, and handed over to who has not answered yet. */
  inDanger: Stored<HotlineCall>
  calls: Stored<HotlineCall>[]
}

/** What came in at night, one of it still being handed over from the hotline's worker to whoever looks at the demonstration. */
export function demoNight(
  drawId: () => string,
  earlier: readonly Stored<HotlineCall>[],
  { worker, me }: { worker: string; me: string },
  setting: HotlineSetting,
): DemoNight {
  let number = earlier.at(-1)?.value.number ?? ''
  const random = createRandom('anxin-demo/night')
  const call = (hoursAgo: number, about: Pick<CallPlan, 'callType' | 'danger'>): Stored<HotlineCall> => {
    const startedAt = hoursAfter(now(), -hoursAgo)
    number = nextCallNumber([number], Number(dayOf(startedAt).slice(0, 4)))
    const spoken = simulateCall({ startedAt, worker, ...about }, setting, random)
    return { id: drawId(), revision: 1, value: { ...spoken, number, seat: 2 } }
  }
  const closed = ({ value, ...stored }: Stored<HotlineCall>): Stored<HotlineCall> => ({
    ...stored,
    value: simulateCallCare(value, setting, addDays(today(), 1), random),
  })
  const nothingTold = { asked: 'yes', answer: 'none' } as const
  const told = call(11, { callType: 'suicideRisk', danger: { asked: 'yes', answer: 'plan' } })
  const end = told.value.endedAt ?? now()
  const steps: CallStep[] = [
    {
      kind: 'consulted',
      by: me,
      at: hoursAfter(end, 0.2),
      whom: { kind: 'here' },
      advice: '示例：同意处理，请按时回访。',
    },
    {
      kind: 'handedOver',
      by: worker,
      at: hoursAfter(end, 0.5),
      to: me,
      note: '示例：家人陪着，请今天白天回访。',
    },
  ]
  const inDanger = { ...told, value: takeCallSteps(told.value, steps, setting) }
  return {
    inDanger,
    calls: [
      inDanger,
      closed(call(8, { callType: 'general', danger: nothingTold })),
      closed(call(5, { callType: 'special', danger: nothingTold })),
    ],
  }
}
