import { beforeAll, describe, expect, test } from 'vitest'
import type { RightsApi } from '../../src/room/contract/rights.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, assessed, clientWhoAgreed, fileOf, phq9, register } from './casework.ts'
import { setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

type Asking = Parameters<RightsApi['registerRequest']>[0]
const today = () => dayOf(new Date().toISOString())

const asks = async (clientId: string, asked: Asking['asked'], more: Partial<Asking> = {}): Promise<string> =>
  given(
    await room.registerRequest({
      clientId,
      asked,
      askedBy: 'self',
      askedOn: today(),
      words: '示例：原话',
      ...more,
    }),
  ).id
const shown = async (id: string) => {
  const one = (await room.rightsRequests()).requests.find(({ request }) => request.id === id)
  if (one === undefined) throw new Error('no such request')
  return one
}
const lookInto = async (id: string): Promise<void> => {
  for (const what of (await shown(id)).missing) {
    const { revision } = (await shown(id)).request
    given(await room.noteCheck({ id, revision, what, note: '示例：已核对' }))
  }
}
const versionOf = async (id: string) => ({ id, revision: (await shown(id)).request.revision })
const handedOut = async (clientId: string) =>
  given(
    await room.recordDisclosure({
      clientId,
      what: 'words',
      recipient: '示例急救中心',
      basis: 'savingLife',
      purpose: '示例：请派车',
      fields: ['name'],
      authorised: { kind: 'self' },
      telling: { state: 'told', note: '' },
      moreBecause: '',
    }),
  )

test('nobody has asked tomorrow', async () => {
  const clientId = await register(room)
  const ahead = { asked: 'copy', askedBy: 'self', askedOn: addDays(today(), 1), words: '' } as const
  expect(codeOf(await room.registerRequest({ clientId, ...ahead }))).toBe('REQUEST_AHEAD')
})

test('a request is answered by the day the rules say, after what has to be looked into', async () => {
  const clientId = await register(room)
  const id = await asks(clientId, 'correct', { askedBy: 'guardian', askedOn: addDays(today(), -14) })
  expect(await shown(id)).toMatchObject({
    standing: 'dueSoon',
    missing: ['identity', 'guardianship', 'whatIsWrong'],
    request: { value: { answerBy: addDays(today(), 1) } },
  })
  expect((await room.today()).items).toContainEqual(
    expect.objectContaining({ kind: 'rightsRequest', urgency: 'week', id }),
  )
  const answer = { done: 'met', entry: '' } as const
  expect(codeOf(await room.answerRequest({ ...(await versionOf(id)), ...answer }))).toBe(
    'REQUEST_CHECK_MISSING',
  )
  await lookInto(id)
  expect(codeOf(await room.answerRequest({ ...(await versionOf(id)), done: 'partly', entry: '' }))).toMatch(
    /^REQUEST_(REASON_NEEDED|INVALID)$/,
  )
  given(await room.answerRequest({ ...(await versionOf(id)), ...answer }))
  expect((await shown(id)).standing).toBe('answered')
  expect(codeOf(await room.answerRequest({ ...(await versionOf(id)), ...answer }))).toBe('REQUEST_ANSWERED')
  expect((await room.today()).items.filter((item) => item.id === id)).toEqual([])
})

test('a copy is on record before there is anything to print, and leaves out nothing of the file', async () => {
  const clientId = await clientWhoAgreed(room, { name: '示例王芳' })
  await assessed(room, clientId, phq9(1, 0))
  const note = '示例：说活着没有意思'
  given(await room.openCrisis({ clientId, from: { kind: 'observed', note } }))
  const id = await asks(clientId, 'copy')
  expect(codeOf(await room.openOwnCopy(id))).toBe('REQUEST_COPY_MISSING')
  await lookInto(id)
  const answer = { done: 'met', entry: '' } as const
  expect(codeOf(await room.answerRequest({ ...(await versionOf(id)), ...answer }))).toBe(
    'REQUEST_COPY_MISSING',
  )
  given(await room.handOverCopy({ ...(await versionOf(id)), ...answer, recipient: '本人' }))
  const copy = given(await room.openOwnCopy(id))
  expect(copy).toMatchObject({
    client: { name: '示例王芳' },
    consents: [{ purpose: 'assessment' }],
    assessments: [{ instrument: 'phq-9' }],
    crises: [{ from: { note }, steps: [] }],
    alerts: [],
    closures: [],
    disclosures: [{ basis: 'clientCopy', recipient: '本人', what: { kind: 'file' } }],
  })
  expect((await shown(id)).request.value.answer?.disclosure).toBe(
    (await room.disclosures(clientId)).disclosures[0]?.id,
  )
})

describe('restricting', () => {
  test('takes hold with the answer and ends when it is lifted', async () => {
    const clientId = await clientWhoAgreed(room)
    const begin = async () =>
      codeOf(
        await room.startAssessment({
          clientId,
          instrument: 'phq-9',
          rater: { kind: 'self' },
          language: 'zh-CN',
        }),
      )
    const id = await asks(clientId, 'restrict')
    await lookInto(id)
    given(await room.answerRequest({ ...(await versionOf(id)), done: 'met', entry: '' }))
    expect((await fileOf(room, clientId)).client.value.restricted).toBeDefined()
    expect(await begin()).toBe('FILE_KEPT_ONLY')
    given(await room.liftRestriction({ ...(await versionOf(id)), because: '示例：本人改了主意' }))
    expect((await fileOf(room, clientId)).client.value.restricted).toBeUndefined()
    expect(await begin()).toBe('ACCEPTED')
  })

  test('stands in for erasing while a law wants the file kept, and bars no report', async () => {
    const clientId = await register(room)
    await handedOut(clientId)
    const until = (await room.rightsOf(clientId)).eraseBlocked?.until ?? ''
    expect(Number(until.slice(0, 4)) - Number(today().slice(0, 4))).toBe(3)
    const id = await asks(clientId, 'erase')
    await lookInto(id)
    expect(await room.eraseOnRequest({ ...(await versionOf(id)), entry: '' })).toMatchObject({
      refusal: { code: 'RETENTION_NOT_OVER', detail: { until } },
    })
    expect(codeOf(await room.eraseClient(clientId))).toBe('RETENTION_NOT_OVER')
    given(
      await room.answerRequest({ ...(await versionOf(id)), done: 'restricted', entry: '示例：法律要求保存' }),
    )
    expect((await fileOf(room, clientId)).client.value.restricted).toMatchObject({
      because: '示例：法律要求保存',
    })
    await handedOut(clientId)
  })
})

test('erasing is the answer: the file goes, the register keeps that it did', async () => {
  const clientId = await clientWhoAgreed(room, { name: '示例丁' })
  const earlier = await asks(clientId, 'explain')
  const id = await asks(clientId, 'erase')
  await lookInto(id)
  expect(codeOf(await room.answerRequest({ ...(await versionOf(id)), done: 'met', entry: '' }))).toBe(
    'REQUEST_INVALID',
  )
  const { records } = given(await room.eraseOnRequest({ ...(await versionOf(id)), entry: '示例：已删除' }))
  expect(records).toBeGreaterThan(1)
  expect(codeOf(await room.openClient(clientId))).not.toBe('ACCEPTED')
  expect((await room.listClients('示例丁')).clients).toEqual([])
  expect((await shown(id)).request.value).toMatchObject({ clientId: null, answer: { done: 'met' } })
  expect((await shown(earlier)).request.value).toMatchObject({ clientId: null, answer: null })
})

test('what was done with somebody’s data follows from their file, gaps among it', async () => {
  const clientId = await register(room)
  expect((await room.rightsOf(clientId)).processing).toMatchObject([{ processing: 'caseFile', basis: null }])
  await agree(room, clientId, 'casefile')
  await handedOut(clientId)
  expect((await room.rightsOf(clientId)).processing).toMatchObject([
    { processing: 'caseFile', basis: 'consent' },
    { processing: 'disclosure', basis: 'savingLife' },
  ])
})

describe('the impact assessment', () => {
  test('is filled in beforehand, concluded by a person, and kept version by version', async () => {
    const before = await room.privacy()
    expect(before.due).toMatchObject([{ code: 'NO_ASSESSMENT' }])
    const filled = await room.impactDraft('zh-CN')
    expect(filled.assessed.map(({ processing }) => processing)).toEqual(
      before.processing.map(({ processing }) => processing),
    )
    const concluded = { conclusion: 'goOn', because: '示例：风险可控', measuresBy: null } as const
    expect(codeOf(await room.saveImpactAssessment({ ...filled, ...concluded, because: '' }))).toBe(
      'ASSESSMENT_INVALID',
    )
    const own = filled.assessed.map((section) => ({ ...section, measures: '示例：本室的措施' }))
    given(await room.saveImpactAssessment({ ...filled, ...concluded, assessed: own }))
    expect((await room.privacy()).due).toEqual([])
    const next = await room.impactDraft('zh-CN')
    expect(next.assessed[0]?.measures).toBe('示例：本室的措施')
    given(await room.saveImpactAssessment({ ...next, ...concluded }))
    const { assessments } = await room.privacy()
    expect(assessments.map(({ assessment }) => assessment.value.version)).toEqual([2, 1])
    expect(assessments[0]?.keptUntil?.slice(0, 4)).toBe(String(Number(today().slice(0, 4)) + 3))
  })
})
