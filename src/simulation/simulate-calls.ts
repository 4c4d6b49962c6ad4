import type { HotlineCall } from '../casework/hotline-call.ts'
import type { Stored } from '../casework/record.ts'
import { addDays } from '../tiering/calendar.ts'
import type { Random } from './random.ts'
import { type CallPlan, simulateCall } from './simulate-call.ts'
import type { RoomSetting } from './simulated-room.ts'

/** Calls a day for each client of the room. */
const callsPerClient = 0.028
const callTypes = ['general', 'general', 'general', 'suicideRisk', 'special'] as const
/** A caller who tells of thoughts of suicide this long before `until` is to be called back on that day. */
const lastRiskCall = -3

/** The calls from `since` to the day before `until`, oldest first, the last ones still to be followed up. */
export function simulateCalls(
  clients: number,
  setting: Pick<RoomSetting, 'hotlineWorkers'>,
  since: string,
  until: string,
  random: Random,
): Stored<HotlineCall>[] {
  const plans: CallPlan[] = []
  let expected = 0
  for (let day = since; day < until; day = addDays(day, 1)) {
    for (expected += callsPerClient * clients; expected >= 1; expected--) {
      // Now and then a call comes a little later than evenly spread calls would.
      const later = addDays(day, random.int(0, 3))
      const worker = random.pick(setting.hotlineWorkers)
      plans.push({ day: later < until ? later : day, callType: random.pick(callTypes), worker, danger: null })
    }
  }
  if (plans.length > 0)
    plans.push({
      day: addDays(until, lastRiskCall),
      callType: 'suicideRisk',
      worker: random.pick(setting.hotlineWorkers),
      danger: { asked: 'yes', answer: 'thoughts' },
    })
  return plans
    .map((plan) => ({ id: random.hex(32), revision: 1, value: simulateCall(plan, until, random) }))
    .sort((a, b) => Date.parse(a.value.startedAt) - Date.parse(b.value.startedAt))
}
