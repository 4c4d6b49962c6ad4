import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appointmentKind, appointmentState } from '../../../src/casework/appointments/appointment.ts'
import { appointmentClashes, overlaps } from '../../../src/casework/appointments/appointment-clashes.ts'
import {
  type AppointmentStepKind,
  appointmentCourse,
  appointmentStates,
} from '../../../src/casework/appointments/appointment-course.ts'
import { mondayOf, weekView } from '../../../src/casework/appointments/week-view.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { afterStep } from '../../../src/casework/records/course.ts'
import { addDays } from '../../../src/tiering/calendar.ts'
import { appointmentOf } from '../file-records.ts'
import { idOf, stored } from '../records.ts'

const step = (kind: AppointmentStepKind) => ({
  kind,
  by: idOf(900),
  at: '2026-11-23T02:00:00.000Z',
  note: '',
})

describe('an appointment', () => {
  const table: Record<(typeof appointmentStates)[number], Record<AppointmentStepKind, string | null>> = {
    planned: { came: 'came', missed: 'missed', cancelled: 'cancelled', takenBack: null },
    came: { came: null, missed: null, cancelled: null, takenBack: 'planned' },
    missed: { came: null, missed: null, cancelled: null, takenBack: 'planned' },
    cancelled: { came: null, missed: null, cancelled: null, takenBack: 'planned' },
  }
  const kinds = ['came', 'missed', 'cancelled', 'takenBack'] as const
  it.each(appointmentStates.flatMap((state) => kinds.map((kind) => [state, kind] as const)))(
    'that is %s, %s',
    (state, kind) => {
      expect(afterStep(appointmentCourse, state, kind)).toBe(table[state][kind])
    },
  )

  it('cannot be stored after an impossible step, and is moved only while it is planned', () => {
    expect(appointmentKind.schema.safeParse(appointmentOf({ steps: [step('takenBack')] })).success).toBe(
      false,
    )
    const came = appointmentOf({ steps: [step('came')] })
    expect(appointmentState(came)).toBe('came')
    expect(checkChange(appointmentKind, appointmentOf(), appointmentOf({ minutes: 30 })).ok).toBe(true)
    expect(checkChange(appointmentKind, came, { ...came, minutes: 30 }).ok).toBe(false)
    expect(checkChange(appointmentKind, came, { ...came, steps: [] }).ok).toBe(false)
    const back = { ...came, steps: [step('came'), step('takenBack')] }
    expect(checkChange(appointmentKind, came, back).ok).toBe(true)
    expect(appointmentState(back)).toBe('planned')
  })
})

describe('a clash', () => {
  const kept = [stored(1, appointmentOf({ place: '' }))]
  const other = { staffId: idOf(901), clientId: idOf(2), place: '' }
  it.each([
    ['the same member of staff', { ...other, staffId: idOf(900) }, ['staff']],
    ['the same client', { ...other, clientId: idOf(1) }, ['client']],
    ['two that are about no client', { ...other, clientId: null }, []],
    ['nothing in common', other, []],
    ['one that begins as the other ends', { staffId: idOf(900), startsAt: '2026-11-23T01:50:00.000Z' }, []],
    ['one inside the other', { startsAt: '2026-11-23T01:10:00.000Z', minutes: 5 }, ['staff', 'client']],
  ])('of %s', (_, more, because) => {
    const found = appointmentClashes(appointmentOf({ place: '', ...more }), kept)
    expect(found).toEqual(because.length === 0 ? [] : [{ id: idOf(1), because }])
  })

  it('is one of places only where they are named', () => {
    const room = [stored(1, appointmentOf())]
    expect(appointmentClashes(appointmentOf(other), room)).toEqual([])
    expect(appointmentClashes(appointmentOf({ ...other, place: ' 示例咨询室 ' }), room)).toEqual([
      { id: idOf(1), because: ['place'] },
    ])
  })

  it('is none with itself, nor with one that was cancelled or missed', () => {
    expect(appointmentClashes(appointmentOf(), kept, idOf(1))).toEqual([])
    for (const kind of ['cancelled', 'missed'] as const)
      expect(
        appointmentClashes(appointmentOf(), [stored(1, appointmentOf({ steps: [step(kind)] }))]),
      ).toEqual([])
  })
})

describe('the week', () => {
  it('begins on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
    expect(mondayOf('2024-03-01')).toBe('2024-02-26')
  })

  it('shows its usual hours when it is empty, and more when it has to', () => {
    expect(weekView('2026-11-25', [])).toMatchObject({ fromHour: 8, toHour: 18 })
    const early = stored(1, appointmentOf({ startsAt: '2026-11-22T22:30:00.000Z', minutes: 30 }))
    const late = stored(2, appointmentOf({ startsAt: '2026-11-25T12:45:00.000Z', minutes: 30 }))
    expect(weekView('2026-11-25', [early, late])).toMatchObject({ fromHour: 6, toHour: 22 })
  })

  const somewhere = fc
    .array(
      fc.record({
        day: fc.integer({ min: -8, max: 8 }),
        at: fc.integer({ min: 0, max: 1439 }),
        minutes: fc.integer({ min: 5, max: 600 }),
      }),
      { maxLength: 25 },
    )
    .map((all) =>
      all.map(({ day, at, minutes }, number) =>
        stored(
          number + 1,
          appointmentOf({
            startsAt: new Date(
              Date.parse('2026-11-22T16:00:00.000Z') + (day * 1440 + at) * 60_000,
            ).toISOString(),
            minutes,
          }),
        ),
      ),
    )

  it('has every appointment of its days once, and side by side only what overlaps', () => {
    fc.assert(
      fc.property(somewhere, (all) => {
        const { days, fromHour, toHour } = weekView('2026-11-25', all)
        expect(days.map(({ day }) => day)).toEqual(
          Array.from({ length: 7 }, (_, after) => addDays('2026-11-23', after)),
        )
        const placed = days.flatMap(({ appointments }) => appointments)
        const monday = Date.parse('2026-11-22T16:00:00.000Z')
        const expected = all.filter(({ value }) => {
          const at = Date.parse(value.startsAt)
          return at >= monday && at < monday + 7 * 86_400_000
        })
        expect(placed.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
        for (const { appointments } of days)
          for (const [place, one] of appointments.entries()) {
            expect(one.lane).toBeLessThan(one.lanes)
            expect(one.from).toBeGreaterThanOrEqual(fromHour * 60)
            expect(one.to).toBeLessThanOrEqual(toHour * 60)
            for (const other of appointments.slice(place + 1))
              if (one.from < other.to && other.from < one.to) {
                expect(other.lane).not.toBe(one.lane)
                expect(other.lanes).toBe(one.lanes)
              }
          }
      }),
    )
  })

  it('agrees with the clashes on what overlaps', () => {
    fc.assert(
      fc.property(somewhere, (all) => {
        const [first, ...others] = all
        if (first === undefined) return
        const clashing = appointmentClashes(first.value, others).map(({ id }) => id)
        expect(clashing).toEqual(
          others.filter(({ value }) => overlaps(first.value, value)).map(({ id }) => id),
        )
      }),
    )
  })
})
