import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Arrival } from '../../src/cli/simulated-county/arrivals.ts'
import type { Truth } from '../../src/cli/simulated-county/write-county.ts'
import { monthsBefore } from '../../src/simulation/periods-before.ts'
import { tableOf } from '../../src/statistics/release-plan.ts'
import { anxin } from '../support/anxin-command.ts'
import { serverPassword } from '../support/postgres-server.ts'
import { shippedPlan } from '../support/release-plan.ts'
import { engines, type StorePlace } from '../support/store-places.ts'
import { trueTotals } from '../support/true-totals.ts'

const isLong = process.env.ANXIN_LONG !== undefined
const { rooms, months } = isLong ? { rooms: 540, months: 12 } : { rooms: 14, months: 4 }
const until = '2026-11-01'
const county = '990101'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
const jsonLines = <T>(text: string): T[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const linesOf = async <T>(path: string) => jsonLines<T>(await readFile(path, 'utf8'))

type Expected = Omit<Arrival, 'bytes'> & { name: string }
let expected: Expected[]
let truth: Truth[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anxin-county-'))
  const size = ['--rooms', String(rooms), '--months', String(months), '--until', until]
  const { errors } = await anxin(['simulate', ...size, '--out', at('county')])
  expect(errors).toBe('')
  expected = await linesOf(at('county', 'expected.jsonl'))
  truth = await linesOf(at('county', 'truth.jsonl'))
}, 600_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Line {
  name: string
  outcome: string
  code: string | null
  unit: string | null
  period: string | null
  received: string
}
interface TotalsLine {
  table: string
  period: string
  unit?: string
  rooms: { full: number; partly: number; absent: number; notAsked: number }
  cells: number[]
  withheld: number[]
  errorBounds: number[]
}

/** Everything that was said while a server stood behind it. */
let said = ''
const ask = async (place: StorePlace, ...words: string[]) => {
  const answer = await anxin(['county', ...words, '--store', place.address])
  said += answer.output + answer.errors
  return answer
}
const importing = (place: StorePlace) =>
  ask(
    place,
    ...['import', at('county', 'received'), '--identity', at('county', 'county.key')],
    ...['--cards', at('county', 'cards')],
  )
const imported = ({ output }: { output: string }): Line[] => jsonLines<Line>(output).slice(0, -1)

/** The first engine's answer; the others have to say the same to the letter. */
let first: { totals: string; townships: string } | null = null

describe.each(engines)('a simulated county imported at the terminal into %s', (_, engine) => {
  let place: StorePlace
  beforeAll(async () => {
    place = await engine.make(at('stores'))
  }, 120_000)
  afterAll(() => place.remove())

  it('takes in what is sound and names every bad file with its reason', async () => {
    const entered = await ask(place, 'units', at('county', 'units.jsonl'), '--county', county)
    expect(entered).toMatchObject({ exit: 0, errors: '' })
    const answer = await importing(place)
    const lines = imported(answer)
    const refused = expected.filter(({ fate }) => fate === 'refused')
    expect(answer.exit).toBe(1)
    expect(JSON.parse(answer.errors)).toEqual({
      code: 'FILES_REFUSED',
      detail: { refused: refused.length, files: expected.length },
    })
    const named = (name: string) => lines.filter((line) => basename(line.name) === name)
    for (const { name, fate, code, day } of expected) {
      const own = named(name)
      if (fate === 'refused') expect(own).toMatchObject([{ outcome: 'refused', code, received: day }])
      else if (fate === 'waiting') {
        expect(own.length).toBeGreaterThan(0)
        for (const line of own) expect(line).toMatchObject({ outcome: 'waiting', code: 'CHAIN_GAP' })
      } else expect(['new', 'known', 'waiting']).toContain(own[0]?.outcome)
    }
    const taken = lines.filter(({ outcome }) => outcome === 'new')
    const arriving = truth.filter(({ arrives }) => arrives)
    expect(taken.map(({ unit, period }) => `${unit} ${period}`).sort()).toEqual(
      arriving.map(({ unit, period }) => `${unit} ${period}`).sort(),
    )
  })

  it('takes nothing in twice', async () => {
    const again = imported(await importing(place))
    expect(again.filter(({ outcome }) => outcome === 'new' || outcome === 'left')).toEqual([])
    expect(again.filter(({ outcome }) => outcome === 'known').length).toBe(
      expected.filter(({ fate }) => fate === 'in').length,
    )
  })

  it('adds up to the truth within the stated rounding error, for every table and period', async () => {
    const { exit, output, errors } = await ask(place, 'totals', '--county', county)
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
    const lines = jsonLines<TotalsLine>(output)
    const asked = new Set(lines.map(({ table, period }) => `${table} ${period}`))
    for (const { id, period: kind } of shippedPlan.tables)
      for (const period of new Set(truth.map((one) => one.period)))
        if (period.includes('Q') === (kind === 'quarter')) expect(asked).toContain(`${id} ${period}`)
    for (const { table, period, cells, withheld, errorBounds } of lines) {
      const real = trueTotals(shippedPlan, truth, { table, period, size: cells.length })
      expect({ table, period, withheld, errorBounds }).toEqual({
        table,
        period,
        withheld: real.withheld,
        errorBounds: real.bounds,
      })
      for (const [cell, sum] of cells.entries())
        expect(Math.abs(sum - (real.sums[cell] ?? 0))).toBeLessThanOrEqual(errorBounds[cell] ?? 0)
      if (tableOf(shippedPlan, table)?.class !== 'A') expect(cells).toEqual(real.sums)
    }
    const townships = await ask(place, 'totals', '--county', county, '--by', 'township')
    for (const { table, period, unit, cells, errorBounds } of jsonLines<TotalsLine>(townships.output)) {
      const own = truth.filter((one) => one.township === unit)
      const real = trueTotals(shippedPlan, own, { table, period, size: cells.length })
      for (const [cell, sum] of cells.entries())
        expect(Math.abs(sum - (real.sums[cell] ?? 0))).toBeLessThanOrEqual(errorBounds[cell] ?? 0)
    }
    first ??= { totals: output, townships: townships.output }
    expect({ totals: output, townships: townships.output }).toEqual(first)
  })

  it('knows who has reported', async () => {
    const [period = ''] = monthsBefore(until, 1)
    const { exit, output } = await ask(place, 'completeness', '--county', county, '--period', period)
    expect(exit).toBe(0)
    const board = jsonLines<{ code: string; state: string }>(output).slice(0, -1)
    const came = truth.filter((one) => one.arrives && one.period === period).map(({ unit }) => unit)
    expect(
      board
        .filter(({ state }) => state === 'onTime' || state === 'late')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(came.sort())
  })
})

describe('county move', () => {
  it('brings a desk to another store and back, with totals that stay the same', async () => {
    const [folderEngine, serverEngine] = engines.map(([, engine]) => engine)
    const source = await folderEngine?.make(at('source'))
    const server = await (isLong ? serverEngine : folderEngine)?.make(at('server'))
    if (!source || !server) throw new Error('no engine')
    try {
      await importing(source)
      const totals = async ({ address }: { address: string }) =>
        (await anxin(['county', 'totals', '--county', county, '--store', address])).output
      const before = await totals(source)
      const back = at('back')
      for (const [from, to] of [
        [source.address, server.address],
        [server.address, back],
      ] as const) {
        const { exit, errors, output } = await anxin([
          'county',
          'move',
          '--from',
          from,
          '--to',
          to,
          '--county',
          county,
        ])
        expect({ exit, errors }).toEqual({ exit: 0, errors: '' })
        said += output
        expect(await totals({ address: to })).toBe(before)
      }
      const again = await anxin([
        'county',
        'move',
        '--from',
        source.address,
        '--to',
        back,
        '--county',
        county,
      ])
      expect(JSON.parse(again.errors)).toEqual({ code: 'MOVE_TARGET_NOT_EMPTY' })
    } finally {
      await server.remove()
    }
  })
})

describe('a password in the address of a store', () => {
  const secret = 'Zq7-S3cret-w0rd'
  const address = `postgres://desk:${secret}@127.0.0.1:9/county`
  const wrong: [string, string[], number][] = [
    ['a server that is not there', ['totals', '--county', county], 1],
    ['a word too many', ['totals', 'more', '--county', county], 2],
    ['an option nobody knows', ['totals', '--nonsense'], 2],
    ['a county that is none', ['completeness', '--county', 'x'], 2],
    ['nothing at all', ['nothing'], 2],
  ]
  it.each(wrong)('is not said for %s', async (_, words, exit) => {
    for (const more of [['--store', address], [`--store=${address}`], ['--store', `${address} ${secret}`]]) {
      const answer = await anxin(['county', ...words, ...more])
      expect(answer.exit).toBe(exit)
      expect(answer.output + answer.errors).not.toContain(secret)
    }
  })

  it('may stand in a file instead', async () => {
    await writeFile(at('address'), `${address}\n`)
    const answer = await anxin(['county', 'totals', '--county', county, '--store-file', at('address')])
    expect({ exit: answer.exit, output: answer.output }).toEqual({ exit: 1, output: '' })
    expect(JSON.parse(answer.errors)).toEqual({ code: 'STORE_UNREACHABLE' })
  })

  it('was not said by any command above', () => {
    expect(said).not.toContain(serverPassword)
  })
})

describe('what is not there', () => {
  it.each<[string, string[], string]>([
    ['a folder without a store', ['totals', '--store', 'nowhere', '--county', county], 'STORE_NOT_FOUND'],
    ['a table nobody knows', ['totals', '--county', county, '--table', 'nothing'], 'UNKNOWN_TABLE'],
    ['a list that cannot be read', ['units', 'nowhere.jsonl', '--county', county], 'FILE_UNREADABLE'],
    [
      'files that are not there',
      ['import', 'nowhere', '--identity', 'county.key', '--cards', 'cards'],
      'FILE_UNREADABLE',
    ],
  ])('%s is refused by its code', async (_, words, code) => {
    const store = words.includes('--store') ? [] : ['--store', at('empty')]
    const answer = await anxin(['county', ...words, ...store])
    expect({ exit: answer.exit, output: answer.output }).toEqual({ exit: 1, output: '' })
    expect(JSON.parse(answer.errors).code).toBe(code)
  })
})
