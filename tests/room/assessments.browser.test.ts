import { beforeAll, describe, expect, test } from 'vitest'
import type { Rater } from '../../src/casework/assessments/assessment.ts'
import type { AlertHandling } from '../../src/casework/crisis/critical-alert.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, assessed, clientWhoAgreed, fileOf, phq9, register, takesBack } from './casework.ts'
import { firstStaff, setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const self: Rater = { kind: 'self' }
const informant = {
  kind: 'informant',
  relation: '示例邻居',
  who: '示例知情人',
  purpose: '示例：了解平时的情况',
  basis: 'clientAgreed',
} as const satisfies Rater
const staff = async (): Promise<Rater> => ({ kind: 'staff', staffId: await firstStaff(room) })

const begin = (
  clientId: string,
  instrument = 'phq-9',
  rater: Rater = self,
  language: 'zh-CN' | 'en' = 'zh-CN',
) => room.startAssessment({ clientId, instrument, rater, language })

const handling: Omit<AlertHandling, 'handledBy' | 'handledAt'> = {
  asked: 'confirmed',
  responseLevel: 'today',
  entry: '示例：已当面询问，约好今天再来。',
}

describe('beginning', () => {
  test('asks for consent to what the client or somebody close to them says, not to what staff see', async () => {
    const clientId = await register(room)
    expect(codeOf(await begin(clientId))).toBe('CONSENT_NEEDED')
    expect(codeOf(await begin(clientId, 'social-function', informant))).toBe('CONSENT_NEEDED')
    expect(codeOf(await begin(clientId, 'behaviour-clues', await staff()))).toBe('ACCEPTED')
    await agree(room, clientId)
    expect(codeOf(await begin(clientId))).toBe('ACCEPTED')
    expect(codeOf(await begin(clientId, 'social-function', informant))).toBe('ACCEPTED')
    const [consent] = (await fileOf(room, clientId)).consents
    given(await room.withdrawConsent(takesBack(consent)))
    expect(codeOf(await begin(clientId))).toBe('CONSENT_NEEDED')
    expect((await fileOf(room, clientId)).assessments).toHaveLength(3)
  })

  test('refuses another rater, another language, an instrument or a client that is not there', async () => {
    const clientId = await clientWhoAgreed(room)
    expect(codeOf(await begin(clientId, 'unknown'))).toBe('INSTRUMENT_MISSING')
    expect(codeOf(await begin(clientId, 'phq-9', informant))).toBe('RATER_NOT_MEANT')
    expect(codeOf(await begin(clientId, 'behaviour-clues', self))).toBe('RATER_NOT_MEANT')
    expect(codeOf(await begin(clientId, 'behaviour-clues', informant, 'en'))).toBe('LANGUAGE_MISSING')
    expect(codeOf(await begin('0'.repeat(32)))).toBe('NOT_FOUND')
    const colleague: Rater = { kind: 'staff', staffId: '0'.repeat(32) }
    expect(codeOf(await begin(clientId, 'behaviour-clues', colleague))).toBe('RATER_NOT_MEANT')
    const nameless: Rater = { ...informant, relation: '  ' }
    expect(codeOf(await begin(clientId, 'social-function', nameless))).toBe('INVALID_RECORD')
    expect((await fileOf(room, clientId)).assessments).toEqual([])
  })
})

describe('entering answers', () => {
  test('keeps what there is so far and raises an alert at once, one for each item', async () => {
    const clientId = await clientWhoAgreed(room)
    const { id } = given(await begin(clientId))
    given(await room.saveAnswers({ id, revision: 1, answers: { q1: 1 } }))
    expect((await fileOf(room, clientId)).alerts).toEqual([])
    const saved = given(await room.saveAnswers({ id, revision: 2, answers: { q1: 1, q9: 1 } }))
    expect(saved).toMatchObject({ revision: 3, value: { answeredAt: null, result: null } })
    expect((await room.today()).items.filter((item) => item.id === clientId)).toMatchObject([
      { kind: 'openAlert' },
    ])
    given(await room.saveAnswers({ id, revision: 3, answers: { q1: 1, q9: 3 } }))
    given(await room.finishAssessment({ id, revision: 4, answers: phq9(1, 0) }))
    const { alerts, assessments } = await fileOf(room, clientId)
    expect(alerts.map(({ value }) => [value.item, value.value, value.handling])).toEqual([['q9', 1, null]])
    expect(assessments[0]?.value.result).toMatchObject({ status: 'scored', scores: { total: 8 } })
  })

  test('refuses answers the instrument does not have, and nothing changes', async () => {
    const clientId = await clientWhoAgreed(room)
    const { id } = given(await begin(clientId))
    expect(codeOf(await room.saveAnswers({ id, revision: 1, answers: { q1: 4 } }))).toBe(
      'ANSWER_OUTSIDE_CODING',
    )
    expect(codeOf(await room.saveAnswers({ id, revision: 1, answers: { q12: 1 } }))).toBe('UNKNOWN_QUESTION')
    expect(codeOf(await room.finishAssessment({ id, revision: 1, answers: { q9: 7 } }))).toBe(
      'ANSWER_OUTSIDE_CODING',
    )
    expect(await fileOf(room, clientId)).toMatchObject({ assessments: [{ revision: 1 }], alerts: [] })
  })

  test('upon what somebody has changed meanwhile is a conflict, whoever comes second', async () => {
    const clientId = await clientWhoAgreed(room)
    const { id } = given(await begin(clientId))
    const both = await Promise.all([
      room.saveAnswers({ id, revision: 1, answers: { q1: 1 } }),
      room.saveAnswers({ id, revision: 1, answers: { q9: 2 } }),
    ])
    expect(both.map(codeOf)).toEqual(['ACCEPTED', 'CONFLICT'])
    const { assessments, alerts } = await fileOf(room, clientId)
    expect(assessments[0]).toMatchObject({ revision: 2, value: { answers: { q1: 1 } } })
    expect(alerts).toEqual([])
  })

  test('ends with finishing: incomplete is said, and closed stays closed', async () => {
    const clientId = await clientWhoAgreed(room)
    const { id } = given(await begin(clientId))
    const { q5: _, ...incomplete } = phq9(2, 0)
    const finished = given(await room.finishAssessment({ id, revision: 1, answers: incomplete }))
    expect(finished.value.result).toMatchObject({ status: 'incomplete', missing: ['q5'], scores: {} })
    expect(codeOf(await room.saveAnswers({ id, revision: 2, answers: phq9(2, 0) }))).toBe('RECORD_CLOSED')
    expect(codeOf(await room.finishAssessment({ id, revision: 1, answers: phq9(2, 0) }))).toBe('CONFLICT')
    expect((await fileOf(room, clientId)).assessments[0]?.revision).toBe(2)
  })
})

describe('an alert', () => {
  test('ends with an entry and no other way, once', async () => {
    const clientId = await clientWhoAgreed(room)
    await assessed(room, clientId, phq9(0, 1))
    const [alert] = (await fileOf(room, clientId)).alerts
    const { id = '', revision = 0 } = alert ?? {}
    for (const entry of ['', '     ', ' ok \n'])
      expect(codeOf(await room.handleAlert({ id, revision, handling: { ...handling, entry } }))).toBe(
        'ENTRY_NEEDED',
      )
    expect(codeOf(await room.handleAlert({ id: '0'.repeat(32), revision, handling }))).toBe('NOT_FOUND')
    expect((await room.listClients('')).clients.find((one) => one.id === clientId)?.openAlerts).toBe(1)

    const both = await Promise.all([
      room.handleAlert({ id, revision, handling }),
      room.handleAlert({ id, revision, handling: { ...handling, asked: 'denied' } }),
    ])
    expect(both.map(codeOf)).toEqual(['ACCEPTED', 'CONFLICT'])
    expect(codeOf(await room.handleAlert({ id, revision: 2, handling }))).toBe('RECORD_CLOSED')
    const [handled] = (await fileOf(room, clientId)).alerts
    expect(handled?.value.handling).toMatchObject({ ...handling, handledBy: await firstStaff(room) })
    expect((await room.listClients('')).clients.find((one) => one.id === clientId)?.openAlerts).toBe(0)
    const waits = (await room.today()).items.filter((item) => item.id === clientId)
    expect(waits.map(({ kind }) => kind)).not.toContain('openAlert')
  })
})
