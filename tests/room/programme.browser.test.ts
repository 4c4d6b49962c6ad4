import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { retestPlanKind } from '../../src/casework/assessments/retest-plan.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { placeOf } from '../../src/room/place-of.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { openVault } from '../../src/vault/vault.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, assessed, clientWhoAgreed, phq9, register } from './casework.ts'
import { passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
})

afterEach(() => {
  vi.useRealTimers()
})

type BatteryDraft = Parameters<RoomApi['saveBattery']>[0]['battery']

const today = () => dayOf(new Date().toISOString())
const mood: BatteryDraft = {
  name: '示例套餐',
  instruments: ['phq-9', 'gad-7'],
  everyWeeks: 4,
  proposal: null,
}
const made = async (more: Partial<BatteryDraft> = {}) =>
  given(await room.saveBattery({ id: null, revision: 0, battery: { ...mood, ...more } })).id
const batteryOf = async (id: string) => (await room.batteries()).batteries.find((one) => one.id === id)

test('a battery is made, changed, retired and taken back, and stays in the list', async () => {
  const id = await made()
  const first = await batteryOf(id)
  expect(first?.value).toMatchObject({ ...mood, retired: null })
  const battery = { ...mood, name: '示例套餐二', instruments: ['gad-7', 'phq-9', 'who-5'], everyWeeks: null }
  expect(codeOf(await room.saveBattery({ id, revision: 7, battery }))).toBe('CONFLICT')
  given(await room.saveBattery({ id, revision: 1, battery }))
  expect((await batteryOf(id))?.value).toMatchObject(battery)

  given(await room.retireBattery({ id, revision: 2, retired: true }))
  expect((await batteryOf(id))?.value.retired).toMatchObject({ by: first?.value.madeBy })
  expect(codeOf(await room.saveBattery({ id, revision: 3, battery: mood }))).toBe('RECORD_CLOSED')
  given(await room.retireBattery({ id, revision: 3, retired: false }))
  given(await room.saveBattery({ id, revision: 4, battery: mood }))
  expect((await batteryOf(id))?.value).toMatchObject({ ...mood, retired: null })
})

test.each([
  ['name', { name: ' ' }],
  ['instruments', { instruments: ['phq-9'] }],
  ['instruments', { instruments: ['phq-9', 'gad-7', 'phq-9'] }],
  ['everyWeeks', { everyWeeks: 0 }],
  ['everyWeeks', { everyWeeks: 105 }],
])('a battery with a wrong %s is refused: %o', async (at, wrong) => {
  const before = (await room.batteries()).batteries.length
  expect(await room.saveBattery({ id: null, revision: 0, battery: { ...mood, ...wrong } })).toEqual({
    ok: false,
    refusal: { code: 'BATTERY_INVALID', at },
  })
  expect((await room.batteries()).batteries).toHaveLength(before)
})

test('what the program proposes is there until it is adopted, with instruments in an order', async () => {
  const [proposal, ...others] = (await room.batteries()).proposals
  if (!proposal) throw new Error('nothing is proposed')
  await made({ name: proposal.name['zh-CN'], instruments: proposal.instruments, proposal: proposal.id })
  expect((await room.batteries()).proposals).toEqual(others)
})

test('a re-test is due on its day, moves when a result comes in, and is nothing more once it has ended', async () => {
  const clientId = await clientWhoAgreed(room)
  const plan = { clientId, instruments: ['phq-9', 'gad-7'], battery: null, everyWeeks: 4, from: today() }
  const { id } = given(await room.planRetest(plan))
  const dueItems = async () => (await room.today()).items.filter(({ kind }) => kind === 'retestDue')
  expect(await room.retestPlans(clientId)).toMatchObject({
    plans: [{ plan: { id, value: plan }, due: today(), dueNow: ['phq-9', 'gad-7'] }],
    unreadable: 0,
  })
  expect(await dueItems()).toMatchObject([{ id: clientId, at: today(), urgency: 'week' }])

  await assessed(room, clientId, phq9(0, 0))
  const later = addDays(today(), 28)
  const [{ dueNow, instruments } = { dueNow: [], instruments: [] }] = (await room.retestPlans(clientId)).plans
  expect(dueNow).toEqual(['gad-7'])
  expect(instruments).toEqual([
    { instrument: 'phq-9', due: later },
    { instrument: 'gad-7', due: today() },
  ])

  const second = given(await room.planRetest({ ...plan, everyWeeks: 12, from: addDays(today(), -3) }))
  // Each plan waits by itself.
  expect(await dueItems()).toMatchObject([
    { id: clientId, at: addDays(today(), -3) },
    { id: clientId, at: today() },
  ])
  expect(codeOf(await room.endRetestPlan({ id, revision: 1, reason: ' ' }))).toBe('REASON_NEEDED')
  given(await room.endRetestPlan({ id, revision: 1, reason: '示例：已转介' }))
  given(await room.endRetestPlan({ id: second.id, revision: 1, reason: '示例：已转介' }))
  expect(codeOf(await room.endRetestPlan({ id, revision: 2, reason: '再结束一次' }))).toBe('RECORD_CLOSED')
  expect(await dueItems()).toEqual([])
  expect((await room.retestPlans(clientId)).plans.map(({ due }) => due)).toEqual([null, null])
})

test('a re-test that is more than a week late is for today', async () => {
  const clientId = await clientWhoAgreed(room)
  given(
    await room.planRetest({ clientId, instruments: ['who-5'], battery: null, everyWeeks: 1, from: today() }),
  )
  const urgencyAfter = async (days: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 86_400_000 })
    const { items } = await room.today()
    vi.useRealTimers()
    return items.find((item) => item.kind === 'retestDue' && item.id === clientId)?.urgency
  }
  expect(await urgencyAfter(-1)).toBeUndefined()
  expect(await urgencyAfter(7)).toBe('week')
  expect(await urgencyAfter(8)).toBe('today')
})

test('a plan is for somebody who is there and agreed, and says what, how often and from when', async () => {
  const clientId = await register(room)
  const plan = { clientId, instruments: ['phq-9'], battery: null, everyWeeks: 4, from: '2026-12-01' }
  expect(codeOf(await room.planRetest({ ...plan, clientId: '0'.repeat(32) }))).toBe('NOT_FOUND')
  expect(await room.planRetest(plan)).toEqual({
    ok: false,
    refusal: { code: 'CONSENT_NEEDED', at: 'assessment' },
  })
  await agree(room, clientId)
  for (const [at, wrong] of [
    ['instruments', { instruments: [] }],
    ['everyWeeks', { everyWeeks: 1.5 }],
    ['from', { from: '2026-02-30' }],
  ] as const)
    expect(
      await room.planRetest({ ...plan, ...wrong, instruments: [...(wrong.instruments ?? plan.instruments)] }),
    ).toEqual({
      ok: false,
      refusal: { code: 'PLAN_INVALID', at },
    })
  expect((await room.retestPlans(clientId)).plans).toEqual([])
})

test('every role reads batteries, supervisors and administrators change them; plans open to those who see clients', async () => {
  const id = await made({ name: '示例给热线看' })
  const clientId = await clientWhoAgreed(room)
  given(
    await room.planRetest({ clientId, instruments: ['who-5'], battery: id, everyWeeks: 1, from: today() }),
  )
  const hired = async (name: string, role: 'counsellor' | 'supervisor' | 'hotline') =>
    given(await room.addStaff({ name, roles: [role], passphrase })).id
  const counsellor = await hired('示例乙', 'counsellor')
  const supervisor = await hired('示例督导', 'supervisor')
  const hotline = await hired('示例热线', 'hotline')
  await window.close()

  const asOne = async (staffId: string) => {
    const { room: theirs, close } = openWindowHere()
    await unlock(theirs, staffId)
    const seen = (await theirs.batteries()).batteries.find((one) => one.id === id)
    const saved = codeOf(
      await theirs.saveBattery({ id, revision: seen?.revision ?? 0, battery: { ...mood, name: '改名' } }),
    )
    const { plans } = await theirs.retestPlans(clientId)
    const due = (await theirs.today()).items.filter(({ kind }) => kind === 'retestDue').length
    await close()
    return { seen: seen !== undefined, saved, plans: plans.length, due: due > 0 }
  }
  expect(await asOne(counsellor)).toEqual({ seen: true, saved: 'NOT_SUPERVISOR', plans: 1, due: true })
  expect(await asOne(hotline)).toEqual({ seen: true, saved: 'NOT_SUPERVISOR', plans: 0, due: false })
  expect(await asOne(supervisor)).toEqual({ seen: true, saved: 'ACCEPTED', plans: 1, due: true })

  // By key, not by what the command leaves out.
  const vault = await openVault({ ...(await placeOf('anxin')), staffId: hotline, passphrase })
  await expect(vault.list(retestPlanKind)).rejects.toThrow('NO_KEY')
  vault.lock()
})
