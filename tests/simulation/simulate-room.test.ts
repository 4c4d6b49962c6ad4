import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import shippedTags from '../../resources/population-tags.json'
import { assessmentSchema } from '../../src/casework/assessments/assessment.ts'
import { clientSchema } from '../../src/casework/clients/client.ts'
import { consentSchema } from '../../src/casework/consents/consent.ts'
import { criticalAlertSchema } from '../../src/casework/crisis/critical-alert.ts'
import { followUpSchema } from '../../src/casework/follow-ups/follow-up.ts'
import { callLineOf, followUpsLeft } from '../../src/casework/hotline/call-line.ts'
import { missingInCall } from '../../src/casework/hotline/call-missing.ts'
import { callStanding } from '../../src/casework/hotline/call-standing.ts'
import { callTypes, specialCallKinds } from '../../src/casework/hotline/call-types.ts'
import { hotlineCallSchema } from '../../src/casework/hotline/hotline-call.ts'
import { ageOn } from '../../src/casework/records/age.ts'
import { evidenceOf } from '../../src/casework/tiers/evidence-of.ts'
import { tierDecider } from '../../src/casework/tiers/tier-decider.ts'
import { tierDecisionSchema } from '../../src/casework/tiers/tier-decision.ts'
import { score } from '../../src/scoring/score.ts'
import { scaleOn } from '../../src/simulation/scale-on.ts'
import { simulateRoom } from '../../src/simulation/simulate-room.ts'
import type { SimulatedRoom } from '../../src/simulation/simulated-room.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { checkDecision } from '../../src/tiering/check-decision.ts'
import { suggest } from '../../src/tiering/suggest.ts'
import { isLower, tiers } from '../../src/tiering/tier.ts'
import { tierStanding } from '../../src/tiering/tier-standing.ts'
import { setting } from './setting.ts'

const until = '2026-11-22'
const demo = (seed = 'demo', day = until) =>
  simulateRoom({ seed, clients: 24, months: 12, until: day }, setting)
const room = demo()

/** Everybody of a larger room, with their age when they were registered. */
const registered = () =>
  simulateRoom({ seed: 'groups', clients: 120, months: 12, until }, setting).clients.map(({ id, value }) => ({
    id,
    value,
    age: ageOn(value.birthDate, dayOf(value.registeredAt)),
  }))

const fileOf = ({ assessments, alerts, followUps, decisions }: SimulatedRoom, id: string) => ({
  assessments: assessments.filter(({ value }) => value.clientId === id),
  alerts: alerts.filter(({ value }) => value.clientId === id),
  followUps: followUps.filter(({ value }) => value.clientId === id),
  decisions: decisions.filter(({ value }) => value.clientId === id),
})
/** The days on which reviews were due that nobody has done by `day`. */
const reviewsDue = (simulated: SimulatedRoom, day: string) =>
  simulated.clients
    .flatMap(({ id }) => {
      const standing = tierStanding(
        fileOf(simulated, id).decisions.map(({ value }) => value),
        day,
      )
      return standing?.overdue ? standing.reviewBy : []
    })
    .sort()

describe('a simulated room', () => {
  it('names a guardian for every child under 14 and for nobody else, and groups that the room knows', () => {
    const people = registered()
    const known = new Set(shippedTags.tags.map(({ id }) => id))
    for (const { value, age } of people) {
      expect(value.guardian !== undefined).toBe(age !== null && age < 14)
      for (const tag of value.tags ?? []) expect(known).toContain(tag)
    }
    expect(people.some(({ age }) => age !== null && age < 14)).toBe(true)
    expect(people.some(({ value }) => value.tags?.includes('elderly'))).toBe(true)
  })

  it('is the same for the same seed, to the last id, and another for another', () => {
    expect(demo()).toEqual(room)
    expect(demo('other').clients).not.toEqual(room.clients)
  })

  it('holds records as the vault wants them, oldest first, each id once', () => {
    const { clients, consents, assessments, alerts, followUps, decisions, calls } = room
    for (const { value } of followUps) expect(followUpSchema.parse(value)).toEqual(value)
    for (const { value } of clients) expect(clientSchema.parse(value)).toEqual(value)
    for (const { value } of consents) expect(consentSchema.parse(value)).toEqual(value)
    for (const { value } of assessments) expect(assessmentSchema.parse(value)).toEqual(value)
    for (const { value } of alerts) expect(criticalAlertSchema.parse(value)).toEqual(value)
    for (const { value } of decisions) expect(tierDecisionSchema.parse(value)).toEqual(value)
    for (const { value } of calls) expect(hotlineCallSchema.parse(value)).toEqual(value)

    const ids = Object.values(room).flatMap((records) => records.map(({ id }: { id: string }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    const answered = assessments.map(({ value }) => value.startedAt)
    expect(answered).toEqual(answered.toSorted())
    expect(clients.map(({ value }) => value.fileNumber)).toEqual(
      clients.map(({ value }) => value.fileNumber).toSorted(),
    )
  })

  it('has nothing of the future, and nothing of the day it ends on', () => {
    const { consents, assessments, alerts, decisions, calls } = room
    const moments = [
      ...consents.map(({ value }) => value.givenAt),
      ...assessments.map(({ value }) => value.answeredAt ?? ''),
      ...alerts.map(({ value }) => value.handling?.handledAt ?? value.raisedAt),
      ...decisions.map(({ value }) => value.decidedAt),
      ...calls.flatMap(({ value }) => [value.endedAt ?? '', ...(value.steps ?? []).map(({ at }) => at)]),
    ]
    expect(moments.filter((moment) => !(dayOf(moment) < until))).toEqual([])
  })

  it('cannot be taken for real people', () => {
    for (const { value } of room.clients) {
      expect(value.name).toMatch(/^示例/)
      expect(value.phone ?? '000-0000-0000').toMatch(/^000-/)
      expect(value.township).toBe('000000000')
    }
    expect(new Set(room.clients.map(({ value }) => value.name)).size).toBe(24)
  })

  it('gives every screen something to look at', () => {
    const { clients, assessments, decisions, calls } = room
    expect(clients).toHaveLength(24)
    expect(assessments.length).toBeGreaterThan(24 * 6)
    expect([...new Set(assessments.map(({ value }) => value.instrument))].sort()).toEqual([
      'behaviour-clues',
      'gad-7',
      'gds-15',
      'k10',
      'observation-record',
      'phq-9',
      'social-function',
      'who-5',
    ])
    expect(new Set(decisions.map(({ value }) => value.tier))).toEqual(new Set(tiers))
    expect(new Set(calls.map(({ value }) => value.callType))).toEqual(new Set(callTypes))
    expect(new Set(calls.flatMap(({ value }) => value.specialKind ?? []))).toEqual(new Set(specialCallKinds))
    const recent = calls.filter(({ value }) => dayOf(value.startedAt) >= addDays(until, -61))
    expect(recent.length).toBeGreaterThan(30)
    expect(recent.length).toBeLessThan(55)
  })

  it('follows the rules of the house: scores as scored, calls complete, decisions allowed', () => {
    for (const { value } of room.assessments) {
      const instrument = setting.instruments.find(({ id }) => id === value.instrument)
      expect(instrument && score(instrument, value.answers).scores).toEqual(value.result?.scores)
    }
    for (const { id } of room.clients) {
      const { assessments, alerts, followUps, decisions } = fileOf(room, id)
      for (const [index, { value }] of decisions.entries()) {
        const seen = <T>(records: T[], at: (record: T) => string) =>
          records.filter((record) => Date.parse(at(record)) <= Date.parse(value.decidedAt))
        const records = {
          assessments: seen(assessments, (one) => one.value.startedAt),
          alerts: seen(alerts, (one) => one.value.raisedAt),
          followUps: seen(followUps, (one) => one.value.result?.doneAt ?? ''),
          ...{ paperScores: [], episodes: [], clues: [] },
        }
        const evidence = evidenceOf(records, scaleOn(setting.instruments))
        const earlier = decisions.slice(0, index).map((one) => one.value)
        const today = dayOf(value.decidedAt)
        const ground = {
          standing: tierStanding(earlier, today),
          heldOn: earlier.at(-1)?.suggestion ?? null,
          suggestion: suggest(setting.rules, evidence, today),
          evidence,
          openEpisodes: 0,
          today,
        }
        const decider = tierDecider(
          value.decidedBy,
          { roles: ['counsellor'], supervisors: [] },
          value.approval ?? null,
        )
        expect(ground.suggestion).toEqual(value.suggestion)
        expect(checkDecision(value, ground, decider)).toEqual({ ok: true, value: null })
      }
    }
    const lowered = room.clients.flatMap(({ id }) => {
      const { decisions } = fileOf(room, id)
      return decisions.filter(({ value }, index) => {
        const before = decisions[index - 1]?.value.tier
        return before !== undefined && isLower(value.tier, before)
      })
    })
    expect(lowered.length).toBeGreaterThan(4)
    expect(lowered.some(({ value }) => value.approval !== undefined)).toBe(true)
  })

  it('takes calls as the room does: numbered, complete, helped in danger, closed only when nothing is owed', () => {
    const numbers = room.calls.map(({ value }) => value.number)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { value } of room.calls) {
      expect(missingInCall(value, setting.callRules)).toEqual([])
      expect(value.steps?.[0]).toBeDefined()
    }
    const standing = room.calls.map(({ value }) => callStanding(value, setting.callRules))
    const acute = standing.filter(({ danger }) => danger === 'acute')
    expect(acute.length).toBeGreaterThan(10)
    for (const { takenOn, consulted, actions } of acute) {
      expect(takenOn && consulted).toBe(true)
      expect(actions.every(({ state }) => state === 'verified')).toBe(true)
    }
    // The last follow-up is due ninety days after a call: those from before are over.
    for (const [place, { state }] of standing.entries()) {
      const isOld = dayOf(room.calls[place]?.value.startedAt ?? '') < addDays(until, -95)
      if (isOld) expect(state).toBe('closed')
    }
    expect(standing.some(({ state }) => state === 'after')).toBe(true)
  })

  it('raises an alert for every critical answer that is more than a prompt for the talk', () => {
    const isPrompt = (instrument: string, answered: string) =>
      setting.instruments
        .find(({ id }) => id === instrument)
        ?.criticalItems.some(({ item, response }) => item === answered && response === 'prompt')
    const critical = room.assessments.flatMap(({ id, value }) =>
      (value.result?.critical ?? []).flatMap(({ item }) => (isPrompt(value.instrument, item) ? [] : [id])),
    )
    expect(room.alerts.map(({ value }) => value.assessmentId).sort()).toEqual(critical.sort())
    expect(critical.length).toBeGreaterThan(4)
  })

  it('has two open alerts, three reviews due and a call to follow up, whatever the seed and the day', () => {
    const someDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), someDay, (seed, day) => {
        const simulated = demo(seed, day)
        expect(simulated.alerts.filter(({ value }) => value.handling === null)).toHaveLength(2)
        expect(reviewsDue(simulated, day)).toEqual([addDays(day, -9), addDays(day, -2), day])
        const due = simulated.calls.flatMap((call) => followUpsLeft(callLineOf(call)))
        expect(due.some((followUp) => dayOf(followUp.due) === day)).toBe(true)
        expect(simulated.calls.every(({ value }) => value.endedAt !== null)).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  it.each([0, 1, 2, 400])('can have %i clients', (clients) => {
    const small = simulateRoom({ seed: 'size', clients, months: 2, until }, setting)
    expect(small.clients).toHaveLength(clients)
    expect(new Set(small.clients.map(({ value }) => value.name)).size).toBe(clients)
    for (const { value } of small.clients) expect(dayOf(value.registeredAt) < until).toBe(true)
  })
})
