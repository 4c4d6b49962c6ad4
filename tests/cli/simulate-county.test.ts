import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDesk } from '../../src/cli/package-desk.ts'
import type { Arrival } from '../../src/cli/simulated-county/arrivals.ts'
import type { Truth } from '../../src/cli/simulated-county/write-county.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { tableOf } from '../../src/statistics/release-plan.ts'
import { anxin } from '../support/anxin-command.ts'
import { emptyFolder } from '../support/empty-folder.ts'
import { given, makeUnit } from '../support/exchange.ts'
import { shippedPlan } from '../support/release-plan.ts'

const words = ['simulate', '--rooms', '12', '--months', '4', '--until', '2026-11-01', '--out']
const lines = async <T>(path: string): Promise<T[]> =>
  (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Faults that show in a file by itself; the others are faults of its place in the chain. */
const inTheFile = [
  'PACKAGE_DAMAGED',
  'UNKNOWN_SENDER',
  'WRONG_UNIT',
  'NOT_FOR_THIS_DESK',
  'UNKNOWN_PLAN',
  'NOT_A_PACKAGE',
]
const inTheChain = ['CHAIN_FORKED', 'CHAIN_GAP', 'ALREADY_REPORTED']

describe('simulate --rooms', () => {
  it('writes the files of a whole county, with whatever can go wrong with them', async () => {
    const out = join(await emptyFolder(), 'county')
    const { exit, lines: said, errors } = await anxin([...words, out])
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
    expect((await readdir(out)).sort()).toEqual([
      'cards',
      'county.key',
      'expected.jsonl',
      'received',
      'truth.jsonl',
      'units.jsonl',
    ])
    const desk = given(
      await readDesk(
        { identity: join(out, 'county.key'), cards: join(out, 'cards'), plan: null },
        '2026-11-30',
      ),
    )
    const expected = await lines<Arrival & { name: string }>(join(out, 'expected.jsonl'))
    const truth = await lines<Truth>(join(out, 'truth.jsonl'))
    expect(JSON.parse(said[0] ?? '')).toEqual({
      county: '990101',
      rooms: 12,
      files: expected.length,
      bad: expected.filter(({ fate }) => fate !== 'in').length,
    })
    expect(new Set(expected.map(({ code }) => code))).toEqual(new Set([null, ...inTheFile, ...inTheChain]))

    const packages = new Map<string, number>()
    for (const { day, name, unit, period, code } of expected) {
      const bytes = new Uint8Array(await readFile(join(out, 'received', day, name)))
      const read = await readPackage(bytes, desk.desk)
      if (inTheFile.includes(code ?? '')) {
        expect(read).toMatchObject({ ok: false, refusal: { code } })
        continue
      }
      const { payload, sha256 } = given(read)
      expect([payload.from.unit, payload.period]).toEqual([unit, period])
      packages.set(sha256, (packages.get(sha256) ?? 0) + 1)
      const counted = truth.find((one) => one.unit === unit && one.period === period)?.tables ?? {}
      expect(payload.tables.map(({ id }) => id)).toEqual(Object.keys(counted))
      for (const { id, cells } of payload.tables) {
        const table = tableOf(shippedPlan, id)
        const base = table?.class === 'A' ? table.base : 1
        for (const [cell, shown] of cells.entries())
          if (shown !== null) expect(Math.abs(shown - (counted[id]?.[cell] ?? 0))).toBeLessThan(base)
      }
    }
    // Sent again as it was, and encrypted anew.
    expect([...packages.values()].filter((times) => times > 1).length).toBeGreaterThan(1)
  })

  it('counts the same for the same seed, and overwrites nothing', async () => {
    const folder = await emptyFolder()
    const [first, again] = [join(folder, 'first'), join(folder, 'again')]
    await anxin([...words, first])
    await anxin([...words, again])
    const truth = await readFile(join(first, 'truth.jsonl'), 'utf8')
    expect(await readFile(join(again, 'truth.jsonl'), 'utf8')).toBe(truth)
    const third = await anxin([...words, again])
    expect({ exit: third.exit, errors: JSON.parse(third.errors) }).toEqual({
      exit: 1,
      errors: { code: 'FILE_EXISTS', at: again },
    })
  })

  it('writes for a desk of a rehearsal, never for a real one', async () => {
    const folder = await emptyFolder()
    const card = async (code: string) => {
      const path = join(folder, `${code}.anxin-card`)
      await writeFile(path, (await makeUnit(code)).file)
      return path
    }
    const asked = (path: string, out: string) =>
      anxin(['simulate', '--rooms', '2', '--months', '1', '--out', join(folder, out), '--for', path])
    const rehearsal = await asked(await card('990104'), 'rehearsal')
    expect({ exit: rehearsal.exit, errors: rehearsal.errors }).toEqual({ exit: 0, errors: '' })
    expect(await readdir(join(folder, 'rehearsal'))).not.toContain('county.key')
    const real = await asked(await card('330102'), 'real')
    expect(JSON.parse(real.errors)).toEqual({ code: 'NOT_FOR_REHEARSAL', at: '330102' })
    const room = await asked(await card('990104001'), 'room')
    expect(JSON.parse(room.errors)).toMatchObject({ code: 'WRONG_KIND_OF_CARD' })
  })

  it.each([
    ['no folder', ['--rooms', '5', '--months', '1']],
    ['no rooms', ['--rooms', '0', '--months', '1', '--out', '/nowhere/at/all']],
    ['clients of a county', ['--rooms', '5', '--clients', '5', '--months', '1', '--out', '/nowhere/at/all']],
  ])('exits 2 on %s', async (_, args) => {
    const { exit, output, errors } = await anxin(['simulate', ...args])
    expect({ exit, output, code: JSON.parse(errors).code }).toEqual({
      exit: 2,
      output: '',
      code: 'WRONG_ARGUMENTS',
    })
  })
})
