import { describe, expect, it } from 'vitest'
import { primaryCells } from '../../src/disclosure/primary-cells.ts'
import type { TableCell, TableSet } from '../../src/disclosure/table-set.ts'
import { crossTable } from '../support/table-sets/oracles.ts'

const zeros = (known: 'withheld' | 'published', cells: TableCell[]): TableSet => ({
  dims: { sex: { sums: [['_T', 'f', 'm']] } },
  cells,
  policy: { k: 5, zeros: known },
})
const placesIn = (set: TableSet): string[] =>
  primaryCells(set).map((index) => Object.values(set.cells[index]?.at ?? {}).join(' '))

describe('case 58: under k', () => {
  it.each([
    [4, 'f'],
    [5, undefined],
    [6, undefined],
  ])('a count of %i persons', (n, place) => {
    const set = zeros('withheld', [{ at: { sex: 'f' }, n }])
    expect(placesIn(set)).toEqual(place === undefined ? [] : [place])
  })

  it('zeros are as small as any, unless the plan publishes them', () => {
    const cells: TableCell[] = [{ at: { sex: 'f' }, n: 0 }]
    expect(placesIn(zeros('withheld', cells))).toEqual(['f'])
    expect(placesIn(zeros('published', cells))).toEqual([])
  })

  it('persons count, not their visits: forty by one person, or sixty by four', () => {
    const cells: TableCell[] = [
      { at: { sex: 'f' }, n: 40, persons: 1 },
      { at: { sex: 'm' }, n: 60, persons: 4 },
      { at: {}, n: 100, persons: 5 },
    ]
    expect(placesIn(zeros('published', cells))).toEqual(['f', 'm'])
  })
})

describe('dominance', () => {
  it.each([
    [20, []],
    [21, ['f']],
  ])('%i of 40 visits by one person', (top, places) => {
    expect(placesIn(zeros('withheld', [{ at: { sex: 'f' }, n: 40, persons: 10, top }]))).toEqual(places)
  })
})

describe('abuse case 11, case 61: group disclosure', () => {
  const bands = (
    counts: Record<string, Record<string, number>>,
    known: 'withheld' | 'published' = 'withheld',
  ) => crossTable(counts, { k: 5, zeros: known }, ['place', 'band'])

  it('withholds the part in which everyone of a row is', () => {
    const set = bands({
      here: { mild: 0, severe: 9 },
      there: { mild: 20, severe: 30 },
      far: { mild: 8, severe: 7 },
    })
    expect(placesIn(set)).toEqual(['here mild', 'here severe'])
  })

  it('asks nothing of a row with persons in two parts, of fewer than k, or where zeros are published', () => {
    expect(
      placesIn(
        bands({ here: { mild: 6, severe: 9 }, there: { mild: 20, severe: 30 }, far: { mild: 8, severe: 7 } }),
      ),
    ).toEqual([])
    expect(
      placesIn(
        bands({ here: { mild: 0, severe: 4 }, there: { mild: 20, severe: 30 }, far: { mild: 8, severe: 7 } }),
      ),
    ).toEqual(['here mild', 'here', 'here severe'])
    expect(
      placesIn(
        bands(
          { here: { mild: 0, severe: 9 }, there: { mild: 20, severe: 30 }, far: { mild: 8, severe: 7 } },
          'published',
        ),
      ),
    ).toEqual([])
  })

  it('asks nothing of a part that is another name for its total, as 60 and over is for older people', () => {
    const set: TableSet = {
      dims: {
        age: {
          sums: [
            ['_T', 'adult', 'older'],
            ['older', '60plus'],
          ],
        },
      },
      cells: [
        { at: {}, n: 30 },
        { at: { age: 'adult' }, n: 10 },
        { at: { age: 'older' }, n: 20 },
        { at: { age: '60plus' }, n: 20 },
      ],
      policy: { k: 5, zeros: 'withheld' },
    }
    expect(placesIn(set)).toEqual([])
    const alone = set.cells.map((cell) => ({ ...cell, n: cell.at.age === 'adult' ? 0 : 20 }))
    expect(placesIn({ ...set, cells: alone })).toEqual(['adult', 'older'])
  })

  it('finds the row whether its total is named or left out', () => {
    const set = bands({
      here: { mild: 0, severe: 9 },
      there: { mild: 20, severe: 30 },
      far: { mild: 8, severe: 7 },
    })
    const named = set.cells.map((cell) => ({ ...cell, at: { place: '_T', band: '_T', ...cell.at } }))
    expect(primaryCells({ ...set, cells: named })).toEqual(primaryCells(set))
  })
})

it('leaves alone what is decided: withheld, frozen, rounded or never published', () => {
  const cells: TableCell[] = [
    { at: { sex: 'f' }, n: 1, withheld: true },
    { at: { sex: 'm' }, n: 1, frozen: true },
    { at: {}, n: 2, between: [1, 5] },
  ]
  expect(primaryCells(zeros('withheld', cells))).toEqual([])
  expect(primaryCells(zeros('withheld', [{ at: { sex: 'f' }, n: 1, joint: true }]))).toEqual([])
})
