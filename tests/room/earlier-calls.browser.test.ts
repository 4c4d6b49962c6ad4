import { beforeEach, expect, test } from 'vitest'
import { type HotlineCall, hotlineCallKind } from '../../src/casework/hotline/hotline-call.ts'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { firstStaff, setUp, unlock } from './set-up.ts'
import { vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const hourAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

/** Calls as versions before this one kept them: no number, no seat, no steps; actions in a list, one time to call back. */
const earlierCall = (worker: string, more: Partial<HotlineCall>): HotlineCall => ({
  startedAt: hourAgo(50),
  endedAt: hourAgo(49),
  worker,
  callerRole: 'self',
  alias: '示例老来电人',
  sex: 'female',
  ageBand: '18to39',
  callType: 'suicideRisk',
  specialKind: null,
  concern: '示例：以前记的',
  danger: { asked: 'yes', answer: 'plan' },
  ideation: 40,
  hopelessness: 50,
  responseLevel: 'atOnce',
  actions: [{ kind: 'familyInformed', state: 'done', at: hourAgo(49.5), note: '示例：家人到了' }],
  disposition: 'linkedToHelp',
  followUpDue: hourAgo(25),
  followUp: null,
  ...more,
})

const idOf = (number: number): string => number.toString(16).padStart(32, '0')

test('calls from before there were steps open, are found, followed up once, and one that went on is ended', async () => {
  const { room: first, close } = openWindowHere()
  await setUp(first)
  const me = await firstStaff(first)
  await close()
  const vault = await vaultHere()
  const put = (id: string, value: HotlineCall) => ({ kind: hotlineCallKind, id, expectedRevision: 0, value })
  await vault.commit([
    put(idOf(1), earlierCall(me, {})),
    put(idOf(2), earlierCall(me, { startedAt: hourAgo(2), endedAt: null, alias: '' })),
  ])
  vault.lock()

  const { room } = openWindowHere()
  await unlock(room, me)
  const ended = given(await room.openCall(idOf(1)))
  expect(ended.standing).toMatchObject({ state: 'after', responsible: me, danger: 'acute' })
  expect(ended.standing.actions).toMatchObject([{ what: 'familyInformed', state: 'done' }])
  expect(await room.searchCalls({ text: '示例老来电人' })).toMatchObject({
    all: 2,
    lines: [{ id: idOf(1), number: '', isHighRisk: true }],
  })
  expect((await room.callBoard({ days: 30 })).unreadable).toBe(0)
  expect((await room.today()).items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['openCall', 'callFollowUp']),
  )
  const step = { kind: 'added', note: '示例：补记' } as const
  expect(codeOf(await room.takeCallStep({ id: idOf(1), revision: null, step }))).toBe('CALL_FROM_BEFORE')
  given(await room.recordFollowUp({ id: idOf(1), revision: 1, entry: '示例：已联系，平稳' }))
  expect(given(await room.openCall(idOf(1))).standing.state).toBe('closed')

  const going = given(await room.openCall(idOf(2)))
  expect(going.standing.state).toBe('running')
  given(await room.endCall({ id: idOf(2), revision: going.call.revision, entry: generalCall }))
  expect(given(await room.openCall(idOf(2))).call.value.endedAt).not.toBeNull()
})
