import { expect, test } from 'vitest'
import { dutyFor, type KeptDuty, notEnded } from '../../src/room/shifts/duty-times.ts'
import { atHour, dutyOf, morning, night, rosterStep } from '../casework/hotline-records.ts'
import { idOf, stored } from '../casework/records.ts'

test('what is ahead stands under whoever has it now, in the order it begins; what was cancelled is gone', () => {
  const late = dutyOf({ from: atHour(12), until: atHour(24) })
  const swapped = dutyOf({
    from: atHour(0),
    until: atHour(12),
    steps: [rosterStep('swapAsked'), rosterStep('swapTaken', morning, atHour(-9))],
  })
  const cancelled = dutyOf({ seat: 2, steps: [rosterStep('cancelled')] })
  const over = dutyOf({ from: atHour(-12), until: atHour(0) })
  const duties = [late, swapped, cancelled, over].map((duty, place) => stored(place + 1, duty))
  const ahead = notEnded(duties, atHour(1))
  expect(ahead.map(({ id, staffId }) => [id, staffId])).toEqual([
    [idOf(2), morning],
    [idOf(1), night],
  ])
})

test('somebody comes for a duty that goes on or begins soon, and for no other', () => {
  const duty: KeptDuty = { id: idOf(1), seat: 1, staffId: night, from: atHour(12), until: atHour(24) }
  const at = (hour: number, staffId = night) => dutyFor([duty], { staffId, at: atHour(hour) })?.id ?? null
  expect([9, 10, 12, 23].map((hour) => at(hour))).toEqual([null, idOf(1), idOf(1), idOf(1)])
  expect(at(13, morning)).toBeNull()
})
