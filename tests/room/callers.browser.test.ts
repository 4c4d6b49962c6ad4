import { beforeEach, describe, expect, test } from 'vitest'
import { callerPlanKind } from '../../src/casework/callers/caller-plan.ts'
import { auditEntryKind } from '../../src/casework/records/audit-entry.ts'
import type { CallEntry } from '../../src/room/contract/hotline.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { factsIn, valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const number = '139 0000 0001'
const opened = async (): Promise<RoomApi> => {
  const { room } = openWindowHere()
  await setUp(room)
  return room
}
const started = async (room: RoomApi) => given(await room.startCall()).id
/** A whole call; gives its id. */
const called = async (room: RoomApi, entry: Partial<CallEntry> = {}): Promise<string> => {
  const { id, revision } = given(await room.startCall())
  given(await room.endCall({ id, revision, entry: { ...generalCall, ...entry } }))
  return id
}
const known = (room: RoomApi, callId: string, alias: string, word = '') =>
  room.recogniseByAlias({ alias, word, callId })
const plan = (from: number, more = {}) => ({
  from,
  reviewBy: addDays(dayOf(new Date().toISOString()), 28),
  need: '示例：晚上太静',
  helps: '',
  approach: '示例：先问今天有什么不同',
  agreement: '',
  minutes: 30,
  callsADay: 1,
  agreedWithCaller: true,
  ended: false,
  ...more,
})

describe('somebody who calls again', () => {
  test('is known by the alias they chose while they speak, with their calls on one line', async () => {
    const room = await opened()
    const first = await called(room, { alias: '示例小雨' })
    expect(await known(room, first, '示例小雨')).toEqual([])
    const unasked = { alias: '示例小雨', word: '', agreed: false, callId: first }
    expect(codeOf(await room.newCaller(unasked))).toBe('CALLER_CONSENT_NEEDED')
    expect(codeOf(await room.newCaller({ ...unasked, agreed: true, alias: '·' }))).toBe('ALIAS_NEEDED')
    const { id } = given(await room.newCaller({ ...unasked, agreed: true }))
    expect(await known(room, first, '示例小雨')).toMatchObject([{ id, isTheirs: true, pattern: null }])

    const second = await started(room)
    expect(await known(room, second, '示例 小雨')).toMatchObject([
      {
        id,
        isTheirs: false,
        wordNeeded: false,
        pattern: { calls: 1, lately: 1, last: { callId: first }, types: [{ type: 'general', calls: 1 }] },
        plan: null,
      },
    ])
    given(await room.addCallToCaller({ callerId: id, callId: second, known: 'alias' }))
    given(await room.addCallToCaller({ callerId: id, callId: second, known: 'alias' }))
    const { value } = given(await room.openCaller(id)).caller
    expect(value.calls.map(({ callId }) => callId)).toEqual([first, second])
    // A call is of one caller.
    const other = { alias: '示例老陈', word: '', agreed: true }
    expect(codeOf(await room.newCaller({ ...other, callId: second }))).toBe('CALL_OF_ANOTHER_CALLER')
    const third = await started(room)
    const { id: otherId } = given(await room.newCaller({ ...other, callId: third }))
    expect(codeOf(await room.addCallToCaller({ callerId: id, callId: third, known: 'alias' }))).toBe(
      'CALL_OF_ANOTHER_CALLER',
    )
    expect((await room.callers('')).callers.map((one) => one.id)).toEqual([otherId, id])
    for (const text of ['小雨', 'xiaoyu', 'slxy'])
      expect((await room.callers(text)).callers.map((one) => one.alias)).toEqual(['示例小雨'])
  })

  test('who agreed on a word is told to nobody else who says the same alias', async () => {
    const room = await opened()
    const first = await called(room)
    given(await room.newCaller({ alias: '示例小雨', word: '示例山茶', agreed: true, callId: first }))
    const second = await started(room)
    for (const word of ['', '示例牡丹'])
      expect(await known(room, second, '示例小雨', word)).toMatchObject([
        { wordNeeded: true, pattern: null, plan: null },
      ])
    expect(await known(room, second, '示例小雨', '示例 山茶')).toMatchObject([
      { wordNeeded: false, pattern: { calls: 1 } },
    ])
  })

  test('is answered alike by whoever picks up; an earlier plan stays', async () => {
    const room = await opened()
    const callId = await called(room)
    const { id } = given(await room.newCaller({ alias: '示例小雨', word: '', agreed: true, callId }))
    given(await room.saveCallerPlan({ callerId: id, plan: plan(0) }))
    expect(codeOf(await room.saveCallerPlan({ callerId: id, plan: plan(0) }))).toBe('CALLER_PLAN_CHANGED')
    given(await room.saveCallerPlan({ callerId: id, plan: plan(1, { approach: '示例：换个办法' }) }))
    expect(await known(room, await started(room), '示例小雨')).toMatchObject([
      { plan: { approach: '示例：换个办法', minutes: 30 } },
    ])
    const { plans } = given(await room.openCaller(id))
    expect(plans.map(({ value }) => value.version)).toEqual([2, 1])
  })

  test('who calls five times within a week gets a plan proposed', async () => {
    const room = await opened()
    const first = await called(room)
    const { id } = given(await room.newCaller({ alias: '示例小雨', word: '', agreed: true, callId: first }))
    for (let time = 1; time < 5; time++) {
      expect((await room.callers('')).callers[0]?.frequentSince).toBeNull()
      const callId = await called(room)
      given(await room.addCallToCaller({ callerId: id, callId, known: 'alias' }))
    }
    expect((await room.callers('')).callers[0]?.frequentSince).toBe(dayOf(new Date().toISOString()))
  })

  test('is unknown again when they wish: by alias, by number, and the plan ends', async () => {
    const room = await opened()
    const callId = await called(room)
    given(await room.takeCallerNumber({ callId, number, callBack: true, recognise: true }))
    const { id } = given(await room.newCaller({ alias: '示例小雨', word: '', agreed: true, callId }))
    given(await room.saveCallerPlan({ callerId: id, plan: plan(0) }))
    given(await room.changeCaller({ id, revision: 1, alias: '示例大雨', word: '' }))
    expect(codeOf(await room.forgetCaller({ id, revision: 1 }))).toBe('CONFLICT')
    given(await room.forgetCaller({ id, revision: 2 }))
    const next = await started(room)
    expect(await known(room, next, '示例大雨')).toEqual([])
    expect(given(await room.recogniseByNumber({ number, consent: true, callId: next }))).toEqual({
      callers: [],
      calls: null,
    })
    expect((await room.callers('')).callers).toEqual([])
    for (const answer of [
      await room.openCaller(id),
      await room.changeCaller({ id, revision: 3, alias: '示例', word: '' }),
      await room.addCallToCaller({ callerId: id, callId: next, known: 'alias' }),
      await room.saveCallerPlan({ callerId: id, plan: plan(2) }),
      await room.forgetCaller({ id, revision: 3 }),
    ])
      expect(codeOf(answer)).toBe('CALLER_FORGOTTEN')
    const plans = await valuesOf(await vaultHere(), callerPlanKind)
    expect(plans.find(({ version }) => version === 2)).toMatchObject({ ended: true })
    // What they agreed to otherwise stands.
    expect(await room.callerNumber(callId)).toMatchObject({ callBack: true, recognise: false })
  })
})

describe('a number', () => {
  test('finds earlier calls of who agreed to be known by it, and every look-up is entered', async () => {
    const room = await opened()
    const first = await called(room)
    given(await room.takeCallerNumber({ callId: first, number, callBack: false, recognise: true }))
    const silent = await called(room)
    given(await room.takeCallerNumber({ callId: silent, number, callBack: true, recognise: false }))
    const now = await started(room)
    const asked = { number: '１３９-0000-0001', callId: now }
    expect(codeOf(await room.recogniseByNumber({ ...asked, consent: false }))).toBe('CALLER_CONSENT_NEEDED')
    expect(codeOf(await room.recogniseByNumber({ ...asked, number: '示例', consent: true }))).toBe(
      'NOT_A_NUMBER',
    )
    expect(given(await room.recogniseByNumber({ ...asked, consent: true }))).toMatchObject({
      callers: [],
      calls: { calls: 1, last: { callId: first } },
    })
    const { id } = given(
      await room.newCaller({ alias: '示例小雨', word: '示例山茶', agreed: true, callId: first }),
    )
    expect(given(await room.recogniseByNumber({ ...asked, consent: true }))).toMatchObject({
      callers: [{ id, alias: '示例小雨', wordNeeded: false, pattern: { calls: 1 } }],
      calls: null,
    })
    const other = { number: '12356', callId: now, consent: true }
    expect(given(await room.recogniseByNumber(other))).toEqual({ callers: [], calls: null })
    await room.signOut('locked')
    const trail = await valuesOf(await vaultHere(), auditEntryKind)
    expect(trail.filter(({ detail }) => detail === 'numberLookUp')).toHaveLength(2)
    expect(JSON.stringify(trail)).not.toContain('1390000')
  })

  test('is shown to who follows the call up, and to save a life to whoever does; then it can be taken back', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const mine = await firstStaff(room)
    const worker = given(await room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
    const callId = await called(room)
    expect(await room.callerNumber(callId)).toBeNull()
    expect(
      codeOf(await room.takeCallerNumber({ callId, number: '示例', callBack: true, recognise: false })),
    ).toBe('NOT_A_NUMBER')
    given(await room.takeCallerNumber({ callId, number: '139 0000 0002', callBack: true, recognise: false }))
    given(await room.takeCallerNumber({ callId, number, callBack: true, recognise: false }))
    const held = await room.callerNumber(callId)
    expect(held).toMatchObject({ revision: 2, blocks: { callBack: [], savingLife: [] } })
    expect(JSON.stringify([held, await room.openCall(callId), await room.searchCalls({})])).not.toContain(
      '13900000001',
    )
    const { id } = held ?? { id: '' }
    expect(given(await room.showCallerNumber({ id, revision: 2, use: 'callBack' }))).toEqual({
      number: '13900000001',
    })
    await close()

    const theirs = openWindowHere()
    await unlock(theirs.room, worker.id)
    expect(await theirs.room.callerNumber(callId)).toMatchObject({
      shown: [{ by: mine, use: 'callBack' }],
      blocks: { callBack: ['NOT_WHO_CALLS_BACK'], savingLife: [] },
    })
    expect(codeOf(await theirs.room.showCallerNumber({ id, revision: 3, use: 'callBack' }))).toBe(
      'NOT_WHO_CALLS_BACK',
    )
    given(await theirs.room.showCallerNumber({ id, revision: 3, use: 'savingLife' }))
    given(await theirs.room.takeBackCallerNumber({ id, revision: 4 }))
    expect(await theirs.room.callerNumber(callId)).toMatchObject({
      withdrawn: { by: worker.id },
      blocks: { savingLife: ['NUMBER_TAKEN_BACK'] },
    })
    expect(codeOf(await theirs.room.showCallerNumber({ id, revision: 5, use: 'savingLife' }))).toBe(
      'NUMBER_TAKEN_BACK',
    )
    given(await theirs.room.takeCallerNumber({ callId, number: '12356', callBack: true, recognise: false }))
    expect(await theirs.room.callerNumber(callId)).toMatchObject({ revision: 1, withdrawn: null })
  })
})

describe('all calls', () => {
  test('are found, counted and summed as they stand, from the first second of each', async () => {
    const room = await opened()
    const day = dayOf(new Date().toISOString())
    const board = () => room.callBoard({ days: 28 })
    expect(await board()).toMatchObject({ today: 0, calls: 0, meanSeconds: null })
    const running = await started(room)
    expect(await board()).toMatchObject({ today: 1, running: 1, dangerAsked: { of: 0, are: 0 } })
    expect(await room.searchCalls({ unsettled: true })).toMatchObject({ total: 1, all: 1 })
    const done = await called(room, { alias: '示例小雨' })
    await called(room, { danger: { asked: 'no', why: '示例：只问地址' }, responseLevel: 'today' })
    expect(await board()).toMatchObject({ today: 3, running: 1, dangerAsked: { of: 2, are: 1 } })
    const found = async (text: string) => (await room.searchCalls({ text })).lines.map(({ id }) => id)
    expect(await found('xiaoyu')).toEqual([done])
    expect(await found(day)).toHaveLength(3)
    const line = (await room.searchCalls({ text: '小雨' })).lines[0]
    expect(await found(line?.number ?? 'none')).toEqual([done])
    expect(await found('示例没有')).toEqual([])
    expect((await board()).heat.flat().reduce((sum, calls) => sum + calls, 0)).toBe(3)

    const summary = await room.callSummary({ from: day, until: day })
    expect(summary).toMatchObject({ calls: 3, unreadable: 0, dangerAsked: { are: 1 } })
    expect(summary.shifts.begun).toBe(1)
    expect(await room.callSummary({ from: addDays(day, -9), until: addDays(day, -1) })).toMatchObject({
      calls: 0,
    })
    expect(given(await room.callKept(running)).until > addDays(day, 3 * 365 - 1)).toBe(true)
  })

  test('are found by what was saved last', async () => {
    const room = await opened()
    const id = await started(room)
    expect((await room.searchCalls({})).lines).toMatchObject([{ id, alias: '', state: 'running' }])
    given(await room.saveCall({ id, revision: 1, entry: { ...generalCall, alias: '示例小雨' } }))
    expect((await room.searchCalls({ text: '小雨' })).total).toBe(1)
    expect((await room.searchCalls({})).total).toBe(1)
  })

  test('leave their facts when they end: type and level, danger, length, time of day', async () => {
    const room = await opened()
    await called(room)
    const facts = await factsIn(await vaultHere())
    expect(facts.map(({ kind, category }) => `${kind} ${category}`)).toEqual(
      expect.arrayContaining(['call general', 'callDanger asked', 'callLength under10']),
    )
    expect(facts.filter(({ kind }) => kind === 'callTime')).toHaveLength(1)
    expect(facts.every(({ person }) => person === null)).toBe(true)
  })
})

test('whoever sits at another window keeps callers and numbers too, and both see the same', async () => {
  const first = openWindow()
  await setUp(first.room)
  const helper = given(await first.room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
  const callId = await called(first.room, { alias: '示例小雨' })
  const second = openWindow()
  await unlock(second.room, helper.id)
  expect((await second.room.windowStanding(-1)).part).toBe('reads')
  expect((await second.room.searchCalls({ text: 'xiaoyu' })).total).toBe(1)
  const { id } = given(await second.room.newCaller({ alias: '示例小雨', word: '', agreed: true, callId }))
  given(await second.room.takeCallerNumber({ callId, number, callBack: true, recognise: true }))
  given(await second.room.saveCallerPlan({ callerId: id, plan: plan(0) }))
  const own = await called(second.room)
  expect(await known(second.room, own, '示例小雨')).toMatchObject([{ id, pattern: { calls: 1 } }])
  given(await second.room.addCallToCaller({ callerId: id, callId: own, known: 'alias' }))
  for (const { room } of [first, second]) {
    await expect.poll(async () => (await room.callBoard({ days: 1 })).today).toBe(2)
    await expect.poll(async () => (await room.callers('')).callers[0]?.pattern?.calls).toBe(2)
  }
  const caller = given(await first.room.openCaller(id))
  expect(caller.caller.value.recordedBy).toBe(helper.id)
  expect(caller.plans.map(({ value }) => value.madeBy)).toEqual([helper.id])
  expect(await first.room.callerNumber(callId)).toMatchObject({ takenBy: helper.id })
})
