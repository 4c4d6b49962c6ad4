import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type CrisisStep,
  crisisActionKinds,
  crisisEpisodeKind,
} from '../../../src/casework/crisis/crisis-episode.ts'
import { hoursAfter } from '../../../src/casework/crisis/crisis-follow-ups.ts'
import type { CaseStep } from '../../../src/casework/files/case-standing.ts'
import { referralKind } from '../../../src/casework/referrals/referral.ts'
import { tierDecisionKind } from '../../../src/casework/tiers/tier-decision.ts'
import { tiers } from '../../../src/tiering/tier.ts'
import { ClientWalk, isOver } from '../client-walk.ts'
import {
  caseStep,
  colleague,
  counsellor,
  crisisStep,
  episodeOf,
  hour,
  lookedAfter,
  referralOf,
  referralStep,
  responding,
  supervisor,
} from '../course-records.ts'
import { handledOf } from '../records.ts'

const staff = fc.constantFrom(counsellor, colleague, supervisor)
const asked = fc.constantFrom('confirmed' as const, 'denied' as const, 'notAsked' as const)
const askedAgain = fc.constantFrom('none' as const, 'thoughts' as const, 'plan' as const, 'notAsked' as const)
const here = { kind: 'here' as const }
/** Asked on the day the step is taken. */
const outside = { kind: 'outside' as const, name: '示例督导', day: '' }
const whom = fc.constantFrom(here, outside)
const level = fc.constantFrom('atOnce' as const, 'today' as const, 'planned' as const)

/** What is said in a crisis step; who says it and when comes from the action. */
const crisis: fc.Arbitrary<CrisisStep> = fc.oneof(
  fc.record({ asked }).map((said) => crisisStep('interviewed', 0, said)),
  fc.constant(crisisStep('explored')),
  fc.record({ level }).map((said) => crisisStep('levelSet', 0, said)),
  fc.record({ whom }).map((said) => crisisStep('consulted', 0, said)),
  fc
    .record({
      action: fc.integer({ min: 1, max: 3 }),
      what: fc.constantFrom(...crisisActionKinds.slice(0, 2)),
      state: fc.constantFrom('intended' as const, 'done' as const, 'verified' as const),
    })
    .map((said) => crisisStep('acted', 0, said)),
  fc.record({ to: staff }).map((said) => crisisStep('handedOver', 0, said)),
  fc.constantFrom(
    crisisStep('accepted'),
    crisisStep('declined'),
    crisisStep('escalated'),
    crisisStep('closed'),
  ),
  fc
    .record({
      afterHours: fc.constantFrom(24, 48, 72, 120, 168, 720, 2160),
      reached: fc.boolean(),
      askedAgain,
    })
    .map((said) => crisisStep('followedUp', 0, said)),
  fc.constantFrom(48, 120).map((afterHours) => crisisStep('followUpAdded', 0, { afterHours })),
  fc.record({ whom }).map((said) => crisisStep('approved', 0, said)),
)
const referrals = fc.constantFrom(
  ...(
    [
      'sent',
      'accepted',
      'refused',
      'seen',
      'notSeen',
      'feedback',
      'reminded',
      'returned',
      'withdrawn',
    ] as const
  ).map((kind) => referralStep(kind)),
)
const ofCase: fc.Arbitrary<CaseStep> = fc.oneof(
  fc.constantFrom(caseStep('proposed'), caseStep('proposed', 0, { aftercareDue: '2027-06-01' })),
  fc.constantFrom(caseStep('sentBack'), caseStep('reopened')),
  fc.record({ whom }).map((said) => caseStep('approved', 0, said)),
)

/** Something that is done, by somebody, so many hours after what was done before. `said` tells of it when a walk fails. */
interface Deed {
  said: unknown
  act(walk: ClientWalk, by: string): void
}
const deed = <T>(
  weight: number,
  what: fc.Arbitrary<T>,
  act: (walk: ClientWalk, said: T, by: string) => void,
) => ({
  weight,
  arbitrary: what.map((said): Deed => ({ said, act: (walk, by) => act(walk, said, by) })),
})
const which = fc.nat(2)

/** Takes steps one after the other, with the time that lies between them. */
function run(walk: ClientWalk, steps: readonly CrisisStep[], place: number): void {
  const begins = walk.now
  for (const step of steps) {
    walk.now = hoursAfter(begins, (Date.parse(step.at) - Date.parse(hour(0))) / 3_600_000)
    walk.takeCrisis(step, step.by, place)
  }
}
const approval = (lone: boolean) => (lone ? outside : here)
/** Ways to close an episode, all but the last right; what somebody did in between can undo each of them. */
const seenThrough = (walk: ClientWalk): CrisisStep[][] => [
  [...lookedAfter, crisisStep('closed', 2162, { by: supervisor })],
  [...responding, crisisStep('closed', 1, { by: supervisor })],
  [
    crisisStep('interviewed', 1),
    crisisStep('levelSet', 1),
    crisisStep('approved', 2, { by: supervisor, whom: approval(walk.lone) }),
    crisisStep('closed', 3, { by: supervisor }),
  ],
  [
    crisisStep('handedOver', 1),
    crisisStep('accepted', 1, { by: colleague }),
    crisisStep('approved', 2, { by: supervisor, whom: approval(walk.lone) }),
    crisisStep('closed', 3, { by: supervisor }),
  ],
]

const deeds = fc.array(
  fc.tuple(
    fc.oneof(
      deed(8, fc.tuple(crisis, which), (walk, [step, place], by) => walk.takeCrisis(step, by, place)),
      // Whole, or with one step left out.
      deed(5, fc.tuple(fc.nat(3), which, fc.nat(15)), (walk, [way, place, without]) =>
        run(walk, (seenThrough(walk)[way] ?? []).toSpliced(without, 1), place),
      ),
      deed(2, fc.constant('observed'), (walk) =>
        walk.add(
          crisisEpisodeKind,
          episodeOf([], { openedAt: walk.now, from: { kind: 'observed', note: '示例：说过不想活' } }),
        ),
      ),
      deed(1, fc.constant('alert'), (walk) => walk.raise()),
      deed(2, fc.record({ asked, level }), (walk, said, by) =>
        walk.handle({ ...handledOf(said.asked, walk.now), responseLevel: said.level, handledBy: by }),
      ),
      deed(3, fc.tuple(referrals, which), (walk, [step, place], by) => walk.takeReferral(step, by, place)),
      deed(1, fc.constant('draft'), (walk) =>
        walk.add(referralKind, referralOf([], { writtenAt: walk.now })),
      ),
      deed(3, ofCase, (walk, step, by) => walk.takeCase(step, by)),
      deed(3, fc.constantFrom(...tiers), (walk, tier, by) => walk.decide(tier, by)),
      deed(3, fc.constantFrom(0, 12, 22), (walk, value) => walk.measure(value)),
      deed(
        2,
        fc.record({ askedAgain, reached: fc.constantFrom('reached' as const, 'notReached' as const) }),
        (walk, said, by) => walk.lookAfter(said, by),
      ),
      // Enough of what a lower tier takes, and then deciding one; sometimes something is left.
      deed(3, fc.tuple(fc.nat(8), fc.constantFrom(...tiers)), (walk, [left, tier]) => {
        walk.decide('priority', counsellor)
        walk.now = hoursAfter(walk.now, 1)
        for (let place = 0; place < 3; place += 1) {
          if (left !== 0) walk.handle(handledOf('denied', walk.now))
          if (left !== 1) run(walk, seenThrough(walk)[2] ?? [], place)
        }
        walk.now = hoursAfter(walk.now, 1)
        if (left !== 2) walk.measure(0)
        if (left !== 3) walk.lookAfter({ askedAgain: 'none', reached: 'reached' }, counsellor)
        walk.now = hoursAfter(walk.now, 1)
        walk.decide(tier, left === 4 ? counsellor : supervisor)
      }),
      // Enough of what has to be done before a file can be closed, and then closing it; sometimes something is left.
      deed(3, fc.tuple(fc.nat(9), which), (walk, [left]) => {
        for (let place = 0; place < 3; place += 1) {
          if (left !== 0) walk.handle(handledOf('denied', walk.now))
          if (left !== 1) walk.takeReferral(referralStep('withdrawn'), supervisor, place)
          if (left !== 2) run(walk, seenThrough(walk)[2] ?? [], place)
        }
        walk.takeCase(caseStep('proposed'), counsellor)
        if (left === 3) walk.raise()
        walk.takeCase(caseStep('approved', 0, { whom: approval(walk.lone) }), supervisor)
      }),
    ),
    staff,
    fc.constantFrom(0.5, 3, 30, 400),
  ),
  { maxLength: 30, size: 'max' },
)

it('no sequence of actions loses history, lowers a tier without a person, leaves a sign of danger alone, or closes an open crisis or its file', () => {
  let closedCrises = 0
  let lowered = 0
  let closedFiles = 0
  fc.assert(
    fc.property(deeds, fc.boolean(), (done, lone) => {
      const walk = new ClientWalk(lone)
      walk.raise()
      for (const [{ act }, by, hours] of done) {
        walk.now = hoursAfter(walk.now, hours)
        const before = walk.counts
        const decided = walk.all(tierDecisionKind)
        act(walk, by)
        for (const [table, count] of before) expect(walk.counts.get(table)).toBeGreaterThanOrEqual(count)
        const now = walk.all(tierDecisionKind)
        expect(now.slice(0, decided.length)).toEqual(decided)
        // Nothing but a decision, by somebody with a reason, is another tier.
        expect(walk.tier?.tier).toBe(now.at(-1)?.value.tier)
        for (const { value } of now.slice(decided.length)) {
          expect([counsellor, colleague, supervisor]).toContain(value.decidedBy)
          expect(value.reason).not.toBe('')
        }
      }
      closedCrises += walk.closedCrises
      lowered += walk.lowered
      closedFiles += walk.closedFiles
      const open = walk.all(crisisEpisodeKind).filter(({ value }) => !isOver(value))
      const shown = walk.waits.filter(({ kind }) => kind === 'openCrisis')
      expect(shown.map(({ record }) => record)).toEqual(open.map(({ id }) => id))
    }),
    { numRuns: 200 },
  )
  // The walks went far enough to have shown something.
  expect(closedCrises).toBeGreaterThan(20)
  expect(lowered).toBeGreaterThan(20)
  expect(closedFiles).toBeGreaterThan(20)
})
