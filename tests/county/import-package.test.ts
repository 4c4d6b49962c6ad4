import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { previewImport, takeIn } from '../../src/county/packages/import-package.ts'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import type { Store } from '../../src/county/store/store.ts'
import { keyStandings } from '../../src/exchange/keys/key-standing.ts'
import { payloadText } from '../../src/exchange/package-payload.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { exchangeRefusals } from '../../src/exchange/refusals.ts'
import { contentHash, emptyStore, receive } from '../support/county.ts'
import { example, given, makeUnit, signedFile, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { unchanged } from '../support/unchanged.ts'

const { deskOf, packageOf, payloadOf } = example

let store: Store
let room: TestUnit
let stranger: TestUnit
let county: TestUnit
let elsewhere: TestUnit

beforeAll(async () => {
  store = await openPgliteStore('memory://')
  ;[room, stranger, county, elsewhere] = await Promise.all([
    makeUnit('330102001'),
    makeUnit('330102002'),
    makeUnit('330102'),
    makeUnit('330103'),
  ])
}, 60_000)
beforeEach(() => emptyStore(store))
afterAll(() => store.close())

const people = (count: number, month = '2026-11') =>
  Array.from({ length: count }, (_, n) => fact({ month, person: pseudonym(n) }))
const take = (bytes: Uint8Array) => receive(store, bytes, deskOf(county, [room]))

/** Asserts that the file leaves the store as it is, and gives what was decided. */
const unchangedBy = (bytes: Uint8Array) =>
  unchanged(
    () => contentHash(store),
    () => take(bytes),
  )

/** Three months of one room, linked. */
const chain = async () => {
  const september = await packageOf(room, county, { facts: people(9, '2026-09'), period: '2026-09' })
  const october = await packageOf(room, county, {
    facts: people(30, '2026-10'),
    period: '2026-10',
    link: { seq: 2, previous: september.sha256 },
  })
  const november = await packageOf(room, county, {
    facts: people(60),
    link: { seq: 3, previous: october.sha256 },
  })
  return { september, october, november }
}

describe('taking a package in', () => {
  it('keeps every table of it, once', async () => {
    const { bytes } = await packageOf(room, county, { facts: people(50) })
    expect(await take(bytes)).toEqual({ decision: 'new', unusual: [] })
    const { tables } = await payloadOf(room, county, { facts: people(50) })
    const kept = await store.query<{ id: string; cells: number[] }>(
      'select table_id as id, k, cells from counts',
    )
    expect(kept).toEqual(expect.arrayContaining(tables))
    expect(kept).toHaveLength(tables.length)
    expect(await unchangedBy(bytes)).toEqual({ decision: 'known' })
  })

  it('knows the same package in another envelope', async () => {
    await take((await packageOf(room, county, { facts: people(50) })).bytes)
    const again = await packageOf(room, county, { facts: people(50) })
    expect(await unchangedBy(again.bytes)).toEqual({ decision: 'known' })
  })

  it('shows beforehand what would become of it, and changes nothing by that', async () => {
    const { bytes } = await packageOf(room, county, { facts: people(50) })
    const verified = given(await readPackage(bytes, deskOf(county, [room])))
    const before = await contentHash(store)
    expect(await previewImport(store, verified)).toEqual({ decision: 'new', unusual: [] })
    expect(await contentHash(store)).toBe(before)
    await take(bytes)
    expect(await previewImport(store, verified)).toEqual({ decision: 'known' })
  })

  it('takes a chain in its order; what comes too early waits', async () => {
    const { september, october, november } = await chain()
    expect(await unchangedBy(november.bytes)).toEqual(refusal('CHAIN_GAP', 0))
    await take(september.bytes)
    expect(await unchangedBy(november.bytes)).toEqual(refusal('CHAIN_GAP', 1))
    expect(await take(october.bytes)).toEqual({ decision: 'new', unusual: [] })
    expect(await take(november.bytes)).toEqual({ decision: 'new', unusual: [] })
    for (const { bytes } of [september, october, november])
      expect(await unchangedBy(bytes)).toEqual({ decision: 'known' })
  })

  it('refuses a period reported again further on in the chain', async () => {
    const { september, october } = await chain()
    await take(september.bytes)
    await take(october.bytes)
    const link = { seq: 3, previous: october.sha256 }
    const again = await packageOf(room, county, { facts: people(8, '2026-09'), period: '2026-09', link })
    expect(await unchangedBy(again.bytes)).toEqual(refusal('ALREADY_REPORTED', 1))
  })

  it('refuses a fork: one place claimed twice, or a link that does not fit', async () => {
    const { september, october, november } = await chain()
    await take(september.bytes)
    const rival = await packageOf(room, county, { facts: people(9, '2026-08'), period: '2026-08' })
    expect(await unchangedBy(rival.bytes)).toEqual(refusal('CHAIN_FORKED', 1))
    const sameMonth = await packageOf(room, county, { facts: people(99, '2026-09'), period: '2026-09' })
    expect(await unchangedBy(sameMonth.bytes)).toEqual(refusal('CHAIN_FORKED', 1))
    const link = { seq: 2, previous: november.sha256 }
    const unlinked = await packageOf(room, county, { period: '2026-10', link })
    expect(await unchangedBy(unlinked.bytes)).toEqual(refusal('CHAIN_FORKED', 1))
    await take(october.bytes)
    await take(november.bytes)
    const older = await packageOf(room, county, {
      facts: people(90, '2026-10'),
      period: '2026-10',
      link: { seq: 2, previous: september.sha256 },
    })
    expect(await unchangedBy(older.bytes)).toEqual(refusal('CHAIN_FORKED', 2))
  })

  it('names tables that count a hundred times what they did, and takes them in', async () => {
    await take((await packageOf(room, county, { facts: people(3, '2026-10'), period: '2026-10' })).bytes)
    const { sha256 } = await packageOf(room, county, { facts: people(3, '2026-10'), period: '2026-10' })
    const link = { seq: 2, previous: sha256 }
    const many = await packageOf(room, county, { facts: people(1_000), link })
    expect(await take(many.bytes)).toEqual({ decision: 'new', unusual: ['clients-sex-age'] })
  })

  it('begins a new chain for a unit that lost its keys, and keeps what it reported before', async () => {
    await take((await packageOf(room, county, { facts: people(9, '2026-10'), period: '2026-10' })).bytes)
    const anew = await makeUnit('330102001')
    const standings = keyStandings(
      [room, anew],
      [
        {
          event: 'revoked',
          unit: '330102001',
          kid: room.kid,
          on: '2026-11-30',
          enteredAt: '',
          enteredBy: '',
        },
      ],
    )
    const desk = { ...deskOf(county, []), senders: standings }
    const next = await packageOf(room, county, { link: { seq: 2, previous: 'f'.repeat(64) } })
    expect(await receive(store, next.bytes, desk)).toEqual({ decision: 'unread', code: 'KEY_REVOKED' })
    const sameMonth = await packageOf(anew, county, { facts: people(9, '2026-10'), period: '2026-10' })
    expect(await receive(store, sameMonth.bytes, desk)).toEqual(refusal('ALREADY_REPORTED', 1))
    const first = await packageOf(anew, county, { facts: people(9) })
    expect(await receive(store, first.bytes, desk)).toEqual({ decision: 'new', unusual: [] })
  })
})

const refusal = (code: string, against: number) => ({ decision: 'refused', code, against })

describe('what changes nothing', () => {
  beforeEach(async () => {
    await take((await packageOf(room, county, { facts: people(50, '2026-10'), period: '2026-10' })).bytes)
  })

  it('a file for another county, from a stranger, or signed by somebody else', async () => {
    const foreign = await packageOf(room, elsewhere, { facts: people(50) })
    expect(await unchangedBy(foreign.bytes)).toEqual({ decision: 'unread', code: 'NOT_FOR_THIS_DESK' })
    const unknown = await packageOf(stranger, county, { facts: people(50) })
    expect(await unchangedBy(unknown.bytes)).toEqual({ decision: 'unread', code: 'UNKNOWN_SENDER' })
    const text = payloadText(await payloadOf(room, county, { facts: people(50) }))
    const forged = await signedFile(text, stranger, county)
    expect(await unchangedBy(forged)).toEqual({ decision: 'unread', code: 'UNKNOWN_SENDER' })
  })

  it('a file with any bit turned or any end cut off', { timeout: 600_000 }, async () => {
    const { bytes } = await packageOf(room, county, { facts: people(50) })
    const before = await contentHash(store)
    const numRuns = process.env.ANXIN_LONG === undefined ? 200 : 5_000
    const position = fc.nat(bytes.length - 1)
    await fc.assert(
      fc.asyncProperty(position, fc.nat(7), async (at, bit) => {
        const turned = bytes.slice()
        turned[at] = (turned[at] ?? 0) ^ (1 << bit)
        const decision = await take(turned)
        expect(
          decision.decision === 'unread' && exchangeRefusals.some((code) => code === decision.code),
        ).toBe(true)
      }),
      { numRuns },
    )
    await fc.assert(
      fc.asyncProperty(position, async (length) => {
        const decision = await take(bytes.slice(0, length))
        expect(decision.decision).toBe('unread')
      }),
      { numRuns },
    )
    expect(await contentHash(store)).toBe(before)
    expect(await take(bytes)).toMatchObject({ decision: 'refused' })
  })

  it('case 57: a store that fails half-way', async () => {
    const { bytes } = await packageOf(stranger, county, { facts: people(50) })
    const verified = given(await readPackage(bytes, deskOf(county, [stranger])))
    const before = await contentHash(store)
    for (let failing = 1; failing <= 3; failing++) {
      await expect(
        store.transaction(async ({ query }) => {
          let calls = 0
          return takeIn(
            {
              async query(statement, parameters) {
                calls += 1
                if (calls === failing) throw new Error('disk gone')
                return query(statement, parameters)
              },
            },
            verified,
            '2026-12-03',
          )
        }),
      ).rejects.toThrow('disk gone')
      expect(await contentHash(store)).toBe(before)
    }
  })
})
