import { beforeAll, expect, test } from 'vitest'
import { disclosureKind } from '../../src/casework/disclosures/disclosure.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, assessed, clientWhoAgreed, consentOf, fileOf, phq9, takesBack } from './casework.ts'
import { failAtCall } from './failing-storage.ts'
import { setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

type Request = Parameters<RoomApi['exportAssessment']>[0]

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const hospital = '示例县医院心理科'
const request = (assessmentId: string, more: Partial<Request> = {}): Request => ({
  assessmentId,
  recipient: '本人',
  basis: 'clientCopy',
  purpose: '示例：本人要求复制',
  authorised: { kind: 'self' },
  telling: { state: 'told', note: '' },
  moreBecause: '',
  ...more,
})
const referred = (assessmentId: string, recipient = hospital) =>
  request(assessmentId, { recipient, basis: 'consentedReferral', purpose: '示例：进一步评估' })
const agreesToTell = async (clientId: string, recipient: string) =>
  given(await room.recordConsent(consentOf(clientId, { purpose: 'referral', recipient })))
const assessedClient = async (name = '示例甲') => {
  const clientId = await clientWhoAgreed(room, { name })
  return { clientId, assessmentId: await assessed(room, clientId, phq9(1, 0)) }
}
const recorded = async (clientId: string) => (await room.disclosures(clientId)).disclosures

test('the client gets a copy: the record says which file, to whom, why, by whom and when', async () => {
  const { clientId, assessmentId } = await assessedClient('示例王芳')
  const before = new Date().toISOString()
  const { name, bytes } = given(await room.exportAssessment(request(assessmentId)))
  const response = JSON.parse(new TextDecoder().decode(bytes))
  expect(response).toMatchObject({
    resourceType: 'QuestionnaireResponse',
    id: assessmentId,
    status: 'completed',
    subject: { display: '示例王芳' },
    author: { display: '示例咨询师' },
  })
  expect(response.questionnaire).toContain('phq-9')
  expect(response.item.find(({ linkId }: { linkId: string }) => linkId === 'q1').answer).toMatchObject([
    { valueCoding: { display: '好几天' } },
  ])
  expect(name).toMatch(/^phq-9-\d{4}-\d\d-\d\d\.fhir\.json$/)

  const { disclosures, staffNames } = await room.disclosures(clientId)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))
  const { assessmentId: id, telling, moreBecause, ...said } = request(assessmentId)
  expect(disclosures).toMatchObject([
    {
      value: {
        clientId,
        what: { kind: 'assessment', id },
        ...said,
        fields: ['name', 'results'],
        clientTold: [{ state: telling.state, note: '' }],
        consent: null,
        fileHash: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      },
    },
  ])
  expect(disclosures[0] && disclosures[0].value.disclosedAt >= before).toBe(true)
  expect(Object.values(staffNames)).toEqual(['示例咨询师'])
})

test('a referral needs consent to this receiver, given and not withdrawn', async () => {
  const { clientId, assessmentId } = await assessedClient()
  const asked = async () => codeOf(await room.exportAssessment(referred(assessmentId)))
  expect(await asked()).toBe('REFERRAL_CONSENT_NEEDED')
  await agreesToTell(clientId, '示例学校')
  expect(await asked()).toBe('REFERRAL_CONSENT_NEEDED')
  expect(await recorded(clientId)).toEqual([])

  await agreesToTell(clientId, hospital)
  given(await room.exportAssessment(referred(assessmentId, ` ${hospital} `)))
  const consent = (await fileOf(room, clientId)).consents.find(({ value }) => value.recipient === hospital)
  expect(await recorded(clientId)).toMatchObject([{ value: { recipient: hospital, consent: consent?.id } }])

  given(await room.withdrawConsent(takesBack(consent)))
  expect(await asked()).toBe('REFERRAL_CONSENT_NEEDED')
  expect(codeOf(await room.exportAssessment(referred(assessmentId, '示例学校')))).toBe('ACCEPTED')
})

test('consent to be told about names who is told, and only that one does', async () => {
  const { clientId } = await assessedClient()
  for (const wrong of [{ purpose: 'referral' }, { purpose: 'casefile', recipient: hospital }] as const)
    expect(codeOf(await room.recordConsent(consentOf(clientId, wrong)))).toBe('INVALID_RECORD')
})

test.each(['savingLife', 'minorHarm', 'domesticViolence'] as const)(
  '%s asks nobody for consent and is recorded all the same',
  async (basis) => {
    const { clientId, assessmentId } = await assessedClient()
    const asked = request(assessmentId, { basis, recipient: '示例派出所 示例警官' })
    expect(codeOf(await room.exportAssessment(asked))).toBe('DISCLOSURE_TOO_MUCH')
    const more = { moreBecause: '示例：对方要看分数' }
    given(
      await room.exportAssessment(
        request(assessmentId, { basis, recipient: '示例派出所 示例警官', ...more }),
      ),
    )
    expect(await recorded(clientId)).toMatchObject([{ value: { basis, consent: null } }])
  },
)

test('nothing is handed out that is not finished, not there, or not accounted for', async () => {
  const { clientId, assessmentId } = await assessedClient()
  const open = given(
    await room.startAssessment({ clientId, instrument: 'phq-9', rater: { kind: 'self' }, language: 'zh-CN' }),
  )
  const wrong: [string, Request][] = [
    ['ASSESSMENT_OPEN', request(open.id)],
    ['NOT_FOUND', request('0'.repeat(32))],
    ['DISCLOSURE_INVALID', request(assessmentId, { recipient: ' ' })],
    ['DISCLOSURE_INVALID', request(assessmentId, { purpose: '' })],
    ['DISCLOSURE_INVALID', request(assessmentId, { telling: { state: 'notYet', note: ' ' } })],
    [
      'DISCLOSURE_TELL_BEFORE',
      request(assessmentId, { telling: { state: 'notYet', note: '示例：下次告诉' } }),
    ],
  ]
  for (const [code, asked] of wrong) expect(codeOf(await room.exportAssessment(asked)), code).toBe(code)
  expect(await recorded(clientId)).toEqual([])
})

test('no bytes are given that are not on record: storage that fails at any call', async () => {
  const { clientId, assessmentId } = await assessedClient()
  const vault = await vaultHere()
  const stored = async () =>
    (await valuesOf(vault, disclosureKind)).filter((one) => one.clientId === clientId).length
  let broken = true
  for (let nth = 1; broken; nth++) {
    const before = await stored()
    const storage = failAtCall(nth, 'once')
    const code = await room.exportAssessment(request(assessmentId)).then(codeOf, () => 'BROKEN')
    broken = storage.reached()
    storage.mend()
    expect((await stored()) - before, `call ${nth}: ${code}`).toBe(code === 'ACCEPTED' ? 1 : 0)
  }
})

test('consents of one receiver do not stand for another in what the client agrees to', async () => {
  const { clientId } = await assessedClient()
  await agree(room, clientId, 'casefile')
  await agreesToTell(clientId, hospital)
  await agreesToTell(clientId, '示例学校')
  const purposes = (await fileOf(room, clientId)).consents.map(
    ({ value }) => value.recipient ?? value.purpose,
  )
  expect(purposes).toEqual(['assessment', 'casefile', hospital, '示例学校'])
})

test('what was told in words is on record by field; the client is told once it is over', async () => {
  const { clientId } = await assessedClient()
  const told = {
    clientId,
    what: 'words',
    recipient: '示例急救中心',
    basis: 'savingLife',
    purpose: '示例：请派车',
    fields: ['name', 'whereabouts', 'risk'],
    authorised: { kind: 'self' },
    telling: { state: 'notYet', note: '示例：人在昏迷' },
    moreBecause: '',
  } satisfies Parameters<RoomApi['recordDisclosure']>[0]
  expect(codeOf(await room.recordDisclosure({ ...told, fields: [] }))).toBe('DISCLOSURE_FIELDS_NEEDED')
  expect(codeOf(await room.recordDisclosure({ ...told, fields: ['name', 'notes'] }))).toBe(
    'DISCLOSURE_TOO_MUCH',
  )
  const { id } = given(await room.recordDisclosure(told))
  expect((await room.disclosures(clientId)).owed).toEqual([id])
  expect((await room.today()).items).toContainEqual(
    expect.objectContaining({ kind: 'tellingOwed', id: clientId, record: id }),
  )
  given(await room.noteTelling({ id, telling: { state: 'told', note: '示例：醒来以后' } }))
  const { owed, disclosures } = await room.disclosures(clientId)
  expect(owed).toEqual([])
  expect(disclosures[0]?.value.clientTold).toMatchObject([{ state: 'notYet' }, { state: 'told' }])
})
