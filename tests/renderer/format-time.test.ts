import { describe, expect, test } from 'vitest'
import { formatTimeIn } from '../../src/renderer/ui/format-time.ts'

const afternoon = new Date(2026, 10, 2, 14, 2)

describe('local time in the language on screen', () => {
  test('Chinese', () => {
    const { time, day, dayTime, dateTime, exactDateTime } = formatTimeIn('zh-CN')
    expect(time(afternoon)).toBe('14:02')
    expect(day(afternoon)).toBe('2026年11月2日')
    expect(dayTime(afternoon.toISOString())).toBe('11月2日 14:02')
    expect(dateTime(afternoon)).toBe('2026年11月2日 14:02')
    expect(exactDateTime(afternoon)).toBe('2026年11月2日 14:02:00')
  })

  test('English', () => {
    const { time, day, dateTime } = formatTimeIn('en')
    expect(time(afternoon)).toBe('14:02')
    expect(day(afternoon)).toBe('November 2, 2026')
    expect(dateTime(afternoon)).toBe('November 2, 2026 at 14:02')
  })

  test('a calendar day is the same day in every time zone', () => {
    expect(formatTimeIn('zh-CN').day('2026-11-02')).toBe('2026年11月2日')
  })
})
