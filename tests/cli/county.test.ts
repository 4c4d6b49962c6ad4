import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Arrival } from '../../src/cli/simulated-county/arrivals.ts'
import type { Truth } from '../../src/cli/simulated-county/write-county.ts'
import { anxin } from '../support/anxin-command.ts'
import { serverPassword } from '../support/postgres-server.ts'
import { engines, type StorePlace } from '../support/store-places.ts'

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

describe.each(engines)('a simulated county imported at the terminal into %s', (_, engine) => {
  let place: StorePlace
  beforeAll(async () => {
    place = await engine.make(at('stores'))
  }, 120_000)
  afterAll(() => place.remove())

  it('takes in what is sound and names every bad file with its reason', async () => {
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
})

describe('county move', () => {
  const move = (from: string, to: string) =>
    anxin(['county', 'move', '--from', from, '--to', to, '--county', county])

  it('brings a desk to another store and back, each time with proof that both hold the same', async () => {
    const [folderEngine, serverEngine] = engines.map(([, engine]) => engine)
    const source = await folderEngine?.make(at('source'))
    const other = await (isLong ? serverEngine : folderEngine)?.make(at('other'))
    if (!source || !other) throw new Error('no engine')
    try {
      const packages = imported(await importing(source)).filter(({ outcome }) => outcome === 'new').length
      const there = await move(source.address, other.address)
      expect({ exit: there.exit, errors: there.errors }).toEqual({ exit: 0, errors: '' })
      const tables = jsonLines<{ table?: string; rows: number }>(there.output)
      expect(tables.find(({ table }) => table === 'packages')).toMatchObject({ rows: packages })
      const back = await move(other.address, at('back'))
      expect(back.output).toBe(there.output)
      said += there.output + back.output
      const again = await move(source.address, at('back'))
      expect({ exit: again.exit, errors: JSON.parse(again.errors) }).toEqual({
        exit: 1,
        errors: { code: 'MOVE_TARGET_NOT_EMPTY' },
      })
    } finally {
      await other.remove()
    }
  })
})

describe('a password in the address of a store', () => {
  const secret = 'Zq7-S3cret-w0rd'
  const address = `postgres://desk:${secret}@127.0.0.1:9/county`
  const moving = (from: string) => ['move', '--from', from, '--county', county]
  it.each<[string, string[], number]>([
    ['a server that is not there', [...moving(address), '--to', address], 1],
    ['one word too many', [...moving(address), '--to', address, 'more'], 2],
    ['one equals sign', [...moving(address), `--to=${address}`, '--nonsense'], 2],
    ['a space in it', [...moving(`${address} ${secret}`), '--to', address, '--nonsense'], 2],
    ['an action nobody knows', ['nothing', '--store', address], 2],
  ])('is not said for %s', async (_, words, exit) => {
    const answer = await anxin(['county', ...words])
    expect(answer.exit).toBe(exit)
    expect(answer.output + answer.errors).not.toContain(secret)
  })

  it('may stand in a file instead', async () => {
    await writeFile(at('address'), `${address}\n`)
    const words = ['--from-file', at('address'), '--to', at('never'), '--county', county]
    const { exit, output, errors } = await anxin(['county', 'move', ...words])
    expect({ exit, output, errors: JSON.parse(errors) }).toEqual({
      exit: 1,
      output: '',
      errors: { code: 'STORE_UNREACHABLE' },
    })
  })

  it('was not said by any command above', () => {
    expect(said).not.toContain(serverPassword)
  })
})

it.each<[string, string[], string]>([
  [
    'a folder without a store',
    ['move', '--from', 'nowhere', '--to', 'never', '--county', county],
    'STORE_NOT_FOUND',
  ],
  [
    'files that are not there',
    ['import', 'nowhere', '--identity', 'county.key', '--cards', 'cards', '--store', 'never'],
    'FILE_UNREADABLE',
  ],
])('%s is refused by its code', async (_, words, code) => {
  const answer = await anxin(['county', ...words])
  expect({ exit: answer.exit, output: answer.output }).toEqual({ exit: 1, output: '' })
  expect(JSON.parse(answer.errors).code).toBe(code)
})
