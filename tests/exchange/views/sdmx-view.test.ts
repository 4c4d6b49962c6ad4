import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellsOf } from '../../../src/exchange/views/package-view.ts'
import { sdmxView } from '../../../src/exchange/views/sdmx-view.ts'
import { guardedViews } from '../../support/package-view.ts'

const fixed = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ', 'REF_AREA']
const last = ['TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'CONF_STATUS', 'UNIT_MEASURE']

/** The rules of the field guide that our rows have to keep. */
it('keeps the field guide of SDMX-CSV 2.0, and has an observation for every cell', () => {
  fc.assert(
    fc.property(guardedViews('awkward'), ({ view }) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(sdmxView(view))
      // No byte order mark: the first column has to be called STRUCTURE. Codes only: nothing to quote.
      expect(text).toMatch(/^[\x20-\x7e\r\n]*$/)
      expect(text.endsWith('\r\n')).toBe(true)
      expect(text).not.toContain('"')
      const [heading = [], ...rows] = text
        .split('\r\n')
        .slice(0, -1)
        .map((line) => line.split(','))
      const dims = heading.slice(fixed.length, -last.length)
      expect(heading).toEqual([...fixed, ...dims, ...last])
      expect(new Set(heading).size).toBe(heading.length)
      for (const name of heading) expect(name).toMatch(/^[A-Z][A-Z0-9_-]*$/)
      const expected = view.tables.flatMap((table) => cellsOf(table).map((cell) => ({ table, cell })))
      expect(rows).toHaveLength(expected.length)
      for (const [index, { table, cell }] of expected.entries()) {
        const row = Object.fromEntries(heading.map((name, column) => [name, rows[index]?.[column]]))
        expect(rows[index]).toHaveLength(heading.length)
        expect(row).toMatchObject({
          STRUCTURE: 'dataflow',
          STRUCTURE_ID: `ANXIN:anxin-rooms_${table.planned.id}(3.0.0)`,
          ACTION: 'R',
          FREQ: view.period.includes('Q') ? 'Q' : 'M',
          REF_AREA: '330102001',
          TIME_PERIOD: view.period,
          OBS_VALUE: cell.count === null ? '' : String(cell.count),
          OBS_STATUS: cell.count === null ? 'Q' : 'A',
          CONF_STATUS: cell.count === null ? 'N' : 'F',
          UNIT_MEASURE: 'PERSON',
        })
        const filled = dims.map((dim) => row[dim]).filter((code) => code !== '')
        expect(new Set(filled)).toEqual(new Set(cell.codes.map(({ code }) => code.replaceAll('.', '_'))))
        for (const code of filled) expect(code).toMatch(/^[A-Za-z0-9_@$-]+$/)
      }
    }),
    { seed: 20_261_123 },
  )
})
