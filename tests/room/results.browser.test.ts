import { beforeAll, describe, expect, test } from 'vitest'
import type { HandingOut } from '../../src/room/contract/referrals.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, consentOf, fileOf, phq9 } from './casework.ts'
import { setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const hospital = '示例县医院心理科'
const talkedAbout = async (clientId: string) => {
  for (const { id, revision } of (await fileOf(room, clientId)).alerts)
    given(
      await room.handleAlert({
        id,
        revision,
        handling: { asked: 'denied', responseLevel: 'planned', entry: '示例：当面问过了。' },
      }),
    )
}
const written = async (clientId: string, urgency: 'planned' | 'atOnce') =>
  given(
    await room.saveReferral({
      id: null,
      revision: 0,
      referral: {
        clientId,
        receiver: { kind: 'hospital', name: hospital, contact: '' },
        urgency,
        question: '示例：请评估',
        told: '',
      },
    }),
  ).id
const handing = async (clientId: string, id: string, more: Partial<HandingOut> = {}) => {
  const found = (await room.referrals(clientId)).referrals.find(({ referral }) => referral.id === id)
  return room.sendReferral({
    id,
    revision: found?.referral.revision ?? 0,
    savingLife: false,
    fields: ['name', 'reason'],
    moreBecause: '',
    authorised: { kind: 'self' },
    telling: { state: 'told', note: '' },
    way: 'slip',
    ...more,
  })
}

test('opening a report is entered as read; only what is printed as printed', async () => {
  const clientId = await clientWhoAgreed(room)
  const tables = async (action: 'read' | 'printed') =>
    (await room.listAudit({ from: null, to: null, actor: null, action, object: null }, 0)).lines.map(
      ({ said }) => said?.table,
    )
  given(await room.openReport(clientId))
  expect(await tables('read')).toContain('assessments')
  expect(await tables('printed')).toEqual([])
  given(await room.notePrinted({ clientId, what: 'results' }))
  given(await room.notePrinted({ clientId, what: 'explanation' }))
  expect(await tables('printed')).toEqual(['tierDecisions', 'assessments'])
})

describe('while a critical answer was not talked about', () => {
  test('no report is opened; afterwards it is', async () => {
    const clientId = await clientWhoAgreed(room)
    given(await room.openReport(clientId))
    await assessed(room, clientId, phq9(1, 1))
    expect(codeOf(await room.openReport(clientId))).toBe('CRITICAL_ANSWER_OPEN')
    await talkedAbout(clientId)
    given(await room.openReport(clientId))
  })

  test('no referral is sent with the client’s consent; afterwards it is', async () => {
    const clientId = await clientWhoAgreed(room)
    given(await room.recordConsent(consentOf(clientId, { purpose: 'referral', recipient: hospital })))
    await assessed(room, clientId, phq9(1, 2))
    const id = await written(clientId, 'planned')
    expect(codeOf(await handing(clientId, id))).toBe('CRITICAL_ANSWER_OPEN')
    expect((await room.disclosures(clientId)).disclosures).toEqual([])
    await talkedAbout(clientId)
    given(await handing(clientId, id))
  })

  test('saving a life waits for nothing', async () => {
    const clientId = await clientWhoAgreed(room)
    await assessed(room, clientId, phq9(2, 3))
    const id = await written(clientId, 'atOnce')
    given(await handing(clientId, id, { savingLife: true, fields: ['name', 'risk'] }))
  })
})

test('what several instruments ask about is there to read', async () => {
  const constructs = await room.constructs()
  expect(constructs.flatMap(({ scales }) => scales.map(({ measure }) => measure))).toContain('psc35Total')
})

test('who tells of a client is on record before they begin', async () => {
  const clientId = await clientWhoAgreed(room, { birthDate: '1950-05-01' })
  const start = (more: object) =>
    room.startAssessment({
      clientId,
      instrument: 'adl-elder',
      rater: { kind: 'informant', relation: '示例女儿', ...more },
      language: 'zh-CN',
    })
  const account = { who: '示例甲', purpose: '示例：了解在家的情况' }
  expect(codeOf(await start({}))).toBe('INFORMANT_INCOMPLETE')
  expect(codeOf(await start(account))).toBe('INFORMANT_INCOMPLETE')
  expect(codeOf(await start({ ...account, basis: 'guardianAgreed' }))).toBe('BASIS_NOT_ON_RECORD')
  expect((await fileOf(room, clientId)).assessments).toEqual([])
  const begun = given(await start({ ...account, basis: 'clientAgreed' }))
  expect(begun.value.rater).toMatchObject({ ...account, basis: 'clientAgreed' })
})
