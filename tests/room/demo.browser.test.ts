import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Phase } from '../../src/room/contract/access.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given, makeUnit } from '../support/exchange.ts'
import { fileOf } from './casework.ts'
import { countyTotals } from './county-totals.ts'
import { failAtCall } from './failing-storage.ts'
import { namesFound } from './names.ts'
import { countyCode, roomCode, setUp } from './set-up.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const locked = (phase: Phase) => {
  if (phase.phase !== 'locked') throw new Error(phase.phase)
  return phase
}

/** In English it is the same room with other words; the tests after this one make it too. */
const languages = import.meta.env.VITE_ANXIN_LONG ? (['zh-CN', 'en'] as const) : (['zh-CN'] as const)

describe.each(languages)('the demonstration in %s', (language) => {
  test('has something to show on every page', async () => {
    const { room, close } = openWindow()
    const { passphrase } = given(await room.tryDemo(language))
    expect(await room.phase()).toMatchObject({
      phase: 'open',
      unit: { kind: 'demo', name: expect.stringMatching(language === 'en' ? /^Example/ : /^示例/) },
    })

    const { items, figures, unreadable } = await room.today()
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'openAlert',
        'tierOverdue',
        'retestDue',
        'unsignedNote',
        'callFollowUp',
        'safetyPlanReview',
        'referral',
        'closureWaiting',
        'openCrisis',
        'evidenceExpiring',
        'appointment',
      ]),
    )
    const followUps = items.filter(({ kind }) => kind === 'followUp')
    expect(followUps.map(({ urgency }) => urgency)).toEqual(['now', 'today', 'week'])
    const { clients: served, priority, ...thisMonth } = figures
    expect(Math.min(served ?? 0, priority ?? 0)).toBeGreaterThan(0)
    // What is simulated ends yesterday: on the first of a month there is nothing in it yet.
    const firstOfMonth = dayOf(new Date().toISOString()).endsWith('-01')
    for (const figure of Object.values(thisMonth)) expect(figure).toBeGreaterThan(firstOfMonth ? -1 : 0)
    expect(unreadable).toBe(0)

    const { clients } = await room.listClients('')
    expect(clients.length).toBeGreaterThan(20)
    expect((await namesFound(room)).every((name) => name.startsWith('示例'))).toBe(true)
    expect(new Set(clients.map(({ standing }) => standing?.tier))).toContain('priority')
    expect((await room.listClients('shili')).clients).toHaveLength(clients.length)
    const files = await Promise.all(clients.map(({ id }) => fileOf(room, id)))
    expect(files.some(({ assessments }) => assessments.length > 5)).toBe(true)
    expect(files.every(({ consents, unreadable: lost }) => consents.length > 0 && lost === 0)).toBe(true)
    expect((await room.searchCalls({})).total).toBeGreaterThan(20)
    expect(await room.listStaff()).toHaveLength(2)

    // The hotline: last night's call waits to be taken on, one hand-over is signed by both sides and one lies unread.
    const { lines } = await room.searchCalls({ text: '' })
    const night = lines.find(({ state }) => state === 'handingOver')
    expect(night).toMatchObject({ isHighRisk: true, number: expect.stringMatching(/^R\d{4}-/) })
    const { standing, shown } = given(await room.openCall(night?.id ?? ''))
    expect(standing.actions.some(({ state }) => state === 'verified')).toBe(true)
    expect(shown.length).toBeGreaterThan(5)
    const { seats } = await room.shiftBoard()
    expect(seats.flatMap(({ unread }) => unread)).toHaveLength(1)
    expect(seats.find(({ seat }) => seat === 1)?.blocks).toEqual([])
    const waiting = await room.handOver(seats.flatMap(({ unread }) => unread)[0]?.id ?? '')
    expect(waiting.signatures).toEqual(['holds'])
    const { callers } = await room.callers('')
    expect(callers.length).toBeGreaterThan(3)
    expect(callers.some(({ plan }) => plan !== null)).toBe(true)
    expect((await room.callTransfers()).transfers).toHaveLength(1)
    expect((await room.practiceCalls()).tries.map(({ scenario }) => scenario)).toEqual(['silent'])
    expect(files.some(({ client }) => (client.value.tags ?? []).length > 0)).toBe(true)
    expect(
      files.some(({ age, client }) => age !== null && age < 14 && client.value.guardian !== undefined),
    ).toBe(true)
    const merges = await Promise.all(clients.map(({ id }) => room.fileMerges(id)))
    expect(merges.some((one) => one.merges.some(({ canUndo }) => canUndo))).toBe(true)

    const { courses } = await room.groupCourses()
    expect(courses.map(({ course }) => course.endedAt === null)).toEqual([true, false])
    const { sessions, attendance } = await room.groupCourse(courses[0]?.id ?? '')
    expect(new Set(sessions.map(({ state }) => state))).toEqual(new Set(['held', 'cancelled', 'planned']))
    expect(attendance.knownPeople).toBeGreaterThan(4)
    expect(files.some(({ groups }) => groups.length > 1)).toBe(true)
    const outreach = await room.outreach({ month: null, category: null })
    expect(outreach.activities.length).toBeGreaterThan(5)
    expect(outreach.activities.some(({ value }) => value.versions.length > 1)).toBe(true)
    const register = await room.staffRegister(Number(dayOf(new Date().toISOString()).slice(0, 4)))
    expect(register.people).toHaveLength(4)
    expect(register.ending.length).toBeGreaterThan(0)

    const months = (await room.reportPeriods())
      .map(({ period }) => period)
      .filter((period) => !period.includes('Q'))
    expect(months.length).toBeGreaterThan(12)
    const preview = given(await room.previewReport(months[1] ?? ''))
    expect(preview.leaving.length).toBeGreaterThan(2)
    const empty = preview.counted.filter(({ unit, cells }) => unit !== 'duty' && cells.every((n) => n === 0))
    expect(empty.map(({ id }) => id)).toEqual([])
    expect(JSON.parse(preview.payload ?? '')).toMatchObject({ demo: true, format: 'anxin-package/2' })

    const picture = await room.countyPicture()
    expect(picture.reported.length).toBeGreaterThan(8)
    expect(picture.reported.some(({ periods }) => periods.length < picture.periods.length)).toBe(true)
    const asked = {
      table: 'clients-sex-age',
      // The one before it may have begun before what is simulated.
      period: picture.periods.find((one) => one.includes('Q')) ?? '',
    }
    const before = (await countyTotals(room, asked)) ?? expect.fail('nothing was due')
    // Half of the demonstration's eight rooms are large enough to say this, and one of them may not have sent it yet.
    expect([3, 4]).toContain(before.rooms.full)
    expect(before.sums.some((n) => n !== null && n > 0)).toBe(true)

    // The demonstration's own room reports to its own county.
    const { file } = given(await room.writeReport(asked.period))
    expect(given(await room.importPackage(file))).toMatchObject({ known: false, from: { code: '000000000' } })
    expect((await countyTotals(room, asked))?.rooms.full).toBe(before.rooms.full + 1)

    await close()
    const { room: later } = openWindow()
    const phase = locked(await later.phase())
    expect(phase).toMatchObject({ unit: { kind: 'demo' }, demoPassphrase: passphrase })
    given(await later.unlock(phase.staff[0]?.id ?? '', passphrase))
  })
})

test.each([
  { moment: '2026-12-31T15:59:00Z', which: 'in the last minute of a year', period: '2026-Q4' },
  { moment: '2026-12-31T16:30:00Z', which: 'on the first day of one', period: '2027-Q1' },
])('can be made at any time, also $which', async ({ moment, period }) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { room } = openWindowHere()
  given(await room.tryDemo('zh-CN'))
  const { items } = await room.today()
  expect(new Set(items.map(({ urgency }) => urgency))).toEqual(new Set(['now', 'today', 'week']))
  expect(items.map(({ kind }) => kind)).toContain('appointment')
  expect((await room.reportPeriods())[0]?.period).toBe(period)
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
