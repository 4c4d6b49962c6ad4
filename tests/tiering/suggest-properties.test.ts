import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import {
  clueFindings,
  criticalFindings,
  type Evidence,
  interviewAnswers,
  interviewQuestions,
} from '../../src/tiering/evidence.ts'
import type { RuleSet, TierRule } from '../../src/tiering/rule-set.ts'
import { suggest } from '../../src/tiering/suggest.ts'
import { type Tier, tiers } from '../../src/tiering/tier.ts'

const today = '2026-11-22'
const day = fc.integer({ min: -60, max: 0 }).map((days) => addDays(today, days))
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }))
  .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:00:00Z`)
const instrument = fc.constantFrom('phq-9', 'gad-7')
const item = fc.constantFrom('q1', 'q9')
const finding = fc.constantFrom(...criticalFindings)
const band = fc.constantFrom('mild', 'severe')
const question = fc.constantFrom(...interviewQuestions)
const answer = fc.constantFrom(...interviewAnswers)
const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 3 })

const measured = {
  id: fc.uuid(),
  instrument,
  scale: fc.constant('total'),
  value: fc.integer({ min: 0, max: 27 }),
  at: moment,
}
const rater = fc.constantFrom({}, { rater: 'self' }, { rater: 'informant' })
const one: fc.Arbitrary<Evidence> = fc.oneof(
  fc
    .tuple(fc.record({ kind: fc.constant('score' as const), ...measured, band: fc.option(band) }), rater)
    .map(([found, by]) => ({ ...found, ...by })),
  fc
    .tuple(
      fc.record({
        kind: fc.constant('change' as const),
        ...measured,
        course: fc.constantFrom('better' as const, 'worse' as const, 'same' as const),
        points: fc.integer({ min: -27, max: 27 }),
        since: fc.constant('2026-01-01T02:00:00Z'),
      }),
      rater,
    )
    .map(([found, by]) => ({ ...found, ...by })),
  fc.record({
    kind: fc.constant('criticalItem' as const),
    id: fc.uuid(),
    instrument,
    item,
    finding,
    at: moment,
  }),
  fc.record({ kind: fc.constant('interview' as const), id: fc.uuid(), question, answer, at: moment }),
  fc.record({
    kind: fc.constant('clue' as const),
    id: fc.uuid(),
    finding: fc.constantFrom(...clueFindings),
    at: moment,
  }),
)
const evidence = fc.uniqueArray(one, { maxLength: 7, selector: ({ id }) => id })

const when: fc.Arbitrary<TierRule['when']> = fc.oneof(
  fc.record({ score: instrument, scale: fc.constant('total'), min: fc.integer({ min: 0, max: 27 }) }),
  fc.record({ score: instrument, scale: fc.constant('total'), max: fc.integer({ min: 0, max: 27 }) }),
  fc.record({
    score: instrument,
    scale: fc.constant('total'),
    band: fc.array(band, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ worse: instrument, scale: fc.constant('total') }),
  fc.record({ criticalItem: instrument, item, finding: some(finding) }),
  fc.record({ interview: question, answer: some(answer) }),
  fc.record({ clue: some(fc.constantFrom(...clueFindings)) }),
)
const rule = fc.record({
  proposed: fc.boolean(),
  when,
  tier: fc.constantFrom(...tiers),
  lifetimeDays: fc.integer({ min: 1, max: 60 }),
  reassess: fc.constant<TierRule['reassess']>({ instruments: [], interview: true }),
  reason: fc.constant({ 'zh-CN': '{date}', en: '{date}' }),
})
const ruleSet: fc.Arbitrary<RuleSet> = fc.array(rule, { minLength: 1, maxLength: 6 }).map(
  (rules): RuleSet => ({
    id: 'any',
    version: '1',
    tiers: {
      general: { reviewAfterDays: [30] },
      watch: { reviewAfterDays: [28] },
      priority: { reviewAfterDays: [7] },
    },
    rules: rules.map((each, index) => ({ ...each, id: `rule-${index}` })),
  }),
)

const height = (tier: Tier | null | undefined) => tiers.indexOf(tier ?? 'general')

/** The rules told once more, as a person would: does this finding meet this rule today? */
const holds = ({ when, lifetimeDays }: TierRule, found: Evidence): boolean => {
  if (addDays(dayOf(found.at), lifetimeDays) < today) return false
  if ('score' in when)
    return (
      found.kind === 'score' &&
      found.instrument === when.score &&
      found.value >= (when.min ?? 0) &&
      found.value <= (when.max ?? 27) &&
      (when.band === undefined || when.band.some((name) => name === found.band))
    )
  if ('worse' in when)
    return found.kind === 'change' && found.instrument === when.worse && found.course === 'worse'
  if ('interview' in when)
    return (
      found.kind === 'interview' && found.question === when.interview && when.answer.includes(found.answer)
    )
  if ('clue' in when) return found.kind === 'clue' && when.clue.includes(found.finding)
  return (
    found.kind === 'criticalItem' &&
    found.instrument === when.criticalItem &&
    found.item === when.item &&
    when.finding.includes(found.finding)
  )
}

const isMeasured = (found: Evidence) => found.kind === 'score' || found.kind === 'change'

/** What was measured again since by the same rater says nothing any more. */
const standing = (findings: readonly Evidence[]): Evidence[] =>
  findings.filter(
    (found) =>
      !isMeasured(found) ||
      !findings.some(
        (other) =>
          isMeasured(other) &&
          other.kind === found.kind &&
          other.instrument === found.instrument &&
          other.rater === found.rater &&
          (Date.parse(other.at) > Date.parse(found.at) || (other.at === found.at && other.id > found.id)),
      ),
  )

it('is lowered by nothing but a newer score of the same scale, knows no order, and is what the rules say', () => {
  fc.assert(
    fc.property(ruleSet, evidence, one, (rules, before, more) => {
      const first = suggest(rules, before, today)
      const second = suggest(rules, [...before, more], today)
      const known = new Set(second?.fired.map(({ rule }) => rule))
      const now = standing([...before, more])
      const measuredAgain = standing(before).some((found) => !now.includes(found))
      if (!measuredAgain) {
        expect(height(second?.tier)).toBeGreaterThanOrEqual(height(first?.tier))
        expect(first?.fired.every(({ rule }) => known.has(rule)) ?? true).toBe(true)
      }

      expect(suggest(rules, [more, ...before.toReversed()], today)).toEqual(second)

      const held = rules.rules.filter((each) =>
        standing([...before, more]).some((found) => holds(each, found)),
      )
      expect([...known].sort()).toEqual(held.map(({ id }) => id).sort())
      if (held.length > 0)
        expect(height(second?.tier)).toBe(Math.max(...held.map(({ tier }) => height(tier))))
    }),
    { numRuns: 2_000 },
  )
})

it('only becomes overdue as time goes by, and an overdue one is never general for want of evidence', () => {
  fc.assert(
    fc.property(ruleSet, evidence, fc.integer({ min: 0, max: 90 }), (rules, findings, days) => {
      const now = suggest(rules, findings, today)
      const later = suggest(rules, findings, addDays(today, days))
      if (now === null || later === null) {
        expect(findings).toEqual([])
        return
      }
      const fired = now.fired.map(({ rule }) => rule)
      expect(fired).toEqual(expect.arrayContaining(later.fired.map(({ rule }) => rule)))
      expect(later.lapsed.length).toBeGreaterThanOrEqual(now.lapsed.length)
      for (const { tier, fired, overdue, lapsed } of [now, later]) {
        expect(tier === null).toBe(overdue && fired.length === 0)
        if (lapsed.length > 0) expect(overdue).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})
