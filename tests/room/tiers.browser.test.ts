import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { assessmentKind } from '../../src/casework/assessment.ts'
import { clientKind } from '../../src/casework/client.ts'
import { hotlineCallKind } from '../../src/casework/hotline-call.ts'
import { tierDecisionKind } from '../../src/casework/tier-decision.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { factKind } from '../../src/statistics/fact.ts'
import { assessmentFact, callFact, clientFact, tierFact } from '../../src/statistics/facts-of.ts'
import { dayOf } from '../../src/tiering/calendar.ts'
import type { Tier } from '../../src/tiering/tier.ts'
import type { OpenVault } from '../../src/vault/vault.ts'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { assessed, clientWhoAgreed, fileOf, phq9 } from './casework.ts'
import { setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeEach(async () => {
  await emptyStorage()
  room = openWindowHere().room
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

test('coming down waits for the open alert and for something newer than the decision', async () => {
  itIs('2026-11-02T02:00:00Z')
  const clientId = await clientWhoAgreed(room)
  await assessed(room, clientId, phq9(2, 3))
  given(await decide(clientId, 'priority'))
  expect(codeOf(await decide(clientId, 'watch'))).toBe('LOWERING_WITH_OPEN_ALERT')
  itIs('2026-11-02T01:00:00Z')
  await handleAlerts(clientId)
  itIs('2026-11-02T03:00:00Z')
  expect(codeOf(await decide(clientId, 'general'))).toBe('LOWERING_NEEDS_REASSESSMENT')
  expect((await fileOf(room, clientId)).standing?.tier).toBe('priority')
  await assessed(room, clientId, phq9(0, 0))
  given(await decide(clientId, 'general'))
  expect((await fileOf(room, clientId)).standing?.tier).toBe('general')
})

/** The facts that the records in the vault must have left behind, counted from nothing but these records. */
const recounted = async (vault: OpenVault) => {
  const clients = new Map((await vault.list(clientKind)).records.map(({ id, value }) => [id, value]))
  const counted = async (clientId: string, at: string) => {
    const client = clients.get(clientId)
    if (!client) throw new Error('no client')
    const day = dayOf(at)
    const person = await vault.pseudonym('statistics', `${day.slice(0, 4)}.${clientId}`)
    return { client, day, person }
  }
  const lastDecisions = new Map(
    (await valuesOf(vault, tierDecisionKind))
      .toSorted((a, b) => a.decidedAt.localeCompare(b.decidedAt))
      .map((decision) => [`${decision.clientId} ${dayOf(decision.decidedAt).slice(0, 7)}`, decision]),
  )
  const answered = (await valuesOf(vault, assessmentKind)).filter(({ answeredAt }) => answeredAt !== null)
  const ended = (await valuesOf(vault, hotlineCallKind)).filter(({ endedAt }) => endedAt !== null)
  return Promise.all([
    ...[...clients].map(async ([id, { registeredAt }]) => clientFact(await counted(id, registeredAt))),
    ...answered.map(async (one) =>
      assessmentFact(one, await counted(one.clientId, one.answeredAt ?? one.startedAt)),
    ),
    ...[...lastDecisions.values()].map(async (one) =>
      tierFact(one, await counted(one.clientId, one.decidedAt)),
    ),
    ...ended.map(async (call) => callFact(call, dayOf(call.startedAt))),
  ])
}

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

  const vault = await vaultHere()
  const facts = await valuesOf(vault, factKind)
  const sorted = (list: unknown[]) => list.map((fact) => JSON.stringify(fact)).sort()
  expect(sorted(facts)).toEqual(sorted(await recounted(vault)))
  const tiers = facts.filter(({ kind }) => kind === 'tier')
  expect(tiers.map(({ month, category }) => `${month} ${category}`).sort()).toEqual([
    '2026-11 priority',
    '2026-12 general',
    '2026-12 priority',
  ])
  expect(facts.find(({ kind, month }) => kind === 'assessment' && month === '2026-12')).toMatchObject({
    category: 'phq-9',
    detail: 'severe',
    sex: 'female',
    ageBand: '40to59',
  })
  // A person has another pseudonym in another year, and one within a year.
  const persons = new Map(Map.groupBy(facts, ({ person }) => person))
  expect(persons.size).toBe(4)
})
