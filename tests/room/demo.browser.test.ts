import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Phase } from '../../src/room/contract/access.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given, makeUnit } from '../support/exchange.ts'
import { fileOf } from './casework.ts'
import { failAtCall } from './failing-storage.ts'
import { countyCode, roomCode, setUp } from './set-up.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const locked = (phase: Phase) => {
  if (phase.phase !== 'locked') throw new Error(phase.phase)
  return phase
}

describe.each(['zh-CN', 'en'] as const)('the demonstration in %s', (language) => {
  test('has something to show on every page', async () => {
    const { room, close } = openWindow()
    const { passphrase } = given(await room.tryDemo(language))
    expect(await room.phase()).toMatchObject({
      phase: 'open',
      unit: { kind: 'demo', name: expect.stringMatching(language === 'en' ? /^Example/ : /^示例/) },
    })

    const { items, figures, unreadable } = await room.today()
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(['openAlert', 'tierOverdue', 'retestDue', 'callFollowUp']),
    )
    const { clients: served, priority, ...thisMonth } = figures
    expect(Math.min(served ?? 0, priority ?? 0)).toBeGreaterThan(0)
    // What is simulated ends yesterday: on the first of a month there is nothing in it yet.
    const firstOfMonth = dayOf(new Date().toISOString()).endsWith('-01')
    for (const figure of Object.values(thisMonth)) expect(figure).toBeGreaterThan(firstOfMonth ? -1 : 0)
    expect(unreadable).toBe(0)

    const { clients } = await room.listClients('')
    expect(clients.length).toBeGreaterThan(20)
    expect(clients.every(({ name }) => name.startsWith('示例'))).toBe(true)
    expect(new Set(clients.map(({ standing }) => standing?.tier))).toContain('priority')
    expect((await room.listClients('shili')).clients).toHaveLength(clients.length)
    const files = await Promise.all(clients.map(({ id }) => fileOf(room, id)))
    expect(files.some(({ assessments }) => assessments.length > 5)).toBe(true)
    expect(files.every(({ consents, unreadable: lost }) => consents.length > 0 && lost === 0)).toBe(true)
    expect((await room.listCalls()).calls.length).toBeGreaterThan(20)
    expect(await room.listStaff()).toHaveLength(2)

    const months = (await room.reportPeriods()).filter((period) => !period.includes('Q'))
    expect(months.length).toBeGreaterThan(12)
    const preview = given(await room.previewReport(months[1] ?? ''))
    expect(preview.leaving.length).toBeGreaterThan(2)
    expect(preview.counted.every(({ cells }) => cells.some((n) => n > 0))).toBe(true)
    expect(JSON.parse(preview.payload ?? '')).toMatchObject({ demo: true, trial: true })

    const picture = await room.countyPicture()
    expect(picture.reported.length).toBeGreaterThan(8)
    expect(picture.reported.some(({ periods }) => periods.length < picture.periods.length)).toBe(true)
    const asked = {
      table: 'clients-sex-age',
      period: picture.periods.filter((one) => !one.includes('Q'))[1] ?? '',
    }
    const before = given(await room.countyTotals(asked))
    expect(before.units).toBeGreaterThan(5)
    expect(before.table.cells.some((n) => n > 0)).toBe(true)

    // The demonstration's own room reports to its own county.
    const { file } = given(await room.writeReport(asked.period))
    expect(given(await room.importPackage(file))).toMatchObject({ known: false, from: { code: '000000000' } })
    expect(given(await room.countyTotals(asked)).units).toBe(before.units + 1)

    await close()
    const { room: later } = openWindow()
    const phase = locked(await later.phase())
    expect(phase).toMatchObject({ unit: { kind: 'demo' }, demoPassphrase: passphrase })
    given(await later.unlock(phase.staff[0]?.id ?? '', passphrase))
  })
})

test('can be made on any day, also the first of a year', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-31T16:30:00Z') })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { room } = openWindowHere()
  given(await room.tryDemo('zh-CN'))
  expect((await room.today()).items.length).toBeGreaterThan(0)
  expect((await room.reportPeriods())[0]).toBe('2027-Q1')
})

test('takes no card of real units, nor they its cards', async () => {
  const { room, close } = openWindow()
  given(await room.tryDemo('en'))
  expect(codeOf(await room.enrolCard((await makeUnit(countyCode)).file))).toBe('DEMO_REFUSED')
  expect(codeOf(await room.enrolCard((await makeUnit(roomCode)).file))).toBe('DEMO_REFUSED')
  expect(codeOf(await room.tryDemo('en'))).toBe('OPEN_ELSEWHERE')
  const { file } = given(await room.myCard())
  await close()
  const { room: real } = openWindow()
  await setUp(real, 'county')
  expect(codeOf(await real.enrolCard(file.bytes))).toBe('DEMO_REFUSED')
  expect(await real.phase()).toMatchObject({ unit: { kind: 'county' } })
  expect(codeOf(await openWindow().room.tryDemo('en'))).toBe('VAULT_EXISTS')
})

test('broken off while it is made, it is whole when it is next opened', { timeout: 120_000 }, async () => {
  const { room, close } = openWindowHere()
  // Past the making of an empty vault, before the synthetic people are in it.
  const storage = failAtCall(100, 'forGood')
  expect(await room.tryDemo('en').then(codeOf, () => 'BROKEN')).not.toBe('ACCEPTED')
  expect(storage.reached()).toBe(true)
  storage.mend()
  await close()

  const again = openWindowHere()
  const { staff, demoPassphrase } = locked(await again.room.phase())
  const counsellor = staff.find(({ name }) => name === 'Example counsellor')
  given(await again.room.unlock(counsellor?.id ?? '', demoPassphrase ?? ''))
  expect((await again.room.listClients('')).clients.length).toBeGreaterThan(20)
  expect(await again.room.listStaff()).toHaveLength(2)
})
