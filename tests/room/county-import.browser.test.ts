import { beforeEach, describe, expect, test, vi } from 'vitest'
import { receivedPackageKind } from '../../src/exchange/received-package.ts'
import { refusedBytesKind, refusedFileKind } from '../../src/exchange/refused-file.ts'
import { readCard } from '../../src/exchange/unit-card.ts'
import type { BroughtFile } from '../../src/room/contract/county-import.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { DeskQuarantine } from '../../src/room/county-desk/desk-quarantine.ts'
import { codeOf, given, makeUnit, packageOf, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { countyTotals } from './county-totals.ts'
import { carryAway } from './disk.ts'
import { setUp, unlock } from './set-up.ts'
import { storedRecords } from './stored-bytes.ts'
import { sessionOn, valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow } from './windows.ts'

beforeEach(emptyStorage)

const people = Array.from({ length: 30 }, (_, n) => fact({ person: pseudonym(n), month: '2026-08' }))
const months = ['2026-07', '2026-08', '2026-09'] as const
const codes = ['990101101', '990101102']

/** The desk as a room knows it: by its card. */
const deskOf = async (county: RoomApi): Promise<TestUnit> => {
  const { file } = given(await county.myCard())
  const read = given(await readCard(file.bytes))
  return { ...(await makeUnit(read.card.unit)), ...read, file: file.bytes }
}

const file = (name: string, bytes: Uint8Array): BroughtFile => ({
  name,
  content: new Blob([Uint8Array.from(bytes)]),
})

/** Three months of each of these rooms, linked. */
const reportsOf = async (rooms: readonly TestUnit[], desk: TestUnit): Promise<BroughtFile[]> => {
  const files: BroughtFile[] = []
  for (const room of rooms) {
    let previous: string | null = null
    for (const [at, period] of months.entries()) {
      const written = await packageOf(room, desk, {
        facts: people,
        period,
        profile: 'medium',
        link: { seq: at + 1, previous },
      })
      previous = written.sha256
      files.push(file(written.name, written.bytes))
    }
  }
  return files
}

const openedDesk = async () => {
  const window = openWindow()
  await setUp(window.room, 'county')
  const rooms = await Promise.all(codes.map(makeUnit))
  for (const { file: card } of rooms) given(await window.room.enrolCard(card))
  const desk = await deskOf(window.room)
  return { ...window, rooms, desk, files: await reportsOf(rooms, desk) }
}

/** What the desk adds up, and who has reported. */
const standing = async (county: RoomApi) => {
  const { reported } = await county.countyPicture()
  const { tables } = await county.countyPicture()
  const monthly = tables.find(({ period }) => period === 'month') ?? expect.fail('no monthly table')
  const totals = await Promise.all(
    months.map(async (period) => countyTotals(county, { table: monthly.id, period })),
  )
  return { reported, totals }
}

test('abuse cases 17 to 25: many files are looked at, then taken in; hostile ones stop none', async () => {
  const { room: county, desk, rooms, files } = await openedDesk()
  const [stranger] = [await makeUnit('990101109')]
  const foreign = await packageOf(stranger, desk, { period: '2026-07', profile: 'medium' })
  const [room = desk] = rooms
  const rival = await packageOf(room, desk, {
    period: '2026-06',
    profile: 'medium',
    link: { seq: 2, previous: 'f'.repeat(64) },
  })
  const gap = await packageOf(room, desk, {
    period: '2026-10',
    profile: 'medium',
    link: { seq: 5, previous: 'f'.repeat(64) },
  })
  const hostile: BroughtFile[] = [
    file('foreign.anxin', foreign.bytes),
    file('../../../x\u202e.anxin', new TextEncoder().encode('x')),
    { name: 'film.anxin', content: 'FILE_TOO_LARGE' },
    { name: 'large.anxin', content: new Blob([new Uint8Array(5_000_001)]) },
    { name: 'gone.anxin', content: 'FILE_NOT_READ' },
    file('rival.anxin', rival.bytes),
  ]
  const mixed = [
    hostile[0],
    ...files.toReversed(),
    ...hostile.slice(1),
    file('gap.anxin', gap.bytes),
    files[0],
  ]
  const before = await storedRecords(['refusedFiles', 'refusedBytes', 'audit', 'stale'])
  const seen = new Set<string>()
  const asking = setInterval(async () => {
    const progress = await county.countyImportProgress()
    if (progress) seen.add(progress.step)
  }, 5)
  const begun = given(await county.beginCountyImport(mixed.flatMap((one) => one ?? [])))
  expect(await storedRecords(['refusedFiles', 'refusedBytes', 'audit', 'stale'])).toEqual(before)
  const outcomes = begun.files.map(({ outcome }) => outcome)
  const countOf = (outcome: string) => outcomes.filter((one) => one === outcome).length
  expect(['new', 'known', 'waiting', 'refused'].map(countOf)).toEqual([6, 1, 1, 6])
  const fresh = begun.files.find(({ outcome, seq }) => outcome === 'new' && seq === 2)
  expect(fresh?.unitName).toContain('示例')
  expect(fresh?.tables.length).toBeGreaterThan(0)
  expect(fresh?.tables.every(({ id }) => begun.titles[id])).toBe(true)
  expect(fresh?.tables.some(({ before: last }) => last !== null)).toBe(true)

  const { files: imported } = given(await county.takeCountyImport())
  clearInterval(asking)
  expect(seen.has('reading')).toBe(true)
  expect(await county.countyImportProgress()).toBeNull()
  expect(imported.map(({ outcome }) => outcome)).toEqual(outcomes.slice(0, imported.length))
  expect(codeOf(await county.takeCountyImport())).toBe('COUNTY_IMPORT_NOT_OPEN')
  const { files: kept } = await county.countyQuarantine()
  expect(kept.map(({ name, code, isHere }) => [name, code, isHere]).sort()).toEqual(
    [
      ['../../../x.anxin', 'NOT_A_PACKAGE', true],
      ['film.anxin', 'PACKAGE_TOO_LARGE', false],
      ['foreign.anxin', 'UNKNOWN_SENDER', true],
      ['gone.anxin', 'FILE_NOT_READ', false],
      ['large.anxin', 'PACKAGE_TOO_LARGE', false],
      [kept.find(({ code }) => code === 'CHAIN_FORKED')?.name, 'CHAIN_FORKED', true],
    ].sort(),
  )
  expect((await county.countyPicture()).waiting).toMatchObject([{ seq: 5 }])

  const after = await standing(county)
  const again = given(await county.beginCountyImport(files.slice(3)))
  expect(again.files.every(({ outcome }) => outcome === 'known')).toBe(true)
  given(await county.takeCountyImport())
  expect(await standing(county)).toEqual(after)
  const { file: receipts } = given(await county.receiptsFor([...codes, codes[0] ?? '']))
  expect(receipts.name).toMatch(/^anxin-receipts-\d{4}-\d\d-\d\d\.zip$/)
  expect(new TextDecoder('latin1').decode(receipts.bytes).match(/\d{9}-3\.anxin-receipt/g)).toHaveLength(4)
  expect(codeOf(await county.receiptsFor(['990101999']))).toBe('UNKNOWN_SENDER')
})

test('stopped, nothing is half done, and the same files brought again complete it', async () => {
  const { room: county, files } = await openedDesk()
  const reading = county.beginCountyImport(files)
  await county.stopCountyImport()
  expect(codeOf(await reading)).toBe('COUNTY_IMPORT_STOPPED')
  expect(codeOf(await county.takeCountyImport())).toBe('COUNTY_IMPORT_NOT_OPEN')
  given(await county.beginCountyImport(files))
  await county.closeCountyImport()
  expect(codeOf(await county.takeCountyImport())).toBe('COUNTY_IMPORT_NOT_OPEN')
  given(await county.beginCountyImport(files))
  const taking = county.takeCountyImport()
  await county.stopCountyImport()
  const { files: stopped } = given(await taking)
  const left = stopped.filter(({ outcome }) => outcome === 'left')
  expect((await county.countyPicture()).reported.flatMap(({ periods }) => periods)).toHaveLength(
    stopped.length - left.length,
  )
  given(await county.beginCountyImport(files))
  given(await county.takeCountyImport())
  expect((await county.countyPicture()).reported.flatMap(({ periods }) => periods)).toHaveLength(6)
})

describe('the ways out of quarantine', () => {
  test('after a card was accepted a file is tried again; others are put away with a note', async () => {
    const { room: county, desk, close } = await openedDesk()
    const stranger = await makeUnit('990101109')
    const foreign = await packageOf(stranger, desk, { facts: people, period: '2026-07', profile: 'medium' })
    expect(codeOf(await county.importPackage({ name: 'foreign.anxin', bytes: foreign.bytes }))).toBe(
      'UNKNOWN_SENDER',
    )
    expect(codeOf(await county.importPackage({ name: 'x.anxin', bytes: Uint8Array.of(1) }))).toBe(
      'NOT_A_PACKAGE',
    )
    const kept = (await county.countyQuarantine()).files
    const idOf = (name: string) => kept.find((one) => one.name === name)?.id ?? expect.fail(name)
    expect(given(await county.tryQuarantinedAgain(kept.map(({ id }) => id))).files).toMatchObject([
      { outcome: 'refused' },
      { outcome: 'refused' },
    ])
    expect(await county.countyQuarantine()).toEqual({ files: kept, unreadable: 0 })
    given(await county.enrolCard(stranger.file))
    expect(given(await county.tryQuarantinedAgain([idOf('foreign.anxin')])).files).toMatchObject([
      { outcome: 'new', unit: '990101109' },
    ])
    expect((await county.countyPicture()).periods).toContain('2026-07')
    const note = '已电话询问，放错了。'
    const ids = [idOf('x.anxin')]
    expect(codeOf(await county.putAwayQuarantined({ ids, note: ' ' }))).toBe('QUARANTINE_NOTE_MISSING')
    expect(codeOf(await county.putAwayQuarantined({ ids, note: 'x'.repeat(501) }))).toBe(
      'QUARANTINE_NOTE_TOO_LONG',
    )
    expect(given(await county.putAwayQuarantined({ ids, note }))).toEqual({ count: 1 })
    expect(given(await county.putAwayQuarantined({ ids: [...ids, 'f'.repeat(32)], note }))).toEqual({
      count: 0,
    })
    const { files } = await county.countyQuarantine()
    expect(files.map(({ name, out }) => [name, out?.how, out?.note]).sort()).toEqual([
      ['foreign.anxin', 'taken', ''],
      ['x.anxin', 'putAway', note],
    ])
    await close()
    // What was taken in is not kept a second time.
    expect((await valuesOf(await vaultHere(), refusedBytesKind)).filter((one) => one.file)).toHaveLength(1)
  })

  test('a flood of files lets the oldest go, and keeps their names and reasons', async () => {
    const { close } = await openedDesk()
    await close()
    const vault = await vaultHere()
    const session = await sessionOn(vault)
    const quarantine = new DeskQuarantine(session, { bytes: 1_000, entries: 8 })
    const keep = (n: number, unit: string | null, bytes: Uint8Array | null = new Uint8Array(300).fill(n)) =>
      quarantine.keep({
        name: `${n}.anxin`,
        fileSha256: String(n).padStart(64, '0'),
        bytes,
        code: 'NOT_A_PACKAGE',
        unit,
        period: null,
        seq: null,
        received: '2026-11-02',
      })
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let n = 0; n < 6; n++) {
      vi.setSystemTime(Date.parse('2026-11-02T02:00:00Z') + n * 60_000)
      await keep(n, n === 0 ? '990101101' : null)
    }
    vi.useRealTimers()
    const here = async () =>
      (await valuesOf(vault, refusedFileKind)).flatMap(({ name, file: kept }) => (kept ? [name] : [])).sort()
    // What names a room of ours goes last.
    expect(await here()).toEqual(['0.anxin', '4.anxin', '5.anxin'])
    const stored = (await valuesOf(vault, refusedBytesKind)).filter((one) => one.file)
    expect(stored).toHaveLength(3)
    await keep(6, null, null)
    await keep(7, null, null)
    await keep(8, null, null)
    const names = (await valuesOf(vault, refusedFileKind)).map(({ name }) => name).sort()
    expect(names).toEqual([0, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}.anxin`))
    await keep(4, null)
    expect((await valuesOf(vault, refusedFileKind)).filter(({ name }) => name === '4.anxin')).toHaveLength(1)
  })
})

test('case 57: killed while taking in, each package is here whole or not at all, and a rerun completes', {
  timeout: 600_000,
}, async () => {
  const { files, close } = await openedDesk()
  await close()
  const bringBack = await carryAway('anxin')
  const opened = async () => {
    const window = openWindow()
    await unlock(window.room)
    given(await window.room.beginCountyImport(files))
    return window
  }
  const taken = async ({ room: county }: { room: RoomApi }) => {
    given(await county.takeCountyImport())
    return standing(county)
  }
  await bringBack()
  const first = await opened()
  const whole = await taken(first)
  await first.close()
  const moments = import.meta.env.VITE_ANXIN_LONG === undefined ? [20] : [0, 5, 10, 20, 40, 80, 160, 320]
  for (const moment of moments) {
    await bringBack()
    const killed = await opened()
    void killed.room.takeCountyImport()
    await new Promise((resolve) => setTimeout(resolve, moment))
    await killed.close()
    const again = await opened()
    const there = (await again.room.countyPicture()).reported.flatMap(({ periods }) => periods)
    expect([0, 6], `after ${moment} ms`).toContain(there.length)
    expect(await taken(again), `after ${moment} ms`).toEqual(whole)
    await again.close()
    expect(await valuesOf(await vaultHere(), receivedPackageKind)).toHaveLength(6)
  }
})
