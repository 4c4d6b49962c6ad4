import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stored } from '../../src/casework/records/record.ts'
import { checkSeats, defaultSeats, hotlineSeatsSchema } from '../../src/casework/shifts/hotline-seats.ts'
import {
  planBlocks,
  planDuty,
  type Roster,
  rosterBlocks,
  takeRosterStep,
} from '../../src/casework/shifts/roster-blocks.ts'
import { type RosterDuty, type RosterStep, rosterStanding } from '../../src/casework/shifts/roster-duty.ts'
import { rosterGaps } from '../../src/casework/shifts/roster-gaps.ts'
import type { Role } from '../../src/casework/staff/staff.ts'
import { atHour, dutyOf, morning, night, outsider, planner, rosterStep } from './hotline-records.ts'
import { stored } from './records.ts'

const roles: Record<string, Role[]> = {
  [night]: ['hotline'],
  [morning]: ['hotline'],
  [planner]: ['supervisor'],
  [outsider]: ['coordinator'],
}
const rosterOf = (...duties: Stored<RosterDuty>[]): Roster => ({ duties, rolesOf: (id) => roles[id] ?? [] })
const codes = (blocks: readonly { code: string }[]) => blocks.map(({ code }) => code)
const plan = (more: Partial<RosterDuty>, ...others: Stored<RosterDuty>[]) =>
  codes(planBlocks(dutyOf(more), defaultSeats, rosterOf(...others)))

describe('seats', () => {
  it('are two at least', () => {
    const [one, two] = defaultSeats.seats
    expect(hotlineSeatsSchema.safeParse(defaultSeats).success).toBe(true)
    expect(hotlineSeatsSchema.safeParse({ seats: [one] }).success).toBe(false)
    expect(hotlineSeatsSchema.safeParse({ seats: [one, { ...two, retired: true }] }).success).toBe(false)
    expect(hotlineSeatsSchema.safeParse({ seats: [one, one] }).success).toBe(false)
  })
  it('are retired, not left out', () => {
    const three = { seats: [...defaultSeats.seats, { number: 3, name: '示例', retired: false }] }
    expect(checkSeats(defaultSeats, three)).toMatchObject({ ok: true })
    expect(checkSeats(three, defaultSeats)).toMatchObject({ refusal: { code: 'SEAT_GONE', at: '3' } })
  })
})

describe('planning', () => {
  it.each<[string, Partial<RosterDuty>, string[]]>([
    ['a night', {}, []],
    ['by somebody of the hotline', { plannedBy: night }, ['ROSTER_ROLE_NEEDED']],
    ['at a seat that is not there', { seat: 9 }, ['SEAT_UNKNOWN']],
    ['backwards', { from: atHour(3), until: atHour(3) }, ['DUTY_TIMES']],
    ['more than a day', { until: atHour(25) }, ['DUTY_TOO_LONG']],
    ['somebody without the key of the hotline', { staffId: outsider }, ['STAFF_CANNOT_SIT']],
  ])('%s', (_, more, expected) => expect(plan(more)).toEqual(expected))

  it('keeps seats and people from being in two places', () => {
    const there = stored(1, dutyOf())
    expect(plan({ from: atHour(11), until: atHour(13), staffId: morning }, there)).toEqual([
      'SEAT_PLANNED_TWICE',
    ])
    expect(plan({ from: atHour(11), until: atHour(13), seat: 2 }, there)).toEqual(['STAFF_PLANNED_TWICE'])
    expect(plan({ from: atHour(12), until: atHour(13) }, there)).toEqual([])
    const cancelled = stored(1, dutyOf({ steps: [rosterStep('cancelled')] }))
    expect(plan({}, cancelled)).toEqual([])
  })
})

describe('swapping', () => {
  const asked = (of: string | null): RosterStep => ({
    kind: 'swapAsked',
    by: night,
    at: atHour(-10),
    of,
    note: '',
  })
  const blocks = (steps: RosterStep[], step: RosterStep, ...others: Stored<RosterDuty>[]) =>
    codes(rosterBlocks(stored(1, dutyOf({ steps })), step, rosterOf(...others)))

  it.each<[string, RosterStep[], RosterStep, string[]]>([
    ['one asks for their own', [], asked(null), []],
    ['nobody asks for a colleague', [], { ...asked(null), by: morning }, ['NOT_YOUR_DUTY']],
    ['but who plans may', [], { ...asked(null), by: planner }, []],
    ['not with oneself', [], asked(night), ['SWAP_WITH_SELF']],
    ['anybody takes what anybody was asked', [asked(null)], rosterStep('swapTaken', morning), []],
    ['only who was asked takes it', [asked(planner)], rosterStep('swapTaken', morning), ['NOT_ASKED_OF_YOU']],
    ['who has it does not take it', [asked(null)], rosterStep('swapTaken', night), ['SWAP_WITH_SELF']],
    ['nor who has no key', [asked(null)], rosterStep('swapTaken', outsider), ['STAFF_CANNOT_SIT']],
    ['who was asked says no', [asked(morning)], rosterStep('swapDeclined', morning), []],
    ['others cannot say no', [asked(null)], rosterStep('swapDeclined', morning), ['NOT_ASKED_OF_YOU']],
    ['nothing was asked', [], rosterStep('swapTaken', morning), ['STEP_NOT_OPEN']],
    ['not when it is over', [], { ...asked(null), at: atHour(12) }, ['DUTY_OVER']],
    ['the roster is changed by who plans', [], rosterStep('reassigned', night), ['ROSTER_ROLE_NEEDED']],
    ['and cancelled', [], rosterStep('cancelled', planner), []],
  ])('%s', (_, steps, step, expected) => expect(blocks(steps, step)).toEqual(expected))

  it('gives the duty to who takes it, and not to somebody on duty elsewhere', () => {
    const taken = dutyOf({ steps: [asked(morning), rosterStep('swapTaken', morning)] })
    expect(rosterStanding(taken)).toEqual({ state: 'planned', staffId: morning, askedOf: null })
    expect(rosterStanding(dutyOf({ steps: [asked(morning)] }))).toEqual({
      state: 'swapAsked',
      staffId: night,
      askedOf: morning,
    })
    const elsewhere = stored(2, dutyOf({ seat: 2, staffId: morning }))
    expect(blocks([asked(morning)], rosterStep('swapTaken', morning), elsewhere)).toEqual([
      'STAFF_PLANNED_TWICE',
    ])
  })
})

it('whatever is planned and swapped, nobody and no seat is in two places', () => {
  const people = fc.constantFrom(night, morning, planner, outsider)
  const kinds = Object.keys({
    swapAsked: 0,
    swapTaken: 0,
    swapDeclined: 0,
    swapWithdrawn: 0,
    reassigned: 0,
    cancelled: 0,
  })
  const action = fc.record({
    by: people,
    whom: people,
    seat: fc.integer({ min: 1, max: 2 }),
    from: fc.integer({ min: 0, max: 6 }),
    hours: fc.integer({ min: 1, max: 6 }),
    step: fc.constantFrom<'plan' | RosterStep['kind']>('plan', 'plan', ...(kinds as RosterStep['kind'][])),
    which: fc.nat(5),
  })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      const duties: Stored<RosterDuty>[] = []
      for (const { by, whom, seat, from, hours, step, which } of actions) {
        if (step === 'plan') {
          const { steps: _, ...duty } = dutyOf({
            seat,
            staffId: whom,
            plannedBy: by,
            from: atHour(from),
            until: atHour(from + hours),
          })
          const planned = planDuty(duty, defaultSeats, rosterOf(...duties))
          if (planned.ok) duties.push(stored(duties.length + 1, planned.value))
          continue
        }
        const duty = duties[which]
        if (duty === undefined) continue
        const said: RosterStep =
          step === 'reassigned'
            ? { kind: step, by, at: atHour(-1), to: whom, because: '示例' }
            : step === 'swapAsked'
              ? { kind: step, by, at: atHour(-1), of: which % 2 ? whom : null, note: '' }
              : rosterStep(step, by)
        const taken = takeRosterStep(duty, said, rosterOf(...duties))
        if (taken.ok) duties[which] = { ...duty, value: taken.value }
      }
      const kept = duties
        .map(({ value }) => ({ ...value, ...rosterStanding(value) }))
        .filter(({ state }) => state !== 'cancelled')
      for (const [place, a] of kept.entries())
        for (const b of kept.slice(place + 1))
          if (a.from < b.until && b.from < a.until)
            expect([a.seat === b.seat, a.staffId === b.staffId]).toEqual([false, false])
      for (const { staffId } of kept) expect(staffId).not.toBe(outsider)
    }),
  )
})

describe('gaps', () => {
  const gaps = (wanted: number, ...duties: RosterDuty[]) =>
    rosterGaps(
      duties.map((duty, place) => stored(place + 1, duty)),
      defaultSeats,
      { from: atHour(0), until: atHour(24), wanted },
    )
  it('are the times with fewer people than wanted', () => {
    expect(gaps(1, dutyOf())).toEqual([{ from: atHour(12), until: atHour(24), staffed: 0 }])
    expect(
      gaps(2, dutyOf(), dutyOf({ seat: 2, staffId: morning, from: atHour(6), until: atHour(24) })),
    ).toEqual([
      { from: atHour(0), until: atHour(6), staffed: 1 },
      { from: atHour(12), until: atHour(24), staffed: 1 },
    ])
    expect(gaps(1)).toEqual([{ from: atHour(0), until: atHour(24), staffed: 0 }])
    expect(gaps(1, dutyOf(), dutyOf({ from: atHour(12), until: atHour(24) }))).toEqual([])
    expect(gaps(1, dutyOf({ seat: 9 }))).toHaveLength(1)
  })
  it('do not count what was cancelled', () =>
    expect(gaps(1, dutyOf({ steps: [rosterStep('cancelled')] }))).toHaveLength(1))
})
