import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAndTime, instantOf, timeText } from '../../src/renderer/ui/day-and-time.ts'

test('a moment is read by the room’s calendar, wherever the machine is', () => {
  expect(dayAndTime('2026-11-22T17:30:00.000Z')).toEqual({ day: '2026-11-23', time: '01:30' })
  expect(instantOf({ day: '2026-11-23', time: '01:30' })).toBe('2026-11-22T17:30:00.000Z')
  expect(timeText(9 * 60 + 5)).toBe('09:05')
})

test('every minute comes back as it was', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 60 })
  fc.assert(
    fc.property(minute, (minutes) => {
      const instant = new Date(Date.UTC(2000, 0, 1) + minutes * 60_000).toISOString()
      expect(instantOf(dayAndTime(instant))).toBe(instant)
    }),
  )
})

test.each([
  {},
  { day: '2026-11-23' },
  { time: '10:00' },
  { day: '', time: '10:00' },
  { day: '2026-13-01', time: '10:00' },
  { day: '2026-11-23', time: '' },
])('what is not filled in is no moment: %o', (fields) => {
  expect(instantOf(fields)).toBeNull()
})
