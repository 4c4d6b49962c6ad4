import { beforeAll, describe, expect, test } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, consentOf, fileOf, register, takesBack } from './casework.ts'
import { setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi

beforeAll(async () => {
  await emptyStorage()
  room = openWindowHere().room
  await setUp(room)
})

const mother = { name: '示例母亲', as: 'mother' } as const
/** Born so that they are as old as that today. */
const aged = (years: number): string => {
  const day = dayOf(new Date().toISOString())
  return `${Number(day.slice(0, 4)) - years}-01-01`
}

describe('who may agree', () => {
  test('a guardian under 14, by name, to the words meant for guardians', async () => {
    const clientId = await register(room, { birthDate: aged(9) })
    const asked = async (more: Parameters<typeof consentOf>[1]) =>
      codeOf(await room.recordConsent(consentOf(clientId, more)))
    expect(await asked({})).toBe('CONSENT_GIVER_UNFIT')
    expect(await asked({ givenBy: 'guardian' })).toBe('CONSENT_GUARDIAN_UNNAMED')
    expect(await asked({ givenBy: 'guardian', guardian: mother })).toBe('CONSENT_TEXT_UNFIT')
    expect(await asked({ givenBy: 'guardian', guardian: mother, textFor: 'guardian' })).toBe('ACCEPTED')
    expect((await fileOf(room, clientId)).consents).toMatchObject([{ value: { guardian: mother } }])
  })

  test('an adult decides alone, a guardian only as one of an adult', async () => {
    const clientId = await register(room, { birthDate: aged(40) })
    const asked = async (more: Parameters<typeof consentOf>[1]) =>
      codeOf(await room.recordConsent(consentOf(clientId, more)))
    expect(await asked({ givenBy: 'both', guardian: mother })).toBe('CONSENT_GIVER_UNFIT')
    expect(await asked({ givenBy: 'guardian', guardian: mother })).toBe('CONSENT_GUARDIAN_UNFIT')
    expect(await asked({})).toBe('ACCEPTED')
  })

  test('how it stands is told for every purpose, sound and picture among them', async () => {
    const clientId = await register(room, { birthDate: aged(15) })
    await agree(room, clientId, 'audioRecording')
    const { standings, from14to17 } = await room.consentStandings(clientId)
    expect(from14to17).toBe('self')
    expect(standings.map(({ purpose, state }) => `${purpose} ${state}`)).toEqual([
      'assessment notGiven',
      'casefile notGiven',
      'followUpContact notGiven',
      'audioRecording inForce',
      'videoRecording notGiven',
    ])
  })
})

describe('taking it back', () => {
  test('ends what rests on it in the same save, with the withdrawal as its reason', async () => {
    const clientId = await register(room)
    await agree(room, clientId)
    const plan = given(
      await room.planRetest({
        clientId,
        instruments: ['phq-9'],
        battery: null,
        everyWeeks: 2,
        from: addDays(dayOf(new Date().toISOString()), 14),
      }),
    )
    const open = given(
      await room.startAssessment({
        clientId,
        instrument: 'phq-9',
        rater: { kind: 'self' },
        language: 'zh-CN',
      }),
    )
    const [consent] = (await fileOf(room, clientId)).consents
    expect(await room.endsWithConsent(consent?.id ?? '')).toEqual({
      assessments: [open.id],
      retestPlans: [plan.id],
      followUps: [],
      appointments: [],
      referrals: [],
    })
    const withdrawal = { ...takesBack(consent), by: 'guardian', manner: 'written' } as const
    expect(codeOf(await room.withdrawConsent({ ...withdrawal, because: ' ' }))).toBe('REASON_NEEDED')
    expect((await room.retestPlans(clientId)).plans).toMatchObject([{ plan: { value: { ended: null } } }])

    given(await room.withdrawConsent(withdrawal))
    expect((await room.retestPlans(clientId)).plans).toMatchObject([
      { plan: { value: { ended: { reason: withdrawal.because } } } },
    ])
    expect((await fileOf(room, clientId)).consents).toMatchObject([
      { value: { withdrawal: { by: 'guardian', manner: 'written' } } },
    ])
    expect(codeOf(await room.finishAssessment({ id: open.id, revision: open.revision, answers: {} }))).toBe(
      'CONSENT_NEEDED',
    )
  })

  test('and nothing of what rests on another', async () => {
    const clientId = await register(room)
    await agree(room, clientId)
    await agree(room, clientId, 'videoRecording')
    const video = (await fileOf(room, clientId)).consents.find(
      ({ value }) => value.purpose === 'videoRecording',
    )
    given(await room.withdrawConsent(takesBack(video)))
    const { standings } = await room.consentStandings(clientId)
    expect(standings.filter(({ state }) => state !== 'notGiven')).toMatchObject([
      { purpose: 'assessment', state: 'inForce' },
      { purpose: 'videoRecording', state: 'withdrawn' },
    ])
  })
})
