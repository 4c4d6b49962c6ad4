import { beforeAll, expect, test } from 'vitest'
import { disclosureKind } from '../../src/casework/disclosures/disclosure.ts'
import { referralKind } from '../../src/casework/referrals/referral.ts'
import type { HandingOut, ReferralDraft } from '../../src/room/contract/referrals.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given } from '../support/exchange.ts'
import { consentOf, fileOf, register, takesBack } from './casework.ts'
import { failAtCall } from './failing-storage.ts'
import { setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const hospital = '示例县医院心理科'
const draftOf = (clientId: string, more: Partial<ReferralDraft> = {}): ReferralDraft => ({
  clientId,
  receiver: { kind: 'hospital', name: hospital, contact: '' },
  urgency: 'planned',
  question: '示例：请评估是否需要药物治疗',
  told: '示例：近一个月睡不好',
  ...more,
})
const agreesToTell = async (clientId: string, recipient = hospital) =>
  given(await room.recordConsent(consentOf(clientId, { purpose: 'referral', recipient })))
const written = async (clientId: string, more: Partial<ReferralDraft> = {}) =>
  given(await room.saveReferral({ id: null, revision: 0, referral: draftOf(clientId, more) })).id
const onShow = async (clientId: string, id: string) => {
  const found = (await room.referrals(clientId)).referrals.find(({ referral }) => referral.id === id)
  if (found === undefined) throw new Error('not there')
  return found
}
const handing = async (
  clientId: string,
  id: string,
  more: Partial<HandingOut> = {},
): Promise<HandingOut> => ({
  id,
  revision: (await onShow(clientId, id)).referral.revision,
  savingLife: false,
  fields: ['name', 'reason'],
  moreBecause: '',
  authorised: { kind: 'self' },
  telling: { state: 'told', note: '' },
  ...more,
})
const sent = async (clientId: string, id: string, more: Partial<HandingOut> = {}) =>
  room.sendReferral({ ...(await handing(clientId, id, more)), way: 'slip' })
const noted = async (clientId: string, id: string, event: Parameters<RoomApi['noteReferral']>[0]['event']) =>
  room.noteReferral({ id, revision: (await onShow(clientId, id)).referral.revision, event })
const disclosed = async (clientId: string) => (await room.disclosures(clientId)).disclosures

test('a referral goes from a draft to a client who is back, each step under the name of whoever took it', async () => {
  const clientId = await register(room)
  await agreesToTell(clientId)
  const id = await written(clientId)
  expect((await onShow(clientId, id)).standing).toMatchObject({ state: 'draft' })
  given(await sent(clientId, id))
  expect(codeOf(await noted(clientId, id, { kind: 'seen', note: '' }))).toBe('STEP_NOT_OPEN')
  given(await noted(clientId, id, { kind: 'accepted', person: '示例医生' }))
  given(await noted(clientId, id, { kind: 'reminded', note: '' }))
  given(await noted(clientId, id, { kind: 'seen', note: '' }))
  given(await noted(clientId, id, { kind: 'feedback', from: '示例医生', advice: '示例：继续谈话' }))
  expect((await onShow(clientId, id)).standing).toMatchObject({ state: 'answered' })
  given(await noted(clientId, id, { kind: 'returned', next: '示例：每周一次' }))
  const { referral, standing } = await onShow(clientId, id)
  expect(standing).toMatchObject({ state: 'closed', due: null })
  const { steps } = referral.value
  expect(steps.map(({ kind }) => kind)).toEqual([
    'sent',
    'accepted',
    'reminded',
    'seen',
    'feedback',
    'returned',
  ])
  expect(steps.map(({ at }) => at)).toEqual([...new Set(steps.map(({ at }) => at))].toSorted())
  const { me } = (await room.phase()) as { me: { id: string } }
  expect(new Set(steps.map(({ by }) => by))).toEqual(new Set([me.id]))
})

test('what is handed out stands on record with the step that sent it', async () => {
  const clientId = await register(room)
  await agreesToTell(clientId)
  const id = await written(clientId)
  given(await sent(clientId, id))
  const [disclosure, ...others] = await disclosed(clientId)
  expect(others).toEqual([])
  const consent = (await fileOf(room, clientId)).consents.find(({ value }) => value.recipient === hospital)
  expect(disclosure?.value).toMatchObject({
    what: { kind: 'referral', id },
    recipient: hospital,
    basis: 'consentedReferral',
    consent: consent?.id,
    fileHash: null,
    fields: ['name', 'reason'],
    authorised: { kind: 'self' },
  })
  const { steps } = (await onShow(clientId, id)).referral.value
  expect(steps).toMatchObject([{ kind: 'sent', disclosure: disclosure?.id, way: 'slip' }])
})

test('it is written without consent, but sent only with consent to this receiver that still stands', async () => {
  const clientId = await register(room)
  const id = await written(clientId)
  expect(codeOf(await sent(clientId, id))).toBe('REFERRAL_CONSENT_NEEDED')
  await agreesToTell(clientId, '示例学校')
  expect(codeOf(await sent(clientId, id))).toBe('REFERRAL_CONSENT_NEEDED')
  expect(codeOf(await sent(clientId, id, { savingLife: true }))).toBe('REFERRAL_CONSENT_NEEDED')
  expect(await disclosed(clientId)).toEqual([])
  await agreesToTell(clientId)
  given(await sent(clientId, id))

  await agreesToTell(clientId, '示例民政办')
  const second = await written(clientId, {
    receiver: { kind: 'civilAffairs', name: '示例民政办', contact: '' },
  })
  const consent = (await fileOf(room, clientId)).consents.find(
    ({ value }) => value.recipient === '示例民政办',
  )
  given(await room.withdrawConsent(takesBack(consent)))
  expect((await sent(clientId, second)).ok).toBe(false)
})

test('to save a life it goes without consent, at once only, and when whoever sends it says so', async () => {
  const clientId = await register(room)
  const id = await written(clientId, { urgency: 'atOnce' })
  const life = { fields: ['name', 'risk'] satisfies HandingOut['fields'] }
  expect(codeOf(await sent(clientId, id, life))).toBe('REFERRAL_CONSENT_NEEDED')
  given(
    await sent(clientId, id, {
      ...life,
      savingLife: true,
      telling: { state: 'notYet', note: '示例：正在送医' },
    }),
  )
  expect(await disclosed(clientId)).toMatchObject([{ value: { basis: 'savingLife', consent: null } }])
})

test('more than the rules have needs a reason, and the client is told before', async () => {
  const clientId = await register(room)
  await agreesToTell(clientId)
  const id = await written(clientId)
  expect(codeOf(await sent(clientId, id, { fields: ['name', 'notes'] }))).toBe('DISCLOSURE_TOO_MUCH')
  expect(codeOf(await sent(clientId, id, { fields: [] }))).toBe('DISCLOSURE_FIELDS_NEEDED')
  expect(codeOf(await sent(clientId, id, { telling: { state: 'notYet', note: '示例' } }))).toBe(
    'DISCLOSURE_TELL_BEFORE',
  )
  given(await sent(clientId, id, { fields: ['name', 'notes'], moreBecause: '示例：医生要看' }))
})

test('what was sent is not rewritten, and a draft without its words is not saved', async () => {
  const clientId = await register(room)
  await agreesToTell(clientId)
  const id = await written(clientId)
  given(await sent(clientId, id))
  const { revision } = (await onShow(clientId, id)).referral
  const other = draftOf(clientId, { question: '示例：别的' })
  expect(codeOf(await room.saveReferral({ id, revision, referral: other }))).toBe('RECORD_CLOSED')
  const empty = draftOf(clientId, { question: ' ' })
  expect(codeOf(await room.saveReferral({ id: null, revision: 0, referral: empty }))).toBe('REFERRAL_INVALID')
  expect(codeOf(await noted(clientId, id, { kind: 'refused', because: '' }))).toBe('REFERRAL_STEP_INVALID')
})

test('a referral as a file is read only where it was sent to, and what left can be proved', async () => {
  const clientId = await register(room, { name: '示例王芳' })
  await agreesToTell(clientId)
  const id = await written(clientId)
  // The room stands in for the receiver: a card is a card.
  const { file, fingerprint } = given(await room.myCard())
  const input = { ...(await handing(clientId, id)), card: file.bytes, fingerprint }
  expect(codeOf(await room.sendReferralFile({ ...input, fingerprint: '0000 0000' }))).toBe(
    'CARD_NOT_COMPARED',
  )
  const { name, bytes } = given(await room.sendReferralFile(input))
  expect(name).toMatch(/^\d{4}-\d\d-\d\d\.anxin-referral$/)
  const read = given(await room.readReferral(bytes))
  expect(read.referral).toMatchObject({
    name: '示例王芳',
    receiver: { name: hospital },
    writtenBy: '示例咨询师',
  })
  expect(read.from.fingerprint).toBe(fingerprint)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()))
  expect((await disclosed(clientId))[0]?.value.fileHash).toBe(
    [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  )
  expect(codeOf(await room.readReferral(file.bytes))).toBe('NOT_A_REFERRAL')
})

test('nothing is sent that is not on record, and nothing on record that was not sent: storage that fails', async () => {
  const clientId = await register(room)
  await agreesToTell(clientId)
  const vault = await vaultHere()
  const counts = async () => {
    const own = <T extends { clientId: string }>(all: T[]) => all.filter((one) => one.clientId === clientId)
    return {
      told: own(await valuesOf(vault, disclosureKind)).length,
      sent: own(await valuesOf(vault, referralKind)).filter(({ steps }) => steps.length > 0).length,
    }
  }
  let broken = true
  for (let nth = 1; broken; nth++) {
    const id = await written(clientId)
    const input = { ...(await handing(clientId, id)), way: 'phone' as const }
    const before = await counts()
    const storage = failAtCall(nth, 'once')
    const code = await room.sendReferral(input).then(codeOf, () => 'BROKEN')
    broken = storage.reached()
    storage.mend()
    const after = await counts()
    const more = code === 'ACCEPTED' ? 1 : 0
    expect([after.told - before.told, after.sent - before.sent], `call ${nth}: ${code}`).toEqual([more, more])
  }
})
