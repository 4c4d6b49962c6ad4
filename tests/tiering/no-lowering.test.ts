import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, dayOf, instantAt } from '../../src/tiering/calendar.ts'
import { checkDecision } from '../../src/tiering/check-decision.ts'
import type { Evidence } from '../../src/tiering/evidence.ts'
import type { Decider } from '../../src/tiering/lowering.ts'
import { replay } from '../../src/tiering/replay.ts'
import { reviewBy } from '../../src/tiering/review-by.ts'
import { suggest } from '../../src/tiering/suggest.ts'
import type { Suggestion } from '../../src/tiering/suggestion.ts'
import { isLower, type Tier, tiers } from '../../src/tiering/tier.ts'
import { decisionThatHolds, tierStanding } from '../../src/tiering/tier-standing.ts'
import { clue, found, scored, told } from './evidence-builders.ts'
import { shippedRules } from './shipped-rules.ts'

type Action =
  | { kind: 'found'; make: (at: string) => Evidence }
  | { kind: 'waited'; days: number }
  | { kind: 'replayed' }
  | { kind: 'crisis'; open: boolean }
  | { kind: 'decided'; tier: Tier; reason: string; supervisor: boolean; here: boolean; outside: boolean }

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('phq-9', 'gad-7', 'asq'), fc.integer({ min: 0, max: 27 }))
      .map(([instrument, value]) => ({
        kind: 'found' as const,
        make: (at: string) => scored(instrument, value, at),
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('open' as const, 'confirmed' as const, 'denied' as const, 'notAsked' as const)
      .map((finding) => ({ kind: 'found' as const, make: (at: string) => found(finding, at) })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('ideation' as const, 'plan' as const),
        fc.constantFrom('yes' as const, 'no' as const),
      )
      .map(([question, answer]) => ({
        kind: 'found' as const,
        make: (at: string) => told(question, answer, at),
      })),
  },
  fc.constant({ kind: 'found' as const, make: (at: string) => clue('verified', at) }),
  fc.integer({ min: 1, max: 120 }).map((days) => ({ kind: 'waited' as const, days })),
  fc.constant({ kind: 'replayed' as const }),
  fc.boolean().map((open) => ({ kind: 'crisis' as const, open })),
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('decided' as const),
      tier: fc.constantFrom(...tiers),
      reason: fc.constantFrom('示例：谈过', '示例：谈过', ' '),
      supervisor: fc.boolean(),
      here: fc.boolean(),
      outside: fc.boolean(),
    }),
  },
)

interface Decision {
  tier: Tier
  decidedBy: string
  decidedAt: string
  reviewBy: string
  suggestion: Suggestion | null
}

it('no sequence of actions lowers a tier without a person, a talk or measure since, and from priority a supervisor', () => {
  let lowered = 0
  fc.assert(
    fc.property(fc.array(action, { minLength: 5, maxLength: 40 }), (actions) => {
      let evidence: Evidence[] = []
      let decisions: Decision[] = []
      let openEpisodes = 0
      let day = '2026-01-01'
      for (const [minute, one] of actions.entries()) {
        const at = instantAt(day, minute + 480)
        const before = tierStanding(decisions, day)
        switch (one.kind) {
          case 'found':
            evidence = [...evidence, one.make(at)]
            break
          case 'waited':
            day = addDays(day, one.days)
            break
          case 'crisis':
            openEpisodes = Number(one.open)
            break
          case 'replayed': {
            const fewer = { ...shippedRules, rules: shippedRules.rules.slice(0, 1) }
            replay({ inForce: shippedRules, changed: fewer }, [{ id: 'one', evidence }], day)
            break
          }
          case 'decided': {
            const suggestion = suggest(shippedRules, evidence, day)
            const heldOn = decisionThatHolds(decisions)?.suggestion ?? null
            const by: Decider = {
              isSupervisor: one.supervisor,
              hasSupervisorHere: one.here,
              outsideApproval: one.outside ? day : null,
            }
            const ground = { standing: before, heldOn, suggestion, evidence, openEpisodes, today: day }
            if (!checkDecision(one, ground, by).ok) break
            if (before !== null && isLower(one.tier, before.tier)) {
              lowered += 1
              const since = evidence.filter((known) => Date.parse(known.at) > Date.parse(before.decidedAt))
              expect(
                since.some(({ kind }) => kind === 'score' || kind === 'interview' || kind === 'criticalItem'),
              ).toBe(true)
              expect(openEpisodes).toBe(0)
              expect(
                evidence.some((known) => known.kind === 'criticalItem' && known.finding === 'open'),
              ).toBe(false)
              if (before.tier === 'priority') expect(one.supervisor || (one.outside && !one.here)).toBe(true)
            }
            const reviewed = reviewBy(shippedRules, one.tier, decisions, day)
            expect(one.reason.trim()).not.toBe('')
            decisions = [
              ...decisions,
              { tier: one.tier, decidedBy: 'a', decidedAt: at, reviewBy: reviewed, suggestion },
            ]
          }
        }
        const after = tierStanding(decisions, day)
        if (one.kind === 'decided') expect(dayOf(after?.decidedAt ?? at) <= day).toBe(true)
        else expect(after?.tier).toBe(before?.tier)
      }
    }),
    { numRuns: 500 },
  )
  expect(lowered).toBeGreaterThan(10)
})
