import { describe, expect, it } from 'vitest'
import {
  brokenPlaces,
  countyOf,
  isInForce,
  type Place,
  placeSchema,
} from '../../src/statistics/division-codes.ts'
import { shippedPlan } from '../support/release-plan.ts'

const place = (code: string, more: Partial<Place> = {}): Place => ({
  code,
  label: { 'zh-CN': '示例镇', en: 'Example' },
  from: '2020-01-01',
  until: null,
  becomes: [],
  ...more,
})
const broken = (...places: Place[]) => [...brokenPlaces(places)]

describe('a list of townships', () => {
  it('takes 9 digits, and changes on the first of January alone', () => {
    expect(placeSchema.safeParse(place('990101101')).success).toBe(true)
    for (const code of ['990101', '990101101201', '99010110a', ''])
      expect(placeSchema.safeParse(place(code)).success, code).toBe(false)
    for (const from of ['2026-02-01', '2026-01-02', '2026-13-01', 'now'])
      expect(placeSchema.safeParse(place('990101101', { from })).success, from).toBe(false)
  })

  it('knows when a township has its code', () => {
    const was = place('990101101', { from: '2022-01-01', until: '2025-01-01', becomes: ['990101102'] })
    expect([2021, 2022, 2024, 2025].map((year) => isInForce(was, year))).toEqual([false, true, true, false])
    expect(isInForce(place('990101101'), 2099)).toBe(true)
    expect(countyOf(was)).toBe('990101')
  })

  it('says of a township that ends what it becomes, and of no other', () => {
    const next = place('990101109', { from: '2026-01-01' })
    const merged = (code: string) => place(code, { until: '2026-01-01', becomes: ['990101109'] })
    expect(broken(merged('990101101'), merged('990101102'), next)).toEqual([])
    expect(broken(merged('990101101'))).toEqual(['990101101: becomes 990101109, which is not there'])
    expect(broken(place('990101101', { until: '2026-01-01' }))).toHaveLength(1)
    expect(broken(place('990101101', { becomes: ['990101109'] }), next)[0]).toMatch(/belongs to its end/)
    expect(broken(place('990101101', { until: '2019-01-01', becomes: ['990101109'] }), next)).not.toEqual([])
  })

  it('has no code twice at a time, but may have it again later', () => {
    expect(broken(place('990101101'), place('990101101'))).toEqual(['990101101: given twice'])
    const before = place('990101101', { until: '2024-01-01', becomes: ['990101101'] })
    expect(broken(before, place('990101101', { from: '2024-01-01' }))).toEqual([])
    expect(broken(before, place('990101101', { from: '2023-01-01' }))).toEqual(['990101101: given twice'])
  })

  it('is made up in the plan that comes with the program: no real county is in it', () => {
    expect(broken(...shippedPlan.places)).toEqual([])
    expect(new Set(shippedPlan.places.map(countyOf))).toEqual(new Set(['000000', '990101']))
  })
})
