import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barsOf, innerCells, layOut } from '../../../src/renderer/charts/grid-layout.ts'

const dimension = (id: string, codes: string[]) => ({
  id,
  title: { 'zh-CN': id, en: id },
  codes: codes.map((code) => ({ code, label: { 'zh-CN': code, en: code } })),
})
const sex = dimension('sex', ['f', 'm'])
const age = dimension('age', ['young', 'middle', 'old'])

describe('layOut', () => {
  test('puts the dimension with the fewest codes across, whatever its place in the grid', () => {
    expect(layOut([sex, age]).across).toEqual(sex)
    expect(layOut([age, sex]).across).toEqual(sex)
  })

  test('finds each cell in grid order, the last dimension running fastest', () => {
    expect(layOut([sex, age]).rows.map(({ cells }) => cells)).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ])
    expect(layOut([age, sex]).rows.map(({ cells }) => cells)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
  })

  test('a table of one dimension is one column, a table of none one number', () => {
    expect(layOut([age])).toMatchObject({
      across: null,
      rows: [{ cells: [0] }, { cells: [1] }, { cells: [2] }],
    })
    expect(layOut([])).toMatchObject({ across: null, rows: [{ key: '', cells: [0] }] })
  })

  test('names every cell of any grid exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), (sizes) => {
        const dims = sizes.map((size, at) =>
          dimension(
            `d${at}`,
            Array.from({ length: size }, (_, code) => `d${at}c${code}`),
          ),
        )
        const size = sizes.reduce((product, next) => product * next, 1)
        const cells = layOut(dims).rows.flatMap((row) => row.cells)
        expect(cells.toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, cell) => cell))
      }),
    )
  })
})

test('inner cells are named in grid order', () => {
  expect(innerCells([sex, age], 'en').map(({ name }) => name)).toEqual([
    'f · young',
    'f · middle',
    'f · old',
    'm · young',
    'm · middle',
    'm · old',
  ])
})

describe('where totals are cells of the grid', () => {
  const withTotal = dimension('sex', ['_T', 'f', 'm'])
  const ages = dimension('age', ['_T', 'young', 'old', 'oldest'])

  test('they stand last, in rows and in columns, and nothing is to be added up', () => {
    const { across, rows, holdsTotals } = layOut([withTotal, ages])
    expect(holdsTotals).toBe(true)
    expect(across?.codes.map(({ code }) => code)).toEqual(['f', 'm', '_T'])
    expect(rows.map(({ key, cells }) => [key, cells])).toEqual([
      ['young', [5, 9, 1]],
      ['old', [6, 10, 2]],
      ['oldest', [7, 11, 3]],
      ['_T', [4, 8, 0]],
    ])
    expect(layOut([sex, age]).holdsTotals).toBe(false)
  })

  test('charts and lists of cells leave them out', () => {
    expect(innerCells([withTotal, ages], 'en').map(({ cell }) => cell)).toEqual([5, 6, 7, 9, 10, 11])
    const cells = [6, 1, 2, 3, null, 1, 1, null, null, 0, 1, null]
    expect(barsOf({ dims: [withTotal, ages], cells }, 'en', 'events')).toEqual({
      labels: ['young', 'old', 'oldest'],
      sets: [
        { label: 'f', cells: [1, 1, null] },
        { label: 'm', cells: [0, 1, null] },
      ],
    })
  })
})

describe('barsOf', () => {
  test('gives a label for each row and a set for each column', () => {
    expect(barsOf({ dims: [sex, age], cells: [1, 2, 3, 4, 5, 6] }, 'en', 'persons')).toEqual({
      labels: ['young', 'middle', 'old'],
      sets: [
        { label: 'f', cells: [1, 2, 3] },
        { label: 'm', cells: [4, 5, 6] },
      ],
    })
  })

  test('leaves out a column with nothing in it, but never the only one', () => {
    expect(barsOf({ dims: [sex, age], cells: [1, 2, 3, 0, 0, 0] }, 'en', 'persons').sets).toHaveLength(1)
    expect(barsOf({ dims: [], cells: [0] }, 'en', 'calls')).toEqual({
      labels: ['calls'],
      sets: [{ label: 'calls', cells: [0] }],
    })
  })
})
