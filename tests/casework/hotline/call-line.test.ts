import { describe, expect, it } from 'vitest'
import { callLineOf } from '../../../src/casework/hotline/call-line.ts'
import { nextCallNumber } from '../../../src/casework/hotline/call-number.ts'
import { lastWrittenAt } from '../../../src/casework/hotline/call-retention.ts'
import { hotlineCallSchema } from '../../../src/casework/hotline/hotline-call.ts'
import { addDays, instantAt } from '../../../src/tiering/calendar.ts'
import { callStep, closing, colleague, endOf, hour, lookedAfter, riskCallOf } from '../call-records.ts'
import { callOf, idOf, stored } from '../records.ts'

const line = (call: Parameters<typeof callOf>[0]) => callLineOf(stored(1, callOf(call)))

describe('a call from before there were steps', () => {
  it('is read as it was kept', () => {
    const due = '2026-11-21T02:00:00.000Z'
    expect(line({ endedAt: '2026-11-20T12:10:00.000Z', followUpDue: due })).toMatchObject({
      number: '',
      seat: null,
      state: 'after',
      day: '2026-11-20',
      hour: 20,
      level: 'planned',
      asked: 'yes',
      isHighRisk: false,
      isUnsettled: true,
      followUps: [{ due, onTimeUntil: instantAt(addDays('2026-11-21', 1), 0), doneAt: null }],
    })
    const followUp = { doneBy: idOf(900), doneAt: due, entry: '示例：已回访' }
    expect(line({ endedAt: '2026-11-20T12:10:00.000Z', followUpDue: due, followUp })).toMatchObject({
      isUnsettled: false,
      followUps: [{ doneAt: due }],
    })
  })
  it('tells what was done from what was only intended', () => {
    const action = { at: hour(0), note: '' }
    const actions = [
      { ...action, kind: 'ambulance120' as const, state: 'done' as const },
      { ...action, kind: 'familyInformed' as const, state: 'intended' as const },
    ]
    expect(line({ actions }).done).toEqual(['ambulance120'])
  })
})

describe('a call with steps', () => {
  const call = riskCallOf()
  const ended = { ...call, endedAt: hour(0.5), number: 'R2026-0007', seat: 2 }
  const read = (...steps: Parameters<typeof callLineOf>[0]['value']['steps'] & object) => {
    const value = { ...ended, steps }
    expect(hotlineCallSchema.safeParse(value).success).toBe(true)
    return callLineOf(stored(1, value))
  }
  const end = endOf(call)

  it('is read as it stands', () => {
    expect(callLineOf(stored(1, call))).toMatchObject({
      state: 'running',
      isHighRisk: true,
      isUnsettled: true,
      followUps: [],
    })
    expect(read(end)).toMatchObject({ number: 'R2026-0007', seat: 2, state: 'after', level: 'atOnce' })
    expect(read(end, callStep('handedOver', 1), callStep('levelSet', 2, { level: 'today' }))).toMatchObject({
      state: 'handingOver',
      level: 'today',
    })
  })
  it('has its follow-ups with when they were done; one passed over was made up for late', () => {
    const [first, second, third] = read(end, callStep('followedUp', 70, { afterHours: 72 })).followUps
    expect(first).toEqual({ due: hour(24.5), onTimeUntil: hour(24.5), doneAt: hour(70) })
    expect(second).toEqual({ due: hour(72.5), onTimeUntil: hour(72.5), doneAt: hour(70) })
    expect(third?.doneAt).toBeNull()
    const notReached = read(end, callStep('followedUp', 24, { reached: false }))
    expect(notReached.followUps.map(({ doneAt }) => doneAt)).toEqual([null, null, null, null, null])
  })
  it('is settled once it is closed, and owes nothing then', () => {
    const all = [...lookedAfter(call), closing]
    expect(read(...all)).toMatchObject({ state: 'closed', isUnsettled: false })
    expect(read(...all).followUps.every(({ doneAt }) => doneAt !== null)).toBe(true)
    const early = read(end, callStep('closed', 3))
    expect([early.isUnsettled, early.followUps]).toEqual([false, []])
  })
  it('is kept from its last step on', () => {
    const steps = [end, callStep('accepted', 50, { by: colleague })]
    expect(lastWrittenAt({ ...ended, steps })).toBe(hour(50))
  })
})

it('calls are numbered by year, beside what was given before, and as the record wants it', () => {
  expect(nextCallNumber([], 2026)).toBe('R2026-0001')
  expect(nextCallNumber(['R2026-0009', 'R2025-0900', '2026-0500'], 2026)).toBe('R2026-0010')
  expect(nextCallNumber(['R2026-9999'], 2026)).toBe('R2026-10000')
  expect(hotlineCallSchema.safeParse(callOf({ number: nextCallNumber(['R2026-9999'], 2026) })).success).toBe(
    true,
  )
})
