import { describe, expect, test } from 'vitest'
import {
  askedBy,
  kindsOf,
  type PictureChoice,
  periodsOfKind,
  startOf,
} from '../../../src/renderer/county-desk/picture/picture-question.ts'

const table = {
  id: 'calls',
  title: { 'zh-CN': '', en: '' },
  unit: 'call',
  dims: [],
  period: 'month',
  isStock: false,
} as const
const choice: PictureChoice = {
  table: { ...table, dims: [] },
  period: '2026-03',
  view: 'numbers',
  by: ['a'],
  only: { dim: 'b', code: 'c' },
  path: [],
}
const township = { level: 'township', code: '330102101', name: '' } as const

describe('the picture', () => {
  test('is of the periods that a table can be added up to', () => {
    expect(kindsOf(table)).toEqual(['month', 'quarter', 'year'])
    expect(kindsOf({ ...table, period: 'quarter' })).toEqual(['quarter', 'year'])
    expect(kindsOf({ ...table, unit: 'person', period: 'quarter' })).toEqual(['quarter'])
    expect(kindsOf({ ...table, unit: 'person', period: 'quarter', isStock: true })).toEqual([
      'quarter',
      'year',
    ])
  })

  test('knows the quarters and years of what came', () => {
    const came = ['2026-02', '2026-01', '2025-12', '2025-Q4']
    expect(periodsOfKind(came, 'month')).toEqual(['2026-02', '2026-01', '2025-12'])
    expect(periodsOfKind(came, 'quarter')).toEqual(['2026-Q1', '2025-Q4'])
    expect(periodsOfKind(came, 'year')).toEqual(['2026', '2025'])
  })

  test('begins with the newest quarter that was reported as one', () => {
    expect(startOf(['2026-02', '2025-Q4', '2025-12', '2025-Q3'], 'quarter')).toBe('2025-Q4')
    expect(startOf(['2026-02', '2025-12'], 'quarter')).toBe('2026-Q1')
    expect(startOf(['2026-02', '2025-Q4'], 'month')).toBe('2026-02')
    expect(startOf([], 'year')).toBeUndefined()
  })

  test('asks once for all periods and units', () => {
    expect(askedBy(choice)).toEqual({
      table: 'calls',
      periods: ['2026-03'],
      level: 'desk',
      within: null,
      by: ['a'],
      at: {},
    })
    expect(askedBy({ ...choice, view: 'trend' })).toMatchObject({ level: 'desk', by: [], at: { b: 'c' } })
    expect(askedBy({ ...choice, view: 'trend' })?.periods).toHaveLength(13)
    expect(askedBy({ ...choice, view: 'heat', period: '2026-Q1' })?.periods.at(0)).toBe('2024-Q2')
    expect(askedBy({ ...choice, view: 'compare' })).toMatchObject({ level: 'township', within: null })
  })

  test('is opened down to the room, and no further', () => {
    const within = { level: 'township', code: '330102101' }
    expect(askedBy({ ...choice, view: 'compare', path: [township] })).toMatchObject({ level: 'room', within })
    const room = { level: 'room', code: '330102001', name: '' } as const
    expect(askedBy({ ...choice, view: 'heat', path: [township, room] })).toBeNull()
    expect(askedBy({ ...choice, path: [township, room] })).toMatchObject({
      level: 'desk',
      within: { level: 'room' },
    })
  })
})
