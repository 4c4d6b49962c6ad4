import { beforeEach, describe, expect, test } from 'vitest'
import { clientKind } from '../../src/casework/client.ts'
import type { CallEntry } from '../../src/room/contract/hotline.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { factKind } from '../../src/statistics/fact.ts'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { assessed, clientWhoAgreed, draft, phq9 } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const missing = async (room: RoomApi, entry: Partial<CallEntry>): Promise<string[]> => {
  const { id, revision } = given(await room.startCall())
  const ended = await room.endCall({ id, revision, entry: { ...generalCall, ...entry } })
  if (ended.ok) return []
  expect(ended.refusal.code).toBe('CALL_INCOMPLETE')
  return String(ended.refusal.detail?.missing).split(',')
}

const plan: Partial<CallEntry> = { callType: 'suicideRisk', danger: { asked: 'yes', answer: 'plan' } }

describe('a call', () => {
  test('is kept from its first second, ends complete, and then stays as it was', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const call = given(await room.startCall())
    expect(call).toMatchObject({ revision: 1, value: { endedAt: null, worker: await firstStaff(room) } })
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
    expect(codeOf(await room.recordFollowUp({ id, revision: 2, entry: '示例：回访' }))).toBe('RECORD_CLOSED')

    const ended = given(await room.endCall({ id, revision: 2, entry: generalCall }))
    expect(ended).toMatchObject({ revision: 3, value: { alias: '', followUp: null } })
    expect(ended.value.endedAt).not.toBeNull()
    expect(codeOf(await room.saveCall({ id, revision: 3, entry: generalCall }))).toBe('CALL_ENDED')
    expect(codeOf(await room.endCall({ id, revision: 3, entry: generalCall }))).toBe('CALL_ENDED')

    expect(codeOf(await room.recordFollowUp({ id, revision: 3, entry: '  ' }))).toBe('ENTRY_NEEDED')
    const followed = given(await room.recordFollowUp({ id, revision: 3, entry: ' 示例：已回访 ' }))
    expect(followed.value).toEqual({
      ...ended.value,
      followUp: expect.objectContaining({ entry: '示例：已回访', doneBy: await firstStaff(room) }),
    })
    expect(codeOf(await room.recordFollowUp({ id, revision: 4, entry: '示例：再次' }))).toBe('RECORD_CLOSED')
    expect(given(await room.openCall(id))).toEqual(followed)
    expect((await room.today()).items).toEqual([])
    expect((await room.today()).figures.callsThisMonth).toBe(1)
  })

  test('names what is still missing and cannot be ended before', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    expect(await missing(room, { danger: null, responseLevel: null, disposition: null })).toEqual([
      'danger',
      'responseLevel',
      'disposition',
    ])
    expect(await missing(room, { callType: 'special' })).toEqual(['specialKind'])
    expect(await missing(room, plan)).toEqual(['responseLevel', 'actions', 'followUpDue'])
    const at = new Date().toISOString()
    const intended = [{ kind: 'police110', state: 'intended', at, note: '' } as const]
    const asked: Partial<CallEntry> = { ...plan, responseLevel: 'atOnce', followUpDue: at }
    expect(await missing(room, { ...asked, actions: intended })).toEqual(['actions'])
    expect(
      await missing(room, { ...asked, actions: [{ ...intended[0], state: 'done' }] } as CallEntry),
    ).toEqual([])
    const { calls } = await room.listCalls()
    expect(calls.map(({ value }) => value.endedAt !== null)).toEqual([true, false, false, false, false])
    const due = (await room.today()).items.filter(({ kind }) => kind === 'callFollowUp')
    expect(due.map(({ id }) => id)).toEqual([calls[0]?.id])
  })
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
  expect(await theirs.listClients('')).toEqual({ clients: [], unreadable: 0 })
  expect(await theirs.listClients('shili')).toEqual({ clients: [], unreadable: 0 })
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
    await theirs.recordConsent({
      clientId,
      purpose: 'assessment',
      textVersion: '2026-1',
      givenBy: 'self',
      manner: 'spoken',
    }),
    await theirs.previewReport('2026-11'),
    await theirs.writeReport('2026-11'),
  ])
    expect(codeOf(refused)).toBe('NO_KEY')
  const { items, figures } = await theirs.today()
  expect(items).toEqual([])
  expect(figures).toEqual({ clients: null, priority: null, assessmentsThisMonth: null, callsThisMonth: 0 })

  const { id, revision } = given(await theirs.startCall())
  given(await theirs.endCall({ id, revision, entry: generalCall }))
  expect((await theirs.listCalls()).staffNames).toMatchObject({ [worker.id]: '示例热线' })
  await hotline.close()

  const later = openWindowHere()
  await unlock(later.room, counsellor)
  const vault = await vaultHere()
  const calls = (await valuesOf(vault, factKind)).filter(({ kind }) => kind === 'call')
  expect(calls).toMatchObject([{ category: 'general', sex: 'male', ageBand: '18to39', person: null }])
  expect(await valuesOf(vault, clientKind)).toHaveLength(1)
  expect((await later.room.listCalls()).calls.map(({ value }) => value.worker)).toEqual([worker.id])
})
