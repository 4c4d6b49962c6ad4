import { beforeEach, expect, test } from 'vitest'
import content from '../../resources/practice-calls.json'
import { codeOf, given } from '../support/exchange.ts'
import { generalCall } from './calls.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { factsIn, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

/** What a trainee who listened well puts down of the first practice call. */
const goodRecord = {
  ...generalCall,
  concern: '示例：睡不着快一个月，妹妹常来陪她。',
  disposition: 'calmerEndedTogether' as const,
}

test('a practice call is taken by the rules of real ones, and its record looked over by the checklist', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  expect((await room.practiceCalls()).scenarios.map(({ id }) => id)).toEqual(
    content.scenarios.map(({ id }) => id),
  )
  const { id } = given(await room.startPractice('general'))
  const saved = given(await room.savePractice({ id, entry: { ...goodRecord, danger: null } }))
  expect(saved.value.record).toMatchObject({ concern: goodRecord.concern, endedAt: null })
  expect(saved.value.record.number).toBeUndefined()
  expect(given(await room.openPractice(id)).feedback).toBeNull()
  expect((await room.practiceCalls()).tries).toMatchObject([{ id, endedAt: null, points: null }])

  const early = await room.endPractice({ id, entry: { ...goodRecord, danger: null } })
  expect(early).toMatchObject({
    ok: false,
    refusal: { code: 'CALL_INCOMPLETE', detail: { missing: expect.stringContaining('danger') } },
  })
  const referred = { kind: 'acted', action: 1, what: 'referred', note: '' } as const
  expect(codeOf(await room.takePracticeStep({ id, step: { ...referred, state: 'verified' } }))).toBe(
    'VERIFIED_BEFORE_DONE',
  )
  given(await room.takePracticeStep({ id, step: { ...referred, state: 'intended' } }))
  given(await room.endPractice({ id, entry: goodRecord }))

  const shown = given(await room.openPractice(id))
  expect(shown.feedback?.map(({ mark }) => mark)).toEqual(shown.feedback?.map(() => 'met'))
  expect(shown.competences.points.map((point) => point.id)).toEqual(
    expect.arrayContaining(shown.feedback?.map(({ point }) => point) ?? ['none']),
  )
  const { length: of } = shown.feedback ?? []
  expect((await room.practiceCalls()).tries).toMatchObject([{ id, points: { met: of, of } }])
  expect(codeOf(await room.savePractice({ id, entry: goodRecord }))).toBe('PRACTICE_ENDED')
  expect(codeOf(await room.takePracticeStep({ id, step: { ...referred, state: 'done' } }))).toBe(
    'PRACTICE_ENDED',
  )
})

test('practice is in no list, board, search, shift or statistic, and takes no number', async () => {
  const { room, close } = openWindowHere()
  await setUp(room)
  const { id } = given(await room.startPractice('suicideRisk'))
  given(await room.savePractice({ id, entry: { ...generalCall, alias: '示例练习人' } }))
  expect((await room.searchCalls({})).lines).toEqual([])
  expect(await room.searchCalls({ text: '示例练习人' })).toMatchObject({ lines: [], all: 0 })
  expect(await room.callBoard({ days: 30 })).toMatchObject({ unreadable: 0 })
  expect((await room.today()).items).toEqual([])
  expect((await room.shiftBoard()).seats.flatMap(({ running }) => running)).toEqual([])
  expect(codeOf(await room.openCall(id))).toBe('NOT_FOUND')
  const real = given(await room.startCall())
  expect(real.value.number).toMatch(/-0001$/)
  expect((await room.searchCalls({ text: '' })).all).toBe(1)

  given(await room.endPractice({ id: given(await room.startPractice('general')).id, entry: goodRecord }))
  await close()
  expect(await factsIn(await vaultHere())).toEqual([])
})

test('only who practised sees it', async () => {
  const { room, close } = openWindowHere()
  await setUp(room)
  const { id } = given(await room.startPractice('silent'))
  const added = given(await room.addStaff({ name: '示例督导', roles: ['supervisor'], passphrase })).id
  const counts = given(await room.addStaff({ name: '示例统计员', roles: ['administrator'], passphrase })).id
  expect(await firstStaff(room)).not.toBe(added)
  await close()

  const { room: supervised, close: leave } = openWindowHere()
  await unlock(supervised, added)
  expect(codeOf(await supervised.openPractice(id))).toBe('NOT_YOUR_PRACTICE')
  expect(codeOf(await supervised.savePractice({ id, entry: generalCall }))).toBe('NOT_YOUR_PRACTICE')
  expect((await supervised.practiceCalls()).tries).toEqual([])
  await leave()

  const { room: administered } = openWindowHere()
  await unlock(administered, counts)
  expect(codeOf(await administered.startPractice('silent'))).toBe('HOTLINE_ROLE_NEEDED')
  expect(codeOf(await administered.openPractice(id))).toBe('NO_KEY')
})
