import { describe, expect, test } from 'vitest'
import { readTableSet, TableSetError } from '../../src/disclosure/table-set.ts'

const valid = {
  dims: { region: { sums: [['_T', 'A', 'B']] }, sex: { sums: [['all', 'f', 'm']] } },
  cells: [
    { at: {}, n: 12 },
    { at: { region: 'A' }, n: 4, withheld: true, persons: 3, top: 2 },
    { at: { region: 'B', sex: 'all' }, n: 8, frozen: true },
    { at: { sex: 'f' }, n: 6, between: [4, 8] },
    { at: { region: 'A', sex: 'f' }, n: 2, joint: true },
  ],
  policy: { k: 5, zeros: 'withheld' },
}

test('reads what it may contain, and marks that are false as none', () => {
  expect(readTableSet(valid)).toEqual(valid)
  const cells = [{ at: {}, n: 12, withheld: false, frozen: false, joint: false }]
  expect(readTableSet({ ...valid, cells }).cells).toEqual([{ at: {}, n: 12 }])
})

describe('refuses with TABLE_SET_INVALID', () => {
  const dims = (sums: unknown) => ({
    ...valid,
    dims: { region: { sums } },
    cells: [{ at: { region: 'A' }, n: 1 }],
  })
  const cell = (more: object) => ({ ...valid, cells: [{ at: {}, n: 12, ...more }] })
  const at = (place: unknown) => ({ ...valid, cells: [{ at: place, n: 12 }] })
  const own = JSON.parse('{"__proto__":"A"}')
  test.each<[string, unknown]>([
    ['no object', null],
    ['a list', []],
    ['a field too many', { ...valid, more: 1 }],
    ['a field missing', { dims: valid.dims, cells: valid.cells }],
    ['a field of the prototype only', Object.create(valid)],
    ['no cells', { ...valid, cells: [] }],
    ['a total without parts', dims([['A']])],
    ['an empty sum', dims([[]])],
    ['no sums', dims([])],
    ['a part twice', dims([['_T', 'A', 'A']])],
    ['a total among its parts', dims([['A', 'A', 'B']])],
    [
      'codes that are parts of each other',
      dims([
        ['_T', 'A', 'B'],
        ['A', 'C'],
        ['C', 'A'],
      ]),
    ],
    ['codes that are no text', dims([['_T', 1]])],
    ['an empty code', dims([['_T', 'A', '']])],
    [
      'a dimension of the name __proto__',
      { ...valid, dims: JSON.parse('{"__proto__":{"sums":[["_T","A"]]}}') },
    ],
    ['an unknown dimension', at({ place: 'A' })],
    ['an unknown dimension of the name __proto__', at(own)],
    ['an inherited name', at({ toString: 'A' })],
    ['an unknown code', at({ region: 'Z' })],
    ['a code that is no text', at({ region: 1 })],
    ['a place twice', { ...valid, cells: [valid.cells[0], { at: { region: '_T', sex: 'all' }, n: 12 }] }],
    ['a negative count', cell({ n: -1 })],
    ['half a person', cell({ n: 1.5 })],
    ['not a number', cell({ n: Number.NaN })],
    ['a number as text', cell({ n: '12' })],
    ['a count beyond all counts', cell({ n: 2 ** 53 })],
    ['persons that are no count', cell({ persons: -1 })],
    ['a part larger than the count', cell({ top: 13 })],
    ['a mark that is neither true nor false', cell({ withheld: 1 })],
    ['an unknown mark', cell({ hidden: true })],
    ['an interval without the count', cell({ between: [13, 14] })],
    ['an interval the wrong way round', cell({ between: [14, 10] })],
    ['an interval of three numbers', cell({ between: [10, 12, 14] })],
    ['withheld and joint', cell({ withheld: true, joint: true })],
    ['withheld and rounded', cell({ withheld: true, between: [10, 14] })],
    ['k of nothing', { ...valid, policy: { k: 0, zeros: 'withheld' } }],
    ['k and a half', { ...valid, policy: { k: 5.5, zeros: 'withheld' } }],
    ['another policy of zeros', { ...valid, policy: { k: 5, zeros: 'sometimes' } }],
    [
      'a withheld zero where zeros are published',
      { ...valid, cells: [{ at: {}, n: 0, withheld: true }], policy: { k: 5, zeros: 'published' } },
    ],
    [
      'a dimension left out that has no total',
      {
        ...valid,
        dims: {
          ...valid.dims,
          region: {
            sums: [
              ['X', 'A', 'B'],
              ['Y', 'B', 'C'],
            ],
          },
        },
        cells: [{ at: { sex: 'f' }, n: 1 }],
      },
    ],
  ])('%s', (_, json) => {
    const read = () => readTableSet(json)
    expect(read).toThrow(TableSetError)
    expect(read).toThrow(expect.objectContaining({ code: 'TABLE_SET_INVALID' }))
  })
})
