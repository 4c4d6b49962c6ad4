import { beforeEach, expect, test } from 'vitest'
import { heldPackageKind } from '../../src/exchange/held-package.ts'
import { writeKeyChange } from '../../src/exchange/keys/key-change.ts'
import { readKeyList } from '../../src/exchange/keys/key-list.ts'
import { readReceipt } from '../../src/exchange/receipts/receipt.ts'
import { readCard, writeCard } from '../../src/exchange/unit-card.ts'
import { renewUnitKeys } from '../../src/exchange/unit-keys.ts'
import type { WrittenPackage } from '../../src/exchange/write-package.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given, makeUnit, packageOf, type TestReport, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { countyCode, setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow } from './windows.ts'

beforeEach(emptyStorage)

const code = '990101101'
const quarters = ['2026-Q1', '2026-Q2', '2026-Q3']
const named = (bytes: Uint8Array) => ({ name: '示例.anxin', bytes })
const people = (month: string) => Array.from({ length: 20 }, (_, n) => fact({ person: pseudonym(n), month }))

const countyCard = async (county: RoomApi) => given(await readCard(given(await county.myCard()).file.bytes))
const counties = async (county: RoomApi) => {
  const { kid, card } = await countyCard(county)
  return new Map([[kid, card]])
}
const written = async (room: TestUnit, county: RoomApi, said: TestReport): Promise<WrittenPackage> =>
  packageOf(room, { ...room, ...(await countyCard(county)) }, said)

/** Three quarters of a room, linked. */
const chain = async (room: TestUnit, county: RoomApi): Promise<WrittenPackage[]> => {
  const files: WrittenPackage[] = []
  for (const [at, period] of quarters.entries()) {
    const link = { seq: at + 1, previous: files.at(-1)?.sha256 ?? null }
    files.push(await written(room, county, { period, link, facts: people(`2026-0${at * 3 + 2}`) }))
  }
  return files
}

test('what comes too early waits, and is taken in once the others have come; a receipt says how far', async () => {
  const { room: county } = openWindow()
  await setUp(county, 'county')
  const room = await makeUnit(code)
  given(await county.enrolCard(room.file))
  const [first, second, third] = await chain(room, county)
  if (!first || !second || !third) throw new Error('no files')
  const receipt = async () => {
    const { file } = given(await county.receiptFor(code))
    return given(await readReceipt(file.bytes, code, await counties(county), dayOf))
  }

  expect(await receipt()).toMatchObject({ county: countyCode, unit: code, seq: 0, sha256: null })
  for (const { bytes } of [third, second, third])
    expect(codeOf(await county.importPackage(named(bytes)))).toBe('CHAIN_GAP')
  // Looking is enough: who is told that it is kept need not send it again.
  expect(codeOf(await county.checkPackage(named(second.bytes)))).toBe('CHAIN_GAP')
  const early = await county.countyPicture()
  expect(early).toMatchObject({ periods: [], refused: [] })
  expect(early.waiting).toMatchObject([
    { unit: { code }, period: '2026-Q2', seq: 2, missing: [1], because: null },
    { unit: { code }, period: '2026-Q3', seq: 3, missing: [1], because: null },
  ])
  expect(await valuesOf(await vaultHere(), heldPackageKind)).toHaveLength(2)

  given(await county.importPackage(named(first.bytes)))
  expect(await county.countyPicture()).toMatchObject({ periods: quarters.toReversed(), waiting: [] })
  expect(await receipt()).toMatchObject({ seq: 3, period: '2026-Q3', sha256: third.sha256 })
  expect(codeOf(await county.receiptFor('990101199'))).toBe('UNKNOWN_SENDER')

  // A room that lost its own gets the very files back, those that waited too.
  const { packages } = given(await county.packagesOf(code))
  expect(packages.map(({ seq, period, file }) => ({ seq, period, name: file.name }))).toEqual(
    [third, second, first].map(({ name }, at) => ({ seq: 3 - at, period: quarters[2 - at], name })),
  )
  for (const [at, { bytes }] of [third, second, first].entries())
    expect([...(packages[at]?.file.bytes ?? [])]).toEqual([...bytes])
  expect(given(await county.packagesOf('990101199')).packages).toEqual([])
})

test('what waits and does not follow on from what came stays in sight, with its reason', async () => {
  const { room: county } = openWindow()
  await setUp(county, 'county')
  const room = await makeUnit(code)
  given(await county.enrolCard(room.file))
  const [, second, third] = await chain(room, county)
  if (!second || !third) throw new Error('no files')
  expect(codeOf(await county.checkPackage(named(second.bytes)))).toBe('CHAIN_GAP')
  expect(codeOf(await county.checkPackage(named(third.bytes)))).toBe('CHAIN_GAP')
  const other = await written(room, county, { period: '2026-Q1', facts: people('2026-01').slice(0, 8) })
  given(await county.importPackage(named(other.bytes)))
  expect((await county.countyPicture()).waiting).toMatchObject([
    { seq: 2, missing: [], because: 'CHAIN_FORKED' },
    { seq: 3, missing: [], because: null },
  ])
})

test('a room goes on under a new key that its old one vouches for; a revoked one is enrolled anew', async () => {
  const { room: county } = openWindow()
  await setUp(county, 'county')
  const room = await makeUnit(code)
  given(await county.enrolCard(room.file))
  const first = await written(room, county, { period: '2026-Q1' })
  given(await county.importPackage(named(first.bytes)))

  const keys = await renewUnitKeys(room.keys, '2026-11-10T00:00:00.000Z')
  const card = { unit: code, name: '示例', created: '2026-11-10', plan: null }
  const file = (await writeCard(card, keys)).bytes
  const renewed: TestUnit = { keys, file, ...given(await readCard(file)) }
  const next = { period: '2026-Q2', link: { seq: 2, previous: first.sha256 } }
  const second = await written(renewed, county, next)
  expect(codeOf(await county.importPackage(named(second.bytes)))).toBe('UNKNOWN_SENDER')
  expect(codeOf(await county.enrolCard(file))).toBe('KEY_CHANGED')

  const change = await writeKeyChange({ unit: code, card: file, on: '2026-11-10' }, room.keys)
  given(await county.takeKeyChange(change.bytes))
  expect(codeOf(await county.takeKeyChange(change.bytes))).toBe('KEY_EXPIRED')
  expect((await county.enrolledCards()).map(({ card }) => card.signing)).toEqual([renewed.card.signing])
  given(await county.importPackage(named(second.bytes)))

  given(await county.revokeKey(code))
  const third = await written(renewed, county, {
    period: '2026-Q3',
    link: { seq: 3, previous: second.sha256 },
  })
  expect(codeOf(await county.importPackage(named(third.bytes)))).toBe('KEY_REVOKED')
  expect(await county.enrolledCards()).toEqual([])
  const anew = await makeUnit(code)
  given(await county.enrolCard(anew.file))
  const start = await written(anew, county, { period: '2026-Q3' })
  given(await county.importPackage(named(start.bytes)))
  expect((await county.countyPicture()).periods).toEqual(quarters.toReversed())

  const list = given(await readKeyList(given(await county.keyList()).file.bytes, await counties(county)))
  expect(list.keys.size).toBe(3)
  expect(list.keys.get(renewed.kid)).toMatchObject({ chain: room.kid, revoked: expect.any(String) })
  expect(list.keys.get(anew.kid)).toMatchObject({ chain: anew.kid, revoked: null, lastDay: null })
})

test('a county that changes its key still opens what was written for the one it had', async () => {
  const { room: county } = openWindow()
  await setUp(county, 'county')
  const room = await makeUnit(code)
  given(await county.enrolCard(room.file))
  const before = await countyCard(county)
  const underWay = await written(room, county, { period: '2026-Q1' })
  const { file, card } = given(await county.changeMyKey())
  expect(file.name).toBe(`${countyCode}.anxin-key-change`)
  const after = await countyCard(county)
  expect(after.card.signing).toBe(card.signing)
  expect(after.kid).not.toBe(before.kid)
  expect(after.card.encryption).toBe(before.card.encryption)
  given(await county.importPackage(named(underWay.bytes)))
  const link = { seq: 2, previous: underWay.sha256 }
  given(await county.importPackage(named((await written(room, county, { period: '2026-Q2', link })).bytes)))
})
