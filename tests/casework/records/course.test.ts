import { describe, expect, it } from 'vitest'
import {
  type CrisisStepKind,
  crisisCourse,
  crisisStates,
} from '../../../src/casework/crisis/crisis-course.ts'
import { crisisEpisodeSchema } from '../../../src/casework/crisis/crisis-episode.ts'
import { type CaseStepKind, caseCourse, caseStates } from '../../../src/casework/files/case-course.ts'
import { caseStandingSchema } from '../../../src/casework/files/case-standing.ts'
import { afterStep, type Course, openSteps, stateAfter } from '../../../src/casework/records/course.ts'
import { referralSchema } from '../../../src/casework/referrals/referral.ts'
import {
  type ReferralStepKind,
  referralCourse,
  referralStates,
} from '../../../src/casework/referrals/referral-course.ts'
import { caseStep, crisisStep, episodeOf, referralOf, referralStep } from '../course-records.ts'
import { idOf } from '../records.ts'

/** Where each step leads to, state by state in the order of the states; null where it cannot be taken. */
type Table = Record<string, readonly (string | null)[]>

const crisis = {
  //            alerted       interviewed   responding    handingOver   closed
  interviewed: ['interviewed', 'interviewed', 'interviewed', null, null],
  explored: [null, 'interviewed', 'responding', null, null],
  levelSet: [null, 'responding', 'responding', null, null],
  consulted: ['alerted', 'interviewed', 'responding', 'handingOver', null],
  acted: ['alerted', 'interviewed', 'responding', 'handingOver', null],
  handedOver: ['handingOver', 'handingOver', 'handingOver', 'handingOver', null],
  accepted: [null, null, null, 'responding', null],
  declined: [null, null, null, 'responding', null],
  followedUp: [null, null, 'responding', 'handingOver', null],
  followUpAdded: [null, null, 'responding', 'handingOver', null],
  escalated: ['alerted', 'interviewed', 'responding', 'handingOver', null],
  approved: [null, null, 'responding', null, null],
  closed: [null, null, 'closed', null, null],
}
const referral = {
  //         draft   sent      accepted   seen     answered  closed
  sent: ['sent', null, null, null, null, null],
  accepted: [null, 'accepted', null, null, null, null],
  refused: [null, 'answered', 'answered', null, null, null],
  seen: [null, null, 'seen', null, null, null],
  notSeen: [null, null, 'answered', null, null, null],
  feedback: [null, null, 'answered', 'answered', 'answered', null],
  reminded: [null, 'sent', 'accepted', 'seen', null, null],
  returned: [null, null, null, null, 'closed', null],
  withdrawn: ['closed', 'closed', 'closed', 'closed', 'closed', null],
}
const ofCase = {
  //         open      closing  closed
  proposed: ['closing', null, null],
  approved: [null, 'closed', null],
  sentBack: [null, 'open', null],
  reopened: [null, null, 'open'],
}

/** Steps that lead from the beginning to each state. */
const crisisWay: Record<string, CrisisStepKind[]> = {
  alerted: [],
  interviewed: ['interviewed'],
  responding: ['interviewed', 'levelSet'],
  handingOver: ['handedOver'],
  closed: ['interviewed', 'levelSet', 'closed'],
}
const referralWay: Record<string, ReferralStepKind[]> = {
  draft: [],
  sent: ['sent'],
  accepted: ['sent', 'accepted'],
  seen: ['sent', 'accepted', 'seen'],
  answered: ['sent', 'refused'],
  closed: ['withdrawn'],
}
const caseWay: Record<string, CaseStepKind[]> = {
  open: [],
  closing: ['proposed'],
  closed: ['proposed', 'approved'],
}

function follows<State extends string, Step extends string>(
  course: Course<State, Step>,
  states: readonly State[],
  table: Table,
  way: Record<string, Step[]>,
  /** Whether a record that holds these steps can be stored. */
  isKept: (steps: Step[]) => boolean,
) {
  it('has no step that the table leaves out', () =>
    expect(Object.keys(course.steps)).toEqual(Object.keys(table)))

  for (const step of Object.keys(course.steps) as Step[])
    states.forEach((state, place) => {
      const to = table[step]?.[place]
      it(`${state}: ${step} leads to ${to ?? 'nowhere'}`, () => {
        expect(afterStep(course, state, step)).toBe(to)
        expect(openSteps(course, state).includes(step)).toBe(to !== null)
        const before = way[state] ?? []
        expect(
          stateAfter(
            course,
            before.map((kind) => ({ kind })),
          ),
        ).toBe(state)
        expect(
          stateAfter(
            course,
            [...before, step].map((kind) => ({ kind })),
          ),
        ).toBe(to)
        // Nothing begins without a first step.
        if (before.length > 0 || to !== null) expect(isKept([...before, step])).toBe(to !== null)
      })
    })
}

describe('a crisis episode', () =>
  follows(
    crisisCourse,
    crisisStates,
    crisis,
    crisisWay,
    (steps) => crisisEpisodeSchema.safeParse(episodeOf(steps.map((kind) => crisisStep(kind)))).success,
  ))

describe('a referral', () =>
  follows(
    referralCourse,
    referralStates,
    referral,
    referralWay,
    (steps) => referralSchema.safeParse(referralOf(steps.map((kind) => referralStep(kind)))).success,
  ))

describe('a file', () =>
  follows(
    caseCourse,
    caseStates,
    ofCase,
    caseWay,
    (steps) =>
      caseStandingSchema.safeParse({ clientId: idOf(1), steps: steps.map((kind) => caseStep(kind)) }).success,
  ))
