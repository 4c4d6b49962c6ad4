import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTableSet } from '../../src/disclosure/table-set.ts'
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

  it('gives tables as audit, protect and tau-argus take them', async () => {
    const { lines, exit } = await anxin([...small, '--clients', '300', '--as', 'sets'])
    expect(exit).toBe(0)
    const sets: { period: string; tables: string[]; set: object }[] = lines.map((line) => JSON.parse(line))
    expect(sets.length).toBeGreaterThan(2)
    for (const { period, tables, set } of sets) {
      expect(period).toMatch(/^2026-(0[6-9]|Q3)$/)
      expect(tables.length).toBeGreaterThan(0)
      expect(() => readTableSet(set)).not.toThrow()
    }
    const folder = mkdtempSync(join(tmpdir(), 'anxin-sets-'))
    try {
      const [tables, out] = [join(folder, 'tables.json'), join(folder, 'tau')]
      writeFileSync(tables, JSON.stringify(sets[0]?.set))
      const written = await anxin(['tau-argus', tables, '--out', out])
      expect(written.errors).toBe('')
      const { files, left } = JSON.parse(written.output)
      expect(readdirSync(out).sort()).toEqual(files.toSorted())
      expect(files.filter((name: string) => name.endsWith('.arb')).length + left.length).toBeGreaterThan(0)
      expect(statSync(out).mode & 0o077).toBe(0)
      const again = await anxin(['tau-argus', tables, '--out', out])
      expect(JSON.parse(again.errors)).toEqual({ code: 'FILE_EXISTS', at: out })
      const wrong = await anxin(['tau-argus', join(folder, 'missing.json'), '--out', join(folder, 'other')])
      expect({ exit: wrong.exit, code: JSON.parse(wrong.errors).code }).toEqual({
        exit: 1,
        code: 'FILE_UNREADABLE',
      })
      expect(existsSync(join(folder, 'other'))).toBe(false)
    } finally {
      rmSync(folder, { recursive: true })
    }
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
    ['a day of another century', ['simulate', '--clients', '5', '--months', '1', '--until', '9999-12-31']],
    ['more people than anybody', ['simulate', '--clients', '1e300', '--months', '1']],
    ['an unknown form', ['simulate', '--clients', '5', '--months', '1', '--as', 'csv']],
    ['one word too many', ['simulate', '5', '--clients', '5', '--months', '1']],
  ])('exits 2 on %s', async (_, args) => {
    const { exit, output, errors } = await anxin(args)
    expect({ exit, output }).toEqual({ exit: 2, output: '' })
    expect(errors).toContain('"code":"WRONG_ARGUMENTS"')
  })
})
