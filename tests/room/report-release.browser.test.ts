import { expose } from 'comlink'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { primaryCells } from '../../src/disclosure/primary-cells.ts'
import type { TableSet } from '../../src/disclosure/table-set.ts'
import { writeReceipt } from '../../src/exchange/receipts/receipt.ts'
import { guardHere } from '../../src/exchange/release/guard-here.ts'
import { releasedTablesKind } from '../../src/exchange/release/released-tables.ts'
import { sentPackageKind } from '../../src/exchange/sent-package.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { workerGuard } from '../../src/room/report/worker-guard.ts'
import type { Fact } from '../../src/statistics/fact.ts'
import { type FactSheet, factSheetKind, isSheet } from '../../src/statistics/fact-sheet.ts'
import { codeOf, given, makeUnit, type TestUnit } from '../support/exchange.ts'
import { unchanged } from '../support/unchanged.ts'
import { assessed, clientWhoAgreed, phq9, register } from './casework.ts'
import { damageRow } from './disk.ts'
import { countyCode, roomCode, setUp, unlock } from './set-up.ts'
import { storedRecords } from './stored-bytes.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let county: TestUnit

const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
const quarter = '2026-Q4'

beforeEach(async () => {
  await emptyStorage()
  itIs('2026-12-20T02:00:00Z')
  county = await makeUnit(countyCode)
})
afterEach(() => vi.useRealTimers())

/** A worker of this code in the place of the one that solves. */
const solverOf = (code: string) => () =>
  new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
/** Answers nothing, however long it is waited for. */
const silent = solverOf('')
/** Breaks as soon as it is asked anything. */
const broken = solverOf('onmessage = () => { throw new Error("abort") }')

/** A room with a county, and people who came in December. */
const openedRoom = async (startSolver?: () => Worker): Promise<TestWindow> => {
  const window = openWindowHere(startSolver)
  await setUp(window.room)
  given(await window.room.enrolCard(county.file))
  for (const answers of [phq9(0, 0), phq9(1, 0), phq9(3, 3)])
    await assessed(window.room, await clientWhoAgreed(window.room), answers)
  return window
}

describe('a quarter', () => {
  test('leaves protected; why a cell stays here is said here alone', async () => {
    const { room } = await openedRoom()
    const preview = given(await room.previewReport(quarter))
    expect(await room.reportProgress()).toBeNull()
    const suppressed = preview.leaving.filter((table) => table.class === 'S')
    expect(suppressed.length).toBeGreaterThan(3)
    expect(preview.withheld.map(({ table }) => table)).toEqual(suppressed.map(({ id }) => id))
    // Three people are too few to show in any of them.
    for (const { id, cells, k } of suppressed) {
      expect(
        cells.every((n) => n === null),
        id,
      ).toBe(true)
      expect(k).toBeGreaterThanOrEqual(5)
    }
    expect(preview.withheld.flatMap(({ cells }) => cells)).toContain('FEW_PERSONS')
    expect(preview.payload).not.toMatch(/FEW_PERSONS|GUARDS|because/)
    expect(preview.shut).toBeNull()
    expect(preview.protection).toMatchObject({ solver: expect.stringMatching(/^highs-\d+\.\d+\.\d+$/) })

    const { file, sha256 } = given(await room.writeReport(quarter))
    const released = given(await room.previewReport(quarter))
    expect(released).toMatchObject({ payload: preview.payload, changedSince: false, withheld: [] })
    expect(released.released?.sha256).toBe(sha256)
    const again = given(await room.writeReport(quarter))
    expect([again.sha256, [...again.file.bytes]]).toEqual([sha256, [...file.bytes]])

    const vault = await vaultHere()
    const [entry] = await valuesOf(vault, releasedTablesKind)
    expect(entry).toMatchObject({ period: quarter, sha256 })
    expect(entry?.tables.map(({ cells }) => cells)).toEqual(preview.leaving.map(({ cells }) => cells))
    expect(entry?.tables.map(({ counted }) => counted)).toEqual(preview.counted.map(({ cells }) => cells))
    const { reports, shut } = await room.releasedReports()
    expect(shut).toBeNull()
    expect(reports).toMatchObject([{ period: quarter, seq: 1, sha256, previous: null, receivedAt: null }])
  })

  test('abuse case 6: what came late makes no second package; it is told of by its number, rounded', async () => {
    const { room } = await openedRoom()
    const month = '2026-12'
    const first = given(await room.writeReport(month))
    await assessed(room, await clientWhoAgreed(room), phq9(2, 0))
    await unchanged(storedRecords, async () => {
      const outcome = await room.writeReport(month)
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { code: 'RELEASED_OTHERWISE', at: month, detail: { late: expect.any(Number) } },
      })
    })
    expect([...given(await room.storedReport(month)).file.bytes]).toEqual([...first.file.bytes])
    const preview = given(await room.previewReport(month))
    expect(preview).toMatchObject({ changedSince: true, released: { sha256: first.sha256 } })
    const listed = (await room.reportPeriods()).find(({ period }) => period === month)
    expect(listed).toMatchObject({ state: 'released', receipt: false })
    expect(listed?.late).toBeGreaterThan(0)

    itIs('2027-01-10T02:00:00Z')
    const next = given(await room.previewReport('2027-01'))
    expect(next.late.counted).toBe(listed?.late)
    expect(next.late.leaving % 5).toBe(0)
    expect(Math.abs(next.late.leaving - next.late.counted)).toBeLessThan(5)
  })
})

describe('facts that are not what the records say', () => {
  /** As a fault or a forger would leave them, before anybody signs in. */
  const spoilt = async (window: TestWindow, spoil: (sheet: FactSheet) => FactSheet): Promise<RoomApi> => {
    await window.close()
    const vault = await vaultHere()
    const sheets = (await vault.list(factSheetKind)).records.filter(isSheet)
    const sheet = sheets.find(({ value }) => value.facts.some(({ kind }) => kind === 'assessment'))
    if (!sheet) throw new Error('no sheet')
    const { id, revision, value } = sheet
    await vault.commit([{ kind: factSheetKind, id, expectedRevision: revision, value: spoil(value) }])
    const { room } = openWindowHere()
    await unlock(room)
    return room
  }
  const elsewhere = (fact: Fact): Fact => ({ ...fact, sex: fact.sex === 'male' ? 'female' : 'male' })

  test.each<[string, (sheet: FactSheet) => FactSheet]>([
    ['missing', (sheet) => ({ ...sheet, facts: [] })],
    ['too many', (sheet) => ({ ...sheet, facts: [...sheet.facts, ...sheet.facts] })],
    ['different', (sheet) => ({ ...sheet, facts: sheet.facts.map(elsewhere) })],
  ])('%s: neither shown nor written until they are put right', async (_, spoil) => {
    const room = await spoilt(await openedRoom(), spoil)
    await unchanged(storedRecords, async () => {
      const refusal = { code: 'FACTS_DISAGREE', detail: { count: 1 } }
      expect(await room.previewReport(quarter)).toEqual({ ok: false, refusal })
      expect(await room.writeReport(quarter)).toEqual({ ok: false, refusal })
    })
    expect((await room.releasedReports()).reports).toEqual([])
    given(await room.rebuildFacts())
    const { payload } = given(await room.previewReport(quarter))
    expect(payload).not.toBeNull()
    given(await room.writeReport(quarter))
  })

  test('spoilt after the preview: what is written is compared once more where it is counted otherwise', async () => {
    const { room } = await openedRoom()
    given(await room.previewReport(quarter))
    await assessed(room, await clientWhoAgreed(room), phq9(2, 0))
    const vault = await vaultHere()
    const strange = vault.drawId()
    const [sheet] = (await vault.list(factSheetKind)).records
      .filter(isSheet)
      .filter(({ value }) => value.facts.length > 0)
    const value = { source: strange, revision: 1, facts: sheet?.value.facts }
    await vault.commit([{ kind: factSheetKind, id: strange, expectedRevision: 0, value }])
    expect(codeOf(await room.writeReport(quarter))).toBe('FACTS_DISAGREE')
  })
})

describe('abuse cases 1 to 5 and 12, cases 58 and 59: a solver that protects too little', () => {
  /** In the place of the worker that solves: protects as it likes; the attack is the program's own. */
  const lax = (protect: (set: TableSet) => TableSet) => () => {
    const { port1, port2 } = new MessageChannel()
    const guard = guardHere({ seconds: 60, draw: () => 0.5 })
    expose({ protect, attack: (set: TableSet) => guard.attack(set) }, port2)
    return Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker
  }
  const smallOnly = (set: TableSet): TableSet => {
    const small = primaryCells(set)
    const cells = set.cells.map((cell, at) =>
      small.includes(at) ? { ...cell, withheld: true as const } : cell,
    )
    return { ...set, cells }
  }

  test.each<[string, (set: TableSet) => TableSet]>([
    ['nothing', (set) => set],
    ['what is small, and nothing that it follows from', smallOnly],
  ])('%s: no file, and nothing changes', async (_, protect) => {
    const { room } = await openedRoom(lax(protect))
    // Ten women, and two men who follow from them and the total.
    for (let more = 0; more < 9; more++)
      await register(room, { birthDate: '1980-05-01', sex: more < 7 ? 'female' : 'male' })
    await unchanged(storedRecords, async () => {
      for (const outcome of [await room.previewReport(quarter), await room.writeReport(quarter)]) {
        expect(codeOf(outcome)).toBe('RELEASE_NOT_PROTECTED')
        expect(outcome).toMatchObject({ refusal: { at: expect.stringMatching(/^[a-z]/) } })
      }
    })
    expect((await room.releasedReports()).reports).toEqual([])
  })
})

describe('abuse case 13: a solver that gives no answer', () => {
  test('one that breaks: nothing is written, and nothing changes', async () => {
    const { room } = await openedRoom(broken)
    await unchanged(storedRecords, async () => {
      expect(codeOf(await room.previewReport(quarter))).toBe('RELEASE_SOLVER')
      expect(codeOf(await room.writeReport(quarter))).toBe('RELEASE_SOLVER')
    })
    expect((await room.releasedReports()).reports).toEqual([])
    expect(await room.reportProgress()).toBeNull()
  })

  test('one that says nothing is ended by whoever waits, or by the lock', async () => {
    const { room } = await openedRoom(silent)
    await unchanged(storedRecords, async () => {
      const waiting = room.writeReport(quarter)
      await vi.waitFor(async () => expect((await room.reportProgress())?.step).toBe('protecting'))
      await room.stopReport()
      expect(codeOf(await waiting)).toBe('RELEASE_STOPPED')
    })
    const locked = room.previewReport(quarter)
    await vi.waitFor(async () => expect((await room.reportProgress())?.step).toBe('protecting'))
    await room.signOut('locked')
    expect(codeOf(await locked)).toMatch(/^(RELEASE_STOPPED|LOCKED)$/)
    expect(codeOf(await room.previewReport(quarter))).toBe('LOCKED')
    await expect(room.reportProgress()).rejects.toThrow('LOCKED')
  })
})

test('a ledger with a hole: nothing more is written', async () => {
  const window = await openedRoom()
  given(await window.room.writeReport('2026-12'))
  const vault = await vaultHere()
  const [entry] = (await vault.list(releasedTablesKind)).records
  await window.close()
  await damageRow('anxin', 'releasedTables', entry?.id ?? '')
  const { room } = openWindowHere()
  await unlock(room)
  expect(codeOf(await room.writeReport(quarter))).toBe('LEDGER_BROKEN')
  expect((await valuesOf(await vaultHere(), sentPackageKind)).length).toBe(1)
})

describe('receipts', () => {
  const receiptFor = async (last: { period: string; seq: number; sha256: string } | null, issued: string) =>
    (await writeReceipt({ county: countyCode, unit: roomCode, last, issued }, county.keys)).bytes

  test('one that agrees is kept once; one of another package shuts the export', async () => {
    const { room } = await openedRoom()
    const { sha256 } = given(await room.writeReport('2026-12'))
    const last = { period: '2026-12', seq: 1, sha256 }
    const receipt = await receiptFor(last, '2026-12-20T03:00:00.000Z')
    expect(given(await room.takeReceipt(receipt))).toEqual({ period: '2026-12', seq: 1 })
    given(await room.takeReceipt(receipt))
    const { reports, shut } = await room.releasedReports()
    expect(shut).toBeNull()
    expect(reports[0]?.receivedAt).not.toBeNull()
    expect((await room.reportPeriods()).find(({ period }) => period === '2026-12')?.receipt).toBe(true)

    const forged = await receiptFor({ ...last, sha256: 'f'.repeat(64) }, '2026-12-20T04:00:00.000Z')
    given(await room.takeReceipt(forged))
    expect((await room.releasedReports()).shut).toBe('RECEIPT_DISAGREES')
    expect(codeOf(await room.writeReport(quarter))).toBe('RECEIPT_DISAGREES')
    expect(codeOf(await room.takeReceipt(new Uint8Array(8)))).not.toBe('')
  })
})

test('after a restore nothing is written until the county has said how far it has come', async () => {
  const window = await openedRoom()
  given(await window.room.backUp())
  const name = given(await window.room.backUp()).last?.value.name ?? ''
  const { sha256 } = given(await window.room.writeReport('2026-11'))
  given(await window.room.prepareRestore({ name }, { signedIn: true }))
  given(await window.room.switchToRestored())
  await unlock(window.room)

  // The package is forgotten here; the county has it.
  expect(await window.room.releasedReports()).toMatchObject({ reports: [], shut: 'RECEIPT_NEEDED' })
  expect(given(await window.room.previewReport(quarter)).shut).toBe('RECEIPT_NEEDED')
  expect(codeOf(await window.room.writeReport(quarter))).toBe('RECEIPT_NEEDED')
  const issued = '2026-12-21T03:00:00.000Z'
  const last = { period: '2026-11', seq: 1, sha256 }
  const entry = { county: countyCode, unit: roomCode, issued }
  given(await window.room.takeReceipt((await writeReceipt({ ...entry, last }, county.keys)).bytes))
  expect(codeOf(await window.room.writeReport(quarter))).toBe('RECEIPTS_AHEAD')
  expect((await window.room.releasedReports()).reports).toEqual([])
})

test('after a restore that lost nothing, the county’s receipt opens the export again', async () => {
  const { room } = await openedRoom()
  const name = given(await room.backUp()).last?.value.name ?? ''
  given(await room.prepareRestore({ name }, { signedIn: true }))
  given(await room.switchToRestored())
  await unlock(room)
  expect(codeOf(await room.writeReport('2026-11'))).toBe('RECEIPT_NEEDED')
  const entry = { county: countyCode, unit: roomCode, last: null }
  const early = await writeReceipt({ ...entry, issued: '2026-12-19T03:00:00.000Z' }, county.keys)
  given(await room.takeReceipt(early.bytes))
  expect(codeOf(await room.writeReport('2026-11'))).toBe('RECEIPT_NEEDED')
  const late = await writeReceipt({ ...entry, issued: '2026-12-21T03:00:00.000Z' }, county.keys)
  expect(given(await room.takeReceipt(late.bytes))).toEqual({ period: null, seq: 0 })
  given(await room.writeReport('2026-11'))
})

describe('a guard in a worker', () => {
  const set = { dims: {}, cells: [{ at: {}, n: 3 }], policy: { k: 5, zeros: 'withheld' as const } }
  const guardOf = (start: () => Worker, patience: number) =>
    workerGuard({ start, patience, onProgress: () => undefined })

  test('one that takes too long is ended, and the next run begins with a new one', async () => {
    const started: Worker[] = []
    const start = () => {
      started.push(silent())
      return started.at(-1) ?? silent()
    }
    const guard = guardOf(start, 50)
    await expect(guard.attack(set)).rejects.toMatchObject({ code: 'TIMEOUT' })
    await expect(guard.protect(set, new Uint8Array(32))).rejects.toMatchObject({ code: 'TIMEOUT' })
    expect(started).toHaveLength(2)
  })

  test('one that breaks has said nothing, and one that was stopped is asked nothing', async () => {
    await expect(guardOf(broken, 60_000).attack(set)).rejects.toMatchObject({ code: 'SOLVER' })
    const guard = guardOf(silent, 60_000)
    const asked = guard.attack(set)
    guard.stop()
    await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(guard.attack(set)).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
