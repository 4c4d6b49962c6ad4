import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvView } from '../../../src/exchange/views/csv-view.ts'
import { cellsOf, keyOf } from '../../../src/exchange/views/package-view.ts'
import { guardedViews } from '../../support/package-view.ts'
import { rowsOfCsv } from '../../support/read-back.ts'

const seed = 20_261_123

it('gives every cell of every table back: its number, or the one mark', () => {
  fc.assert(
    fc.property(guardedViews('awkward'), fc.constantFrom('zh-CN', 'en'), ({ view }, language) => {
      const rows = rowsOfCsv(csvView(view, language))
      const heading = rows.findIndex((row) => row.length === 1 && row[0] === '') + 1
      const [first = [], ...cells] = rows.slice(heading)
      const [key, count] = [first.findIndex((word) => ['代码', 'Code'].includes(word)), first.length - 1]
      const read = cells.map((row) => [row[0], row[key], row[count]])
      const mark = language === 'en' ? 'withheld' : '不予公布'
      expect(read).toEqual(
        view.tables.flatMap((table) =>
          cellsOf(table).map((cell) => [
            table.planned.id,
            keyOf(cell),
            cell.count === null ? mark : String(cell.count),
          ]),
        ),
      )
      for (const row of cells) expect(row).toHaveLength(first.length)
    }),
    { seed },
  )
})

it('says above the figures which package it was made from', () => {
  fc.assert(
    fc.property(guardedViews('plain'), ({ view }) => {
      const rows = new Map(rowsOfCsv(csvView(view, 'en')).map(([name, value]) => [name, value]))
      expect(rows.get('Release plan')).toBe(`${view.plan.id} v${view.plan.version}`)
      expect(rows.get('From unit')).toBe(view.from.unit)
      expect(rows.get('Period')).toContain(view.period)
      expect(rows.get('Fingerprint of the package (SHA-256)')).toBe(view.sha256)
      expect(rows.get('Cells withheld')).toBe(String(view.protection.withheld))
      expect(rows.has('Demonstration: invented persons')).toBe(false)
    }),
    { seed, numRuns: 20 },
  )
})

it('says of a demonstration that it is one', () => {
  const [{ view } = expect.fail()] = fc.sample(guardedViews('plain'), { seed, numRuns: 1 })
  expect(rowsOfCsv(csvView({ ...view, demo: true }, 'zh-CN'))[1]).toEqual(['演示数据，人员均为虚构', ''])
})

it('abuse case 24, case 55: holds no cell that a spreadsheet would compute, in whatever words a plan has its labels', () => {
  fc.assert(
    fc.property(guardedViews('awkward'), ({ view }) => {
      for (const row of rowsOfCsv(csvView(view, 'zh-CN')))
        for (const cell of row) expect(cell.normalize('NFKC')).not.toMatch(/^[\s\p{C}]*[=+\-@]/u)
    }),
    { seed },
  )
})
