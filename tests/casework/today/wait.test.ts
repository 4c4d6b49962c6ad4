import { describe, expect, it } from 'vitest'
import { columnsFrom, urgencyAt } from '../../../src/casework/today/wait.ts'
import { hour } from '../course-records.ts'

describe('a column', () => {
  it('begins so many days after a moment, or after the beginning of a day', () => {
    const columns = { week: -1, today: 0, now: 2 }
    expect(columnsFrom('2026-11-10', columns)).toEqual({
      week: '2026-11-08T16:00:00.000Z',
      today: '2026-11-09T16:00:00.000Z',
      now: '2026-11-11T16:00:00.000Z',
    })
    expect(columnsFrom(hour(0), { today: 1 })).toEqual({ today: hour(24) })
  })
  it.each([
    [hour(-1), null],
    [hour(0), 'week'],
    [hour(1), 'today'],
    [hour(2), 'now'],
    [hour(3), null],
  ])('at %s: %s', (now, urgency) => {
    expect(urgencyAt({ from: { week: hour(0), today: hour(1), now: hour(2) }, until: hour(3) }, now)).toBe(
      urgency,
    )
  })
})
