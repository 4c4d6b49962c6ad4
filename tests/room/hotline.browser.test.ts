import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { clientKind } from '../../src/casework/clients/client.ts'
import type { CallEntry, CallStepEntry } from '../../src/room/contract/hotline.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { assessed, clientWhoAgreed, consentOf, draft, phq9 } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { factsIn, valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const missing = async (room: RoomApi, entry: Partial<CallEntry>): Promise<string[]> => {
  const { id, revision } = given(await room.startCall())
  const ended = await room.endCall({ id, revision, entry: { ...generalCall, ...entry } })
  if (ended.ok) return []
  expect(ended.refusal.code).toBe('CALL_INCOMPLETE')
  return String(ended.refusal.detail?.missing).split(',')
}

const said = ''
/** A call of somebody with a plan and means within reach, complete but for what is done. */
const riskCall: CallEntry = {
  ...generalCall,
  callType: 'suicideRisk',
  danger: { asked: 'yes', answer: 'plan' },
  ideation: 80,
  hopelessness: 70,
  distress: 90,
  responseLevel: 'atOnce',
  answers: {
    opening: { answer: 'said', said },
    plan: { answer: 'yes', said: '示例：想好了' },
    means: { answer: 'yes', said: '示例：药' },
    timeFrame: { answer: 'within24h', said },
    history: { answer: 'none', said },
    alone: { answer: 'yes', said },
    place: { answer: 'known', said: '示例镇示例路 1 号' },
    intoxication: { answer: 'no', said },
    protection: { answer: 'yes', said: '示例：孩子' },
    safetyPlan: { answer: 'made', said },
    callBack: { answer: 'agreed', said },
  },
}
const ambulance = (state: 'intended' | 'done' | 'verified'): CallStepEntry => ({
  kind: 'acted',
  action: 1,
  what: 'ambulance120',
  state,
  note: '示例',
  ...(state === 'intended'
    ? {}
    : { linkage: { person: '示例接线员', result: '示例：已派车', ground: 'callerAgreed' } }),
})

describe('a call', () => {
  test('is kept from its first second, ends complete and settled, and then stays as it was', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const me = await firstStaff(room)
    const call = given(await room.startCall())
    const year = dayOf(new Date().toISOString()).slice(0, 4)
    expect(call).toMatchObject({
      revision: 1,
      value: { endedAt: null, worker: me, number: `R${year}-0001`, seat: 1, steps: [] },
    })
    expect((await room.today()).items).toMatchObject([{ kind: 'openCall', id: call.id }])
    const { id } = call
    const saved = given(
      await room.saveCall({ id, revision: 1, entry: { ...generalCall, alias: ' 示例来电人 ' } }),
    )
    expect(saved).toMatchObject({
      revision: 2,
      value: { alias: '示例来电人', startedAt: call.value.startedAt },
    })
    expect(codeOf(await room.saveCall({ id, revision: 1, entry: generalCall }))).toBe('CONFLICT')

    const ended = given(await room.endCall({ id, revision: 2, entry: generalCall }))
    expect(ended).toMatchObject({
      revision: 3,
      value: { alias: '', steps: [{ kind: 'ended' }, { kind: 'closed' }] },
    })
    expect(ended.value.endedAt).not.toBeNull()
    expect(codeOf(await room.saveCall({ id, revision: 3, entry: generalCall }))).toBe('CALL_ENDED')
    expect(codeOf(await room.endCall({ id, revision: 3, entry: generalCall }))).toBe('CALL_ENDED')
    expect(codeOf(await room.recordFollowUp({ id, revision: 3, entry: '示例：回访' }))).toBe('RECORD_CLOSED')

    const shown = given(await room.openCall(id))
    expect(shown.call).toEqual(ended)
    expect(shown).toMatchObject({ standing: { state: 'closed', responsible: me }, isMine: true })
    const note: CallStepEntry = { kind: 'added', note: '示例：补记' }
    expect(given(await room.takeCallStep({ id, revision: 3, step: note })).value.steps).toHaveLength(3)
    expect((await room.today()).items).toEqual([])
    expect((await room.today()).figures.callsThisMonth).toBe(1)
    expect(given(await room.startCall()).value.number).toBe(`R${year}-0002`)
  })

  test('has a number of the year that it is in the room, from the first minute of one', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    onTestFinished(() => {
      vi.useRealTimers()
    })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-31T15:59:00Z') })
    expect(given(await room.startCall()).value.number).toBe('R2026-0001')
    vi.setSystemTime(new Date('2026-12-31T16:00:00Z'))
    expect(given(await room.startCall()).value.number).toBe('R2027-0001')
  })

  test('names what is still missing and cannot be ended before', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    expect(await missing(room, { danger: null, responseLevel: null, disposition: null })).toEqual([
      'danger',
      'responseLevel',
      'disposition',
    ])
    expect(await missing(room, { ...riskCall, responseLevel: null })).toEqual(['responseLevel', 'actions'])
    expect(await missing(room, { ...riskCall, responseLevel: 'planned' })).toEqual([
      'levelBecause',
      'actions',
    ])
  })

  test('with danger stays until all that the guide wants was done, by others too', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const second = given(await room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
    const { id, revision } = given(await room.startCall())
    const step = async (entry: CallStepEntry) => room.takeCallStep({ id, revision: null, step: entry })
    given(await step(ambulance('intended')))
    expect(codeOf(await room.endCall({ id, revision, entry: riskCall }))).toBe('CALL_INCOMPLETE')
    // Steps taken meanwhile are no reason to ask whoever fills in the form.
    const saved = given(await room.saveCall({ id, revision, entry: riskCall }))
    expect(
      codeOf(await step({ kind: 'acted', action: 1, what: 'ambulance120', state: 'done', note: '' })),
    ).toBe('LINKAGE_NEEDED')
    given(await step(ambulance('done')))
    const ended = given(await room.endCall({ id, revision: saved.revision, entry: riskCall }))
    expect(ended.value.steps?.map(({ kind }) => kind)).toEqual(['acted', 'acted', 'ended'])

    const { standing, followUps, closing, open } = given(await room.openCall(id))
    expect(standing).toMatchObject({ state: 'after', inDanger: true, owed: 'atOnce' })
    expect(followUps.map(({ afterHours }) => afterHours)).toEqual([24, 72, 168, 720, 2160])
    expect(closing.map(({ code }) => code)).toEqual([
      'ACTIONS_NOT_VERIFIED',
      'CONSULT_NEEDED',
      'HAND_OVER_NEEDED',
      'FOLLOW_UPS_LEFT',
    ])
    expect(open).toContain('handedOver')
    expect(codeOf(await step({ kind: 'closed' }))).toBe('ACTIONS_NOT_VERIFIED')
    expect(codeOf(await step({ kind: 'handedOver', to: '0'.repeat(32), note: '示例' }))).toBe('UNKNOWN_STAFF')
    expect(codeOf(await step({ kind: 'added', note: '' }))).toBe('CALL_STEP_INVALID')
    given(await step({ kind: 'handedOver', to: second.id, note: '示例：请回访' }))
    given(await step({ kind: 'escalated', because: '示例：请督导看一下' }))
    await close()

    const theirs = openWindowHere()
    await unlock(theirs.room, second.id)
    expect(await theirs.room.callAlerts()).toEqual([])
    given(await theirs.room.takeCallStep({ id, revision: null, step: { kind: 'accepted' } }))
    expect(given(await theirs.room.openCall(id))).toMatchObject({
      isMine: true,
      standing: { responsible: second.id, takenOn: true },
    })
  })
})

test('somebody at another window of the machine joins a call, helps, and takes calls of their own', async () => {
  const first = openWindow()
  await setUp(first.room)
  const me = await firstStaff(first.room)
  const helper = given(await first.room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
  const { id, revision } = given(await first.room.startCall())

  const second = openWindow()
  await unlock(second.room, helper.id)
  expect((await second.room.windowStanding(-1)).part).toBe('reads')
  const step = (room: RoomApi, entry: CallStepEntry) => room.takeCallStep({ id, revision: null, step: entry })
  given(await step(second.room, { kind: 'joined' }))
  given(await step(second.room, ambulance('done')))
  expect(codeOf(await step(second.room, { kind: 'joined' }))).toBe('IN_CALL_ALREADY')
  expect(codeOf(await step(second.room, { kind: 'added', note: '' }))).toBe('CALL_STEP_INVALID')

  // Whoever fills in the form types on, and both see the same.
  const saved = given(await first.room.saveCall({ id, revision, entry: riskCall }))
  expect(saved.value.steps?.map(({ kind, by }) => [kind, by])).toEqual([
    ['joined', helper.id],
    ['acted', helper.id],
  ])
  expect(given(await second.room.openCall(id)).call).toEqual(saved)
  // A field that both change is nobody's to overwrite.
  expect(codeOf(await second.room.saveCall({ id, revision, entry: riskCall }))).toBe('CONFLICT')

  const later = { ...riskCall, concern: '示例：又说了一些' }
  const both = given(await second.room.saveCall({ id, revision: saved.revision, entry: later }))
  expect(both.value).toMatchObject({ concern: later.concern, steps: saved.value.steps })

  const own = given(await second.room.startCall())
  expect(own.value).toMatchObject({ worker: helper.id, seat: 2, endedAt: null })
  given(await second.room.endCall({ id: own.id, revision: own.revision, entry: generalCall }))
  expect(saved.value).toMatchObject({ worker: me, seat: 1 })

  // What nobody who works here signed and sealed is not done.
  const channel = new BroadcastChannel('anxin-windows:anxin')
  channel.postMessage({ about: 'asked', question: '0'.repeat(32), sealed: new Uint8Array(80) })
  channel.close()
  expect((await first.room.searchCalls({})).lines).toHaveLength(2)

  first.end()
  await expect
    .poll(async () => (await second.room.windowStanding(-1)).part, { timeout: 10_000 })
    .toBe('writes')
  given(await step(second.room, { kind: 'escalated', because: '示例：请督导' }))
})

test('somebody of the hotline alone records calls, and nothing of clients is there for them', async () => {
  const { room, close } = openWindowHere()
  await setUp(room)
  const counsellor = await firstStaff(room)
  const worker = given(await room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
  const clientId = await clientWhoAgreed(room)
  await assessed(room, clientId, phq9(3, 3))
  await close()

  const hotline = openWindowHere()
  await unlock(hotline.room, worker.id)
  const theirs = hotline.room
  expect(await theirs.listClients('')).toEqual({ clients: [], total: 0, unreadable: 0 })
  expect(await theirs.listClients('shili')).toEqual({ clients: [], total: 0, unreadable: 0 })
  expect(await theirs.findDuplicates(draft())).toEqual([])
  const start = {
    clientId,
    instrument: 'behaviour-clues',
    rater: { kind: 'staff', staffId: worker.id },
  } as const
  for (const refused of [
    await theirs.openClient(clientId),
    await theirs.startAssessment({ ...start, language: 'zh-CN' }),
    await theirs.startClientMode({
      clientId,
      instruments: ['phq-9'],
      rater: { kind: 'self' },
      language: 'zh-CN',
      largePrint: false,
    }),
    await theirs.decideTier({ clientId, tier: 'general', reason: '示例' }),
    await theirs.registerClient(draft()),
    await theirs.recordConsent(consentOf(clientId)),
    await theirs.previewReport('2026-11'),
    await theirs.writeReport('2026-11'),
  ])
    expect(codeOf(refused)).toBe('NO_KEY')
  const { items, figures } = await theirs.today()
  expect(items).toEqual([])
  expect(figures).toEqual({ clients: null, priority: null, assessmentsThisMonth: null, callsThisMonth: 0 })

  const { id, revision } = given(await theirs.startCall())
  given(await theirs.endCall({ id, revision, entry: generalCall }))
  expect((await theirs.searchCalls({})).staffNames).toMatchObject({ [worker.id]: '示例热线' })
  await hotline.close()

  const later = openWindowHere()
  await unlock(later.room, counsellor)
  const vault = await vaultHere()
  const calls = (await factsIn(vault)).filter(({ kind }) => kind === 'call')
  expect(calls).toMatchObject([{ category: 'general', sex: 'male', ageBand: '18to39', person: null }])
  expect(await valuesOf(vault, clientKind)).toHaveLength(1)
  expect((await later.room.searchCalls({})).lines.map(({ worker: took }) => took)).toEqual([worker.id])
})
