import { beforeEach, describe, expect, test } from 'vitest'
import { surveyResponseKind } from '../../src/casework/surveys/survey-response.ts'
import type { PlainAnswers } from '../../src/instruments/plain-survey/plain-survey.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { surveyKioskApi } from '../../src/room/surveys/survey-kiosk.ts'
import { inboxOf } from '../../src/room/which-vault.ts'
import { codeOf, given } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, fileOf, phq9 } from './casework.ts'
import { inboxFiles } from './inbox-files.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const survey = {
  title: '示例调查',
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'age',
          title: '年龄段',
          isRequired: true,
          choices: ['60 岁以下', '60 岁及以上'],
        },
        {
          type: 'checkbox',
          name: 'wish',
          title: '希望',
          choices: ['讲座', '活动', '=1+1'],
          showNoneItem: true,
        },
        {
          type: 'radiogroup',
          name: 'more',
          title: '哪种活动',
          visibleIf: "{wish} contains '活动'",
          choices: ['棋', '舞'],
        },
        { type: 'comment', name: 'words', title: '还想说的' },
      ],
    },
  ],
}
const fileWith = (content: unknown) => ({
  name: 'survey.json',
  bytes: new TextEncoder().encode(JSON.stringify(content)),
})

const opened = async (room: RoomApi): Promise<string> =>
  given(
    await room.openCampaign({
      source: fileWith(survey),
      title: '示例村心情调查',
      modes: ['kiosk', 'interview'],
    }),
  ).id

const entryOf = async (room: RoomApi, id: string) => {
  const entry = (await room.campaigns()).campaigns.find((one) => one.id === id)
  if (!entry) throw new Error('no such campaign')
  return entry
}
const closed = async (room: RoomApi, id: string) =>
  given(await room.closeCampaign({ id, revision: (await entryOf(room, id)).revision }))

const handedIn = async (room: RoomApi, id: string, responses: PlainAnswers[]) => {
  given(await room.startSurveyKiosk({ id, language: 'zh-CN', largePrint: false }))
  const kiosk = surveyKioskApi()
  for (const answers of responses) given(await kiosk.handIn(answers))
}

/** Every row of a database as text: bytes as they would stand on the disk, and everything else as JSON. */
const rawRows = async (name: string): Promise<Map<string, string[]>> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const tables = new Map<string, string[]>()
  for (const table of database.objectStoreNames) {
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const request = database.transaction(table).objectStore(table).getAll()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    tables.set(
      table,
      rows.map((row) =>
        JSON.stringify(row, (_, value) =>
          value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
        ),
      ),
    )
  }
  database.close()
  return tables
}

/** Six people, each told apart by their own words. */
const six: PlainAnswers[] = ['甲', '乙', '丙', '丁', '戊', '己'].map((words, index) => ({
  q1: index < 4 ? 1 : 2,
  q2: [2],
  q3: 1 + (index % 2),
  q4: `示例${words}`,
}))

describe('a survey', () => {
  test('is read without storing anything, and opened under a name', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const tried = await room.trySurvey(fileWith(survey))
    expect(tried.ok && tried.value.survey.languages).toEqual(['zh-CN'])
    expect((await room.trySurvey(null)).ok).toBe(true)
    const hostile = await room.trySurvey(
      fileWith({
        ...survey,
        triggers: [],
        pages: [{ elements: [{ type: 'html', name: 'a', html: '<p>' }] }],
      }),
    )
    expect(hostile).toEqual({
      ok: false,
      refusal: [
        {
          code: 'QUESTION_TYPE_NOT_ASKED',
          at: 'survey.json#/pages/0/elements/0/type',
          detail: { type: 'html' },
        },
      ],
    })
    expect((await room.trySurvey({ name: 'x.json', bytes: new Uint8Array([0xff, 0xfe]) })).ok).toBe(false)

    const open = (changed: object) =>
      room.openCampaign({ source: null, title: '示例', modes: ['kiosk'], ...changed })
    expect(codeOf(await open({ title: ' ' }))).toBe('TITLE_NEEDED')
    expect(codeOf(await open({ modes: [] }))).toBe('MODE_NEEDED')
    expect(codeOf(await open({ source: fileWith({ ...survey, triggers: [] }) }))).toBe('UNKNOWN_KEY')
    expect((await room.campaigns()).campaigns).toEqual([])
    given(await open({}))
    expect((await room.campaigns()).campaigns).toMatchObject([
      { responses: 0, campaign: { title: '示例', closedAt: null, modes: ['kiosk'] } },
    ])
  })

  test('goes from the page for people through unlocking to counts, once it is closed', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const id = await opened(room)
    expect(codeOf(await room.startSurveyKiosk({ id, language: 'en', largePrint: false }))).toBe(
      'LANGUAGE_MISSING',
    )
    await handedIn(room, id, six)
    expect(codeOf(await room.closeCampaign({ id, revision: 1 }))).toBe('LOCKED')
    expect(await room.phase()).toMatchObject({ phase: 'locked', waitingAnswers: 6, clientModeOpen: true })

    const kiosk = surveyKioskApi()
    expect(await kiosk.surveyOnShow()).toMatchObject({
      language: 'zh-CN',
      survey: { title: { 'zh-cn': '示例调查' } },
    })
    expect(codeOf(await kiosk.handIn({}))).toBe('ANSWER_NEEDED')
    expect(codeOf(await kiosk.handIn({ q1: 9 }))).toBe('ANSWER_OUTSIDE_CODING')
    expect(codeOf(await kiosk.handIn({ q1: 1, q9: 1 }))).toBe('UNKNOWN_QUESTION')
    expect(codeOf(await kiosk.handIn({ q1: 1, q4: '长'.repeat(1001) }))).toBe('ANSWER_OUTSIDE_CODING')

    await unlock(room)
    expect(await room.phase()).toMatchObject({ phase: 'open', waitingAnswers: 0, unusableAnswers: 0 })
    expect(await kiosk.surveyOnShow()).toBeNull()
    expect(codeOf(await kiosk.handIn({ q1: 1 }))).toBe('SITTING_OVER')
    expect((await entryOf(room, id)).responses).toBe(6)
    expect(await room.campaignResults(id)).toEqual({ held: 'RUNNING', responses: 6 })
    expect(codeOf(await room.exportCounts({ id, language: 'zh-CN' }))).toBe('CAMPAIGN_RUNNING')

    given(await room.submitResponse({ id, answers: { q1: 2, q2: [4] } }))
    expect(codeOf(await room.submitResponse({ id, answers: { q2: [4] } }))).toBe('ANSWER_NEEDED')
    await closed(room, id)
    expect(codeOf(await room.closeCampaign({ id, revision: 2 }))).toBe('CAMPAIGN_CLOSED')
    expect(codeOf(await room.submitResponse({ id, answers: { q1: 1 } }))).toBe('CAMPAIGN_CLOSED')
    expect(codeOf(await room.startSurveyKiosk({ id, language: 'zh-CN', largePrint: false }))).toBe(
      'CAMPAIGN_CLOSED',
    )

    const results = await room.campaignResults(id)
    if (results.held !== null) throw new Error(results.held)
    expect(results.responses).toBe(7)
    expect(
      results.counts.map(({ question, answered, counts }) => [
        question,
        answered,
        counts.map(({ count }) => count),
      ]),
    ).toEqual([
      ['q1', 7, [4, 3]],
      ['q2', 7, [0, 6, 0, 1]],
      ['q3', 6, [3, 3]],
    ])
    expect(results.written[0]?.texts.toSorted()).toEqual(six.map(({ q4 }) => q4).toSorted())
    expect(codeOf(await room.exportCounts({ id, language: 'zh-CN' }))).toBe('TOO_FEW_RESPONSES')
    expect(codeOf(await room.crossTabulate({ id, question: 'q2', by: 'q1' }))).toBe('TOO_FEW_RESPONSES')
  })

  test('says nothing of under five people, crosses and exports from ten', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const few = await opened(room)
    for (const answers of six.slice(0, 4)) given(await room.submitResponse({ id: few, answers }))
    await closed(room, few)
    expect(await room.campaignResults(few)).toEqual({ held: 'TOO_FEW', responses: 4 })

    const id = await opened(room)
    const many: PlainAnswers[] = [...six, ...six, ...six].map(({ q1 }) => ({ q1: q1 ?? 1, q2: [3] }))
    for (const answers of many) given(await room.submitResponse({ id, answers }))
    await closed(room, id)
    const crossed = given(await room.crossTabulate({ id, question: 'q2', by: 'q1' }))
    expect(crossed).toEqual({
      answered: 18,
      cells: [
        ['withheld', 'withheld'],
        ['withheld', 'withheld'],
        [12, 6],
        ['withheld', 'withheld'],
      ],
    })
    expect(codeOf(await room.crossTabulate({ id, question: 'q1', by: 'q2' }))).toBe('UNKNOWN_QUESTION')
    // Only some are asked the third question: crossed, it would tell cells that another table withholds.
    expect(codeOf(await room.crossTabulate({ id, question: 'q3', by: 'q1' }))).toBe('UNKNOWN_QUESTION')
    const { bytes } = given(await room.exportCounts({ id, language: 'zh-CN' }))
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith('\ufeff题号,题目,选项,人数')).toBe(true)
    expect(text).toContain("q2,希望,'=1+1,18,18\r\n")
    expect(text).not.toContain('还想说的')
  })
})

describe('nothing links a response to anybody', () => {
  test('neither the inbox nor the vault holds a client, a name, an answer or an order', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room, { name: '示例不可见' })
    await assessed(room, clientId, phq9(1, 0))
    const id = await opened(room)
    await handedIn(room, id, six)

    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    const waiting = await inbox.answers(ticket?.id ?? '')
    expect(Object.keys(ticket?.content ?? {}).sort()).toEqual([
      'campaign',
      'language',
      'largePrint',
      'publicKey',
      'survey',
    ])
    expect(new Set(waiting.map(({ sealed }) => sealed.length)).size).toBe(1)
    expect(new Set(waiting.map(({ label }) => label))).toEqual(new Set([`survey.${id}`]))
    const files = [...(await inboxFiles()).values()]
    const inClear = files.map((bytes) => new TextDecoder('latin1').decode(bytes)).join()
    for (const secret of [clientId, '示例不可见', '示例甲', '"answers"', '2026-'])
      expect(inClear).not.toContain(secret)

    await unlock(room)
    expect((await inboxFiles()).size).toBe(0)
    const rows = (await rawRows('anxin')).get('surveyResponses') ?? []
    expect(rows).toHaveLength(6)
    for (const row of rows) {
      const { id: drawn, envelope, ...plain } = JSON.parse(row)
      expect(drawn).toMatch(/^[0-9a-f]{32}$/)
      expect(plain).toEqual({ domain: 'statistics', revision: 1, index: [] })
      for (const secret of [clientId, '示例', id]) expect(envelope).not.toContain(secret)
    }
    const vault = await vaultHere()
    for (const value of await valuesOf(vault, surveyResponseKind))
      expect(Object.keys(value).sort()).toEqual(['answers', 'campaign', 'day'])
    expect(JSON.stringify((await fileOf(room, clientId)).assessments)).not.toContain(id)
  })

  test('responses lie in an order that is not the one they came in', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const id = await opened(room)
    const many: PlainAnswers[] = Array.from({ length: 24 }, (_, index) => ({ q1: 1, q4: `示例${index}` }))
    await handedIn(room, id, many)
    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    const places = (await inbox.answers(ticket?.id ?? '')).map(({ sequence }) => sequence)
    expect(new Set(places).size).toBe(24)
    expect(Math.max(...places)).toBeGreaterThan(2 ** 32)
    await unlock(room)
    const stored = (await valuesOf(await vaultHere(), surveyResponseKind)).map(({ answers }) => answers.q4)
    expect(stored.toSorted()).toEqual(many.map(({ q4 }) => q4).toSorted())
    // One chance in 24! that the drawn ids happen to keep it.
    expect(stored).not.toEqual(many.map(({ q4 }) => q4))
  })

  test('what is damaged or copied is not counted, and keeps nobody out', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const id = await opened(room)
    await handedIn(room, id, six)
    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    const [one, other] = await inbox.answers(ticket?.id ?? '')
    if (!one || !other) throw new Error('nothing waits')
    await inbox.drop(one)
    await inbox.drop({ ...other, sealed: other.sealed.map((byte, at) => (at === 60 ? byte ^ 1 : byte)) })
    await inbox.drop({ ...other, label: `survey.${'0'.repeat(32)}` })
    await unlock(room)
    expect((await entryOf(room, id)).responses).toBe(6)
    expect(await room.phase()).toMatchObject({ phase: 'open', waitingAnswers: 0, unusableAnswers: 2 })
  })
})

describe('a survey that is closed', () => {
  test('has all that was handed in before, and takes in nothing after', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const counsellor = await firstStaff(room)
    const id = await opened(room)
    const administrator = given(
      await room.addStaff({ name: '示例管理员', roles: ['administrator'], passphrase }),
    ).id
    await handedIn(room, id, six)
    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    if (!ticket) throw new Error('no survey up')
    await close()

    const asAdministrator = openWindowHere()
    await unlock(asAdministrator.room, administrator)
    const { revision } = await entryOf(asAdministrator.room, id)
    expect(codeOf(await asAdministrator.room.closeCampaign({ id, revision }))).toBe('RESPONSES_WAITING')
    await asAdministrator.close()

    const { room: later } = openWindowHere()
    await unlock(later, counsellor)
    await closed(later, id)
    const results = await later.campaignResults(id)
    expect(results).toMatchObject({ held: null, responses: 6 })
    // A page left open somewhere, or somebody with its ticket.
    await inbox.putTicket(ticket)
    given(await surveyKioskApi().handIn({ q1: 2 }))
    const { room: again, close: leave } = openWindowHere()
    await leave()
    await unlock(again, counsellor)
    expect(await again.campaignResults(id)).toMatchObject({ responses: 6 })
    expect((await entryOf(again, id)).responses).toBe(6)
  })
})

describe('roles', () => {
  test('an administrator opens and closes, and reads nothing of what was answered', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const id = await opened(room)
    const added = async (role: 'administrator' | 'hotline', name: string) =>
      given(await room.addStaff({ name, roles: [role], passphrase })).id
    const administrator = await added('administrator', '示例管理员')
    const hotline = await added('hotline', '示例热线员')
    for (const answers of six) given(await room.submitResponse({ id, answers }))

    const signIn = async (staffId: string) => {
      const window = openWindowHere()
      await window.close()
      await unlock(window.room, staffId)
      return window.room
    }
    const asAdministrator = await signIn(administrator)
    expect((await entryOf(asAdministrator, id)).responses).toBeNull()
    expect(codeOf(await asAdministrator.startSurveyKiosk({ id, language: 'zh-CN', largePrint: false }))).toBe(
      'NO_KEY',
    )
    expect(codeOf(await asAdministrator.submitResponse({ id, answers: { q1: 1 } }))).toBe('NO_KEY')
    await closed(asAdministrator, id)
    await expect(asAdministrator.campaignResults(id)).rejects.toThrow('NO_KEY')

    const asHotline = await signIn(hotline)
    const open = await asHotline.openCampaign({ source: null, title: '示例', modes: ['kiosk'] })
    expect(codeOf(open)).toBe('ROLE_NOT_MEANT')
  })
})
