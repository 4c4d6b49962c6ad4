import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { assessmentKind } from '../../src/casework/assessments/assessment.ts'
import { clientKind } from '../../src/casework/clients/client.ts'
import { consentKind } from '../../src/casework/consents/consent.ts'
import { criticalAlertKind } from '../../src/casework/crisis/critical-alert.ts'
import { FolderError } from '../../src/journal/durable-folder.ts'
import { prepareSitting } from '../../src/room/client-mode/client-mode.ts'
import { inboxStanding } from '../../src/room/client-mode/inbox-standing.ts'
import { kioskApi } from '../../src/room/client-mode/kiosk.ts'
import { answerLabel, sealPurpose, sittingTicketSchema } from '../../src/room/client-mode/sitting-ticket.ts'
import { takeInAnswers } from '../../src/room/client-mode/take-in-answers.ts'
import type { KioskApi } from '../../src/room/contract/kiosk-api.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf as codeOfProblem } from '../../src/room/room-error.ts'
import { beginSession, type Session } from '../../src/room/session.ts'
import { inboxOf } from '../../src/room/which-vault.ts'
import { Inbox } from '../../src/vault/inbox.ts'
import { type Bytes, utf8 } from '../../src/vault/primitives/bytes.ts'
import { drawId } from '../../src/vault/primitives/random.ts'
import { sealBox } from '../../src/vault/primitives/sealed-box.ts'
import { codeOf, given } from '../support/exchange.ts'
import { type MemoryFolder, memoryFolder } from '../support/memory-folder.ts'
import { clientWhoAgreed, fileOf, phq9 } from './casework.ts'
import { failAtCall } from './failing-storage.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { factsIn, sessionOn, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const handOver = async (room: RoomApi, clientId: string, instruments: string[]): Promise<string[]> => {
  given(
    await room.startClientMode({
      clientId,
      instruments,
      rater: { kind: 'self' },
      language: 'zh-CN',
      largePrint: false,
    }),
  )
  const steps = (await kioskApi().sitting())?.questionnaires ?? []
  return steps.map(({ assessmentId }) => assessmentId)
}

const answerAll = async (kiosk: KioskApi, assessmentId: string, answers: Record<string, number | null>) => {
  for (const [question, value] of Object.entries(answers))
    given(await kiosk.answer({ assessmentId, question, value }))
}

/** Puts answers into the inbox past every check of the client's page, as somebody could who took it over. */
const forger = async () => {
  const inbox = await inboxOf('anxin')
  const [ticket] = await inbox.tickets()
  const { publicKey, steps } = sittingTicketSchema.parse(ticket?.content)
  const ticketId = ticket?.id ?? ''
  const put = async (label: string, sealed: Bytes) => void (await inbox.append({ ticketId, label, sealed }))
  const seal = async (label: string, text: string, purpose = sealPurpose(ticketId, label)) =>
    put(label, await sealBox(publicKey, purpose, utf8(text)))
  // The pass of the assessment it holds one for; else the only one it has.
  const answer = (assessmentId: string, question: string, value: unknown) => {
    const { pass } = steps.find((step) => step.assessmentId === assessmentId) ?? steps[0] ?? {}
    const said = { value, at: new Date().toISOString(), pass }
    return seal(answerLabel(assessmentId, question), JSON.stringify(said))
  }
  return { inbox, ticketId, put, seal, answer }
}

test('a pace that cannot be takes no answer down with it', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const clientId = await clientWhoAgreed(room)
  const [id = ''] = await handOver(room, clientId, ['phq-9'])
  const kiosk = kioskApi()
  const paces = [Number.NaN, -1, 0.5, 36_001, Number.POSITIVE_INFINITY, 12]
  for (const [at, pace] of paces.entries())
    given(await kiosk.answer({ assessmentId: id, question: `q${at + 4}`, value: 3, pace }))
  await unlock(room)
  const { assessments, alerts } = await fileOf(room, clientId)
  expect(assessments.map(({ value }) => [value.answers, value.pace])).toEqual([
    [{ q4: 3, q5: 3, q6: 3, q7: 3, q8: 3, q9: 3 }, { q9: 12 }],
  ])
  expect(alerts).toHaveLength(1)
})

describe('a client who did not finish', () => {
  test('loses nothing, raises the alert at once, and staff can go on with it', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    const [id = ''] = await handOver(room, clientId, ['phq-9'])
    await answerAll(kioskApi(), id, { q1: 2, q9: 3 })

    await unlock(room)
    expect(await kioskApi().sitting()).toBeNull()
    const { assessments, alerts } = await fileOf(room, clientId)
    expect(assessments[0]?.value).toMatchObject({ answers: { q1: 2, q9: 3 }, answeredAt: null, result: null })
    expect(alerts.map(({ value }) => value)).toMatchObject([
      { assessmentId: id, item: 'q9', value: 3, handling: null },
    ])
    expect((await room.today()).items[0]).toMatchObject({ kind: 'openAlert', urgency: 'now', id: clientId })

    const revision = assessments[0]?.revision ?? 0
    const finished = given(await room.finishAssessment({ id, revision, answers: phq9(2, 3) }))
    expect(finished.value).toMatchObject({
      mode: 'client',
      result: { status: 'scored', scores: { total: 19 } },
    })
    expect((await fileOf(room, clientId)).alerts).toHaveLength(1)
  })

  test('goes on where they stopped when the screen is handed over once more', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    const other = await clientWhoAgreed(room, { name: '示例乙' })
    const [id = ''] = await handOver(room, clientId, ['phq-9'])
    await answerAll(kioskApi(), id, { q1: 2, q2: 1, q9: 1 })
    await unlock(room)

    const [elsewhere = ''] = await handOver(room, other, ['phq-9'])
    expect(elsewhere).not.toBe(id)
    await unlock(room)

    expect(await handOver(room, clientId, ['phq-9'])).toEqual([id])
    const kiosk = kioskApi()
    expect((await kiosk.sitting())?.questionnaires[0]?.answered.sort()).toEqual(['q1', 'q2', 'q9'])
    await answerAll(kiosk, id, { ...phq9(1, 1), q1: null })
    given(await kiosk.finish(id))
    await unlock(room)

    const { assessments, alerts } = await fileOf(room, clientId)
    const { q1: _, ...standing } = phq9(1, 1)
    expect(assessments.map(({ value }) => value.answers)).toEqual([standing])
    expect(assessments[0]?.value.result).toMatchObject({ status: 'incomplete', missing: ['q1'] })
    expect(alerts).toHaveLength(1)
    expect(await handOver(room, clientId, ['phq-9'])).not.toEqual([id])
  })

  test('who says otherwise after they were spoken with is spoken with anew', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    const sayAgain = async (value: number) => {
      const [id = ''] = await handOver(room, clientId, ['phq-9'])
      await answerAll(kioskApi(), id, { q9: value })
      await unlock(room)
      const { alerts } = await fileOf(room, clientId)
      return alerts.map(({ value: { value: answer, handling } }) => [answer, handling !== null])
    }
    expect(await sayAgain(1)).toEqual([[1, false]])
    const [alert] = (await fileOf(room, clientId)).alerts
    const handling = { asked: 'denied', responseLevel: 'planned', entry: '示例：当面询问过' } as const
    given(await room.handleAlert({ id: alert?.id ?? '', revision: alert?.revision ?? 0, handling }))
    expect(await sayAgain(1)).toEqual([[1, true]])
    expect(await sayAgain(3)).toEqual([
      [1, true],
      [3, false],
    ])
    expect(await sayAgain(2)).toHaveLength(2)
  })

  test('who takes back what they said of a critical item is spoken with all the same', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    const [id = ''] = await handOver(room, clientId, ['phq-9'])
    const kiosk = kioskApi()
    await answerAll(kiosk, id, { q9: 1 })
    await answerAll(kiosk, id, { q9: 2 })
    await answerAll(kiosk, id, phq9(0, 0))
    given(await kiosk.finish(id))
    await unlock(room)
    const { assessments, alerts } = await fileOf(room, clientId)
    expect(assessments[0]?.value.result).toMatchObject({ scores: { total: 0 }, critical: [] })
    expect(alerts.map(({ value }) => [value.item, value.value])).toEqual([['q9', 2]])
  })
})

describe('answers that cannot be used', () => {
  test('keep nobody from the vault, nor from the others, and stay to be counted', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    given(await room.confirmNonCommercial())
    const clientId = await clientWhoAgreed(room)
    const [id = '', who = ''] = await handOver(room, clientId, ['phq-9', 'who-5'])
    const { inbox, ticketId, put, seal, answer } = await forger()
    await answerAll(kioskApi(), id, { q1: 1 })
    await answer(id, 'q2', 9)
    await answer(id, 'q77', 1)
    await answer(id, 'q3', '2')
    await answer(id, 'q4', 1.5)
    await seal(answerLabel(id, 'q5'), 'not json')
    await seal(answerLabel(id, 'q5'), JSON.stringify({ value: 1, at: 'yesterday' }))
    await seal(
      answerLabel(id, 'q6'),
      JSON.stringify({ value: 1 }),
      sealPurpose(ticketId, answerLabel(id, 'q7')),
    )
    await put(answerLabel(id, 'q8'), new Uint8Array(300))
    await answer(drawId(), 'q1', 1)
    await put('no label at all', new Uint8Array())
    await answerAll(kioskApi(), id, { q9: 1 })
    await answerAll(kioskApi(), who, { q1: 5 })
    await inbox.putTicket({ id: drawId(), content: { some: 'other program' } })
    expect(await room.phase()).toMatchObject({ phase: 'locked', waitingAnswers: 13, unusableAnswers: 0 })

    await unlock(room)
    expect(await room.phase()).toMatchObject({ phase: 'open', waitingAnswers: 0, unusableAnswers: 10 })
    const { assessments: begun, alerts } = await fileOf(room, clientId)
    // Both began with the sitting.
    const assessments = begun.toSorted((a, b) => a.value.instrument.localeCompare(b.value.instrument))
    expect(assessments.map(({ value }) => value.answers)).toEqual([{ q1: 1, q9: 1 }, { q1: 5 }])
    expect(alerts).toHaveLength(1)
    expect(await kioskApi().sitting()).toBeNull()

    const [again = ''] = await handOver(room, clientId, ['gad-7'])
    expect(await room.phase()).toMatchObject({ waitingAnswers: 0, unusableAnswers: 10, clientModeOpen: true })
    await answerAll(kioskApi(), again, { q1: 0 })
    await unlock(room)
    expect(await room.phase()).toMatchObject({ phase: 'open', waitingAnswers: 0, unusableAnswers: 10 })
    expect((await fileOf(room, clientId)).alerts).toHaveLength(1)
    expect(await inbox.answers(ticketId)).toHaveLength(10)
  })

  test('are also those for what was closed meanwhile, unless they say the same', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    const [id = ''] = await handOver(room, clientId, ['phq-9'])
    const { inbox, ticketId, answer } = await forger()
    const { content } = (await inbox.tickets())[0] ?? {}
    await answerAll(kioskApi(), id, phq9(1, 0))
    given(await kioskApi().finish(id))
    await unlock(room)

    await inbox.putTicket({ id: ticketId, content })
    await answer(id, 'q1', 1)
    const { room: same, close } = openWindowHere()
    await close()
    await unlock(same)
    expect(await same.phase()).toMatchObject({ waitingAnswers: 0, unusableAnswers: 0 })

    await inbox.putTicket({ id: ticketId, content })
    await answer(id, 'q9', 3)
    for (let unlocked = 0; unlocked < 2; unlocked++) {
      const { room: other, close: closeOther } = openWindowHere()
      await closeOther()
      await unlock(other)
      expect(await other.phase()).toMatchObject({ waitingAnswers: 0, unusableAnswers: 1 })
      const { assessments, alerts } = await fileOf(other, clientId)
      expect(assessments[0]?.value.answers).toEqual(phq9(1, 0))
      // Too late for the score, never for the alert.
      expect(alerts.map(({ value }) => [value.item, value.value])).toEqual([['q9', 3]])
    }
  })

  test('are also those a client gave for somebody else, whatever they knew of the other’s assessment', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const other = await clientWhoAgreed(room, { name: '示例乙' })
    const [half = ''] = await handOver(room, other, ['phq-9'])
    await answerAll(kioskApi(), half, { q1: 1 })
    await unlock(room)
    const asked = { instrument: 'phq-9', rater: { kind: 'self' }, language: 'zh-CN' } as const
    const entered = given(await room.startAssessment({ clientId: other, ...asked }))

    const [own = ''] = await handOver(room, await clientWhoAgreed(room), ['phq-9'])
    const { answer } = await forger()
    for (const id of [own, half, entered.id]) await answer(id, 'q9', 3)
    await unlock(room)
    expect(await room.phase()).toMatchObject({ waitingAnswers: 0, unusableAnswers: 2 })
    const { assessments, alerts } = await fileOf(room, other)
    expect(assessments.map(({ value }) => value.answers)).toEqual([{ q1: 1 }, {}])
    expect(alerts).toEqual([])
  })

  test('a page that could not be closed asks nobody else anything', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const [first, second] = [await clientWhoAgreed(room), await clientWhoAgreed(room, { name: '示例乙' })]
    const [earlier = ''] = await handOver(room, first, ['phq-9'])
    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    await unlock(room)
    for (const id of ['0', 'f']) await inbox.putTicket({ id: id.repeat(32), content: ticket?.content })

    const [shown = ''] = await handOver(room, second, ['phq-9'])
    expect(shown).not.toBe(earlier)
    expect(codeOf(await kioskApi().answer({ assessmentId: earlier, question: 'q1', value: 1 }))).toBe(
      'SITTING_OVER',
    )
    given(await kioskApi().finish(shown))
    expect(await kioskApi().sitting()).toBeNull()
  })

  test('a page prepared by an earlier version asks nothing, and what it sealed is taken in', async () => {
    const { room } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    const [id = ''] = await handOver(room, clientId, ['phq-9'])
    await answerAll(kioskApi(), id, { q1: 2 })
    const inbox = await inboxOf('anxin')
    const [ticket] = await inbox.tickets()
    const { steps, ...rest } = sittingTicketSchema.parse(ticket?.content)
    const earlier = steps.map(({ survey: _, instrument, ...step }) => ({
      ...step,
      instrument: instrument.id,
    }))
    await inbox.putTicket({ id: ticket?.id ?? '', content: { ...rest, steps: earlier } })
    expect(await kioskApi().sitting()).toBeNull()
    expect(await room.phase()).toMatchObject({ waitingAnswers: 1, clientModeOpen: false })
    await unlock(room)
    expect((await fileOf(room, clientId)).assessments[0]?.value.answers).toEqual({ q1: 2 })
    expect(await inbox.tickets()).toEqual([])
  })

  test('a second sitting is shown after the first, and both are taken in', async () => {
    const { room, close } = openWindowHere()
    await setUp(room)
    const clientId = await clientWhoAgreed(room)
    await close()
    const session = await sessionOn(await vaultHere())
    const inbox = await inboxOf('anxin')
    for (const instrument of ['phq-9', 'gad-7']) await putSitting(session, inbox, clientId, [instrument])
    const shown: string[] = []
    for (let sitting = await kioskApi().sitting(); sitting !== null; sitting = await kioskApi().sitting()) {
      const [part] = sitting.questionnaires
      if (!part) throw new Error('nothing asked')
      shown.push(part.instrument.id)
      await answerAll(kioskApi(), part.assessmentId, { q1: 2 })
      given(await kioskApi().finish(part.assessmentId))
    }
    expect(shown.sort()).toEqual(['gad-7', 'phq-9'])
    await takeInAnswers(session, inbox)
    const { records } = await session.list(assessmentKind)
    expect(records.map(({ value }) => [value.answers, value.answeredAt !== null])).toEqual([
      [{ q1: 2 }, true],
      [{ q1: 2 }, true],
    ])
    expect(await inbox.tickets()).toEqual([])
  })
})

test('somebody without the key leaves the answers for a colleague, and the lock screen keeps saying so', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const worker = given(await room.addStaff({ name: '示例热线', roles: ['hotline'], passphrase }))
  const counsellor = await firstStaff(room)
  const clientId = await clientWhoAgreed(room)
  const [id = ''] = await handOver(room, clientId, ['phq-9'])
  await answerAll(kioskApi(), id, { q9: 1 })

  await unlock(room, worker.id)
  const waiting = { waitingAnswers: 1, unusableAnswers: 0 }
  expect(await room.phase()).toMatchObject({ phase: 'open', ...waiting })
  expect((await room.today()).items).toEqual([])
  const later = openWindowHere()
  await later.close()
  expect(await later.room.phase()).toMatchObject({ phase: 'locked', ...waiting, clientModeOpen: true })
  await unlock(later.room, counsellor)
  expect(await later.room.phase()).toMatchObject({ phase: 'open', waitingAnswers: 0 })
  expect((await fileOf(later.room, clientId)).alerts).toHaveLength(1)
})

const putSitting = async (session: Session, inbox: Inbox, clientId: string, instruments: string[]) => {
  const asked = {
    clientId,
    instruments,
    rater: { kind: 'self' },
    language: 'zh-CN',
    largePrint: false,
  } as const
  const { ticket, changes } = given(await prepareSitting(session, asked))
  await session.commit(changes)
  await inbox.putTicket({ id: drawId(), content: ticket })
  return ticket.steps.map(({ assessmentId }) => assessmentId)
}

/** Somebody who agreed, put in beside every door. */
const clientIn = async ({ vault, me, commit }: Session): Promise<string> => {
  const at = new Date().toISOString()
  const [id, consent] = [vault.drawId(), vault.drawId()]
  const put = { expectedRevision: 0 }
  const known = { birthDate: '1980-05-01', sex: null, township: null, phone: null }
  const client = {
    fileNumber: id.slice(0, 8),
    name: '示例甲',
    ...known,
    registeredAt: at,
    registeredBy: me.id,
  }
  const agreed = { textVersion: '2026-1', givenBy: 'self', manner: 'spoken', givenAt: at, recordedBy: me.id }
  await commit([
    { ...put, kind: clientKind, id, value: client },
    {
      ...put,
      kind: consentKind,
      id: consent,
      value: { clientId: id, purpose: 'assessment', ...agreed, withdrawnAt: null },
    },
  ])
  return id
}

const troubles = (['database', 'inbox'] as const).flatMap((where) =>
  (['once', 'forGood'] as const).map((failure) => ({ where, failure })),
)

/** From now on the nth call to the database, or to the folder of the inbox, fails. */
const failsAt = (nth: number, { where, failure }: (typeof troubles)[number], folder: MemoryFolder) => {
  if (where === 'database') return failAtCall(nth, failure)
  const calls = ['list', 'read', 'overwrite', 'rename', 'remove'] as const
  folder.fail({ at: nth, when: 'before', forEver: failure === 'forGood', calls })
  return { reached: () => folder.counted >= nth, mend: () => folder.fail(null) }
}

test.each(troubles)(
  'when the $where fails $failure at any call, nothing is lost and nothing doubled',
  async (trouble) => {
    const { room, close } = openWindowHere()
    await setUp(room)
    given(await room.confirmNonCommercial())
    await close()
    const vault = await vaultHere()
    const { unit } = await sessionOn(vault)
    const folder = memoryFolder()
    const inbox = new Inbox(folder)
    const kiosk = kioskApi(Promise.resolve(inbox))
    const well = { q1: 5, q2: 4, q3: 3, q4: 2, q5: 1 }

    const codes = new Set<string>()
    let broken = true
    for (let nth = 1; broken; nth++) {
      const before = beginSession(vault, unit)
      const [phq = '', who = ''] = await putSitting(before, inbox, await clientIn(before), ['phq-9', 'who-5'])
      await answerAll(kiosk, who, well)
      given(await kiosk.finish(who))
      await answerAll(kiosk, phq, { q1: 1, q9: 2 })

      const storage = failsAt(nth, trouble, folder)
      const code = await takeInAnswers(beginSession(vault, unit), inbox).then(() => 'DONE', codeOfProblem)
      broken = storage.reached()
      storage.mend()
      codes.add(code)
      expect((await inboxStanding(inbox))?.unusable, `call ${nth}`).toBe(0)

      await takeInAnswers(beginSession(vault, unit), inbox)
      const facts = (await factsIn(vault)).filter(({ kind }) => kind === 'assessment')
      const { records: alerts } = await vault.list(criticalAlertKind)
      expect(
        {
          tickets: await inbox.tickets(),
          finished: (await vault.get(assessmentKind, who))?.value,
          open: (await vault.get(assessmentKind, phq))?.value,
          alerts: alerts.filter(({ value }) => value.assessmentId === phq).length,
          allAlerts: alerts.length,
          facts: facts.length,
        },
        `call ${nth}`,
      ).toMatchObject({
        tickets: [],
        finished: { answers: well, result: { scores: { total: 60 } } },
        open: { answers: { q1: 1, q9: 2 }, answeredAt: null },
        alerts: 1,
        allAlerts: nth,
        facts: nth,
      })
    }
    // What was taken in and could not be removed has to be said: taken in again, it would undo what staff enter next.
    expect([...codes].sort()).toEqual(trouble.where === 'inbox' ? ['DONE', 'NOT_SAVED'] : ['DONE'])
  },
)

test('an inbox that cannot be read keeps nobody out', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const clientId = await clientWhoAgreed(room)
  await handOver(room, clientId, ['phq-9'])
  const listing = vi
    .spyOn(Inbox.prototype, 'tickets')
    .mockRejectedValue(new FolderError('FOLDER_UNREACHABLE'))
  onTestFinished(() => listing.mockRestore())
  expect(await room.phase()).toMatchObject({ phase: 'locked', waitingAnswers: 0, unusableAnswers: null })
  expect(codeOf(await room.unlock(await firstStaff(room), passphrase))).toBe('ACCEPTED')
  expect(await room.phase()).toMatchObject({ phase: 'open', unusableAnswers: null })
})
