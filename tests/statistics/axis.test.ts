import { describe, expect, it } from 'vitest'
import { axesOf, gridSize } from '../../src/statistics/axis.ts'
import { type PlannedTable, tableOf } from '../../src/statistics/release-plan.ts'
import { shippedPlan } from '../support/release-plan.ts'

const planned = (id: string): PlannedTable => tableOf(shippedPlan, id) ?? expect.fail(id)
const codesOf = (table: PlannedTable) =>
  axesOf(shippedPlan, table).map(({ codes }) => codes.map(({ code }) => code))

describe('the sides of a grid', () => {
  it('are the inner codes alone where a table is rounded or plain', () => {
    const [sex, age] = axesOf(shippedPlan, planned('clients-sex-age'))
    expect(sex?.codes.map(({ code }) => code)).toEqual(['female', 'male', 'unknown'])
    expect(sex?.places).toEqual([[0], [1], [2]])
    expect(age?.codes.map(({ code }) => code)).not.toContain('_T')
    expect(gridSize(shippedPlan, planned('clients-sex-age'))).toBe(18)
    expect(codesOf(planned('calls'))).toEqual([])
    expect(gridSize(shippedPlan, planned('calls'))).toBe(1)
  })

  it('have the total first and each coarser code before its parts where cells are withheld', () => {
    const [reason, age] = axesOf(shippedPlan, planned('closures'))
    expect(reason?.codes[0]).toEqual({ code: '_T', label: { 'zh-CN': '合计', en: 'Total' } })
    expect(age?.codes.map(({ code }) => code)).toEqual([
      ...['_T', 'minor', 'under14', '14to17', 'adult', '18to39', '40to59'],
      ...['older', '60plus', 'ageUnknown', 'unknown'],
    ])
    expect(age?.sums).toEqual([
      ['_T', 'minor', 'adult', 'older', 'ageUnknown'],
      ['minor', 'under14', '14to17'],
      ['adult', '18to39', '40to59'],
      ['older', '60plus'],
      ['ageUnknown', 'unknown'],
    ])
    // A fact of a client of 40 to 59 counts there, among adults, and in the total.
    expect(age?.places[3]).toEqual([6, 4, 0])
    expect(gridSize(shippedPlan, planned('closures'))).toBe(8 * 11)
  })

  it('say how inner codes add up even where the total is no cell', () => {
    const [band] = axesOf(shippedPlan, planned('assessments-instrument-band'))
    expect(band?.sums[0]?.slice(0, 3)).toEqual(['_T', 'phq-9', 'gad-7'])
    expect(band?.sums).toContainEqual([
      'gad-7',
      ...['gad-7.minimal', 'gad-7.mild', 'gad-7.moderate', 'gad-7.severe', 'gad-7.unlisted'],
    ])
  })

  it('make a grid for any table of these dimensions, also one that the plan does not have', () => {
    const cube = { ...planned('closures'), dims: ['closureReason', 'ageBand', 'sex'] }
    expect(gridSize(shippedPlan, cube)).toBe(8 * 11 * 4)
  })

  it.each(shippedPlan.tables.map((table) => [table.id, table] as const))(
    '%s: every code adds up to the total along one way',
    (_, table) => {
      for (const { codes, sums, places } of axesOf(shippedPlan, table)) {
        const parts = sums.flatMap(([, ...rest]) => rest)
        expect(new Set(parts).size).toBe(parts.length)
        for (const own of places) {
          expect(own.length).toBeGreaterThan(0)
          if (table.class === 'S') expect(codes[own.at(-1) ?? -1]?.code).toBe('_T')
          else expect(own).toHaveLength(1)
        }
      }
    },
  )
})
