import { beforeAll, expect, test } from 'vitest'
import type { CaseDeed } from '../../src/room/contract/closure.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, phq9, register } from './casework.ts'
import { setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const today = () => dayOf(new Date().toISOString())
const proposal = (more: Partial<Extract<CaseDeed, { kind: 'proposed' }>> = {}): CaseDeed => ({
  kind: 'proposed',
  reason: 'goalsReached',
  summary: '示例：睡眠好转，已回到工作',
  outcomes: [],
  aftercare: '示例：有事随时来',
  aftercareDue: null,
  ...more,
})
const outside = (): CaseDeed => ({
  kind: 'approved',
  whom: { kind: 'outside', name: '示例督导', day: today() },
  note: '',
})
const take = async (clientId: string, deed: CaseDeed) => {
  const { standing } = await room.caseOnShow(clientId)
  return room.takeCaseStep({ clientId, revision: standing?.revision ?? 0, deed })
}
const stateOf = async (clientId: string) => (await room.caseOnShow(clientId)).situation.state
const inCaseload = async (clientId: string) =>
  (await room.listClients('')).clients.find(({ id }) => id === clientId)?.file
const closed = async (clientId: string) => {
  given(await take(clientId, proposal()))
  given(await take(clientId, outside()))
}

test('a file is proposed, agreed to, and opened again with all that was said', async () => {
  const clientId = await register(room)
  expect(await inCaseload(clientId)).toBe('open')
  given(await take(clientId, proposal()))
  expect(await inCaseload(clientId)).toBe('closing')
  given(await take(clientId, outside()))
  expect([await stateOf(clientId), await inCaseload(clientId)]).toEqual(['closed', 'closed'])
  expect(codeOf(await take(clientId, proposal()))).toBe('STEP_NOT_OPEN')
  given(await take(clientId, { kind: 'reopened', because: '示例：又来求助' }))
  const { standing, situation } = await room.caseOnShow(clientId)
  expect(situation).toMatchObject({ state: 'open', reopened: 1 })
  expect(standing?.value.steps.map(({ kind }) => kind)).toEqual(['proposed', 'approved', 'reopened'])
})

test('nobody agrees to their own proposal, and what was sent back is open again', async () => {
  const clientId = await register(room)
  given(await take(clientId, proposal()))
  expect(codeOf(await take(clientId, { kind: 'approved', whom: { kind: 'here' }, note: '' }))).not.toBe(
    'ACCEPTED',
  )
  const early = { kind: 'outside' as const, name: '示例督导', day: addDays(today(), -1) }
  expect(codeOf(await take(clientId, { kind: 'approved', whom: early, note: '' }))).toBe('APPROVAL_DAY')
  given(await take(clientId, { kind: 'sentBack', because: '示例：还要再谈一次' }))
  expect(await stateOf(clientId)).toBe('open')
  expect(codeOf(await take(clientId, proposal({ summary: '短' })))).toBe('CASE_STEP_INVALID')
})

test('an alert that nobody dealt with and a referral under way keep a file open', async () => {
  const clientId = await clientWhoAgreed(room)
  await assessed(room, clientId, phq9(1, 2))
  given(
    await room.saveReferral({
      id: null,
      revision: 0,
      referral: {
        clientId,
        receiver: { kind: 'school', name: '示例学校', contact: '' },
        urgency: 'planned',
        question: '示例：请留意',
        told: '',
      },
    }),
  )
  const { blocks } = await room.caseOnShow(clientId)
  expect(blocks.map(({ code }) => code)).toEqual(['ALERT_OPEN', 'REFERRAL_UNDER_WAY'])
  expect(codeOf(await take(clientId, proposal()))).toBe('ALERT_OPEN')
})

test('what comes between a proposal and the answer keeps the file open', async () => {
  const clientId = await clientWhoAgreed(room)
  given(await take(clientId, proposal()))
  await assessed(room, clientId, phq9(1, 2))
  expect(codeOf(await take(clientId, outside()))).toBe('ALERT_OPEN')
  expect(await stateOf(clientId)).toBe('closing')
})

test('closing ends what the tier asked for and plans the aftercare; opening again plans by tier', async () => {
  const clientId = await register(room)
  given(await room.decideTier({ clientId, tier: 'watch', reason: '示例：需要多联系' }))
  expect(codeOf(await take(clientId, proposal({ aftercareDue: addDays(today(), -1) })))).toBe('DUE_DAY_PAST')
  const due = addDays(today(), 30)
  given(await take(clientId, proposal({ aftercareDue: due })))
  given(await take(clientId, outside()))
  const after = await room.followUps(clientId)
  expect(after.plan).toBeNull()
  expect(after.left).toMatchObject([{ value: { due, why: { kind: 'aftercare' } } }])
  expect(after.past).toMatchObject([{ value: { cancelled: { because: { kind: 'closure' } } } }])

  given(await take(clientId, { kind: 'reopened', because: '示例：又来求助' }))
  const again = await room.followUps(clientId)
  expect(again.plan).toMatchObject({ tier: 'watch' })
  expect(again.left.map(({ value }) => value.why.kind).toSorted()).toEqual(['aftercare', 'tier'])
})

test('two who decide at once do not both do', async () => {
  const clientId = await register(room)
  await closed(clientId)
  const { standing } = await room.caseOnShow(clientId)
  const deed: CaseDeed = { kind: 'reopened', because: '示例' }
  const input = { clientId, revision: standing?.revision ?? 0, deed }
  const answers = await Promise.all([room.takeCaseStep(input), room.takeCaseStep(input)])
  expect(answers.map(codeOf).toSorted()).toEqual(['ACCEPTED', 'CONFLICT'])
})
