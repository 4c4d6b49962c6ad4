import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FollowUp, followUpKind } from '../../src/casework/follow-ups/follow-up.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import type { Tier } from '../../src/tiering/tier.ts'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { assessed, clientWhoAgreed, fileOf, phq9 } from './casework.ts'
import { firstStaff, passphrase, setUp } from './set-up.ts'
import { factsIn, valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let here: TestWindow
let room: RoomApi

beforeEach(async () => {
  await emptyStorage()
  here = openWindowHere()
  room = here.room
  await setUp(room)
})

/** Sets the clock of this page. */
const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
afterEach(() => vi.useRealTimers())

const decide = (clientId: string, tier: Tier, reason = '示例：与本人谈过') =>
  room.decideTier({ clientId, tier, reason })

const handleAlerts = async (clientId: string) => {
  const handling = { asked: 'denied', responseLevel: 'planned', entry: '示例：已当面询问。' } as const
  for (const { id, revision } of (await fileOf(room, clientId)).alerts)
    given(await room.handleAlert({ id, revision, handling }))
}

test('a decision holds that was made after the clock was set back', async () => {
  itIs('2036-11-02T02:00:00Z')
  const clientId = await clientWhoAgreed(room)
  given(await decide(clientId, 'general'))
  itIs('2026-11-02T02:00:00Z')
  given(await decide(clientId, 'priority'))
  const { standing, decisions } = await fileOf(room, clientId)
  expect(standing).toMatchObject({ tier: 'priority', reviewBy: '2026-11-09' })
  expect(decisions.map(({ value }) => value.tier)).toEqual(['general', 'priority'])
})

test('a suggestion names its reasons, and a person decides with one of their own', async () => {
  itIs('2026-11-02T02:00:00Z')
  const clientId = await clientWhoAgreed(room)
  expect((await fileOf(room, clientId)).suggestion).toBeNull()
  await assessed(room, clientId, phq9(2, 3))
  const { suggestion } = await fileOf(room, clientId)
  expect(suggestion).toMatchObject({ tier: 'watch', overdue: false })
  expect(suggestion?.fired.map(({ rule }) => rule)).toContain('phq-9-q9-open')
  expect(suggestion?.fired.every(({ reason }) => reason['zh-CN'] !== '' && reason.en !== '')).toBe(true)

  expect(codeOf(await decide(clientId, 'priority', ' '))).toBe('REASON_NEEDED')
  expect(codeOf(await decide('0'.repeat(32), 'priority'))).toBe('NOT_FOUND')
  given(await decide(clientId, 'priority'))
  const { decisions, standing } = await fileOf(room, clientId)
  expect(decisions[0]?.value).toMatchObject({ tier: 'priority', reason: '示例：与本人谈过', suggestion })
  expect(standing).toMatchObject({ tier: 'priority', reviewBy: '2026-11-09', overdue: false })
  expect((await room.today()).figures.priority).toBe(1)

  itIs('2026-11-09T02:00:00Z')
  expect((await fileOf(room, clientId)).standing?.overdue).toBe(true)
  const due = (await room.today()).items.filter(({ kind }) => kind === 'tierOverdue')
  expect(due).toMatchObject([{ id: clientId, urgency: 'today' }])
})

const outside = (day: string) => ({ kind: 'outside', name: '示例外部督导', day }) as const

test('coming down waits for the open alert, for a reassessment since, and for a supervisor', async () => {
  itIs('2026-11-02T02:00:00Z')
  const clientId = await clientWhoAgreed(room)
  await assessed(room, clientId, phq9(2, 3))
  given(await decide(clientId, 'priority'))
  expect(codeOf(await decide(clientId, 'watch'))).toBe('LOWERING_WITH_OPEN_ALERT')
  const { blocks, agreement } = await room.tierChoice({ clientId, tier: 'watch' })
  expect(blocks.map(({ code }) => code)).toEqual(['LOWERING_WITH_OPEN_ALERT', 'LOWERING_NEEDS_REASSESSMENT'])
  expect(agreement).toBe('outside')
  expect((await room.tierChoice({ clientId, tier: 'general' })).blocks.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['LOWERING_WITH_OPEN_ALERT', 'LOWERING_NEEDS_REASSESSMENT']),
  )

  itIs('2026-11-03T02:00:00Z')
  await handleAlerts(clientId)
  expect(codeOf(await decide(clientId, 'general'))).toBe('LOWERING_NEEDS_REASSESSMENT')
  expect((await fileOf(room, clientId)).standing?.tier).toBe('priority')

  itIs('2026-11-04T02:00:00Z')
  await assessed(room, clientId, phq9(0, 0))
  expect(codeOf(await decide(clientId, 'watch'))).toBe('SUPERVISOR_NEEDED')
  for (const day of ['2026-11-01', '2026-11-05'])
    expect(
      codeOf(await room.decideTier({ clientId, tier: 'watch', reason: '示例', approval: outside(day) })),
    ).toBe('APPROVAL_DAY')
  given(await room.decideTier({ clientId, tier: 'watch', reason: '示例', approval: outside('2026-11-04') }))
  const { standing, decisions } = await fileOf(room, clientId)
  expect(standing?.tier).toBe('watch')
  expect(decisions.at(-1)?.value.approval).toEqual(outside('2026-11-04'))
})

test('a decision plans a follow-up, and calls off the one of the tier before', async () => {
  itIs('2026-11-02T02:00:00Z')
  const clientId = await clientWhoAgreed(room)
  const followUps = async () =>
    (await valuesOf(await vaultHere(), followUpKind)).toSorted((a, b) => a.due.localeCompare(b.due))
  given(await decide(clientId, 'watch'))
  const [first] = await followUps()
  expect(first).toMatchObject({ clientId, why: { kind: 'tier' }, result: null, cancelled: null })
  given(await decide(clientId, 'priority'))
  const after = await followUps()
  expect(after).toHaveLength(2)
  const [sooner, later] = after
  expect(sooner?.cancelled).toBeNull()
  expect(later).toMatchObject({ due: first?.due, cancelled: { because: { kind: 'tier' } } })
})

test('a score entered by hand counts for the suggestion, in the rules of the room', async () => {
  const clientId = await clientWhoAgreed(room)
  given(
    await room.enterPaperScore({
      clientId,
      form: 'c-ssrs',
      day: dayOf(new Date().toISOString()),
      scores: { ideation: 4 },
      source: '示例医院',
      scoredBy: '示例医生',
      remark: '',
      correction: null,
    }),
  )
  const { suggestion } = await fileOf(room, clientId)
  expect(suggestion?.tier).toBe('priority')
  expect(suggestion?.fired.map(({ rule }) => rule)).toContain('c-ssrs-ideation-4')
})

test('what a client said to nobody’s face is not asked by a follow-up that reached nobody; what they said is', async () => {
  const clientId = await clientWhoAgreed(room)
  const vault = await vaultHere()
  const at = new Date().toISOString()
  const looked = (result: Partial<NonNullable<FollowUp['result']>>): FollowUp => ({
    clientId,
    due: dayOf(at),
    why: { kind: 'person', note: '示例' },
    plannedBy: vault.staff.id,
    plannedAt: at,
    result: {
      doneBy: vault.staff.id,
      doneAt: at,
      mode: 'phone',
      reached: 'reached',
      askedAgain: 'none',
      entry: '示例',
      ...result,
    },
    cancelled: null,
  })
  const commit = (value: FollowUp) =>
    vault.commit([{ kind: followUpKind, id: vault.drawId(), expectedRevision: 0, value }])
  await commit(looked({ askedAgain: 'notAsked', reached: 'notReached' }))
  expect((await fileOf(room, clientId)).suggestion).toBeNull()
  await commit(looked({ askedAgain: 'plan' }))
  expect((await fileOf(room, clientId)).suggestion?.fired.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['interview-ideation', 'interview-plan']),
  )
})

test('where a supervisor works, a counsellor proposes and the supervisor decides', async () => {
  itIs('2026-11-02T02:00:00Z')
  const supervisor = given(await room.addStaff({ name: '示例督导', roles: ['supervisor'], passphrase })).id
  const me = await firstStaff(room)
  const clientId = await clientWhoAgreed(room)
  await assessed(room, clientId, phq9(3, 0))
  given(await decide(clientId, 'priority'))
  itIs('2026-11-03T02:00:00Z')
  await assessed(room, clientId, phq9(0, 0))
  expect((await room.tierChoice({ clientId, tier: 'watch' })).agreement).toBe('supervisorHere')
  expect(
    codeOf(
      await room.decideTier({ clientId, tier: 'watch', reason: '示例', approval: outside('2026-11-03') }),
    ),
  ).toBe('SUPERVISOR_HERE')
  const propose = () => room.proposeTier({ clientId, tier: 'watch', reason: '示例：好转了' })
  given(await propose())
  expect(codeOf(await propose())).toBe('PROPOSAL_OPEN')
  const proposalNow = async () => (await fileOf(room, clientId)).proposals.at(-1)
  const first = await proposalNow()
  if (first === undefined) throw new Error('no proposal')
  expect(codeOf(await room.declineTierProposal({ ...first, because: '示例' }))).toBe('SUPERVISOR_NEEDED')
  given(await room.withdrawTierProposal(first))
  expect((await proposalNow())?.value.answer).toMatchObject({ kind: 'withdrawn', by: me })
  itIs('2026-11-03T03:00:00Z')
  given(await propose())
  expect((await fileOf(room, clientId)).standing?.tier).toBe('priority')

  await here.close()
  here = openWindowHere()
  room = here.room
  given(await room.unlock(supervisor, passphrase))
  const open = await proposalNow()
  if (open === undefined) throw new Error('no proposal')
  expect(codeOf(await room.withdrawTierProposal(open))).toBe('NOT_PROPOSER')
  given(await decide(clientId, 'watch'))
  const { decisions, proposals, standing } = await fileOf(room, clientId)
  expect(standing?.tier).toBe('watch')
  expect(decisions.at(-1)?.value).toMatchObject({ decidedBy: supervisor, approval: { kind: 'here' } })
  expect(proposals.at(-1)?.value.answer).toMatchObject({ kind: 'decided', decision: decisions.at(-1)?.id })
  expect(codeOf(await room.declineTierProposal({ ...open, because: '示例' }))).toBe('PROPOSAL_ANSWERED')
})

test('what is counted is what a recount from the records gives, with one tier a person and month', async () => {
  itIs('2026-11-30T15:58:00Z')
  const [one, two] = [
    await clientWhoAgreed(room),
    await clientWhoAgreed(room, { sex: null, birthDate: null }),
  ]
  given(await decide(one, 'watch'))
  itIs('2026-11-30T15:59:00Z')
  given(await decide(one, 'priority'))
  await assessed(room, two, phq9(1, 0))
  // Midnight in China: another month.
  itIs('2026-11-30T16:01:00Z')
  await assessed(room, one, phq9(3, 2))
  given(await decide(one, 'priority'))
  given(await decide(two, 'general'))
  const call = given(await room.startCall())
  given(await room.endCall({ id: call.id, revision: call.revision, entry: generalCall }))
  given(await room.startCall())
  itIs('2027-01-05T02:00:00Z')
  await assessed(room, one, phq9(1, 0))
  await room.startAssessment({ clientId: one, instrument: 'gad-7', rater: { kind: 'self' }, language: 'en' })

  expect(given(await room.checkFacts())).toMatchObject({ missing: 0, surplus: 0, different: 0 })
  const facts = await factsIn(await vaultHere())
  const tiers = facts.filter(({ kind }) => kind === 'tier')
  expect(tiers.map(({ month, category }) => `${month} ${category}`).sort()).toEqual([
    '2026-11 priority',
    '2026-12 general',
    '2026-12 priority',
    // Said anew under the pseudonyms of the years to come, until somebody decides otherwise.
    '2027-01 general',
    '2027-01 priority',
    '2028-01 general',
    '2028-01 priority',
  ])
  expect(facts.find(({ kind, month }) => kind === 'assessment' && month === '2026-12')).toMatchObject({
    category: 'phq-9',
    detail: 'severe',
    sex: 'female',
    ageBand: '40to59',
  })
  // A person has another pseudonym in another year, and one within a year.
  const persons = new Map(Map.groupBy(facts, ({ person }) => person))
  expect(persons.size).toBe(2 * 3 + 1)
})
