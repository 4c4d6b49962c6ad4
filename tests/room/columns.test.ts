import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromColumn, toColumn } from '../../src/room/clients/columns.ts'

const written = (rows: readonly unknown[]): unknown[] =>
  fromColumn(JSON.parse(JSON.stringify(toColumn(rows))))

test('any rows come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (given) => {
      const rows: unknown[] = JSON.parse(JSON.stringify(given))
      expect(written(rows)).toEqual(rows)
    }),
  )
})

test('rows of one shape come back as they were, with what is not there for some of them', () => {
  const row = fc.record({
    id: fc.string(),
    decided: fc.option(fc.record({ tier: fc.constantFrom('general', 'watch'), by: fc.string() })),
    readings: fc.array(fc.record({ full: fc.string(), starts: fc.array(fc.nat()) })),
    __proto__: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.array(row), (given) => {
      const rows: unknown[] = JSON.parse(JSON.stringify(given))
      expect(written(rows)).toEqual(rows)
    }),
  )
})

test('every field is named once', () => {
  const rows = Array.from({ length: 100 }, (_, id) => ({ id: `${id}`, tier: id % 2 ? 'general' : 'watch' }))
  const text = JSON.stringify(toColumn(rows))
  expect(text.match(/tier/g)).toHaveLength(1)
  expect(text.match(/general/g)).toHaveLength(1)
})
