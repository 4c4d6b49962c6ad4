import { beforeAll, expect, test } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import type { StatisticsQuery } from '../../src/room/contract/statistics.ts'
import { exampleInstrument, fileOf as importFile } from '../support/example-instrument.ts'
import { given } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, fileOf, phq9, register } from './casework.ts'
import { setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi
/** Two assessed twice in all, one of them read under a third file, and one who is gone. */
let twice: string
let merged: string
let into: string
const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)

const asked = (more: Partial<StatisticsQuery> = {}): StatisticsQuery => ({
  kind: 'assessment',
  from: month,
  until: month,
  step: 'month',
  rows: 'category',
  unit: 'person',
  sex: null,
  ageBand: null,
  category: null,
  tier: null,
  ...more,
})
const everything = { row: null, period: null }

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
  twice = await clientWhoAgreed(room)
  await assessed(room, twice, phq9(1, 0))
  await assessed(room, twice, phq9(2, 0))
  into = await clientWhoAgreed(room, { name: '示例乙', sex: 'male', birthDate: '1950-01-01' })
  await assessed(room, into, phq9(0, 0))
  merged = await clientWhoAgreed(room, { name: '示例乙一', sex: 'male', birthDate: '1950-01-01' })
  await assessed(room, merged, phq9(0, 0))
  given(await room.mergeFiles({ from: merged, into, because: '示例：同一个人' }))
  const gone = await clientWhoAgreed(room, { name: '示例丙' })
  await assessed(room, gone, phq9(0, 0))
  given(await room.eraseClient(gone))
  given(await room.decideTier({ clientId: twice, tier: 'watch', reason: '示例：再看看' }))
})

test('records, and persons once: one of two files is one person, whoever was erased is still counted', async () => {
  const records = await room.roomStatistics(asked({ unit: 'record' }))
  expect(records).toMatchObject({ periods: [month], total: 5, ofClients: true, since: month, unreadable: 0 })
  expect(records.rows).toMatchObject([
    { code: 'phq-9', parts: [{ label: { en: 'PHQ-9' } }], counts: [5], total: 5 },
  ])
  expect(records.kinds).toEqual(expect.arrayContaining(['client', 'assessment', 'tier']))
  expect((await room.roomStatistics(asked())).total).toBe(3)
  const { rows } = await room.roomStatistics(asked({ rows: 'tier' }))
  expect(rows.map(({ code, total }) => [code, total])).toEqual([
    ['watch', 1],
    ['none', 1],
    ['unknown', 1],
  ])
})

test('filters ask for less, and what there is to choose from stays', async () => {
  const men = await room.roomStatistics(asked({ sex: 'male' }))
  expect(men.total).toBe(1)
  const none = await room.roomStatistics(asked({ category: 'gad-7' }))
  expect(none).toMatchObject({ total: 0, rows: [], categories: [{ code: 'phq-9' }] })
  expect((await room.roomStatistics(asked({ tier: 'watch', unit: 'record' }))).total).toBe(2)
})

test('a month that another window or this one adds to is counted anew', async () => {
  const before = (await room.roomStatistics(asked({ kind: 'client' }))).total
  const late = await register(room, { name: '示例新来' })
  expect((await room.roomStatistics(asked({ kind: 'client' }))).total).toBe(before + 1)
  const { clients } = given(await room.openStatisticsCases(asked({ kind: 'client' }), everything))
  expect(clients.map(({ id }) => id)).toContain(late)
})

test('behind a cell stands everybody once, and it is entered in the trail that they were looked up', async () => {
  const reads = async () =>
    (
      await room.listAudit({ from: null, to: null, actor: null, action: 'read', object: null }, 0)
    ).lines.flatMap(({ said }) => (said?.table === 'clients' && said.detail === 'counts' ? said.count : []))
  const before = await reads()
  const found = given(await room.openStatisticsCases(asked(), { row: 'phq-9', period: month }))
  expect(found.clients.map(({ id }) => id).sort()).toEqual([twice, into].sort())
  expect(found).toMatchObject({ gone: 1, unreadable: 0 })
  expect(await reads()).toEqual([2, ...before])
  const men = given(await room.openStatisticsCases(asked({ rows: 'sex' }), { row: 'male', period: null }))
  expect(men.clients.map(({ fileNumber }) => fileNumber)).toEqual([
    (await fileOf(room, into)).client.value.fileNumber,
  ])
  expect(men.gone).toBe(0)
  expect(await reads()).toEqual([1, 2, ...before])
  expect(given(await room.openStatisticsCases(asked(), { row: 'gad-7', period: month })).clients).toEqual([])
})

test('an instrument that the room signed in itself has its own name, in the other language where there is one alone', async () => {
  const files = [importFile('one.json', exampleInstrument)]
  const signed = await room.signInImport({ files, facts: null })
  expect(signed.ok).toBe(true)
  const instrument = exampleInstrument.instrument.id
  const begun = { clientId: into, instrument, rater: { kind: 'self' }, language: 'zh-CN' } as const
  const { id } = given(await room.startAssessment(begun))
  given(await room.finishAssessment({ id, revision: 1, answers: { q1: 0, q2: 0, q3: 0, q4: 0 } }))
  const { rows } = await room.roomStatistics(asked())
  const title = exampleInstrument.instrument.title['zh-CN']
  const label = { 'zh-CN': title, en: title }
  expect(rows.find(({ code }) => code === instrument)?.parts).toEqual([{ code: instrument, label }])
})
