import { describe, expect, it } from 'vitest'
import { afterStep, type Course, openSteps, stateAfter } from '../../src/casework/records/course.ts'
import { handOverCourse, handOverStates } from '../../src/casework/shifts/hand-over-course.ts'
import { handOverSheetSchema } from '../../src/casework/shifts/hand-over-sheet.ts'
import { hotlineShiftSchema } from '../../src/casework/shifts/hotline-shift.ts'
import { rosterCourse, rosterStates } from '../../src/casework/shifts/roster-course.ts'
import { rosterDutySchema } from '../../src/casework/shifts/roster-duty.ts'
import { shiftCourse, shiftStates } from '../../src/casework/shifts/shift-course.ts'
import { dutyOf, rosterStep, sheetOf, shiftOf } from './hotline-records.ts'

/** Where each step leads to, in the order of the states; null where it cannot be taken. */
type Table<Step extends string> = Record<Step, readonly (string | null)[]>

function follows<State extends string, Step extends string>(
  course: Course<State, Step>,
  states: readonly State[],
  table: Table<NoInfer<Step>>,
  way: Record<State, NoInfer<Step>[]>,
  isKept: (steps: NoInfer<Step>[]) => boolean,
) {
  it('has no step that the table leaves out', () =>
    expect(Object.keys(course.steps).toSorted()).toEqual(Object.keys(table).toSorted()))
  for (const step of Object.keys(course.steps) as Step[])
    states.forEach((state, place) => {
      const to = table[step][place]
      it(`${state}: ${step} leads to ${to ?? 'nowhere'}`, () => {
        expect(afterStep(course, state, step)).toBe(to)
        expect(openSteps(course, state).includes(step)).toBe(to !== null)
        const steps = [...way[state], step]
        expect(
          stateAfter(
            course,
            way[state].map((kind) => ({ kind })),
          ),
        ).toBe(state)
        expect(isKept(steps)).toBe(to !== null)
      })
    })
}

describe('a duty on the roster', () =>
  follows(
    rosterCourse,
    rosterStates,
    {
      //              planned      swapAsked  cancelled
      swapAsked: ['swapAsked', null, null],
      swapTaken: [null, 'planned', null],
      swapDeclined: [null, 'planned', null],
      swapWithdrawn: [null, 'planned', null],
      reassigned: ['planned', 'planned', null],
      cancelled: ['cancelled', 'cancelled', null],
    },
    { planned: [], swapAsked: ['swapAsked'], cancelled: ['cancelled'] },
    (kinds) => rosterDutySchema.safeParse(dutyOf({ steps: kinds.map((kind) => rosterStep(kind)) })).success,
  ))

describe('a shift', () => {
  follows(
    shiftCourse,
    shiftStates,
    {
      //           unopened     emergency    open          handingOver    closed
      opened: ['open', null, null, null, null],
      calledFirst: ['emergency', null, null, null, null],
      tookOver: [null, 'open', null, null, null],
      logged: [null, 'emergency', 'open', 'handingOver', null],
      handedOver: [null, null, 'handingOver', null, null],
      wentOn: [null, null, null, 'open', null],
      closed: [null, null, null, 'closed', null],
      leftBehind: [null, 'closed', 'closed', 'closed', null],
    },
    {
      unopened: [],
      emergency: ['calledFirst'],
      open: ['opened'],
      handingOver: ['opened', 'handedOver'],
      closed: ['opened', 'handedOver', 'closed'],
    },
    (kinds) => hotlineShiftSchema.safeParse(shiftOf(kinds)).success,
  )
  it('is no record before it begins', () =>
    expect(hotlineShiftSchema.safeParse(shiftOf([])).success).toBe(false))
})

describe('a hand-over', () => {
  follows(
    handOverCourse,
    handOverStates,
    {
      //      composed    given       taken  withdrawn
      given: ['given', null, null, null],
      found: ['given', null, null, null],
      taken: [null, 'taken', null, null],
      withdrawn: [null, 'withdrawn', null, null],
    },
    { composed: [], given: ['given'], taken: ['given', 'taken'], withdrawn: ['given', 'withdrawn'] },
    (kinds) => handOverSheetSchema.safeParse(sheetOf(kinds)).success,
  )
  it('is no record before it is signed', () =>
    expect(handOverSheetSchema.safeParse(sheetOf([])).success).toBe(false))
})
