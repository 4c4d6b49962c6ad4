import { beforeAll, expect, test } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { openRoom } from '../../src/room/room.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, assessed, consentOf, draft, phq9, register } from './casework.ts'
import { setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const name = '示例欧阳春'
const today = () => dayOf(new Date().toISOString())
const told = async (data: string) => {
  const clientId = await register(room, { name, phone: '00000000042', birthDate: '1990-03-04' })
  await agree(room, clientId, 'casefile')
  await agree(room, clientId)
  await assessed(room, clientId, phq9(1, 0))
  const entry = {
    content: { form: 'DAP' as const, data, assessment: '', plan: '' },
    heldAt: new Date(Date.now() - 3_600_000).toISOString(),
    minutes: 50,
    mode: 'inRoom' as const,
  }
  const { id } = given(await room.beginNote({ clientId, appointment: null, entry }))
  const draft = given(await room.beginNote({ clientId, appointment: null, entry }))
  given(await room.signNote({ id, revision: 1, entry }))
  given(await room.keepPrivateNote({ id: null, revision: 0, clientId, text: '示例：只给自己看的话' }))
  return { clientId, signed: id, draft: draft.id }
}

test('a supervision is on record as it was entered, and is not changed', async () => {
  const clientId = await register(room)
  const input = {
    clientId,
    day: '2026-11-20',
    supervisor: '示例督导',
    mode: 'single' as const,
    minutes: 50,
    question: '示例：怎么继续',
    advice: '示例：先稳住',
    actions: '',
  }
  expect(await room.recordSupervision({ ...input, advice: '' })).toEqual({
    ok: false,
    refusal: { code: 'SUPERVISION_INVALID', at: 'advice' },
  })
  expect(await room.recordSupervision({ ...input, day: addDays(today(), 1) })).toEqual({
    ok: false,
    refusal: { code: 'SUPERVISION_AHEAD', at: 'day' },
  })
  given(await room.recordSupervision(input))
  const { supervisions, staffNames } = await room.supervisions(clientId)
  expect(supervisions).toMatchObject([{ value: input }])
  expect(staffNames[supervisions[0]?.value.recordedBy ?? '']).toBe('示例咨询师')
})

test('a discussion holds what was chosen, without anything that tells who it is; drafts and private notes are not in it', async () => {
  const { clientId, signed, draft } = await told(`${name}说她住在示例镇，电话00000000042，同事小海也来过。`)
  const input = { clientId, question: `${name}该怎么办`, notes: [signed, draft], words: ['小海'] }
  const masked = given(await room.previewDiscussion(input))
  const text = JSON.stringify(masked)
  for (const telling of ['欧阳', '00000000042', '小海', '1990', clientId, signed, '只给自己看'])
    expect(text).not.toContain(telling)
  expect(masked.entries.filter(({ kind }) => kind === 'note')).toHaveLength(1)
  expect(masked.entries.filter(({ kind }) => kind === 'scores')).toHaveLength(1)
  const without = given(await room.previewDiscussion({ ...input, notes: [] }))
  expect(without.entries.filter(({ kind }) => kind === 'note')).toEqual([])
})

test('whoever is named anywhere in the file, or in one read with it, is not named in a discussion', async () => {
  const others = [
    ['别名', '小石榴'],
    ['监护人', '示例尚青竹'],
    ['监护人电话', '00000000911'],
    ['求助的人', '示例闻人秋'],
    ['求助的电话', '00000000922'],
    ['接收的人', '示例伍子墨'],
    ['反馈的人', '示例柴雨薇'],
    ['另一档的姓名', '示例司空月'],
    ['外面的督导', '示例燕北归'],
    ['知情人', '示例骆冰清'],
    ['同意给谁', '青藤互助会'],
  ] as const
  const named = Object.fromEntries(others) as Record<(typeof others)[number][0], string>
  const { clientId, signed } = await told(
    `${name}说：${others.map(([, secret]) => `${[...secret].join(' ')}，也写作${secret}`).join('；')}。`,
  )
  const file = given(await room.openClient(clientId)).client
  given(
    await room.changeClient({
      id: clientId,
      revision: file.revision,
      draft: draft({
        name,
        birthDate: '1990-03-04',
        alias: named.别名,
        guardian: { name: named.监护人, relation: 'mother', phone: named.监护人电话 },
      }),
    }),
  )
  given(
    await room.makeSafetyPlan({
      clientId,
      plan: {
        from: 0,
        warningSigns: ['示例：睡不着'],
        copingAlone: [],
        peopleAndPlaces: [],
        peopleToAsk: [{ name: named.求助的人, phone: named.求助的电话 }],
        professionals: [{ name: '示例镇心理咨询室', phone: '12356' }],
        safeSurroundings: [],
        reviewBy: addDays(today(), 7),
      },
    }),
  )
  const hospital = '示例县医院'
  for (const recipient of [hospital, named.同意给谁])
    given(await room.recordConsent(consentOf(clientId, { purpose: 'referral', recipient })))
  const { id } = given(
    await room.saveReferral({
      id: null,
      revision: 0,
      referral: {
        clientId,
        receiver: { kind: 'hospital', name: hospital, contact: '' },
        urgency: 'planned',
        question: '示例：请评估',
        told: '',
      },
    }),
  )
  given(
    await room.sendReferral({
      id,
      revision: 1,
      savingLife: false,
      fields: ['name'],
      moreBecause: '',
      authorised: { kind: 'outside', name: named.外面的督导, day: today() },
      telling: { state: 'told', note: '' },
      way: 'slip',
    }),
  )
  const note = (revision: number, event: Parameters<RoomApi['noteReferral']>[0]['event']) =>
    room.noteReferral({ id, revision, event })
  given(await note(2, { kind: 'accepted', person: named.接收的人 }))
  given(await note(3, { kind: 'seen', note: '' }))
  given(await note(4, { kind: 'feedback', from: named.反馈的人, advice: '示例：继续谈话' }))
  given(
    await room.enterPaperScore({
      clientId,
      form: 'isi',
      day: today(),
      scores: { total: 12 },
      source: '示例医院门诊',
      scoredBy: named.知情人,
      remark: '',
      correction: null,
    }),
  )
  const other = await register(room, { name: named.另一档的姓名 })
  given(await room.mergeFiles({ from: other, into: clientId, because: '示例：同一个人' }))

  const masked = given(
    await room.previewDiscussion({ clientId, question: '示例：怎么继续', notes: [signed], words: [] }),
  )
  const text = JSON.stringify(masked)
  expect(others.filter(([, secret]) => text.includes(secret))).toEqual([])
  expect(others.filter(([, secret]) => text.replaceAll(' ', '').includes(secret))).toEqual([])
  expect(others.filter(([, secret]) => /^示例/.test(secret) && text.includes(secret.slice(2)))).toEqual([])
})

test('it is released only after the passphrase, with a question, and stands in the trail then', async () => {
  const { clientId, signed } = await told('示例：近况')
  const input = { clientId, question: '示例：怎么继续', notes: [signed], words: [] }
  const about = async (action: 'exported' | 'printed') =>
    (await room.listAudit({ from: null, to: null, actor: null, action, object: null }, 0)).lines.filter(
      ({ said }) => said?.table === 'sessionNotes',
    ).length
  expect(codeOf(await room.releaseDiscussion({ ...input, question: ' ', by: 'file' }))).toBe(
    'QUESTION_NEEDED',
  )
  expect(await about('exported')).toBe(0)
  const given1 = given(await room.releaseDiscussion({ ...input, by: 'file' }))
  expect(given1).toEqual(given(await room.previewDiscussion(input)))
  expect(await about('exported')).toBe(1)
  given(await room.releaseDiscussion({ ...input, by: 'paper' }))
  expect(await about('printed')).toBe(1)
})

test('without the passphrase nothing is released', async () => {
  await room.signOut('locked')
  const unattended = openRoom(kdfFloor)
  await unlock(unattended)
  const [client] = (await unattended.listClients('')).clients
  const asked = { clientId: client?.id ?? '', question: '示例：怎么继续', notes: [], words: [] }
  expect(await unattended.releaseDiscussion({ ...asked, by: 'file' })).toMatchObject({
    ok: false,
    refusal: { code: 'PASSPHRASE_NEEDED', at: 'export' },
  })
  given(await unattended.previewDiscussion(asked))
})
