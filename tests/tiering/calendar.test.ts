import { describe, expect, it } from 'vitest'
import { addDays, dayOf, instantAt } from '../../src/tiering/calendar.ts'

describe("the room's calendar", () => {
  it.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00Z', '2026-11-22'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('puts %s on %s, whatever the time zone of the machine', (instant, day) => {
    expect(dayOf(instant)).toBe(day)
  })

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-22', 365, '2027-11-22'],
  ])('%s and %i days is %s', (day, days, then) => {
    expect(addDays(day, days)).toBe(then)
  })

  it('knows the moment from day and minutes', () => {
    expect(instantAt('2026-11-22', 0)).toBe('2026-11-21T16:00:00.000Z')
    expect(instantAt('2026-11-22', 8 * 60 + 30)).toBe('2026-11-22T00:30:00.000Z')
  })
})
