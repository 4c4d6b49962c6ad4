import { describe, expect, it } from 'vitest'
import { gridSize } from '../../src/statistics/axis.ts'
import { publishedTables } from '../../src/statistics/published-tables.ts'
import { ReleasePlanError, readReleasePlan, tableOf } from '../../src/statistics/release-plan.ts'
import { shippedPlan, shippedPlanJson } from '../support/release-plan.ts'

const ids = (profile: 'small' | 'medium' | 'large', period: 'month' | 'quarter') =>
  publishedTables(shippedPlan, profile, period).map(({ id }) => id)

/** The shipped plan as data, changed at one place. */
const changed = (change: (plan: { tables: Record<string, unknown>[]; [key: string]: unknown }) => void) => {
  const plan = structuredClone(shippedPlanJson) as { tables: Record<string, unknown>[] }
  change(plan)
  return () => readReleasePlan(plan)
}

describe('the shipped release plan', () => {
  it('lets a small room publish no tier, band or type of call', () => {
    expect(ids('small', 'month')).toEqual(['clients-sex-age', 'assessments-instrument', 'calls'])
    expect(ids('medium', 'month')).toEqual(ids('small', 'month'))
    expect(ids('small', 'quarter')).toEqual([])
  })

  it('replaces the coarser tables in a large room instead of adding to them', () => {
    expect(ids('large', 'month')).toEqual(['clients-sex-age', 'assessments-instrument-band', 'calls-type'])
    expect(ids('large', 'quarter')).toEqual(['clients-tier'])
  })

  it('gives every table a grid', () => {
    const sizes = shippedPlan.tables.map((table) => gridSize(shippedPlan, table))
    expect(sizes).toEqual([18, 29, 1, 78, 3, 3])
  })
})

describe('the instruments on the shelf', () => {
  const shelf = import.meta.glob<{ id: string; scales: { id: string; bands?: { id: string }[] }[] }>(
    '../../questionnaires/*/instrument.json',
    { eager: true, import: 'default' },
  )
  /** That somebody was asked these at all says something of their risk: in counts of a small place they are `other`. */
  const unnamed = ['asq', 'behaviour-clues', 'danger-level', 'illness-class']
  const codesOf = (id: string) =>
    shippedPlan.dimensions.find((dimension) => dimension.id === id)?.codes.map(({ code }) => code)

  it.each(unnamed)('%s is not named', (id) => {
    expect(codesOf('instrument')).not.toContain(id)
    expect(codesOf('instrumentBand')?.some((code) => code.startsWith(id))).toBe(false)
  })

  it.each(Object.values(shelf).filter(({ id }) => !unnamed.includes(id)))(
    '$id has a place in the plan, with every band of its total',
    ({ id, scales }) => {
      const bands = scales.find((scale) => scale.id === 'total')?.bands ?? []
      expect(codesOf('instrument')).toContain(id)
      expect(codesOf('instrumentBand')).toEqual(
        expect.arrayContaining([id, ...bands.map((band) => `${id}.${band.id}`)]),
      )
    },
  )
})

describe('reading a plan', () => {
  it.each<[string, Parameters<typeof changed>[0]]>([
    ['an unknown field', (plan) => Object.assign(plan, { note: 'x' })],
    ['a table id given twice', (plan) => plan.tables.push({ ...plan.tables[0] })],
    ['an unknown dimension', (plan) => Object.assign(plan.tables[0] ?? {}, { dims: ['village'] })],
    [
      'a sensitive table for small rooms',
      (plan) => Object.assign(plan.tables[5] ?? {}, { profile: 'small' }),
    ],
    ['a sensitive table on base 3', (plan) => Object.assign(plan.tables[5] ?? {}, { base: 3 })],
    ['a base nobody agreed on', (plan) => Object.assign(plan.tables[0] ?? {}, { base: 2 })],
    ['a monthly stock', (plan) => Object.assign(plan.tables[5] ?? {}, { period: 'month' })],
    ['one count in two tables', (plan) => Object.assign(plan.tables[4] ?? {}, { replaces: null })],
    ['a replacement of nothing', (plan) => Object.assign(plan.tables[4] ?? {}, { replaces: 'visits' })],
    ['a replacement of a replacement', (plan) => Object.assign(plan.tables[2] ?? {}, { replaces: 'calls' })],
    [
      'a replacement that does not add up',
      (plan) => Object.assign(plan.tables[4] ?? {}, { replaces: 'clients-sex-age' }),
    ],
  ])('refuses %s', (_, change) => {
    expect(changed(change)).toThrow(ReleasePlanError)
  })

  it('knows its tables by id', () => {
    expect(tableOf(shippedPlan, 'calls')?.unit).toBe('call')
    expect(tableOf(shippedPlan, 'visits')).toBeNull()
  })
})
