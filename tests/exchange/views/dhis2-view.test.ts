import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dataValueSet } from '../../../src/exchange/views/dhis2-view.ts'
import { cellsOf, keyOf } from '../../../src/exchange/views/package-view.ts'
import { guardedViews } from '../../support/package-view.ts'

it('has one value for every cell, a string, and an element of its own for what is withheld', () => {
  fc.assert(
    fc.property(guardedViews('plain'), ({ view }) => {
      const set = dataValueSet(view)
      expect(set).toMatchObject({
        dataSet: `anxin-rooms_${view.period.includes('Q') ? 'quarter' : 'month'}`,
        orgUnit: view.from.unit,
        completeDate: view.created,
      })
      // Monthly `202611`, quarterly `2026Q4`.
      expect(set.period).toMatch(/^\d{4}(?:0[1-9]|1[0-2]|Q[1-4])$/)
      expect(set.period).toBe(view.period.replace('-', ''))
      const expected = view.tables.flatMap((table) =>
        cellsOf(table).map((cell) => ({
          element: table.planned.id + (cell.count === null ? '_withheld' : ''),
          combo: table.axes.length === 0 ? undefined : keyOf(cell),
          value: String(cell.count ?? 1),
        })),
      )
      expect(
        set.dataValues.map(({ dataElement, categoryOptionCombo, value }) => ({
          element: dataElement,
          combo: categoryOptionCombo,
          value,
        })),
      ).toEqual(expected)
      // DHIS2 keeps one value for an element and combination: no two may meet there.
      const places = set.dataValues.map((value) => `${value.dataElement} ${value.categoryOptionCombo}`)
      expect(new Set(places).size).toBe(places.length)
    }),
    { seed: 20_261_123 },
  )
})

it('is JSON whose every value is text, as DHIS2 wants it', () => {
  const [{ view } = expect.fail()] = fc.sample(guardedViews('plain'), { seed: 3, numRuns: 1 })
  const values: unknown[] = JSON.parse(JSON.stringify(dataValueSet(view))).dataValues
  for (const value of values)
    expect(Object.values(value as object).every((field) => typeof field === 'string')).toBe(true)
})
