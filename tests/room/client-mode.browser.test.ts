import { beforeEach, describe, expect, test } from 'vitest'
import { kioskApi } from '../../src/room/client-mode/kiosk.ts'
import { sittingTicketSchema } from '../../src/room/client-mode/sitting-ticket.ts'
import type { KioskApi } from '../../src/room/contract/kiosk-api.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { inboxOf } from '../../src/room/which-vault.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, clientWhoAgreed, draft, fileOf, motherAgrees, phq9, register, takesBack } from './casework.ts'
import { setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const inClientMode = (clientId: string, instruments: string[]) =>
  ({ clientId, instruments, rater: { kind: 'self' }, language: 'zh-CN', largePrint: false }) as const

const stepsOf = async (kiosk: KioskApi): Promise<string[]> =>
  ((await kiosk.sitting())?.questionnaires ?? []).map(({ assessmentId }) => assessmentId)

const answerAll = async (kiosk: KioskApi, assessmentId: string, answers: Record<string, number | null>) => {
  for (const [question, value] of Object.entries(answers))
    given(await kiosk.answer({ assessmentId, question, value }))
}

/** The codes that everything which needs an open vault answers with. */
const behindTheLock = async (room: RoomApi): Promise<string[]> => {
  const id = '0'.repeat(32)
  const commands = await Promise.all([
    room.registerClient(draft()),
    room.openClient(id),
    room.withdrawConsent(takesBack({ id, revision: 1 })),
    room.decideTier({ clientId: id, tier: 'watch', reason: '示例理由' }),
    room.startClientMode(inClientMode(id, ['phq-9'])),
    room.saveAnswers({ id, revision: 1, answers: {} }),
    room.finishAssessment({ id, revision: 1, answers: {} }),
    room.startCall(),
    room.openCall(id),
    room.previewReport('2026-11'),
    room.writeReport('2026-11'),
    room.myCard(),
    room.importPackage({ name: 'x', bytes: new Uint8Array(8) }),
    room.addStaff({ name: '示例', roles: ['hotline'], passphrase: 'x' }),
  ])
  const queries = [
    room.listClients(''),
    room.findDuplicates(draft()),
    room.today(),
    room.searchCalls({}),
    room.listStaff(),
    room.reportPeriods(),
    room.enrolledCards(),
    room.countyPicture(),
  ]
  const rejected = await Promise.allSettled(queries)
  return [
    ...commands.map(codeOf),
    ...rejected.map((one) => (one.status === 'rejected' ? String(one.reason.message) : 'ACCEPTED')),
  ]
}

describe('handing the screen over', () => {
  test('needs a client who agrees and an instrument made for this; else nothing is locked', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await register(room)
    const start = (changed: object) =>
      room.startClientMode({ ...inClientMode(clientId, ['phq-9']), ...changed })
    expect(codeOf(await start({}))).toBe('CONSENT_NEEDED')
    await agree(room, clientId, 'casefile')
    expect(codeOf(await start({}))).toBe('CONSENT_NEEDED')
    await agree(room, clientId)
    expect(codeOf(await start({ instruments: [] }))).toBe('NOTHING_CHOSEN')
    expect(codeOf(await start({ instruments: ['phq-9', 'unknown'] }))).toBe('INSTRUMENT_MISSING')
    expect(codeOf(await start({ instruments: ['behaviour-clues'] }))).toBe('RATER_NOT_MEANT')
    expect(codeOf(await start({ clientId: '0'.repeat(32) }))).toBe('NOT_FOUND')
    expect((await fileOf(room, clientId)).assessments).toEqual([])

    const [consent] = (await fileOf(room, clientId)).consents.filter(
      ({ value }) => value.purpose === 'assessment',
    )
    given(await room.withdrawConsent(takesBack(consent)))
    expect(codeOf(await start({}))).toBe('CONSENT_NEEDED')
  })

  test('locks at once and leaves the page with a public key and labels', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    given(await room.confirmNonCommercial())
    const clientId = await clientWhoAgreed(room, { name: '示例不可见', phone: '00000000009' })
    const { fileNumber } = (await fileOf(room, clientId)).client.value
    given(
      await room.startClientMode({
        ...inClientMode(clientId, ['phq-9', 'who-5', 'phq-9']),
        largePrint: true,
      }),
    )
    expect(new Set(await behindTheLock(room))).toEqual(new Set(['LOCKED']))
    expect(await room.phase()).toMatchObject({ phase: 'locked', waitingAnswers: 0, clientModeOpen: true })

    const kiosk = kioskApi()
    const sitting = await kiosk.sitting()
    expect(sitting).toMatchObject({ language: 'zh-CN', largePrint: true })
    expect(sitting?.questionnaires.map(({ instrument }) => instrument.id)).toEqual(['phq-9', 'who-5'])
    const [phq = '', who = ''] = await stepsOf(kiosk)
    await answerAll(kiosk, phq, { q1: 3, q9: 2 })

    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    const answers = await inbox.answers(ticket?.id ?? '')
    expect(Object.keys(ticket?.content ?? {}).sort()).toEqual([
      'language',
      'largePrint',
      'publicKey',
      'rater',
      'steps',
    ])
    expect(answers.map(({ label }) => label)).toEqual([`${phq}.q1`, `${phq}.q9`])
    // What is asked stands in every copy of the program.
    const kept = sittingTicketSchema.parse(ticket?.content)
    const steps = kept.steps.map(({ instrument: _, survey: __, ...step }) => step)
    const sealed = answers.map((answer) => new TextDecoder().decode(answer.sealed))
    const clear = JSON.stringify([ticket?.id, { ...kept, steps }, sealed])
    for (const secret of ['示例', '00000000009', clientId, '"value"', fileNumber])
      expect(clear).not.toContain(secret)
    expect(answers[0]?.sealed.length).toBe(answers[1]?.sealed.length)

    const refusals: [string, string, string, number | null][] = [
      ['SITTING_OVER', '0'.repeat(32), 'q1', 1],
      ['UNKNOWN_QUESTION', phq, 'q11', 1],
      ['UNKNOWN_QUESTION', phq, 'finished', 1],
      ['UNKNOWN_QUESTION', phq, 'q11', null],
      ['ANSWER_OUTSIDE_CODING', phq, 'q1', 4],
      ['ANSWER_OUTSIDE_CODING', phq, 'q1', 0.5],
      ['ANSWER_OUTSIDE_CODING', who, 'q1', -1],
    ]
    for (const [code, assessmentId, question, value] of refusals)
      expect(codeOf(await kiosk.answer({ assessmentId, question, value })), `${question}=${value}`).toBe(code)
    expect(codeOf(await kiosk.finish('0'.repeat(32)))).toBe('SITTING_OVER')
    expect((await kiosk.sitting())?.questionnaires[0]).toMatchObject({
      answered: ['q1', 'q9'],
      finished: false,
    })
    expect(await room.phase()).toMatchObject({ waitingAnswers: 2, unusableAnswers: 0, clientModeOpen: true })
  })
})

describe('an informant alone on the client’s page', () => {
  const told = { who: '示例知情人', purpose: '示例：了解平时的情况' } as const
  const mother = { kind: 'informant', relation: '示例母亲', ...told, basis: 'guardianAgreed' } as const
  type Start = Parameters<RoomApi['startClientMode']>[0]
  const byMother = (clientId: string, changed: Partial<Start> = {}): Start => ({
    clientId,
    instruments: ['psc-35'],
    rater: mother,
    language: 'en',
    largePrint: false,
    ...changed,
  })
  const child = { birthDate: `${new Date().getFullYear() - 11}-01-01` }

  test('is handed the screen on the same conditions as when staff enter what they say', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await register(room, child)
    const start = (changed: Partial<Start> = {}) => room.startClientMode(byMother(clientId, changed))
    expect(codeOf(await start())).toBe('CONSENT_NEEDED')
    await motherAgrees(room, clientId)
    expect(codeOf(await start({ instruments: ['psc-35', 'phq-9'] }))).toBe('RATER_NOT_MEANT')
    expect(codeOf(await start({ rater: { kind: 'self' } }))).toBe('RATER_NOT_MEANT')
    expect(codeOf(await start({ language: 'zh-CN' }))).toBe('LANGUAGE_MISSING')
    expect(codeOf(await start({ instruments: ['observation-record'] }))).toBe('NOT_GIVEN_ON_CLIENT_PAGE')
    // Nothing on that page is staff's own finding, which would need no consent.
    const staff: object = { rater: { kind: 'staff', staffId: (await room.listStaff())[0]?.id } }
    expect(codeOf(await start({ instruments: ['observation-record'], ...staff }))).toBe('RATER_NOT_MEANT')
    expect((await fileOf(room, clientId)).assessments).toEqual([])
  })

  test('is asked without a word of whom; the result says whose answers these are', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await register(room, { ...child, name: '示例不可见' })
    await motherAgrees(room, clientId)
    given(await room.startClientMode(byMother(clientId)))
    const kiosk = kioskApi()
    const sitting = await kiosk.sitting()
    expect(sitting).toMatchObject({ rater: 'informant', language: 'en' })
    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    for (const secret of ['示例', clientId, '2014'])
      expect(JSON.stringify([ticket, sitting])).not.toContain(secret)

    const [psc = ''] = await stepsOf(kiosk)
    const answers = Object.fromEntries(Array.from({ length: 35 }, (_, index) => [`q${index + 1}`, 1]))
    await answerAll(kiosk, psc, answers)
    given(await kiosk.finish(psc))
    await unlock(room)
    const { assessments } = await fileOf(room, clientId)
    expect(assessments.map(({ value }) => value)).toMatchObject([
      {
        instrument: 'psc-35',
        rater: mother,
        mode: 'client',
        result: { status: 'scored', scores: { total: 35 } },
      },
    ])
  })

  test('goes on only with what somebody of the same relation left unfinished', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room, { birthDate: '1950-05-01' })
    const elder = (rater: Start['rater']) =>
      byMother(clientId, { instruments: ['adl-elder'], language: 'zh-CN', rater })
    const kiosk = kioskApi()
    const begin = async (rater: Start['rater']): Promise<string> => {
      given(await room.startClientMode(elder(rater)))
      const [step = ''] = await stepsOf(kiosk)
      await unlock(room)
      return step
    }
    const daughter = { kind: 'informant', relation: '女儿', ...told, basis: 'clientAgreed' } as const
    const first = await begin(daughter)
    const others = [await begin({ ...daughter, relation: '儿子' }), await begin({ kind: 'self' })]
    expect(new Set([first, ...others]).size).toBe(3)
    expect(await begin(daughter)).toBe(first)
    expect(await begin({ kind: 'self' })).toBe(others[1])
    expect((await fileOf(room, clientId)).assessments).toHaveLength(3)
  })
})

describe('what the client answered', () => {
  test('is scored and counted once the client is through, in the order it was given', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    given(await room.startClientMode(inClientMode(clientId, ['phq-9', 'gad-7'])))
    const kiosk = kioskApi()
    const [phq = '', gad = ''] = await stepsOf(kiosk)
    // Not waited for: the last one given counts, whatever sealing takes.
    const unawaited = [3, 2, 1].map((value) => kiosk.answer({ assessmentId: phq, question: 'q1', value }))
    await answerAll(kiosk, phq, { ...phq9(1, 0), q10: 1, q8: 3 })
    await answerAll(kiosk, phq, { q8: 1, q10: null })
    expect((await Promise.all(unawaited)).map(codeOf)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])
    given(await kiosk.finish(phq))
    expect(codeOf(await kiosk.answer({ assessmentId: phq, question: 'q1', value: 3 }))).toBe('SITTING_OVER')
    await answerAll(kiosk, gad, { q1: 0 })
    given(await kiosk.finish(gad))
    expect(await kiosk.sitting()).toBeNull()
    expect(codeOf(await kiosk.answer({ assessmentId: gad, question: 'q1', value: 1 }))).toBe('SITTING_OVER')
    expect(await room.phase()).toMatchObject({ phase: 'locked', clientModeOpen: false })

    await unlock(room)
    expect(await room.phase()).toMatchObject({ phase: 'open', waitingAnswers: 0, unusableAnswers: 0 })
    const { assessments: begun, alerts } = await fileOf(room, clientId)
    // Both began with the sitting.
    const assessments = begun.toSorted((a, b) => b.value.instrument.localeCompare(a.value.instrument))
    expect(assessments.map(({ value }) => [value.instrument, value.mode, value.result?.status])).toEqual([
      ['phq-9', 'client', 'scored'],
      ['gad-7', 'client', 'incomplete'],
    ])
    expect(assessments[0]?.value).toMatchObject({ answers: phq9(1, 0), result: { scores: { total: 8 } } })
    expect(alerts).toEqual([])
    expect((await room.today()).figures.assessmentsThisMonth).toBe(2)
  })
})
