import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import { unitOfCard } from '../../src/county/units/unit-of-card.ts'
import { putUnit } from '../../src/county/units/units.ts'
import { signCompact } from '../../src/exchange/compact-jws.ts'
import { type PackagePayload, packageType, payloadText } from '../../src/exchange/package-payload.ts'
import { readPackage, type VerifiedPackage } from '../../src/exchange/read-package.ts'
import { writeReceipt } from '../../src/exchange/receipts/receipt.ts'
import { releasedTablesKind } from '../../src/exchange/release/released-tables.ts'
import { sealFile } from '../../src/exchange/sealed-file.ts'
import { sha256Hex } from '../../src/exchange/sha256.ts'
import { readCard } from '../../src/exchange/unit-card.ts'
import { recipientOf, type UnitKeys, unitKeysKind } from '../../src/exchange/unit-keys.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { receive } from '../support/county.ts'
import { codeOf, deskOf, given, makeUnit, type TestUnit } from '../support/exchange.ts'
import { unchanged } from '../support/unchanged.ts'
import { assessed, clientWhoAgreed, phq9 } from './casework.ts'
import { countyCode, roomCode, setUp, unlock } from './set-up.ts'
import { storedRecords } from './stored-bytes.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let county: TestUnit
let room: RoomApi

const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
const somebodyCame = async () => assessed(room, await clientWhoAgreed(room), phq9(1, 0))
const named = (bytes: Uint8Array) => ({ name: '示例.anxin', bytes })

beforeEach(async () => {
  await emptyStorage()
  itIs('2026-10-20T02:00:00Z')
  county = await makeUnit(countyCode)
  room = openWindowHere().room
  await setUp(room)
  given(await room.enrolCard(county.file))
  for (let more = 0; more < 3; more++) await somebodyCame()
})
afterEach(() => vi.useRealTimers())

interface Written {
  file: { name: string; bytes: Uint8Array }
  sha256: string
}

const wrote = async (period: string): Promise<Written> => given(await room.writeReport(period))

const restore = async (name: string) => {
  given(await room.prepareRestore({ name }, { signedIn: true }))
  given(await room.switchToRestored())
  await unlock(room)
}

/** The county's desk, which knows this room by its card. */
const desk = async () => {
  const own = given(await readCard(given(await room.myCard()).file.bytes))
  const today = new Date().toISOString().slice(0, 10)
  return { ...deskOf(county, [{ ...county, ...own }]), today }
}

const takeReceipt = async (period: string, seq: number, { sha256 }: Pick<Written, 'sha256'>) => {
  const last = { period, seq, sha256 }
  const issued = new Date(Date.now() + 1000).toISOString()
  const entry = { county: countyCode, unit: roomCode, last, issued }
  given(await room.takeReceipt((await writeReceipt(entry, county.keys)).bytes))
}

const standing = async (period: string) =>
  (await room.reportPeriods()).find((listed) => listed.period === period)

test('after an older backup the county’s copy is taken back, and the chain goes on whole', async () => {
  // Written before the month was over: what comes then is late for it, and told of with November.
  const october = await wrote('2026-10')
  await somebodyCame()
  itIs('2026-11-20T02:00:00Z')
  await somebodyCame()
  const name = given(await room.backUp()).last?.value.name ?? ''
  itIs('2026-12-02T02:00:00Z')
  expect(given(await room.previewReport('2026-11')).late.counted).toBeGreaterThan(0)
  const november = await wrote('2026-11')
  const store = await openPgliteStore('memory://')
  await putUnit(store, countyCode, unitOfCard({ unit: roomCode, name: '示例', created: '2026-10-01' }))
  for (const { file } of [october, november])
    expect(await receive(store, file.bytes, await desk())).toMatchObject({ decision: 'new' })

  await restore(name)
  expect(codeOf(await room.takeBackPackages([november.file]))).toBe('RETURNED_UNCONFIRMED')
  await takeReceipt('2026-11', 2, november)
  expect((await room.releasedReports()).shut).toBe('RECEIPTS_AHEAD')
  expect(codeOf(await room.writeReport('2026-12'))).toBe('RECEIPTS_AHEAD')

  expect(given(await room.takeBackPackages([november.file, october.file]))).toEqual({ periods: ['2026-11'] })
  const { reports, shut } = await room.releasedReports()
  expect(shut).toBeNull()
  expect(reports.map(({ seq, sha256, previous }) => [seq, sha256, previous])).toEqual([
    [2, november.sha256, october.sha256],
    [1, october.sha256, null],
  ])
  expect(await standing('2026-11')).toMatchObject({ state: 'released', receipt: true, late: 0 })
  expect(await valuesOf(await vaultHere(), releasedTablesKind)).toContainEqual(
    expect.objectContaining({
      sha256: november.sha256,
      tables: expect.arrayContaining([expect.objectContaining({ counted: null, persons: null, top: null })]),
    }),
  )
  const imported = { from: null, to: null, actor: null, action: 'imported', object: null } as const
  expect((await room.listAudit(imported, 0)).lines).toContainEqual(
    expect.objectContaining({
      said: expect.objectContaining({ table: 'sentPackages', detail: 'package' }),
    }),
  )

  // The period is closed by the very file: again it comes, and no other.
  expect(given(await room.previewReport('2026-11')).changedSince).toBe(false)
  const again = await wrote('2026-11')
  expect([again.sha256, [...again.file.bytes]]).toEqual([november.sha256, [...november.file.bytes]])
  await unchanged(storedRecords, async () =>
    expect(codeOf(await room.takeBackPackages([november.file]))).toBe('RETURNED_KNOWN'),
  )

  await somebodyCame()
  itIs('2027-01-03T02:00:00Z')
  // November told of what came late for October; nothing came for either since.
  expect(given(await room.previewReport('2026-12')).late.counted).toBe(0)
  for (const period of ['2026-12', '2026-Q4']) {
    const { file } = await wrote(period)
    expect(await receive(store, file.bytes, await desk())).toMatchObject({ decision: 'new' })
  }
  await store.close()
})

test('what was counted in it is lost too: its period stays as it was published, and no other file is made', async () => {
  const name = given(await room.backUp()).last?.value.name ?? ''
  // So many that no rounding hides them.
  for (let more = 0; more < 9; more++) await somebodyCame()
  const october = await wrote('2026-10')
  await restore(name)
  await takeReceipt('2026-10', 1, october)
  given(await room.takeBackPackages([october.file]))
  expect(given(await room.previewReport('2026-10')).changedSince).toBe(true)
  await unchanged(storedRecords, async () =>
    expect(codeOf(await room.writeReport('2026-10'))).toBe('RELEASED_OTHERWISE'),
  )
  expect([...given(await room.storedReport('2026-10')).file.bytes]).toEqual([...october.file.bytes])
})

test('whatever else is given back is refused, and nothing changes', async () => {
  const first = await wrote('2026-10')
  const name = given(await room.backUp()).last?.value.name ?? ''
  itIs('2027-01-03T02:00:00Z')
  const second = await wrote('2026-11')
  const third = await wrote('2026-12')
  const [keys] = await valuesOf(await vaultHere(), unitKeysKind)
  if (!keys) throw new Error('no keys')
  const said = async ({ file }: Written): Promise<PackagePayload> =>
    given<VerifiedPackage>(await readPackage(file.bytes, await desk())).payload
  const [november, december] = [await said(second), await said(third)]

  /** A file that says this, signed with these keys, for this room to open. */
  const signed = async (payload: PackagePayload, by: UnitKeys = keys) => {
    const jws = await signCompact(payloadText(payload), packageType, by.signing)
    const file = named(await sealFile(jws, [await recipientOf(keys)]))
    return { file, sha256: await sha256Hex(jws), jws }
  }
  const [neighbour, elsewhere] = await Promise.all(['990101102', '990102'].map(makeUnit))
  if (!neighbour || !elsewhere) throw new Error('no units')
  const to = { unit: elsewhere.card.unit, key: elsewhere.kid }
  const branch = await signed({ ...november, audit: 'b'.repeat(64) })
  const branchOn = await signed({ ...december, previous: branch.sha256 })
  const fourth = await signed({ ...november, period: '2027-01', seq: 4, previous: third.sha256 })
  const { jws } = await signed(november)
  const [header = '', , signature = ''] = jws.split('.')
  const [, otherPayload = ''] = branch.jws.split('.')
  const patched = await sealFile([header, otherPayload, signature].join('.'), [await recipientOf(keys)])
  const flipped = new Uint8Array(second.file.bytes)
  flipped[flipped.length - 9] = (flipped.at(-9) ?? 0) ^ 1
  const neighbours = await signed({ ...november, from: { unit: '990101102' } }, neighbour.keys)

  await restore(name)
  await takeReceipt('2026-12', 3, third)
  const rest = third.file
  const hostile: [string, string, { name: string; bytes: Uint8Array }[]][] = [
    ['another room’s', 'RETURNED_FOREIGN', [neighbours.file, rest]],
    [
      'in our name by another’s key',
      'RETURNED_FOREIGN',
      [(await signed(november, neighbour.keys)).file, rest],
    ],
    [
      'in another’s name by our key',
      'RETURNED_FOREIGN',
      [(await signed({ ...november, from: { unit: '990101102' } })).file, rest],
    ],
    ['to another county', 'RETURNED_FOREIGN', [(await signed({ ...november, to })).file, rest]],
    ['altered', 'RETURNED_DAMAGED', [named(flipped), rest]],
    ['altered inside', 'RETURNED_DAMAGED', [named(patched), rest]],
    ['no package', 'NOT_A_PACKAGE', [named(new Uint8Array(80)), rest]],
    ['out of order', 'RETURNED_GAP', [third.file]],
    ['not to the end', 'RETURNED_GAP', [second.file]],
    ['forked', 'RETURNED_FORKED', [branch.file, rest]],
    ['two for one place', 'RETURNED_FORKED', [second.file, branch.file, rest]],
    ['a branch of its own', 'RECEIPT_DISAGREES', [branch.file, branchOn.file]],
    [
      'a period twice',
      'RETURNED_FORKED',
      [(await signed({ ...november, period: '2026-10', created: '2026-12-01' })).file, rest],
    ],
    ['more than was confirmed', 'RETURNED_UNCONFIRMED', [second.file, rest, fourth.file]],
    [
      'of a month that has not begun',
      'WRONG_PERIOD',
      [(await signed({ ...november, period: '2027-03' })).file, rest],
    ],
    [
      'of an unknown plan',
      'UNKNOWN_PLAN',
      [(await signed({ ...november, plan: { ...november.plan, sha256: 'c'.repeat(64) } })).file, rest],
    ],
    ['known already', 'RETURNED_KNOWN', [first.file]],
    ['nothing', 'RETURNED_KNOWN', []],
  ]
  for (const [what, code, files] of hostile)
    await unchanged(storedRecords, async () =>
      expect(codeOf(await room.takeBackPackages(files)), what).toBe(code),
    )
  expect((await room.releasedReports()).shut).toBe('RECEIPTS_AHEAD')
  // What an earlier key of this room signed is its own all the same.
  given(await room.changeMyKey())
  const files = [third.file, second.file, second.file]
  expect(given(await room.takeBackPackages(files))).toEqual({ periods: ['2026-11', '2026-12'] })
  expect((await room.releasedReports()).shut).toBeNull()
})
