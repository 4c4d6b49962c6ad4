import { describe, expect, it } from 'vitest'
import { factSchema } from '../../src/statistics/fact.ts'
import { publishedTables } from '../../src/statistics/published-tables.ts'
import { tabulate } from '../../src/statistics/tabulate.ts'
import { anxin } from '../support/anxin-command.ts'
import { shippedPlan } from '../support/release-plan.ts'

const small = ['simulate', '--clients', '25', '--months', '4', '--until', '2026-10-01', '--seed', 'test']

interface Counted {
  unit: string
  periods: {
    period: string
    tables: { id: string; cells: number[]; persons: number[]; axes: { codes: string[] }[] }[]
  }[]
}

describe('simulate', () => {
  it('counts every period that is over, by the plan that comes with the program', async () => {
    const { exit, lines, errors } = await anxin(small)
    expect({ exit, errors, lines: lines.length }).toEqual({ exit: 0, errors: '', lines: 1 })
    const room: Counted = JSON.parse(lines[0] ?? '')
    expect(room.unit).toBe('000000000')
    expect(room.periods.map(({ period }) => period)).toEqual([
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-Q3',
    ])
    for (const { period, tables } of room.periods) {
      const kind = period.includes('Q') ? 'quarter' : 'month'
      expect(tables.map(({ id }) => id)).toEqual(
        publishedTables(shippedPlan, 'large', kind).map(({ id }) => id),
      )
      for (const { cells, persons, axes } of tables) {
        expect(cells).toHaveLength(axes.reduce((size, { codes }) => size * codes.length, 1))
        expect(persons).toHaveLength(cells.length)
      }
    }
    expect(
      room.periods.flatMap(({ tables }) => tables.flatMap(({ cells }) => cells)).some((n) => n > 0),
    ).toBe(true)
  })

  it('gives the same room again, and its facts give the same counts', async () => {
    const [first, again, facts] = await Promise.all([
      anxin([...small, '--profile', 'medium']),
      anxin([...small, '--profile', 'medium']),
      anxin([...small, '--as', 'facts']),
    ])
    expect(again.output).toBe(first.output)
    const read = facts.lines.map((line) => factSchema.parse(JSON.parse(line)))
    expect(read.length).toBeGreaterThan(25)
    const room: Counted = JSON.parse(first.output)
    for (const { period, tables } of room.periods)
      expect(tables.map(({ cells }) => cells)).toEqual(
        tabulate(read, shippedPlan, period, 'medium').map(({ cells }) => cells),
      )
  })

  it('writes the records themselves, of people who are marked as examples', async () => {
    const { lines, exit } = await anxin([...small, '--as', 'records'])
    const records: { table: string; id: string; value: { name?: string } }[] = lines.map((line) =>
      JSON.parse(line),
    )
    expect(exit).toBe(0)
    const clients = records.filter(({ table }) => table === 'clients')
    expect(clients).toHaveLength(25)
    for (const { value } of clients) expect(value.name).toMatch(/^示例/)
  })

  it.each([
    ['no size', ['simulate']],
    ['no clients', ['simulate', '--clients', '0', '--months', '3']],
    ['half a month', ['simulate', '--clients', '5', '--months', '0.5']],
    ['a day that is none', ['simulate', '--clients', '5', '--months', '1', '--until', '2026-02-30']],
    ['an unknown form', ['simulate', '--clients', '5', '--months', '1', '--as', 'csv']],
    ['one word too many', ['simulate', '5', '--clients', '5', '--months', '1']],
  ])('exits 2 on %s', async (_, args) => {
    const { exit, output, errors } = await anxin(args)
    expect({ exit, output }).toEqual({ exit: 2, output: '' })
    expect(errors).toContain('"code":"WRONG_ARGUMENTS"')
  })
})
