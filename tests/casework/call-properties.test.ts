import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verifiedKinds } from '../../src/casework/crisis/crisis-actions.ts'
import { hoursAfter, lateness } from '../../src/casework/crisis/crisis-follow-ups.ts'
import { callEnd, takeCallStep } from '../../src/casework/hotline/call-blocks.ts'
import { tellsOfDanger } from '../../src/casework/hotline/call-danger.ts'
import { callLineOf } from '../../src/casework/hotline/call-line.ts'
import { missingInCall } from '../../src/casework/hotline/call-missing.ts'
import { callStanding } from '../../src/casework/hotline/call-standing.ts'
import { actionKinds, type CallStep, callStepsOf } from '../../src/casework/hotline/call-step.ts'
import { type HotlineCall, hotlineCallKind } from '../../src/casework/hotline/hotline-call.ts'
import { checkChange } from '../../src/casework/records/check-change.ts'
import {
  alone,
  began,
  callRules,
  callStep,
  closing,
  colleague,
  counsellor,
  lookedAfter,
  quietCallOf,
  riskCallOf,
  supervisor,
  takingOf,
  worker,
} from './call-records.ts'
import { stored } from './records.ts'

/** One call, as the room keeps it: what is refused changes nothing, and what is taken must be storable. */
class CallWalk {
  call: HotlineCall
  now = began
  readonly lone: boolean
  constructor(call: HotlineCall, lone: boolean) {
    this.call = call
    this.lone = lone
  }

  #keep(after: HotlineCall): void {
    expect(hotlineCallKind.schema.safeParse(after).success).toBe(true)
    expect(checkChange(hotlineCallKind, this.call, after)).toEqual({ ok: true, value: null })
    this.call = after
  }

  enter(entry: Partial<HotlineCall>): void {
    const after = { ...this.call, ...entry }
    // Once the call has ended the record itself refuses what would be rewritten.
    if (checkChange(hotlineCallKind, this.call, after).ok) this.#keep(after)
  }

  take(step: CallStep): void {
    const before = this.call
    const taking = this.lone ? alone : takingOf(step.by)
    const taken = takeCallStep(before, step, taking, callRules)
    if (!taken.ok) return
    if (step.kind === 'ended') expect(missingInCall(before, callRules)).toEqual([])
    if (step.kind === 'closed') mayBeClosed(before, step.at)
    this.#keep(taken.value)
  }
}

/** What a call with danger must show before it is closed, said here once more without the code that decides it. */
function mayBeClosed(call: HotlineCall, at: string): void {
  const { steps = [] } = call
  const standing = callStanding(call, callRules)
  const acted = callStepsOf(steps, 'acted')
  if (acted.some(({ linkage }) => linkage?.ground === 'emergency'))
    expect(steps.some(({ kind }) => kind === 'disclosed')).toBe(true)
  expect(standing.escalatedAt).toBeNull()
  const tells = (step: CallStep) =>
    step.kind === 'followedUp' && ['thoughts', 'plan'].includes(step.askedAgain)
  expect(steps.findLastIndex(({ kind }) => kind === 'levelSet')).toBeGreaterThanOrEqual(
    steps.findLastIndex(tells),
  )
  const urgent =
    call.responseLevel === 'atOnce' ||
    callStepsOf(steps, 'levelSet').some(({ level }) => level === 'atOnce') ||
    (call.danger?.asked === 'yes' && ['plan', 'acting'].includes(call.danger.answer)) ||
    (call.answers?.plan?.answer === 'yes' && call.answers.means?.answer === 'yes')
  const danger = tellsOfDanger(call) || urgent || steps.some(tells)
  const changed = steps.findLastIndex(
    (step) => ['ended', 'levelSet', 'escalated', 'planned', 'reopened'].includes(step.kind) || tells(step),
  )
  if (!danger || steps.findLastIndex(({ kind }) => kind === 'approved') > changed) return
  if (urgent) {
    expect(verifiedKinds(standing.actions)).toBeGreaterThanOrEqual(2)
    expect(steps.some(({ kind }) => kind === 'accepted')).toBe(true)
    expect(standing.consulted).toBe(true)
  }
  expect(acted.some(({ state }) => state !== 'intended')).toBe(true)
  if (steps.findLastIndex(({ kind }) => kind === 'carriedOn') > steps.findLastIndex(tells)) return
  expect(standing.followUps.length).toBeGreaterThanOrEqual(5)
  for (const followUp of standing.followUps) {
    expect(followUp.state).not.toBe('left')
    expect(lateness(followUp, at)).toBeNull()
  }
}

const staff = fc.constantFrom(worker, colleague, supervisor, counsellor)
const level = fc.constantFrom('atOnce' as const, 'today' as const, 'planned' as const)
const whom = fc.constantFrom(
  { kind: 'here' as const },
  { kind: 'outside' as const, name: '示例督导', day: '2026-11-20' },
)
const linkage = { person: '示例接线员', result: '示例：已派车', ground: 'emergency' as const }

/** What is said in a step; who says it and when comes from the walk. */
const steps: fc.Arbitrary<CallStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        action: fc.integer({ min: 1, max: 3 }),
        what: fc.constantFrom(...actionKinds.slice(0, 5)),
        state: fc.constantFrom('intended' as const, 'done' as const, 'verified' as const),
        linked: fc.boolean(),
      })
      .map(({ linked, ...said }) => callStep('acted', 0, { ...said, ...(linked ? { linkage } : {}) })),
  },
  fc.record({ level }).map((said) => callStep('levelSet', 0, said)),
  fc.record({ whom }).map((said) => callStep('consulted', 0, said)),
  fc.record({ whom }).map((said) => callStep('approved', 0, said)),
  fc.record({ to: staff }).map((said) => callStep('handedOver', 0, said)),
  fc.constantFrom(
    ...(['disclosed', 'accepted', 'declined', 'escalated', 'added', 'reopened', 'reviewed'] as const).map(
      (kind) => callStep(kind),
    ),
  ),
  fc.constantFrom(callStep('transferred'), callStep('carriedOn')),
  fc
    .constantFrom([], [{ from: 12, due: 24, missed: 36 }], callRules.crisis.followUps)
    .map((followUps) => callStep('planned', 0, { followUps })),
  {
    weight: 3,
    arbitrary: fc
      .record({
        afterHours: fc.constantFrom(24, 72, 168, 720, 2160),
        reached: fc.boolean(),
        askedAgain: fc.constantFrom(
          'none' as const,
          'thoughts' as const,
          'plan' as const,
          'notAsked' as const,
        ),
      })
      .map((said) => callStep('followedUp', 0, said)),
  },
  { weight: 3, arbitrary: fc.constant(callStep('closed')) },
)

const quiet = quietCallOf()
const risk = riskCallOf()
const entries: fc.Arbitrary<Partial<HotlineCall>> = fc.constantFrom<Partial<HotlineCall>[]>(
  { danger: { asked: 'yes', answer: 'none' } },
  { danger: { asked: 'yes', answer: 'thoughts' } },
  { danger: { asked: 'no', why: '示例：挂断了' } },
  { danger: null },
  { ideation: 40 },
  { ideation: null },
  { answers: risk.answers ?? {} },
  { answers: { ...risk.answers, callBack: { answer: 'refused', said: '' } } },
  { responseLevel: 'planned', levelBecause: '示例：家人在旁' },
  { responseLevel: 'today', levelBecause: '' },
  { responseLevel: 'atOnce' },
  { callType: 'special', specialKind: 'silent' },
  { concern: '示例：补充' },
)

/** Something that is done, by somebody, so many hours after what was done before. */
interface Deed {
  said: unknown
  act(walk: CallWalk, by: string): void
}
const deed = <T>(
  weight: number,
  what: fc.Arbitrary<T>,
  act: (walk: CallWalk, said: T, by: string) => void,
) => ({
  weight,
  arbitrary: what.map((said): Deed => ({ said, act: (walk, by) => act(walk, said, by) })),
})
/** Ways to close a call, all but the last right; by whoever may. */
const waysToClose = (call: HotlineCall, lone: boolean): CallStep[][] => {
  const approved = callStep('approved', 1, {
    by: supervisor,
    whom: lone ? { kind: 'outside', name: '示例督导', day: '2026-11-20' } : { kind: 'here' },
  })
  return [
    lookedAfter(call),
    [callStep('acted', 0.1), callStep('ended', 0.5), approved],
    [
      ...lookedAfter(call).slice(0, 9),
      callStep('transferred', 3),
      callStep('carriedOn', 4, { by: counsellor }),
    ],
    [callStep('ended', 0.5), callStep('handedOver', 1), callStep('accepted', 2, { by: colleague })],
  ]
}
const closings = [worker, colleague, supervisor].map((by) => ({ ...closing, by }))

/** Such a way, whole or with one step left out, with something else that was done in between; and then closing it. */
const script = deed(
  6,
  fc.tuple(fc.nat(3), fc.nat(24), fc.nat(24), fc.option(steps)),
  (walk, [way, without, place, between]) => {
    const begins = walk.now
    const all = (waysToClose(walk.call, walk.lone)[way] ?? []).toSpliced(without, 1)
    const before = all[place - 1] ?? all.at(-1)
    if (between !== null && before !== undefined) all.splice(place, 0, { ...between, at: before.at })
    for (const step of [...all, ...closings]) {
      walk.now = hoursAfter(begins, (Date.parse(step.at) - Date.parse(began)) / 3_600_000)
      const at = walk.now
      walk.take(step.kind === 'ended' ? callEnd(walk.call, { by: step.by, at }, callRules) : { ...step, at })
    }
  },
)

const deeds = fc.array(
  fc.tuple(
    fc.oneof(
      deed(6, steps, (walk, step, by) => walk.take({ ...step, by, at: walk.now })),
      deed(2, entries, (walk, entry) => walk.enter(entry)),
      deed(2, fc.constant('ended'), (walk, _, by) =>
        walk.take(callEnd(walk.call, { by, at: walk.now }, callRules)),
      ),
      script,
    ),
    staff,
    fc.constantFrom(0, 0.5, 2, 24, 48, 200),
  ),
  { minLength: 1, maxLength: 25, size: 'max' },
)

it('no sequence of actions closes a call with danger without what is required, and nothing entered is lost', () => {
  const closed = { danger: 0, quiet: 0 }
  fc.assert(
    fc.property(fc.constantFrom(quiet, risk), fc.boolean(), deeds, (call, lone, all) => {
      const walk = new CallWalk(call, lone)
      for (const [{ act }, by, hours] of all) {
        walk.now = hoursAfter(walk.now, hours)
        const before = walk.call
        act(walk, by)
        const held = before.steps ?? []
        expect(walk.call.steps?.slice(0, held.length)).toEqual(held)
        if (before.endedAt !== null) expect({ ...walk.call, steps: held }).toEqual({ ...before, steps: held })
        const standing = callStanding(walk.call, callRules)
        // As long as it is not closed, no list loses sight of it.
        expect(callLineOf(stored(1, walk.call)).isUnsettled).toBe(standing.state !== 'closed')
        if (standing.state === 'closed') closed[standing.inDanger ? 'danger' : 'quiet'] += 1
      }
    }),
    { numRuns: 600 },
  )
  expect(closed.danger).toBeGreaterThan(0)
  expect(closed.quiet).toBeGreaterThan(0)
})
