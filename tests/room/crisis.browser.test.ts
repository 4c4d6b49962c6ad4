import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { crisisQuestions } from '../../src/casework/crisis/crisis-episode.ts'
import type { CrisisStepEntry } from '../../src/room/contract/crisis.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, fileOf, phq9 } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi
let me: string
const hour = 3_600_000

beforeEach(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
  me = await firstStaff(room)
})
afterEach(() => {
  vi.useRealTimers()
})

const today = () => dayOf(new Date().toISOString())
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })
const said = '示例：有过这样的想法'

const observed = (note = said) => ({ kind: 'observed' as const, note })

const episodesOf = async (clientId: string) => (await room.crisisEpisodes(clientId)).episodes
const onlyOne = async (clientId: string) => {
  const [one, ...others] = await episodesOf(clientId)
  if (one === undefined || others.length > 0) throw new Error('not one episode')
  return one
}
const take = async (clientId: string, step: CrisisStepEntry, by = room) => {
  const { id, revision } = (await onlyOne(clientId)).episode
  return by.takeCrisisStep({ id, revision, step })
}
const alertsOf = async (clientId: string) => (await fileOf(room, clientId)).alerts
const dealWith = async (
  clientId: string,
  asked: 'confirmed' | 'denied' | 'notAsked',
  responseLevel: 'atOnce' | 'today' | 'planned',
) => {
  const [alert] = (await alertsOf(clientId)).filter(({ value }) => value.handling === null)
  if (alert === undefined) throw new Error('no alert')
  const { id, revision } = alert
  return given(await room.handleAlert({ id, revision, handling: { asked, responseLevel, entry: said } }))
}
const withAlert = async () => {
  const clientId = await clientWhoAgreed(room)
  const assessmentId = await assessed(room, clientId, phq9(1, 2))
  return { clientId, assessmentId }
}
const acted = (action: number, what: 'stayedWith' | 'familyInformed', state: 'done' | 'verified') =>
  ({ kind: 'acted', action, what, state, note: '示例' }) as const
const followedUp = (afterHours: number): CrisisStepEntry => ({
  kind: 'followedUp',
  afterHours,
  reached: true,
  askedAgain: 'none',
  note: '示例',
})
const hired = async (name: string, role: 'counsellor' | 'supervisor' | 'hotline') =>
  given(await room.addStaff({ name, roles: [role], passphrase })).id

describe('dealing with a critical answer', () => {
  test('opens a crisis in the same save, the talk and the level in it', async () => {
    const { clientId } = await withAlert()
    const { episode } = await dealWith(clientId, 'confirmed', 'today')
    const { episode: stored, standing } = await onlyOne(clientId)
    const [alert] = await alertsOf(clientId)
    expect(stored).toMatchObject({
      id: episode,
      value: {
        openedBy: me,
        openedAt: alert?.value.raisedAt,
        from: { kind: 'alert', alertId: alert?.id },
        steps: [
          { kind: 'interviewed', asked: 'confirmed', said, by: me },
          { kind: 'levelSet', level: 'today', because: said, by: me },
        ],
      },
    })
    expect(standing).toMatchObject({ state: 'responding', responsible: me, level: 'today' })
    const { items } = await room.today()
    expect(items.filter(({ id }) => id === clientId).map(({ kind }) => kind)).toContain('openCrisis')
  })

  test('opens none when it was denied and help is only planned', async () => {
    const { clientId } = await withAlert()
    expect(await dealWith(clientId, 'denied', 'planned')).toEqual({ episode: null })
    expect(await episodesOf(clientId)).toEqual([])
  })

  test('goes on with the one that is open, also after the clock was set back', async () => {
    const { clientId } = await withAlert()
    const { episode } = await dealWith(clientId, 'confirmed', 'planned')
    await assessed(room, clientId, phq9(0, 3))
    later(-2 * hour)
    expect(await dealWith(clientId, 'confirmed', 'atOnce')).toEqual({ episode })
    const { episode: stored } = await onlyOne(clientId)
    const moments = stored.value.steps.map(({ at }) => at)
    expect(moments).toHaveLength(4)
    expect(moments).toEqual(moments.toSorted())
  })

  test('comes before anything of the answers is handed on, but help and duties wait for nothing', async () => {
    const { clientId, assessmentId } = await withAlert()
    const handOut = (basis: 'clientCopy' | 'savingLife') =>
      room.exportAssessment({
        assessmentId,
        basis,
        recipient: '示例医院',
        purpose: '示例：进一步评估',
        authorised: { kind: 'self' },
        telling: { state: 'told', note: '' },
        moreBecause: basis === 'savingLife' ? '示例：急诊要看结果' : '',
      })
    expect(await handOut('clientCopy')).toEqual({
      ok: false,
      refusal: { code: 'CRITICAL_ANSWER_OPEN', detail: { item: 'q9' } },
    })
    expect(codeOf(await handOut('savingLife'))).toBe('ACCEPTED')
    await dealWith(clientId, 'denied', 'planned')
    expect(codeOf(await handOut('clientCopy'))).toBe('ACCEPTED')
  })
})

describe('a crisis episode', () => {
  test('can be begun with what was observed, once', async () => {
    const clientId = await clientWhoAgreed(room)
    expect(codeOf(await room.openCrisis({ clientId, from: observed(' 短 ') }))).toBe('CRISIS_STEP_INVALID')
    expect(codeOf(await room.openCrisis({ clientId: '0'.repeat(32), from: observed() }))).toBe('NOT_FOUND')
    const { id } = given(await room.openCrisis({ clientId, from: observed() }))
    expect(await room.openCrisis({ clientId, from: observed() })).toMatchObject({
      refusal: { code: 'CRISIS_OPEN_ALREADY', at: id },
    })
    expect((await onlyOne(clientId)).open).toEqual([
      'interviewed',
      'consulted',
      'acted',
      'handedOver',
      'escalated',
    ])
    expect(codeOf(await take(clientId, { kind: 'closed', because: said }))).toBe('STEP_NOT_OPEN')
  })

  test('can be begun with a call that somebody with a file made, and names the call', async () => {
    const clientId = await clientWhoAgreed(room)
    const call = given(await room.startCall())
    const from = { kind: 'call', callId: call.id } as const
    expect(codeOf(await room.openCrisis({ clientId, from: { ...from, callId: '0'.repeat(32) } }))).toBe(
      'NOT_FOUND',
    )
    const { id } = given(await room.openCrisis({ clientId, from }))
    expect((await onlyOne(clientId)).episode).toMatchObject({ id, value: { from } })
    expect((await room.today()).items.map(({ kind }) => kind)).toContain('openCrisis')
  })

  test('keeps every step as it was entered, in order, whatever the clock says', async () => {
    const clientId = await clientWhoAgreed(room)
    given(await room.openCrisis({ clientId, from: observed() }))
    given(await take(clientId, acted(1, 'stayedWith', 'done')))
    later(-5 * hour)
    given(await take(clientId, { kind: 'interviewed', asked: 'confirmed', said }))
    const found = Object.fromEntries(crisisQuestions.map((one) => [one, { answer: 'no', said: '' }]))
    given(await take(clientId, { kind: 'explored', found } as CrisisStepEntry))
    const { value, id } = (await onlyOne(clientId)).episode
    expect(value.steps.map(({ kind }) => kind)).toEqual(['acted', 'interviewed', 'explored'])
    const moments = value.steps.map(({ at }) => at)
    expect(moments).toEqual(moments.toSorted())
    expect(new Set(moments).size).toBe(3)
    const stale = await room.takeCrisisStep({ id, revision: 1, step: acted(1, 'stayedWith', 'verified') })
    expect(codeOf(stale)).toBe('CONFLICT')
    expect(codeOf(await take(clientId, acted(1, 'familyInformed', 'verified')))).toBe('ACTION_CHANGED')
    expect(codeOf(await take(clientId, { kind: 'escalated', because: '' }))).toBe('CRISIS_STEP_INVALID')
  })

  test('that calls for help at once closes after two verified actions and the whole chain', async () => {
    const { clientId } = await withAlert()
    await dealWith(clientId, 'confirmed', 'atOnce')
    expect((await onlyOne(clientId)).closing.map(({ code }) => code)).toEqual([
      'ACTIONS_NOT_VERIFIED',
      'FOLLOW_UPS_LEFT',
    ])
    expect(codeOf(await take(clientId, { kind: 'closed', because: said }))).toBe('ACTIONS_NOT_VERIFIED')
    for (const step of [
      acted(1, 'stayedWith', 'done'),
      acted(1, 'stayedWith', 'verified'),
      acted(2, 'familyInformed', 'done'),
      acted(2, 'familyInformed', 'verified'),
    ])
      given(await take(clientId, step))
    expect(codeOf(await take(clientId, followedUp(24)))).toBe('FOLLOW_UP_TOO_EARLY')
    const began = Date.now()
    for (const afterHours of [24, 72, 168, 720, 2160]) {
      vi.useFakeTimers({ toFake: ['Date'], now: began + afterHours * hour - hour })
      given(await take(clientId, followedUp(afterHours)))
    }
    expect((await onlyOne(clientId)).closing).toEqual([])
    given(await take(clientId, { kind: 'closed', because: said }))
    expect((await onlyOne(clientId)).open).toEqual([])
    expect(
      (await room.today()).items.filter(({ id, kind }) => id === clientId && kind === 'openCrisis'),
    ).toEqual([])
  })

  test('whose follow-up is missed goes to a supervisor before it can be closed', async () => {
    const { clientId } = await withAlert()
    await dealWith(clientId, 'confirmed', 'today')
    later(40 * hour)
    expect((await onlyOne(clientId)).missed).toMatchObject({ afterHours: 24 })
    const missed = (await room.today()).items.filter(({ id }) => id === clientId)
    expect(missed.map(({ kind }) => kind)).toContain('crisisMissed')
    given(await take(clientId, { kind: 'escalated', because: '示例：联系不上' }))
    expect((await onlyOne(clientId)).closing.map(({ code }) => code)).toContain('ESCALATION_WAITING')
    // No other supervisor can sign in here: one outside is named.
    const outside = { kind: 'outside', name: '示例督导', day: today() } as const
    const here = { kind: 'approved', whom: { kind: 'here' }, note: said } as const
    expect(codeOf(await take(clientId, here))).toBe('SUPERVISOR_NEEDED')
    given(await take(clientId, { kind: 'approved', whom: outside, note: said }))
    expect((await onlyOne(clientId)).closing).toEqual([])
    given(await take(clientId, { kind: 'closed', because: said }))
  })

  test('is handed over when it is accepted, by whoever it was handed to; others may not, nor may the hotline look', async () => {
    const { clientId } = await withAlert()
    await dealWith(clientId, 'confirmed', 'today')
    const colleague = await hired('示例乙', 'counsellor')
    const supervisor = await hired('示例督导', 'supervisor')
    const hotline = await hired('示例热线', 'hotline')
    const { colleagues } = await room.crisisEpisodes(clientId)
    expect(colleagues.map(({ id }) => id).toSorted()).toEqual([me, colleague, supervisor].toSorted())
    expect(codeOf(await take(clientId, { kind: 'handedOver', to: hotline, note: said }))).toBe(
      'UNKNOWN_STAFF',
    )
    expect(codeOf(await take(clientId, { kind: 'handedOver', to: me, note: said }))).toBe('HANDED_TO_SELF')
    given(await take(clientId, { kind: 'handedOver', to: colleague, note: said }))
    expect(codeOf(await take(clientId, { kind: 'accepted' }))).toBe('NOT_HANDED_TO')
    const { episode } = await onlyOne(clientId)
    await window.close()

    const as = async <T>(staffId: string, work: (theirs: RoomApi) => Promise<T>): Promise<T> => {
      const { room: theirs, close } = openWindow()
      await unlock(theirs, staffId)
      const result = await work(theirs)
      await close()
      return result
    }
    const { id, revision } = episode
    const accept = (theirs: RoomApi) => theirs.takeCrisisStep({ id, revision, step: { kind: 'accepted' } })
    const seen = async (theirs: RoomApi) => (await theirs.crisisEpisodes(clientId)).episodes
    expect(await as(hotline, async (theirs) => [await seen(theirs), codeOf(await accept(theirs))])).toEqual([
      [],
      'NO_KEY',
    ])
    expect(codeOf(await as(supervisor, accept))).toBe('NOT_HANDED_TO')
    const [accepted, [taken]] = await as(colleague, async (theirs) => {
      const outcome = codeOf(await accept(theirs))
      return [outcome, await seen(theirs)] as const
    })
    expect(accepted).toBe('ACCEPTED')
    expect(taken).toMatchObject({ standing: { state: 'responding', responsible: colleague }, approval: null })
    const approved = await as(supervisor, async (one) => {
      const [held] = (await one.crisisEpisodes(clientId)).episodes
      return one.takeCrisisStep({
        id,
        revision: held?.episode.revision ?? 0,
        step: { kind: 'approved', whom: { kind: 'here' }, note: said },
      })
    })
    expect(codeOf(approved)).toBe('ACCEPTED')
  })
})

describe('a safety plan', () => {
  const plan = () => ({
    from: 0,
    warningSigns: ['示例：整夜睡不着'],
    copingAlone: ['示例：听歌'],
    peopleAndPlaces: [],
    peopleToAsk: [{ name: '示例姐姐', phone: '000-0000' }],
    professionals: [{ name: '示例镇心理咨询室', phone: '12356' }],
    safeSurroundings: ['示例：药由家人收着'],
    reviewBy: addDays(today(), 7),
  })

  test('is made version by version; earlier ones stay, and a version made meanwhile is noticed', async () => {
    const clientId = await clientWhoAgreed(room)
    const make = (more: Partial<ReturnType<typeof plan>> = {}) =>
      room.makeSafetyPlan({ clientId, plan: { ...plan(), ...more } })
    expect(await make({ warningSigns: [] })).toMatchObject({
      refusal: { code: 'SAFETY_PLAN_INCOMPLETE', at: 'warningSigns' },
    })
    expect(codeOf(await make({ reviewBy: today() }))).toBe('REVIEW_NOT_AHEAD')
    given(await make())
    expect(await make()).toMatchObject({ refusal: { code: 'SAFETY_PLAN_CHANGED', detail: { version: 1 } } })
    given(await make({ from: 1, copingAlone: [] }))
    const { plans, unreadable } = await room.safetyPlans(clientId)
    expect(plans.map(({ value: { version, copingAlone } }) => [version, copingAlone])).toEqual([
      [2, []],
      [1, ['示例：听歌']],
    ])
    expect(unreadable).toBe(0)
  })

  test('is looked at again sooner in a crisis, and is noted as given once', async () => {
    const { clientId } = await withAlert()
    const calm = (await room.safetyPlans(clientId)).proposedReview
    await dealWith(clientId, 'confirmed', 'today')
    expect((await room.safetyPlans(clientId)).proposedReview < calm).toBe(true)
    const { id } = given(await room.makeSafetyPlan({ clientId, plan: plan() }))
    given(await room.giveSafetyPlan({ id, revision: 1 }))
    expect((await room.safetyPlans(clientId)).plans[0]?.value.givenToClient).toBe(true)
    expect(codeOf(await room.giveSafetyPlan({ id, revision: 1 }))).toBe('CONFLICT')
  })
})
