import { beforeAll, expect, test } from 'vitest'
import { paperScoreKind } from '../../src/casework/assessments/paper-score.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { clientWhoAgreed, fileOf, register } from './casework.ts'
import { setUp } from './set-up.ts'
import { factsIn, valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

type Entry = Parameters<RoomApi['enterPaperScore']>[0]

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const entry = (clientId: string, more: Partial<Entry> = {}): Entry => ({
  clientId,
  form: 'isi',
  day: '2026-01-05',
  scores: { total: 12 },
  source: '示例医院门诊',
  scoredBy: '示例医生',
  remark: '',
  correction: null,
  ...more,
})
const factsHere = async () => factsIn(await vaultHere())
const assessmentsCounted = async () => (await factsHere()).filter(({ kind }) => kind === 'assessment')

test('a result is entered, shown and counted like an assessment of that instrument', async () => {
  const clientId = await clientWhoAgreed(room)
  const before = (await assessmentsCounted()).length
  const { id } = given(await room.enterPaperScore(entry(clientId)))
  const { scores, staffNames } = await room.paperScores(clientId)
  expect(scores).toMatchObject([{ id, revision: 1, value: entry(clientId) }])
  expect(Object.values(staffNames)).toEqual(['示例咨询师'])
  const counted = await assessmentsCounted()
  expect(counted).toHaveLength(before + 1)
  expect(counted.find(({ category }) => category === 'isi')).toMatchObject({ sex: 'female', detail: null })
  expect((await fileOf(room, clientId)).assessments).toEqual([])
})

test('a wrong entry is corrected by another that names it: both stay, one is counted', async () => {
  const clientId = await clientWhoAgreed(room)
  const first = given(await room.enterPaperScore(entry(clientId)))
  const before = (await assessmentsCounted()).length
  const correction = { of: first.id, reason: '示例：看错了一行' }
  const right = entry(clientId, { scores: { total: 21 }, correction })
  const second = given(await room.enterPaperScore(right))
  expect(codeOf(await room.enterPaperScore(right))).toBe('ALREADY_CORRECTED')
  expect((await room.paperScores(clientId)).scores.map(({ id }) => id).sort()).toEqual(
    [first.id, second.id].sort(),
  )
  expect(await assessmentsCounted()).toHaveLength(before)

  const other = await clientWhoAgreed(room)
  for (const wrong of [
    entry(other, { correction: { of: second.id, reason: '别人的' } }),
    entry(clientId, { form: 'ess', correction: { of: second.id, reason: '别的量表' } }),
    entry(clientId, { correction: { of: '0'.repeat(32), reason: '没有这一条' } }),
  ])
    expect(codeOf(await room.enterPaperScore(wrong))).toBe('NOT_FOUND')
  expect((await room.paperScores(other)).scores).toEqual([])
})

test('nothing in the vault rewrites an entry', async () => {
  const clientId = await clientWhoAgreed(room)
  given(await room.enterPaperScore(entry(clientId)))
  const vault = await vaultHere()
  const [value] = await valuesOf(vault, paperScoreKind)
  expect(value && paperScoreKind.changeable?.(value)).toEqual([])
})

test('what cannot be is refused, and nothing is kept', async () => {
  const clientId = await clientWhoAgreed(room)
  const tomorrow = addDays(dayOf(new Date().toISOString()), 1)
  const wrong: [string, Partial<Entry>][] = [
    ['UNKNOWN_FORM', { form: 'phq-9' }],
    ['SCORES_NEEDED', { scores: {} }],
    ['SCORE_OUTSIDE_RANGE', { scores: { total: 29 } }],
    ['UNKNOWN_SCORE', { scores: { sum: 3 } }],
    ['DAY_IN_FUTURE', { day: tomorrow }],
    ['PAPER_SCORE_INVALID', { source: ' ' }],
    ['PAPER_SCORE_INVALID', { scoredBy: '' }],
    ['PAPER_SCORE_INVALID', { day: '2026-02-30' }],
    ['NOT_FOUND', { clientId: '0'.repeat(32) }],
  ]
  const before = (await factsHere()).length
  for (const [code, change] of wrong)
    expect(codeOf(await room.enterPaperScore(entry(clientId, change))), code).toBe(code)
  expect((await room.paperScores(clientId)).scores).toEqual([])
  expect(await factsHere()).toHaveLength(before)
})

test("a client's answers need consent; what staff rate themselves does not, least of all in a crisis", async () => {
  const clientId = await register(room)
  expect(codeOf(await room.enterPaperScore(entry(clientId)))).toBe('CONSENT_NEEDED')
  given(await room.enterPaperScore(entry(clientId, { form: 'mmse', scores: { total: 24 } })))
})

test('a result that speaks of suicide raises alerts at once; a correction raises only what is new', async () => {
  const clientId = await register(room)
  const found = async () =>
    (await fileOf(room, clientId)).alerts.map(({ value: { instrument, item, value } }) => [
      instrument,
      item,
      value,
    ])
  const form = { form: 'c-ssrs', scores: { ideation: 4, behaviour: 0 } }
  const first = given(await room.enterPaperScore(entry(clientId, form)))
  expect(await found()).toEqual([['c-ssrs', 'ideation', 4]])
  expect((await room.today()).items).toContainEqual(
    expect.objectContaining({ kind: 'openAlert', urgency: 'now', id: clientId }),
  )

  const corrected = async (of: string, behaviour: number) =>
    given(
      await room.enterPaperScore(
        entry(clientId, {
          ...form,
          scores: { ideation: 4, behaviour },
          correction: { of, reason: '示例：补上' },
        }),
      ),
    ).id
  const second = await corrected(first.id, 2)
  expect(await found()).toHaveLength(2)
  await corrected(second, 2)
  expect((await found()).toSorted()).toEqual([
    ['c-ssrs', 'behaviour', 2],
    ['c-ssrs', 'ideation', 4],
  ])
})
