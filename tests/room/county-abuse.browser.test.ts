import { base64url } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import { signCompact } from '../../src/exchange/compact-jws.ts'
import { heldPackageKind } from '../../src/exchange/held-package.ts'
import { mergedType } from '../../src/exchange/merge/merged-payload.ts'
import { type PackagePayload, packageType, payloadText } from '../../src/exchange/package-payload.ts'
import type { ReleasedTable } from '../../src/exchange/protection.ts'
import { sealFile, unsealFile } from '../../src/exchange/sealed-file.ts'
import { readCard } from '../../src/exchange/unit-card.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { tableOf } from '../../src/statistics/release-plan.ts'
import {
  codeOf,
  given,
  makeUnit,
  packageOf,
  payloadOf,
  signedFile,
  type TestReport,
  type TestUnit,
} from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { shippedPlan } from '../support/release-plan.ts'
import { unchanged } from '../support/unchanged.ts'
import { setUp, unlock } from './set-up.ts'
import { storedRecords } from './stored-bytes.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow } from './windows.ts'

beforeEach(emptyStorage)

const quarter = '2026-Q3'
const people = Array.from({ length: 30 }, (_, n) => fact({ person: pseudonym(n), month: '2026-08' }))

/** The desk as a room knows it: by its card. What is encrypted for it opens in its vault alone. */
const deskOf = async (county: RoomApi): Promise<TestUnit> => {
  const { file } = given(await county.myCard())
  const read = given(await readCard(file.bytes))
  return { ...(await makeUnit(read.card.unit)), ...read, file: file.bytes }
}

/** A county desk in its vault, with these rooms' cards. */
const openedDesk = async (rooms: readonly TestUnit[]) => {
  const window = openWindow()
  await setUp(window.room, 'county')
  for (const { file } of rooms) given(await window.room.enrolCard(file))
  return { ...window, desk: await deskOf(window.room) }
}

/** What the desk's figures hold, which nobody else may have open. */
const figures = async () => {
  const store = await openPgliteStore('idb://anxin-county')
  const packages = await store.query('select sha256 from packages')
  const counts = await store.query('select table_id as id, k, cells from counts order by table_id')
  await store.close()
  return { packages, counts }
}

/** Where a refusal is entered: its own table, the trail of what was done, and the marks of what is to be summed up anew. */
const withRefusal = ['refusedFiles', 'refusedBytes', 'audit', 'stale']

const units = (codes: readonly string[]) => Promise.all(codes.map(makeUnit))

/** Files made from a package that would be taken, each with what it is refused for. */
const hostileFiles = async (
  [room, neighbour, lost, stranger]: readonly [TestUnit, TestUnit, TestUnit, TestUnit],
  desk: TestUnit,
  { sound, first, held }: { sound: PackagePayload; first: { sha256: string }; held: Uint8Array },
): Promise<[string, string, Uint8Array][]> => {
  const jws = await signCompact(payloadText(sound), packageType, room.keys.signing)
  const [header = '', payload = '', signature = ''] = jws.split('.')
  const sealed = (text: string) => sealFile(text, [desk.card.encryption])
  const said = (more: object, by = room) => signedFile(JSON.stringify({ ...sound, ...more }), by, desk)
  const spelt = (change: (text: string) => string) => signedFile(change(payloadText(sound)), room, desk)
  const headed = (more: object, by = room) =>
    sealed(
      [
        base64url.encode(JSON.stringify({ alg: 'EdDSA', typ: packageType, kid: by.kid, ...more })),
        payload,
        signature,
      ].join('.'),
    )
  const flipped = (part: string) => part.slice(0, 40) + (part[40] === 'A' ? 'B' : 'A') + part.slice(41)
  const tables = (id: string, change: (table: ReleasedTable) => Partial<ReleasedTable>) => ({
    tables: sound.tables.map((table) => (table.id === id ? { ...table, ...change(table) } : table)),
  })
  const suppressed = sound.tables.find(({ k }) => k !== null) ?? expect.fail('no table of class S')
  const additive =
    sound.tables.find(({ id }) => tableOf(shippedPlan, id)?.class === 'A') ??
    expect.fail('no table of class A')
  const shown = suppressed.cells.map(() => 40)
  const elsewhere = await makeUnit('990102')
  const forElsewhere = { to: { unit: '990102', key: elsewhere.kid } }
  const alone = { from: { unit: stranger.card.unit }, seq: 1, previous: null }
  const files: [string, string, Uint8Array | Promise<Uint8Array>][] = [
    ['17, a byte of the file', 'PACKAGE_DAMAGED', held.with(held.length - 40, (held.at(-40) ?? 0) ^ 1)],
    [
      '17, a byte of the payload',
      'SIGNATURE_INVALID',
      sealed([header, flipped(payload), signature].join('.')),
    ],
    ['17, no signature', 'NOT_A_PACKAGE', sealed([header, payload].join('.'))],
    ['17, two signatures', 'NOT_A_PACKAGE', sealed(`${jws}.${signature}`)],
    ['17, alg none', 'HEADER_REFUSED', headed({ alg: 'none' })],
    ['17, HS256', 'HEADER_REFUSED', headed({ alg: 'HS256' })],
    ['17, its own key', 'HEADER_REFUSED', headed({ jwk: { kty: 'OKP' } })],
    ['17, another key', 'SIGNATURE_INVALID', headed({}, neighbour)],
    ['17, a stranger', 'UNKNOWN_SENDER', said(alone, stranger)],
    ['17, a revoked key', 'KEY_REVOKED', said({ ...alone, from: { unit: lost.card.unit } }, lost)],
    ['18, the first place again', 'CHAIN_FORKED', said({ period: '2026-Q1', seq: 1, previous: null })],
    ['18, a link to nothing', 'CHAIN_FORKED', said({ previous: '0'.repeat(64) })],
    ['18, the same period', 'ALREADY_REPORTED', said({ period: quarter, previous: first.sha256 })],
    ['19, another unit', 'WRONG_UNIT', said({ from: { unit: neighbour.card.unit } })],
    ['19, another county', 'NOT_FOR_THIS_DESK', said(forElsewhere)],
    [
      '19, for another county, encrypted anew',
      'NOT_FOR_THIS_DESK',
      sealed(
        await signCompact(JSON.stringify({ ...sound, ...forElsewhere }), packageType, room.keys.signing),
      ),
    ],
    ['19, encrypted for another', 'NOT_FOR_THIS_DESK', sealFile(jws, [elsewhere.card.encryption])],
    ['19, a demonstration', 'DEMO_REFUSED', said({ demo: true })],
    ['19, a merge', 'HEADER_REFUSED', sealed(await signCompact('{}', mergedType, room.keys.signing))],
    ['20, another version', 'PAYLOAD_INVALID', said({ format: 'anxin-package/3' })],
    ['20, another plan', 'UNKNOWN_PLAN', said({ plan: { ...sound.plan, sha256: '1'.repeat(64) } })],
    [
      '20, a cell missing',
      'WRONG_GRID',
      said(tables(additive.id, ({ cells }) => ({ cells: cells.slice(1) }))),
    ],
    ['20, a table twice', 'WRONG_GRID', said({ tables: [...sound.tables, additive] })],
    ['20, a key twice', 'JSON_KEY_TWICE', spelt((text) => text.replace('"seq":2', '"seq":2,"seq":2'))],
    [
      '20, __proto__',
      'JSON_KEY_FORBIDDEN',
      spelt((text) => text.replace('"seq":2', '"seq":2,"__proto__":{}')),
    ],
    ['20, trailing bytes', 'JSON_TRAILING', spelt((text) => `${text}0`)],
    ['20, a byte order mark', 'JSON_BOM', spelt((text) => `\ufeff${text}`)],
    ['20, depth', 'JSON_TOO_DEEP', spelt((text) => text.replace('"seq":2', `"seq":${'['.repeat(100_000)}`))],
    ['21, too large', 'PACKAGE_TOO_LARGE', new Uint8Array(5_000_001)],
    ['21, some other file', 'NOT_A_PACKAGE', new Uint8Array(1_000)],
    ...['-0', '1.5', '1e400', '9007199254740993', 'NaN'].map(
      (number): [string, string, Promise<Uint8Array>] => [
        `22, ${number}`,
        'JSON_NUMBER',
        spelt((text) => text.replace('"seq":2', `"seq":${number}`)),
      ],
    ),
    [
      '22, below nought',
      'PAYLOAD_INVALID',
      said(tables(additive.id, ({ cells }) => ({ cells: cells.with(0, -3) }))),
    ],
    [
      '23, totals that are less than their parts',
      'NOT_ADDITIVE',
      said(tables(suppressed.id, () => ({ cells: shown }))),
    ],
    [
      '23, not rounded',
      'NOT_ROUNDED',
      said(tables(additive.id, ({ cells }) => ({ cells: cells.with(0, 4) }))),
    ],
    ['23, k below the plan', 'K_TOO_LOW', said(tables(suppressed.id, () => ({ k: null })))],
    ['23, a period to come', 'WRONG_PERIOD', said({ period: '2099-Q4' })],
    ['23, no such month', 'PAYLOAD_INVALID', said({ period: '2026-13' })],
    ['23, no such day', 'PAYLOAD_INVALID', said({ created: '2026-02-30' })],
    ['23, late entries told of twice', 'PAYLOAD_INVALID', said({ late: 5 })],
    ['24, a formula for a unit', 'PAYLOAD_INVALID', said({ from: { unit: '=HYPERLINK(1)' } })],
    ['24, a formula for a table', 'PAYLOAD_INVALID', said(tables(additive.id, () => ({ id: '@SUM(1)' })))],
    ['25, a path for a unit', 'PAYLOAD_INVALID', said({ from: { unit: '../990101101' } })],
    ['25, a text turned round', 'PAYLOAD_INVALID', said({ from: { unit: '\u202e990101101' } })],
    ['25, half a file', 'PACKAGE_DAMAGED', held.slice(0, held.length / 2)],
  ]
  return Promise.all(files.map(async ([name, code, bytes]) => [name, code, await bytes]))
}

test('abuse cases 17 to 25, cases 49 to 51: refused by its code at the desk in the vault, where nothing changes', {
  timeout: 300_000,
}, async () => {
  const [room, neighbour, lost, stranger] = await units(['990101101', '990101102', '990101103', '990101104'])
  if (!room || !neighbour || !lost || !stranger) return expect.fail()
  const opened = await openedDesk([room, neighbour, lost])
  const report = (more: TestReport) =>
    packageOf(room, opened.desk, { facts: people, period: quarter, profile: 'medium', ...more })
  const first = await report({})
  given(await opened.room.importPackage({ name: 'first', bytes: first.bytes }))
  given(await opened.room.revokeKey(lost.card.unit))
  await opened.close()

  const { room: county, close } = openWindow()
  await unlock(county)
  const link = { seq: 2, previous: first.sha256 }
  const sound = await payloadOf(room, opened.desk, {
    facts: people,
    period: '2026-Q2',
    profile: 'medium',
    link,
  })
  const files = await hostileFiles([room, neighbour, lost, stranger], opened.desk, {
    sound,
    first,
    held: first.bytes,
  })
  const picture = await county.countyPicture()
  for (const [name, code, bytes] of files)
    await unchanged(
      () => storedRecords(withRefusal),
      async () =>
        expect(codeOf(await county.importPackage({ name: `${name}\u202e\0`, bytes })), name).toBe(code),
    )
  // The same again, in whatever envelope, is known and changes nothing at all.
  const jws = new TextDecoder().decode(given(await unsealFile(first.bytes, room.keys.identity)))
  for (const bytes of [first.bytes, await sealFile(jws, [opened.desk.card.encryption])])
    await unchanged(storedRecords, async () =>
      expect(given(await county.importPackage({ name: 'again', bytes })).known).toBe(true),
    )
  const now = await county.countyPicture()
  expect(now).toEqual(picture)
  expect((await county.countyQuarantine()).files.map(({ name, code }) => [name, code])).toEqual(
    files.map(([name, code]) => [name, code]).toReversed(),
  )
  await close()
  const { tables } = await payloadOf(room, opened.desk, { facts: people, period: quarter, profile: 'medium' })
  expect(await figures()).toEqual({
    packages: [{ sha256: first.sha256 }],
    counts: tables.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  })

  const last = openWindow()
  await unlock(last.room)
  const bytes = await signedFile(payloadText(sound), room, opened.desk)
  expect(given(await last.room.importPackage({ name: 'sound', bytes })).known).toBe(false)
})

test('abuse case 18, case 50: what comes too early waits; of two that wait for one place one is taken, and the other is told of', {
  timeout: 120_000,
}, async () => {
  const [room] = await units(['990101101'])
  if (!room) return expect.fail()
  const { room: county, desk } = await openedDesk([room])
  const month = (period: string, more: TestReport = {}) => packageOf(room, desk, { period, ...more })
  const first = await month('2026-07')
  const second = await month('2026-08', { link: { seq: 2, previous: first.sha256 } })
  const link = { seq: 3, previous: second.sha256 }
  const [third, rival] = [await month('2026-09', { link }), await month('2026-10', { link })]
  const bring = async ({ bytes }: { bytes: Uint8Array }) =>
    codeOf(await county.importPackage({ name: 'x', bytes }))
  const reported = async () =>
    (await county.countyPicture()).reported.flatMap(({ periods }) => periods).sort()
  const forks = async () =>
    (await county.countyQuarantine()).files
      .filter(({ code }) => code === 'CHAIN_FORKED')
      .map(({ name }) => name)

  for (const early of [third, rival, second, third]) expect(await bring(early)).toBe('CHAIN_GAP')
  expect(await valuesOf(await vaultHere(), heldPackageKind)).toHaveLength(3)
  expect(await reported()).toEqual([])
  expect(await bring(first)).toBe('ACCEPTED')
  const taken = await reported()
  expect(taken).toHaveLength(3)
  expect(taken.slice(0, 2)).toEqual(['2026-07', '2026-08'])
  const left = taken.includes('2026-09') ? '2026-10' : '2026-09'
  expect(await forks()).toEqual([`990101101-${left}.anxin`])

  // Told of once, not with every package that comes after.
  const winner = left === '2026-10' ? third : rival
  const fourth = await month('2026-11', { link: { seq: 4, previous: winner.sha256 } })
  expect(await bring(fourth)).toBe('ACCEPTED')
  expect(await forks()).toHaveLength(1)
})
