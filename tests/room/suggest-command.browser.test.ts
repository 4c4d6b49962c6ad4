import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands } from 'vitest/browser'
import { assessmentKind } from '../../src/casework/assessments/assessment.ts'
import { type PaperScore, paperScoreKind } from '../../src/casework/assessments/paper-score.ts'
import { clientKind } from '../../src/casework/clients/client.ts'
import { type Clue, clueKind } from '../../src/casework/clues/clue.ts'
import { type CrisisEpisode, crisisEpisodeKind } from '../../src/casework/crisis/crisis-episode.ts'
import { criticalAlertKind } from '../../src/casework/crisis/critical-alert.ts'
import { type FollowUp, followUpKind } from '../../src/casework/follow-ups/follow-up.ts'
import type { RecordKind, Stored } from '../../src/casework/records/record.ts'
import { clientEvidence } from '../../src/room/clients/client-evidence.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import type { RulesDraft } from '../../src/room/contract/tier-rules.ts'
import { shippedCallRules } from '../../src/room/hotline/call-rules.ts'
import { shippedQuestionnaires } from '../../src/room/library/shipped-questionnaires.ts'
import { shippedTierRules } from '../../src/room/tiers/shipped-rules.ts'
import { simulateRoom } from '../../src/simulation/simulate-room.ts'
import { addDays, dayOf, instantAt } from '../../src/tiering/calendar.ts'
import type { Evidence } from '../../src/tiering/evidence.ts'
import type { RuleSet } from '../../src/tiering/rule-set.ts'
import type { Suggestion } from '../../src/tiering/suggestion.ts'
import type { Change, OpenVault } from '../../src/vault/vault.ts'
import { given } from '../support/exchange.ts'
import { firstStaff, passphrase, setUp } from './set-up.ts'
import { sessionOn, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

declare module 'vitest/browser' {
  interface BrowserCommands {
    suggestByCli: (
      rules: RuleSet,
      evidence: (readonly Evidence[])[],
      today: string,
    ) => Promise<(Suggestion | null)[]>
  }
}

const people = 150
const day = '2026-11-20'

let here: TestWindow
let room: RoomApi

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instantAt(day, 600)) })
  await emptyStorage()
  here = openWindowHere()
  room = here.room
  await setUp(room)
})
afterEach(() => vi.useRealTimers())

/** What may be found out about somebody besides questionnaires; `ago`: days before today. */
const ago = fc.integer({ min: 0, max: 400 })
const found = fc.oneof(
  fc.record({
    kind: fc.constant('told' as const),
    ago,
    answer: fc.constantFrom('none' as const, 'thoughts' as const, 'plan' as const, 'notAsked' as const),
    reached: fc.constantFrom('reached' as const, 'notReached' as const, 'familyReached' as const),
  }),
  fc.record({
    kind: fc.constant('clue' as const),
    ago,
    outcome: fc.constantFrom('verified' as const, 'notConfirmed' as const, 'passedOn' as const, null),
  }),
  fc.record({
    kind: fc.constant('asked' as const),
    ago,
    asked: fc.constantFrom('confirmed' as const, 'denied' as const, 'notAsked' as const),
  }),
  fc.record({ kind: fc.constant('paper' as const), ago, ideation: fc.integer({ min: 0, max: 5 }) }),
)
type Found = typeof found extends fc.Arbitrary<infer T> ? T : never

const at = (days: number, minutes = 600): string => instantAt(addDays(day, -days), minutes)

/** The record that says what was found. */
const recordOf = (
  clientId: string,
  staff: string,
  one: Found,
): { kind: RecordKind<unknown>; value: unknown } => {
  const when = at(one.ago)
  switch (one.kind) {
    case 'told': {
      const value: FollowUp = {
        clientId,
        due: dayOf(when),
        why: { kind: 'person', note: '示例' },
        plannedBy: staff,
        plannedAt: at(one.ago, 500),
        result: {
          doneBy: staff,
          doneAt: when,
          mode: 'phone',
          reached: one.reached,
          askedAgain: one.answer,
          entry: '示例',
        },
        cancelled: null,
      }
      return { kind: followUpKind, value }
    }
    case 'clue': {
      const value: Clue = {
        clientId,
        assessmentId: null,
        source: '示例邻居',
        told: '示例：很久没出门',
        receivedBy: staff,
        receivedAt: at(one.ago, 500),
        expires: addDays(dayOf(when), 30),
        outcome: one.outcome && { by: staff, at: when, found: one.outcome, entry: '示例：去看过' },
      }
      return { kind: clueKind, value }
    }
    case 'asked': {
      const value: CrisisEpisode = {
        clientId,
        openedBy: staff,
        openedAt: at(one.ago, 500),
        from: { kind: 'observed', note: '示例：说过不想活' },
        steps: [{ kind: 'interviewed', by: staff, at: when, asked: one.asked, said: '示例：当面问过' }],
      }
      return { kind: crisisEpisodeKind, value }
    }
    case 'paper': {
      const value: PaperScore = {
        clientId,
        form: 'c-ssrs',
        day: dayOf(when),
        scores: { ideation: one.ideation },
        source: '示例医院',
        scoredBy: '示例医生',
        remark: '',
        enteredBy: staff,
        enteredAt: when,
        correction: null,
      }
      return { kind: paperScoreKind, value }
    }
  }
}

/** Fills the room with people of whom a lot is known, by questionnaires and otherwise; gives their ids. */
const fill = async (vault: OpenVault): Promise<string[]> => {
  const staff = vault.staff.id
  const { clients, assessments, alerts } = simulateRoom(
    { seed: '示例', clients: people, months: 14, until: day },
    {
      instruments: shippedQuestionnaires.available.map(({ instrument }) => instrument),
      rules: shippedTierRules,
      counsellors: [staff],
      hotlineWorkers: [staff],
      callRules: shippedCallRules,
    },
  )
  const stored = <T>(kind: RecordKind<T>, records: readonly Stored<T>[]): Change[] =>
    records.map(({ id, value }) => ({ kind, id, expectedRevision: 0, value }))
  const told = fc.sample(fc.array(found, { maxLength: 4 }), { numRuns: clients.length, seed: 20261120 })
  const others = clients.flatMap(({ id }, place) =>
    (told[place] ?? []).map((one): Change => {
      const { kind, value } = recordOf(id, staff, one)
      return { kind, id: vault.drawId(), expectedRevision: 0, value: kind.schema.parse(value) }
    }),
  )
  const all = [
    ...stored(clientKind, clients),
    ...stored(assessmentKind, assessments),
    ...stored(criticalAlertKind, alerts),
    ...others,
  ]
  for (let begin = 0; begin < all.length; begin += 500) await vault.commit(all.slice(begin, begin + 500))
  return clients.map(({ id }) => id)
}

test('the command line suggests what the room suggests, for everybody, by the proposed rules and by its own', async () => {
  const vault = await vaultHere()
  const me = await firstStaff(room)
  const ids = await fill(vault)
  await here.close()
  here = openWindowHere()
  room = here.room
  given(await room.unlock(me, passphrase))
  const session = await sessionOn(vault)
  const evidence: Evidence[][] = []
  for (const id of ids) evidence.push((await clientEvidence(session, id)).evidence)
  const kinds = new Set(evidence.flat().map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['change', 'clue', 'criticalItem', 'interview', 'score'])

  const compare = async (rules: RuleSet) => {
    const shown = []
    for (const id of ids) shown.push(given(await room.openClient(id)).suggestion)
    expect(await commands.suggestByCli(rules, evidence, day)).toEqual(shown)
    return shown
  }
  const { inForce } = await room.tierRules()
  const before = await compare(inForce)
  expect(new Set(before.map((one) => one?.tier))).toEqual(new Set(['general', 'watch', 'priority', null]))
  expect(before.some((one) => one?.overdue)).toBe(true)

  const draft: RulesDraft = {
    base: 'inForce',
    edits: [
      { kind: 'limit', rule: 'phq-9-10', limit: 'min', value: 5 },
      { kind: 'lifetime', rule: 'phq-9-20', days: 3 },
      { kind: 'switch', rule: 'clue-verified', on: false },
    ],
  }
  let step = given(await room.replayTierRules(draft, true))
  while (step.replay === null) step = given(await room.replayTierRules(draft, false))
  const { id, version } = inForce
  given(await room.adoptTierRules({ draft, replaces: { id, version }, because: '示例' }))
  const after = await compare((await room.tierRules()).inForce)
  // What the replay said beforehand is what came.
  const moved = ids.filter((_, place) => before[place]?.tier !== after[place]?.tier)
  expect(step.replay.moves.map((move) => move.id).toSorted()).toEqual(moved.toSorted())
  expect(moved.length).toBeGreaterThan(0)
})
