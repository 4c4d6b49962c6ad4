import { describe, expect, it } from 'vitest'
import {
  figurePeriodKindOf,
  firstDayOf,
  lastDayOf,
  monthsIn,
  periodBefore,
  periodIn,
  periodsUpTo,
  quartersIn,
} from '../../src/statistics/figure-period.ts'

describe('periods of figures', () => {
  it('are months, quarters and years with their days', () => {
    expect(['2026-02', '2026-Q4', '2026'].map(figurePeriodKindOf)).toEqual(['month', 'quarter', 'year'])
    expect(
      ['2024-02', '2026-02', '2026-Q4', '2026'].map((period) => [firstDayOf(period), lastDayOf(period)]),
    ).toEqual([
      ['2024-02-01', '2024-02-29'],
      ['2026-02-01', '2026-02-28'],
      ['2026-10-01', '2026-12-31'],
      ['2026-01-01', '2026-12-31'],
    ])
    expect(monthsIn('2026')).toHaveLength(12)
    expect(monthsIn('2026-Q2')).toEqual(['2026-04', '2026-05', '2026-06'])
    expect(quartersIn('2026')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
    expect(quartersIn('2026-05')).toEqual(['2026-Q2'])
  })

  it('follow one another over the turn of a year', () => {
    expect(periodBefore('2026-01')).toBe('2025-12')
    expect(periodBefore('2026-03', 12)).toBe('2025-03')
    expect(periodBefore('2026-Q1')).toBe('2025-Q4')
    expect(periodBefore('2026-Q1', 4)).toBe('2025-Q1')
    expect(periodBefore('2026')).toBe('2025')
    expect(periodsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })

  it('lie in one another', () => {
    expect(['month', 'quarter', 'year'].map((kind) => periodIn('2026-11', kind as 'year'))).toEqual([
      '2026-11',
      '2026-Q4',
      '2026',
    ])
    expect(periodIn('2026-Q4', 'quarter')).toBe('2026-Q4')
  })
})
