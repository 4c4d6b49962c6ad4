import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessmentSchema } from '../../src/casework/assessment.ts'
import { missingFromCall } from '../../src/casework/call-requirements.ts'
import { clientSchema } from '../../src/casework/client.ts'
import { consentSchema } from '../../src/casework/consent.ts'
import { criticalAlertSchema } from '../../src/casework/critical-alert.ts'
import { evidenceOf } from '../../src/casework/evidence-of.ts'
import { followUpsDue } from '../../src/casework/follow-ups-due.ts'
import { callTypes, hotlineCallSchema, specialCallKinds } from '../../src/casework/hotline-call.ts'
import { tierDecisionSchema } from '../../src/casework/tier-decision.ts'
import { score } from '../../src/scoring/score.ts'
import { simulateRoom } from '../../src/simulation/simulate-room.ts'
import type { SimulatedRoom } from '../../src/simulation/simulated-room.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { checkDecision } from '../../src/tiering/check-decision.ts'
import { tiers } from '../../src/tiering/tier.ts'
import { tierStanding } from '../../src/tiering/tier-standing.ts'
import { setting } from './setting.ts'

const until = '2026-11-22'
const demo = (seed = 'demo', day = until) =>
  simulateRoom({ seed, clients: 24, months: 12, until: day }, setting)
const room = demo()

const fileOf = ({ assessments, alerts, decisions }: SimulatedRoom, id: string) => ({
  assessments: assessments.filter(({ value }) => value.clientId === id),
  alerts: alerts.filter(({ value }) => value.clientId === id),
  decisions: decisions.filter(({ value }) => value.clientId === id),
})
const dueIn = (simulated: SimulatedRoom, day: string) =>
  followUpsDue(
    {
      ...simulated,
      retests: [],
      clients: simulated.clients.map(({ id, value: { fileNumber } }) => {
        const decisions = fileOf(simulated, id).decisions.map(({ value }) => value)
        return { id, fileNumber, standing: tierStanding(decisions, day) }
      }),
    },
    day,
  )

describe('a simulated room', () => {
  it('is the same for the same seed, to the last id, and another for another', () => {
    expect(demo()).toEqual(room)
    expect(demo('other').clients).not.toEqual(room.clients)
  })

  it('holds records as the vault wants them, oldest first, each id once', () => {
    const { clients, consents, assessments, alerts, decisions, calls } = room
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
      ...calls.flatMap(({ value }) => [value.endedAt ?? '', ...value.actions.map(({ at }) => at)]),
      ...calls.flatMap(({ value }) => value.followUp?.doneAt ?? []),
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
    for (const { value } of room.calls) expect(missingFromCall(value)).toEqual([])
    for (const { id } of room.clients) {
      const { assessments, alerts, decisions } = fileOf(room, id)
      for (const [index, { value }] of decisions.entries()) {
        const seen = <T>(records: T[], at: (record: T) => string) =>
          records.filter((record) => Date.parse(at(record)) <= Date.parse(value.decidedAt))
        const evidence = evidenceOf(
          seen(assessments, (one) => one.value.startedAt),
          seen(alerts, (one) => one.value.raisedAt),
        )
        const earlier = decisions.slice(0, index).map((one) => one.value)
        expect(checkDecision(value, tierStanding(earlier, dayOf(value.decidedAt)), evidence)).toEqual({
          ok: true,
          value: null,
        })
      }
    }
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
        const due = dueIn(demo(seed, day), day)
        const ofKind = (kind: string) => due.filter((item) => item.kind === kind)
        expect(ofKind('openAlert')).toHaveLength(2)
        expect(ofKind('tierOverdue').map(({ at }) => at)).toEqual([addDays(day, -9), addDays(day, -2), day])
        expect(ofKind('callFollowUp').length).toBeGreaterThan(0)
        expect(ofKind('openCall')).toEqual([])
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
