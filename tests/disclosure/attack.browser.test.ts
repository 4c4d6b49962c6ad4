import { expect, test } from 'vitest'
import { attack } from '../../src/disclosure/attack.ts'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import { publishedCube } from '../support/table-sets/published-cube.ts'

test('the solver loads in a browser and finds there what it finds in Node', async () => {
  const solver = await openSolver()
  expect(solver.name).toBe('highs 1.15.1')
  const { targets, cells } = await attack(publishedCube([3, 3], 60, 5, 5), solver, { all: true })
  expect(targets).toBe(10)
  expect(cells.map(({ low, high, because }) => [low, high, because])).toEqual([
    [1, 1, 'pinned'],
    [30, 31, null],
    [0, 1, 'narrow'],
    [7, 9, null],
    [0, 1, 'narrow'],
    [0, 1, 'narrow'],
    [2, 2, 'pinned'],
    [0, 2, 'narrow'],
    [0, 1, 'narrow'],
    [0, 1, 'narrow'],
  ])
})
