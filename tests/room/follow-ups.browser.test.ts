import { beforeAll, expect, test } from 'vitest'
import { crisisEpisodeKind } from '../../src/casework/crisis/crisis-episode.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, consentOf, fileOf, register, takesBack } from './casework.ts'
import { setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const today = () => dayOf(new Date().toISOString())
type Result = Parameters<RoomApi['noteFollowUp']>[0]['result']
const talked: Result = { mode: 'phone', reached: 'reached', askedAgain: 'none', entry: '示例：睡得好些了' }

const contactable = async () => {
  const clientId = await register(room)
  given(await room.recordConsent(consentOf(clientId, { purpose: 'followUpContact' })))
  return clientId
}
const watched = async () => {
  const clientId = await contactable()
  given(await room.decideTier({ clientId, tier: 'watch', reason: '示例：需要多联系' }))
  return clientId
}
const left = async (clientId: string) => (await room.followUps(clientId)).left
const next = async (clientId: string) => {
  const [first] = await left(clientId)
  if (first === undefined) throw new Error('nothing is left')
  return first
}
const note = async (clientId: string, result: Partial<Result> = {}) => {
  const { id, revision } = await next(clientId)
  return room.noteFollowUp({ id, revision, result: { ...talked, ...result } })
}
const episodesOf = async (clientId: string) =>
  (await valuesOf(await vaultHere(), crisisEpisodeKind)).filter((one) => one.clientId === clientId)

test('the tier plans the first one, each that is done plans the next', async () => {
  const clientId = await watched()
  const { plan } = await room.followUps(clientId)
  expect(plan).toMatchObject({ tier: 'watch', first: 28, every: 28, again: 3, proposed: true })
  expect(await left(clientId)).toMatchObject([
    { value: { due: addDays(today(), 28), why: { kind: 'tier' } } },
  ])
  expect(given(await note(clientId))).toEqual({ next: addDays(today(), 28), crisis: null })
  expect(await left(clientId)).toHaveLength(1)
  expect((await room.followUps(clientId)).past).toMatchObject([{ value: { result: talked } }])
})

test('who was not reached is tried again, and a result is entered once', async () => {
  const clientId = await watched()
  const { id, revision } = await next(clientId)
  const missed = { ...talked, reached: 'notReached' as const, askedAgain: 'notAsked' as const }
  expect(given(await room.noteFollowUp({ id, revision, result: missed }))).toEqual({
    next: addDays(today(), 3),
    crisis: null,
  })
  expect(codeOf(await room.noteFollowUp({ id, revision, result: talked }))).toBe('RECORD_CLOSED')
})

test('thoughts told at a follow-up open a crisis, and the next ones go on with it', async () => {
  const clientId = await watched()
  expect(codeOf(await note(clientId, { askedAgain: 'thoughts', entry: '示例' }))).toBe('FOLLOW_UP_INVALID')
  expect(await episodesOf(clientId)).toEqual([])
  const told = { askedAgain: 'thoughts' as const, entry: '示例：说不想活了，愿意来室' }
  expect(given(await note(clientId, told))).toMatchObject({ crisis: 'opened' })
  expect(given(await note(clientId, told))).toMatchObject({ crisis: 'joined' })
  expect(await episodesOf(clientId)).toMatchObject([
    { from: { kind: 'followUp' }, steps: [{ kind: 'interviewed', asked: 'confirmed', said: told.entry }] },
  ])
})

test('one of their own is planned with consent to be contacted, from today on, for a reason', async () => {
  const clientId = await register(room)
  const plan = (due: string, why = '示例：考试以后') => room.planFollowUp({ clientId, due, note: why })
  expect(codeOf(await plan(today()))).toBe('CONSENT_NEEDED')
  await agree(room, clientId, 'followUpContact')
  expect(codeOf(await plan(addDays(today(), -1)))).toBe('DUE_DAY_PAST')
  expect(codeOf(await plan('2926-12-01'))).toBe('DUE_DAY_TOO_FAR')
  expect(codeOf(await plan(today(), ' '))).toBe('FOLLOW_UP_INVALID')
  given(await plan(today()))
  expect(await left(clientId)).toMatchObject([{ value: { due: today(), why: { note: '示例：考试以后' } } }])
  // Done, and no tier that asks for another.
  expect(given(await note(clientId))).toEqual({ next: null, crisis: null })
  const consent = (await fileOf(room, clientId)).consents.find(
    ({ value }) => value.purpose === 'followUpContact',
  )
  given(await room.withdrawConsent(takesBack(consent)))
  expect(codeOf(await plan(today()))).toBe('CONSENT_NEEDED')
})

test('one is cancelled with a reason, and stays to be read', async () => {
  const clientId = await watched()
  const { id, revision } = await next(clientId)
  expect(codeOf(await room.cancelFollowUp({ id, revision, reason: ' ' }))).toBe('REASON_NEEDED')
  given(await room.cancelFollowUp({ id, revision, reason: '示例：本人明天来室' }))
  expect(await left(clientId)).toEqual([])
  expect((await room.followUps(clientId)).past).toMatchObject([
    { id, value: { cancelled: { because: { kind: 'person', note: '示例：本人明天来室' } } } },
  ])
  expect(codeOf(await room.cancelFollowUp({ id, revision: revision + 1, reason: '示例' }))).toBe(
    'RECORD_CLOSED',
  )
})
