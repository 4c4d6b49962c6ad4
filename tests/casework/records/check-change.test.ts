import { describe, expect, it } from 'vitest'
import { assessmentKind } from '../../../src/casework/assessments/assessment.ts'
import { batteryKind } from '../../../src/casework/assessments/battery.ts'
import { paperScoreKind } from '../../../src/casework/assessments/paper-score.ts'
import { consentKind } from '../../../src/casework/consents/consent.ts'
import { criticalAlertKind } from '../../../src/casework/crisis/critical-alert.ts'
import { type Disclosure, disclosureKind } from '../../../src/casework/disclosures/disclosure.ts'
import { hotlineCallKind } from '../../../src/casework/hotline/hotline-call.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { alertOf, assessmentOf, callOf, consentOf, handledOf, idOf, paperScoreOf } from '../records.ts'

const closed = (at: string) => ({ ok: false, refusal: { code: 'RECORD_CLOSED', at } })
const allowed = { ok: true, value: null }
const followUp = { doneBy: idOf(900), doneAt: '2026-11-23T03:00:00.000Z', entry: '已回访' }

describe('a consent', () => {
  const withdrawn = consentOf({ withdrawnAt: '2026-06-01T01:00:00.000Z' })
  it('can be withdrawn, not given back or reworded', () => {
    expect(checkChange(consentKind, consentOf(), withdrawn)).toEqual(allowed)
    expect(checkChange(consentKind, withdrawn, consentOf())).toEqual(closed('withdrawnAt'))
    expect(checkChange(consentKind, consentOf(), consentOf({ textVersion: '2' }))).toEqual(
      closed('textVersion'),
    )
  })
})

describe('an assessment', () => {
  const open = assessmentOf({ answeredAt: null, result: null, answers: { q1: 1 } })
  it('takes answers until it is closed', () => {
    expect(checkChange(assessmentKind, open, { ...open, answers: { q1: 2, q2: 0 } })).toEqual(allowed)
    expect(checkChange(assessmentKind, open, assessmentOf())).toEqual(allowed)
    expect(checkChange(assessmentKind, open, { ...open, clientId: idOf(2) })).toEqual(closed('clientId'))
    expect(
      checkChange(assessmentKind, open, { ...open, rater: { kind: 'staff', staffId: idOf(900) } }),
    ).toEqual(closed('rater'))
  })
  it('keeps its answers and its result then', () => {
    const done = assessmentOf({ answers: { q1: 1 } })
    expect(checkChange(assessmentKind, done, structuredClone(done))).toEqual(allowed)
    expect(checkChange(assessmentKind, done, { ...done, answers: { q1: 2 } })).toEqual(closed('answers'))
    expect(checkChange(assessmentKind, done, { ...done, answers: { q1: 1, q2: 0 } })).toEqual(
      closed('answers'),
    )
    expect(checkChange(assessmentKind, done, { ...done, result: null })).toEqual(closed('result'))
  })
})

describe('an alert', () => {
  const handled = alertOf({ handling: handledOf('denied', '2026-11-20T02:00:00.000Z') })
  it('is handled once and never waved away', () => {
    expect(checkChange(criticalAlertKind, alertOf(), handled)).toEqual(allowed)
    expect(checkChange(criticalAlertKind, handled, alertOf())).toEqual(closed('handling'))
    expect(checkChange(criticalAlertKind, alertOf(), alertOf({ value: 0 }))).toEqual(closed('value'))
  })
})

describe('a call', () => {
  const ended = callOf({ endedAt: '2026-11-20T12:30:00.000Z' })
  it('is open while it goes on, but for who took it and when', () => {
    expect(checkChange(hotlineCallKind, callOf(), ended)).toEqual(allowed)
    expect(checkChange(hotlineCallKind, callOf(), callOf({ concern: '示例', ideation: 20 }))).toEqual(allowed)
    expect(checkChange(hotlineCallKind, callOf(), callOf({ worker: idOf(901) }))).toEqual(closed('worker'))
    expect(checkChange(hotlineCallKind, callOf(), callOf({ followUp }))).toEqual(closed('followUp'))
  })
  it('takes one follow-up after it has ended, and nothing else', () => {
    expect(checkChange(hotlineCallKind, ended, { ...ended, followUp })).toEqual(allowed)
    expect(checkChange(hotlineCallKind, { ...ended, followUp }, ended)).toEqual(closed('followUp'))
    expect(checkChange(hotlineCallKind, ended, { ...ended, endedAt: null })).toEqual(closed('endedAt'))
    expect(checkChange(hotlineCallKind, ended, { ...ended, concern: '改写' })).toEqual(closed('concern'))
  })
})

describe('a battery', () => {
  const inUse = {
    name: '示例',
    instruments: ['phq-9', 'gad-7'],
    everyWeeks: null,
    proposal: null,
    madeBy: idOf(900),
    madeAt: '2026-11-01T01:00:00.000Z',
    retired: null,
  }
  const retired = { ...inUse, retired: { by: idOf(900), at: '2026-11-02T01:00:00.000Z' } }
  it('changes while it is in use, and comes back as it was', () => {
    expect(checkChange(batteryKind, inUse, { ...inUse, name: '改名', everyWeeks: 4 })).toEqual(allowed)
    expect(checkChange(batteryKind, inUse, { ...inUse, madeBy: idOf(901) })).toEqual(closed('madeBy'))
    expect(checkChange(batteryKind, retired, { ...retired, name: '改名' })).toEqual(closed('name'))
    expect(checkChange(batteryKind, retired, inUse)).toEqual(allowed)
  })
})

describe('what was entered by hand, and what was handed out', () => {
  const disclosure: Disclosure = {
    clientId: idOf(1),
    what: { kind: 'assessment', id: idOf(50) },
    fileHash: '0'.repeat(64),
    recipient: '本人',
    basis: 'clientCopy',
    purpose: '示例',
    consent: null,
    disclosedBy: idOf(900),
    disclosedAt: '2026-11-20T02:00:00.000Z',
  }
  it('stays as it was written', () => {
    expect(checkChange(paperScoreKind, paperScoreOf(), paperScoreOf({ scores: { total: 13 } }))).toEqual(
      closed('scores'),
    )
    expect(checkChange(disclosureKind, disclosure, { ...disclosure, recipient: '别人' })).toEqual(
      closed('recipient'),
    )
  })
})
