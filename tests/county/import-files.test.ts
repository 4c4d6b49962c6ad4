import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BroughtFile } from '../../src/county/packages/batch/brought-file.ts'
import { importFiles } from '../../src/county/packages/batch/import-files.ts'
import type { ImportedFile } from '../../src/county/packages/batch/imported-file.ts'
import { inGroups } from '../../src/county/packages/batch/in-groups.ts'
import { previewBatch } from '../../src/county/packages/batch/preview-batch.ts'
import { stageBatch } from '../../src/county/packages/batch/stage-batch.ts'
import { storeKeeping } from '../../src/county/packages/batch/store-keeping.ts'
import {
  putAwayQuarantined,
  quarantined,
  quarantinedBytes,
} from '../../src/county/packages/quarantine/quarantine.ts'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import type { Store } from '../../src/county/store/store.ts'
import { sealFile, unsealFile } from '../../src/exchange/sealed-file.ts'
import { contentHash, emptyStore, failingStore } from '../support/county.ts'
import { examplePlan } from '../support/example-plan.ts'
import { example, given, makeUnit, signedFile, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { unchanged } from '../support/unchanged.ts'

const { packageOf, deskOf } = example
const county = '330102'
const months = ['2026-08', '2026-09', '2026-10'] as const

let store: Store
let desk: TestUnit
let rooms: TestUnit[]
let stranger: TestUnit
/** By room and month. */
let chains: { bytes: Uint8Array; sha256: string; name: string }[][]

beforeAll(async () => {
  store = await openPgliteStore('memory://')
  desk = await makeUnit(county)
  rooms = await Promise.all(['330102001', '330102002', '330102003'].map(makeUnit))
  stranger = await makeUnit('330102009')
  chains = await Promise.all([...rooms, stranger].map(chainOf))
}, 120_000)
beforeEach(() => emptyStore(store))
afterAll(() => store.close())

const people = (count: number, month: string) =>
  Array.from({ length: count }, (_, n) => fact({ month, person: pseudonym(n) }))

const chainOf = async (room: TestUnit) => {
  const chain: { bytes: Uint8Array; sha256: string; name: string }[] = []
  for (const period of months) {
    const last = chain.at(-1)
    const link = { seq: chain.length + 1, previous: last?.sha256 ?? null }
    chain.push(await packageOf(room, desk, { facts: people(9, period), period, link, created: '2026-11-05' }))
  }
  return chain
}

const packageAt = (room: number, month: number) => chains[room]?.[month] ?? expect.fail('no such package')
const brought = (name: string, content: BroughtFile['content']): BroughtFile => ({ name, content })
const fileOf = (room: number, month: number): BroughtFile => {
  const { name, bytes } = packageAt(room, month)
  return brought(name, bytes)
}
const all = () => rooms.flatMap((_, room) => months.map((_, month) => fileOf(room, month)))
const keeping = () => storeKeeping(store, { county })
const importing = (files: Iterable<BroughtFile>, more = {}) =>
  importFiles(files, { desk: deskOf(desk, rooms), keeping: keeping(), ...more })
const outcomes = (files: readonly ImportedFile[]) => files.map(({ name, outcome }) => `${outcome} ${name}`)
/** Claims a place in the first room's chain, and does not follow from what stands before it. */
const rival = () =>
  packageOf(rooms[0] ?? desk, desk, {
    facts: people(7, '2026-07'),
    period: '2026-07',
    link: { seq: 2, previous: 'f'.repeat(64) },
    created: '2026-11-05',
  })

/** Files of strangers, of other desks, cut, changed, empty and of other kinds, each with its reason. */
const hostile = async (): Promise<[string, BroughtFile][]> => {
  const elsewhere = await makeUnit('330103')
  const { bytes } = packageAt(0, 0)
  const [room = desk] = rooms
  return [
    ['UNKNOWN_SENDER', brought('stranger.anxin', packageAt(3, 0).bytes)],
    ['NOT_FOR_THIS_DESK', brought('elsewhere.anxin', (await packageOf(room, elsewhere)).bytes)],
    ['PACKAGE_DAMAGED', brought('cut.anxin', bytes.slice(0, -9))],
    ['NOT_A_PACKAGE', brought('empty.anxin', new Uint8Array())],
    ['NOT_A_PACKAGE', brought('../../../etc/passwd\u0000\u202e.anxin', new TextEncoder().encode('x'))],
    ['JSON_TOO_DEEP', brought('deep.anxin', await signedFile('['.repeat(10_000), room, desk))],
    ['PACKAGE_TOO_LARGE', brought('film.anxin', 'PACKAGE_TOO_LARGE')],
    ['PACKAGE_TOO_LARGE', brought('more.anxin', new Uint8Array(5_000_001))],
    ['FILE_NOT_READ', brought('gone.anxin', 'FILE_NOT_READ')],
    ['CHAIN_FORKED', brought('rival.anxin', (await rival()).bytes)],
  ]
}

describe('many files at once', () => {
  it('are taken in as they were written, whatever order they come in', async () => {
    const files = all()
    expect((await importing(files)).map(({ outcome }) => outcome)).toEqual(files.map(() => 'new'))
    const inOrder = await contentHash(store)
    await emptyStore(store)
    const backwards = await importing(files.toReversed())
    expect(backwards.map(({ unit, seq }) => `${unit} ${seq}`)).toEqual(
      rooms.flatMap(({ card }) => [1, 2, 3].map((seq) => `${card.unit} ${seq}`)),
    )
    expect(await contentHash(store)).toBe(inOrder)
    const again = await unchanged(
      () => contentHash(store),
      () => importing(files),
    )
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['known']))
    const kept = await store.query<{ sha256: string; bytes: Uint8Array }>('select sha256, bytes from files')
    for (const { sha256, bytes } of chains.slice(0, 3).flat())
      expect(kept.find((file) => file.sha256 === sha256)?.bytes).toEqual(bytes)
  })

  it('the same one twice, in two envelopes, is taken once', async () => {
    const jws = new TextDecoder().decode(given(await unsealFile(packageAt(0, 0).bytes, desk.keys.identity)))
    const again = brought('again.anxin', await sealFile(jws, [desk.card.encryption]))
    const imported = await importing([fileOf(0, 0), again, fileOf(0, 0)])
    expect(imported.map(({ outcome }) => outcome)).toEqual(['new', 'known', 'known'])
  })

  it('abuse cases 17 to 25: hostile files among good ones stop none of them, and each is named with its reason', async () => {
    const bad = await hostile()
    const mixed = all().flatMap((file, at) => [...bad.slice(at, at + 1).map(([, one]) => one), file])
    const imported = await importing([...mixed, ...bad.slice(all().length).map(([, one]) => one)])
    expect(imported.filter(({ outcome }) => outcome === 'new')).toHaveLength(all().length)
    const kept = await quarantined(store, county)
    const named = (name: string) => name.replace('\u0000\u202e', '')
    for (const [code, { name, content }] of bad) {
      expect(imported.find((file) => file.name === named(name) && file.code === code)?.outcome, name).toBe(
        'refused',
      )
      const one = kept.find((file) => file.name === named(name) && file.code === code) ?? expect.fail(name)
      const isReadable = typeof content !== 'string' && content.length <= 5_000_000
      expect(one.isHere, name).toBe(isReadable)
      if (isReadable) expect(await quarantinedBytes(store, county, one.sha256)).toEqual(content)
    }
    expect(kept).toHaveLength(bad.length)
    expect(kept.find(({ code }) => code === 'JSON_TOO_DEEP')?.unit).toBe('330102001')
    expect(kept.find(({ code }) => code === 'UNKNOWN_SENDER')?.unit).toBeNull()
    await emptyStore(store)
    await importing(all())
    const goodAlone = await store.query('select * from counts order by unit, period, table_id')
    await emptyStore(store)
    await importing(mixed)
    expect(await store.query('select * from counts order by unit, period, table_id')).toEqual(goodAlone)
  })

  it('what comes too early waits, and goes in with what it waited for, on the day it came', async () => {
    const early = { ...deskOf(desk, rooms), today: '2026-11-09' }
    const waiting = await importFiles([fileOf(0, 2), fileOf(0, 1)], { desk: early, keeping: keeping() })
    expect(waiting.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['waiting', 'CHAIN_GAP'],
      ['waiting', 'CHAIN_GAP'],
    ])
    await unchanged(
      () => contentHash(store),
      () => importing([fileOf(0, 2)]),
    )
    const imported = await importing([fileOf(0, 0)])
    expect(imported.map(({ outcome, seq, waited, late }) => [outcome, seq, waited, late])).toEqual([
      ['new', 1, false, true],
      ['new', 2, true, true],
      ['new', 3, true, false],
    ])
    expect(await quarantined(store, county)).toEqual([])
    expect(await store.query('select received from packages order by seq')).toEqual([
      { received: '2026-11-30' },
      { received: '2026-11-09' },
      { received: '2026-11-09' },
    ])
  })

  it('in rounds end where they do in one', async () => {
    const files = [...all().toReversed(), ...(await hostile()).map(([, file]) => file)]
    await importing(files)
    const atOnce = await contentHash(store)
    for (const round of [
      { files: 1, bytes: 1e9 },
      { files: 4, bytes: 1e9 },
      { files: 1_000, bytes: 1 },
    ]) {
      await emptyStore(store)
      const read: number[] = []
      await importing(files, { round, onProgress: (told: { read: number }) => read.push(told.read) })
      expect(await contentHash(store)).toBe(atOnce)
      expect(read.at(-1)).toBe(files.length)
      expect(read).toEqual(read.toSorted((a, b) => a - b))
    }
  })

  it('holds no more than a round of files, however many come', async () => {
    let given = 0
    let taken = 0
    async function* files() {
      for (const file of all()) {
        given += 1
        expect(given - taken).toBeLessThanOrEqual(3)
        yield file
      }
    }
    const imported = await importFiles(files(), {
      desk: deskOf(desk, rooms),
      keeping: keeping(),
      round: { files: 2, bytes: 1e9 },
      onProgress: ({ done }) => {
        taken = done
      },
    })
    expect(imported).toHaveLength(9)
  })
})

it('what is saved together is neither too many nor too much, and nothing is left out', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { maxLength: 30 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 5 }), (lengths, most) => {
      const list = lengths.map((length, at) => ({ at, bytes: { length } as Uint8Array }))
      const groups = inGroups(list, most)
      expect(groups.flat()).toEqual(list)
      for (const group of groups) {
        expect(group.length).toBeGreaterThan(0)
        expect(group.length).toBeLessThanOrEqual(most)
        const together = group.reduce((sum, { bytes }) => sum + bytes.length, 0)
        expect(group.length === 1 || together <= 4_000_000).toBe(true)
      }
      if (lengths.every((length) => length === 0)) expect(groups).toHaveLength(Math.ceil(list.length / most))
    }),
    { seed: 20_261_123 },
  )
})

describe('stopping and breaking', () => {
  it('stops between two packages, says what was left, and the rest follows', async () => {
    await importing(all())
    const whole = await contentHash(store)
    await emptyStore(store)
    const stop = new AbortController()
    const stopped = await importing(all(), {
      signal: stop.signal,
      onProgress: ({ done }: { done: number }) => done === 4 && stop.abort(),
    })
    expect(outcomes(stopped).map((text) => text.split(' ')[0])).toEqual([
      ...Array(4).fill('new'),
      ...Array(5).fill('left'),
    ])
    expect(await store.query('select sha256 from packages')).toHaveLength(4)
    await importing(all())
    expect(await contentHash(store)).toBe(whole)
    expect(await importing(all(), { signal: stop.signal })).toEqual([])
  })

  it('case 57: killed at any call, each package is whole or not at all, and a rerun completes', {
    timeout: 600_000,
  }, async () => {
    const bad = (await hostile()).map(([, file]) => file)
    const files = [
      fileOf(0, 2),
      ...bad.slice(0, 3),
      fileOf(1, 0),
      fileOf(0, 0),
      ...bad.slice(-1),
      fileOf(1, 2),
    ]
    await importing(files)
    const whole = await contentHash(store)
    const tables = Number(
      (await store.query<{ n: number }>('select count(*)::integer as n from counts'))[0]?.n,
    )
    expect(tables % 2).toBe(0)
    const step = import.meta.env.VITE_ANXIN_LONG === undefined ? 3 : 1
    let reached = true
    for (let nth = 1; reached; nth += step) {
      await emptyStore(store)
      const failing = failingStore(store, nth)
      const work = importFiles(files, {
        desk: deskOf(desk, rooms),
        keeping: storeKeeping(failing.store, { county }),
      })
      await work.catch(() => undefined)
      reached = failing.reached()
      if (reached) await expect(work).rejects.toThrow('disk gone')
      const rows = await store.query<{ counts: number; files: number; packages: number }>(
        `select (select count(*) from counts)::integer as counts, (select count(*) from files)::integer as files,
                (select count(*) from packages)::integer as packages`,
      )
      const { packages = -1 } = rows[0] ?? {}
      expect(rows, `call ${nth}`).toEqual([{ packages, files: packages, counts: (packages * tables) / 2 }])
      await importing(files)
      expect(await contentHash(store), `call ${nth}`).toBe(whole)
    }
  })
})

describe('the preview', () => {
  it('says what would become of each and what it would add, and changes nothing', async () => {
    await importing([fileOf(0, 0)])
    const { packages, refused } = await stageBatch([fileOf(0, 2), fileOf(0, 1), fileOf(0, 0), fileOf(1, 1)], {
      desk: deskOf(desk, rooms),
      keeping: keeping(),
    })
    expect(refused).toEqual([])
    const previewed = await unchanged(
      () => contentHash(store),
      () => previewBatch(store, deskOf(desk, rooms), packages),
    )
    expect(previewed.map(({ outcome, seq }) => [outcome, seq])).toEqual([
      ['known', 1],
      ['new', 2],
      ['new', 3],
      ['waiting', 2],
    ])
    const clients = previewed.map(({ tables }) => tables.find(({ id }) => id === 'clients-sex-age'))
    expect(clients[0]).toBeUndefined()
    expect(clients[1]?.before).toBeGreaterThan(0)
    expect(clients[2]?.before).toBe(clients[1]?.total)
    // A table with totals among its cells is told by its grand total, or not at all.
    const payload = packages.find(({ verified }) => verified.payload.seq === 2)?.verified.payload
    for (const { id, total } of previewed[1]?.tables ?? []) {
      const { cells = [] } = payload?.tables.find((table) => table.id === id) ?? {}
      const isAdditive = examplePlan.tables.find((table) => table.id === id)?.class !== 'S'
      const sum = cells.reduce<number>((all, count) => all + (count ?? 0), 0)
      expect(total, id).toBe(isAdditive ? sum : cells[0])
    }
    expect(previewed.every(({ late, period }) => late === (period !== '2026-11'))).toBe(true)
  })

  it('a hundred times what came before is named in the preview too, also within the batch', async () => {
    const [room = desk] = rooms
    const many = await packageOf(room, desk, {
      facts: people(1_000, '2026-09'),
      period: '2026-09',
      link: { seq: 2, previous: packageAt(0, 0).sha256 },
      created: '2026-11-05',
    })
    const { packages } = await stageBatch([brought('many.anxin', many.bytes), fileOf(0, 0)], {
      desk: deskOf(desk, rooms),
      keeping: keeping(),
    })
    const previewed = await previewBatch(store, deskOf(desk, rooms), packages)
    expect(previewed.map(({ unusual }) => unusual)).toEqual([[], ['clients-sex-age']])
    const imported = await importing([brought('many.anxin', many.bytes), fileOf(0, 0)])
    expect(imported.map(({ unusual }) => unusual)).toEqual([[], ['clients-sex-age']])
  })
})

describe('quarantine', () => {
  it('lets out what is in order after all, with the day it came', async () => {
    await importing([fileOf(3, 0)])
    const [entry] = await quarantined(store, county)
    expect(entry).toMatchObject({ code: 'UNKNOWN_SENDER', received: '2026-11-30', putAway: null })
    const bytes = (await quarantinedBytes(store, county, entry?.sha256 ?? '')) ?? expect.fail('gone')
    const later = { ...deskOf(desk, [...rooms, stranger]), today: '2026-12-20' }
    const file = { name: entry?.name ?? '', content: bytes, received: entry?.received ?? '' }
    const imported = await importFiles([file], { desk: later, keeping: keeping() })
    expect(outcomes(imported)).toEqual([`new ${file.name}`])
    expect(await quarantined(store, county)).toEqual([])
    expect(await store.query('select received from packages')).toEqual([{ received: '2026-11-30' }])
  })

  it('keeps what was put away with its note, once, and takes up again what is refused for another reason', async () => {
    await importing([fileOf(3, 0)])
    const [entry] = await quarantined(store, county)
    const sha256 = entry?.sha256 ?? ''
    expect(await putAwayQuarantined(store, county, sha256, { note: '已电话核实', day: '2026-12-01' })).toBe(
      true,
    )
    expect(await putAwayQuarantined(store, county, 'f'.repeat(64), { note: '', day: '2026-12-01' })).toBe(
      false,
    )
    await importing([fileOf(3, 0)])
    expect(await quarantined(store, county)).toMatchObject([
      { putAway: { note: '已电话核实', day: '2026-12-01' } },
    ])
    await importFiles([fileOf(3, 0)], {
      desk: { ...deskOf(desk, [...rooms, stranger]), plans: new Map() },
      keeping: keeping(),
    })
    expect(await quarantined(store, county)).toMatchObject([{ code: 'UNKNOWN_PLAN', putAway: null }])
  })

  it('a flood of hostile files does not fill the disk: the oldest bytes go, names and reasons stay', async () => {
    const most = { bytes: 2_000, entries: 20 }
    const few = storeKeeping(store, { county, most })
    const flood = Array.from({ length: 15 }, (_, n) => brought(`${n}.anxin`, new Uint8Array(500).fill(n + 1)))
    await importing([fileOf(0, 1)])
    for (const [day, file] of flood.entries())
      await importFiles([{ ...file, received: `2026-10-${String(day + 1).padStart(2, '0')}` }], {
        desk: deskOf(desk, rooms),
        keeping: few,
      })
    const kept = await quarantined(store, county)
    expect(kept).toHaveLength(16)
    const here = kept.filter(({ isHere }) => isHere)
    expect(here.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(
      Math.max(most.bytes, packageAt(0, 1).bytes.length + 500),
    )
    // What waits is the last to go.
    expect(here.map(({ code }) => code)).toContain('CHAIN_GAP')
    const more = Array.from({ length: 10 }, (_, n) => brought(`more ${n}.anxin`, new Uint8Array(5).fill(n)))
    await importFiles(more, { desk: deskOf(desk, rooms), keeping: few })
    const after = await quarantined(store, county)
    expect(after).toHaveLength(20)
    expect(after.map(({ name }) => name)).not.toContain('0.anxin')
    expect(after.map(({ code }) => code)).toContain('CHAIN_GAP')
  })
})
