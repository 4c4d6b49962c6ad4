import { nextCallNumber } from '../casework/hotline/call-number.ts'
import type { HotlineCall } from '../casework/hotline/hotline-call.ts'
import type { Stored } from '../casework/records/record.ts'
import { addDays, dayOf, instantAt } from '../tiering/calendar.ts'
import type { Random } from './random.ts'
import { type CallPlan, simulateCall } from './simulate-call.ts'
import { simulateCallCare } from './simulate-call-care.ts'
import type { HotlineSetting } from './simulated-room.ts'

/** Calls a day for each client of the room. */
const callsPerClient = 0.028
const callTypes = ['general', 'general', 'general', 'suicideRisk', 'special'] as const
/** Most call in the evening: hours of the day, as often as they are likely; nobody is still calling at midnight. */
const hours = [1, 8, 9, 10, 11, 14, 15, 16, 18, 19, 19, 20, 20, 20, 21, 21, 21, 22, 22] as const
/** A caller who tells of thoughts of suicide this long before `until` is to be called back on that day. */
const lastRiskCall = -3

/** The calls from `since` to the day before `until`, oldest first, the last ones still to be followed up. */
export function simulateCalls(
  clients: number,
  setting: HotlineSetting,
  since: string,
  until: string,
  random: Random,
): Stored<HotlineCall>[] {
  const plans: CallPlan[] = []
  const plan = (day: string, about: Pick<CallPlan, 'callType' | 'danger'>): CallPlan => ({
    startedAt: instantAt(day, random.pick(hours) * 60 + random.int(0, 35)),
    worker: random.pick(setting.hotlineWorkers),
    ...about,
  })
  let expected = 0
  for (let day = since; day < until; day = addDays(day, 1)) {
    for (expected += callsPerClient * clients; expected >= 1; expected--) {
      // Now and then a call comes a little later than evenly spread calls would.
      const later = addDays(day, random.int(0, 3))
      plans.push(plan(later < until ? later : day, { callType: random.pick(callTypes), danger: null }))
    }
  }
  if (plans.length > 0)
    plans.push(
      plan(addDays(until, lastRiskCall), {
        callType: 'suicideRisk',
        danger: { asked: 'yes', answer: 'thoughts' },
      }),
    )
  const calls = plans
    .map((one) => {
      const id = random.hex(32)
      const call = simulateCallCare(simulateCall(one, setting, random), setting, until, random)
      return { id, revision: 1, value: call }
    })
    .sort((a, b) => Date.parse(a.value.startedAt) - Date.parse(b.value.startedAt))
  return numbered(calls)
}

function numbered(calls: readonly Stored<HotlineCall>[]): Stored<HotlineCall>[] {
  let last = ''
  return calls.map(({ value, ...stored }) => {
    last = nextCallNumber([last], Number(dayOf(value.startedAt).slice(0, 4)))
    return { ...stored, value: { ...value, number: last } }
  })
}
