import { expect, it } from 'vitest'
import { foldInto } from '../../src/statistics/fold.ts'
import type { Dimension } from '../../src/statistics/release-plan.ts'

const dimension = (id: string, codes: (string | [code: string, within: string])[]): Dimension => ({
  id,
  title: { 'zh-CN': id, en: id },
  from: ['category'],
  sensitive: false,
  under: null,
  codes: codes.map((given) => {
    const [code, within] = typeof given === 'string' ? [given, undefined] : given
    return { code, label: { 'zh-CN': code, en: code }, ...(within === undefined ? {} : { within }) }
  }),
  rest: null,
})

const sex = dimension('sex', ['f', 'm'])
const place = dimension('place', ['north', 'south'])
const village = dimension('village', [
  ['n1', 'north'],
  ['s1', 'south'],
  ['n2', 'north'],
])

it('adds a finer grid up to a coarser one, cell by cell', () => {
  // f·n1 f·s1 f·n2 m·n1 m·s1 m·n2 → f·north f·south m·north m·south
  expect(foldInto([sex, village], [sex, place])).toEqual([0, 1, 0, 2, 3, 2])
  expect(foldInto([sex, village], [place, sex])).toEqual([0, 2, 0, 1, 3, 1])
  expect(foldInto([sex, village], [place])).toEqual([0, 1, 0, 0, 1, 0])
  expect(foldInto([village, sex], [sex])).toEqual([0, 1, 0, 1, 0, 1])
})

it('adds anything up to a single total', () => {
  expect(foldInto([sex, place], [])).toEqual([0, 0, 0, 0])
})

it('leaves a grid as it is when both are the same', () => {
  expect(foldInto([sex, village], [sex, village])).toEqual([0, 1, 2, 3, 4, 5])
})

it('says no when a code has no place', () => {
  expect(foldInto([sex], [place])).toBeNull()
  expect(foldInto([dimension('village', [['x1', 'east']])], [place])).toBeNull()
})
