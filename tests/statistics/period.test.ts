import { expect, it } from 'vitest'
import {
  hasBegun,
  isOver,
  monthsOf,
  periodKindOf,
  periodSchema,
  quarterOf,
} from '../../src/statistics/period.ts'

it('knows the months of a period', () => {
  expect(monthsOf('2026-11')).toEqual(['2026-11'])
  expect(monthsOf('2026-Q1')).toEqual(['2026-01', '2026-02', '2026-03'])
  expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12'])
  expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
    '2026-Q1',
    '2026-Q1',
    '2026-Q2',
    '2026-Q4',
  ])
  expect(periodKindOf('2026-Q4')).toBe('quarter')
})

it('takes no impossible period', () => {
  for (const period of [
    '2026-13',
    '2026-00',
    '2026-Q0',
    '2026-Q5',
    '2026',
    '2026-1',
    '1926-01',
    ' 2026-01',
  ]) {
    expect(periodSchema.safeParse(period).success, period).toBe(false)
  }
})

it('tells whether a period has begun and whether it is over', () => {
  expect(hasBegun('2026-Q4', '2026-09-30')).toBe(false)
  expect(hasBegun('2026-Q4', '2026-10-01')).toBe(true)
  expect(isOver('2026-Q4', '2026-12-31')).toBe(false)
  expect(isOver('2026-Q4', '2027-01-01')).toBe(true)
  expect(isOver('2026-11', '2026-12-01')).toBe(true)
})
