import { beforeAll, describe, expect, test } from 'vitest'
import type { Rater } from '../../src/casework/assessments/assessment.ts'
import { clueKind } from '../../src/casework/clues/clue.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { clientWhoAgreed, fileOf, register } from './casework.ts'
import { failAtCall } from './failing-storage.ts'
import { firstStaff, setUp } from './set-up.ts'
import { valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const neighbour = {
  kind: 'informant',
  relation: '示例邻居',
  who: '示例知情人',
  purpose: '示例：了解平时的情况',
  basis: 'clientAgreed',
} as const satisfies Rater

const list = (yes: string[]) =>
  Object.fromEntries(
    Array.from({ length: 11 }, (_, place) => [`q${place + 1}`, yes.includes(`q${place + 1}`) ? 1 : 0]),
  )
const listFilledIn = async (clientId: string, yes: string[], rater: Rater = neighbour) => {
  const begun = given(
    await room.startAssessment({ clientId, instrument: 'behaviour-clues', rater, language: 'zh-CN' }),
  )
  return {
    ...begun,
    finish: () => room.finishAssessment({ id: begun.id, revision: begun.revision, answers: list(yes) }),
  }
}
const cluesOf = async (clientId: string) => (await room.clues(clientId)).clues

describe('a clue list', () => {
  test('leaves a clue in its words, which lapses; one without a yes leaves none', async () => {
    const clientId = await clientWhoAgreed(room)
    given(await (await listFilledIn(clientId, [])).finish())
    expect(await cluesOf(clientId)).toEqual([])
    const filled = await listFilledIn(clientId, ['q2', 'q5'])
    given(await filled.finish())
    const [onShow, ...others] = await cluesOf(clientId)
    expect(others).toEqual([])
    expect(onShow).toMatchObject({
      standing: 'waiting',
      clue: { value: { assessmentId: filled.id, source: '示例邻居', outcome: null } },
    })
    const { told, receivedAt, expires } = onShow?.clue.value ?? { told: '', receivedAt: '', expires: '' }
    expect(told.split('\n')).toHaveLength(2)
    expect(told).not.toContain('示例知情人')
    expect(expires).toBe(addDays(dayOf(receivedAt), 30))
  })

  test('is saved with its clue or not at all, at whichever call the storage fails', async () => {
    const staff: Rater = { kind: 'staff', staffId: await firstStaff(room) }
    const clientId = await clientWhoAgreed(room)
    const answered = async () =>
      (await fileOf(room, clientId)).assessments.filter(({ value }) => value.answeredAt !== null).length
    let broken = true
    for (let nth = 1; broken; nth += 1) {
      const filled = await listFilledIn(clientId, ['q1'], staff)
      const storage = failAtCall(nth, 'once')
      const code = await filled.finish().then(codeOf, () => 'BROKEN')
      broken = storage.reached()
      storage.mend()
      expect((await cluesOf(clientId)).length, `call ${nth}: ${code}`).toBe(await answered())
    }
    expect(await answered()).toBeGreaterThan(0)
  })
})

describe('a clue', () => {
  test('is no evidence until somebody verified it, once, with what was found', async () => {
    const clientId = await clientWhoAgreed(room)
    given(await (await listFilledIn(clientId, ['q4'])).finish())
    const evidence = async () =>
      JSON.stringify((await fileOf(room, clientId)).suggestion?.fired ?? []).includes('"clue"')
    expect(await evidence()).toBe(false)
    const [onShow] = await cluesOf(clientId)
    const { id = '', revision = 0 } = onShow?.clue ?? {}
    expect(codeOf(await room.answerClue({ id, revision, found: 'verified', entry: ' ' }))).toBe(
      'CLUE_ENTRY_NEEDED',
    )
    given(await room.answerClue({ id, revision, found: 'verified', entry: '示例：上门谈过，确有其事' }))
    expect((await cluesOf(clientId))[0]).toMatchObject({ standing: 'verified' })
    expect(await evidence()).toBe(true)
    expect(
      codeOf(
        await room.answerClue({ id, revision: revision + 1, found: 'notConfirmed', entry: '示例：再看' }),
      ),
    ).toBe('CLUE_ANSWERED')
  })

  test('told in words needs no consent and names nobody; let go it counts for nothing', async () => {
    const clientId = await register(room)
    expect(codeOf(await room.noteClue({ clientId, source: ' ', told: '示例：睡得少' }))).toBe('CLUE_INVALID')
    given(await room.noteClue({ clientId, source: '示例村医', told: '示例：睡得少' }))
    const [onShow] = await cluesOf(clientId)
    const { id = '', revision = 0 } = onShow?.clue ?? {}
    given(await room.answerClue({ id, revision, found: 'notConfirmed', entry: '示例：谈过，没有这回事' }))
    expect((await cluesOf(clientId))[0]).toMatchObject({ standing: 'notConfirmed' })
    expect((await fileOf(room, clientId)).suggestion?.fired ?? []).toEqual([])
  })

  test('that nobody verified is not there any more, and cannot be answered', async () => {
    const clientId = await register(room)
    const vault = await vaultHere()
    const id = vault.drawId()
    const value = {
      clientId,
      assessmentId: null,
      source: '示例邻居',
      told: '示例：很久以前',
      receivedBy: vault.staff.id,
      receivedAt: '2020-01-01T00:00:00.000Z',
      expires: '2020-01-31',
      outcome: null,
    }
    await vault.commit([{ kind: clueKind, id, expectedRevision: 0, value }])
    expect(await cluesOf(clientId)).toEqual([])
    expect(codeOf(await room.answerClue({ id, revision: 1, found: 'verified', entry: '示例：看过' }))).toBe(
      'CLUE_LAPSED',
    )
    expect(await valuesOf(vault, clueKind)).toContainEqual(value)
  })
})
