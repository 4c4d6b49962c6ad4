import { expect, it } from 'vitest'
import {
  nextSafetyPlan,
  proposedReview,
  type SafetyPlanDraft,
  safetyPlanInForce,
} from '../../../src/casework/crisis/safety-plan-version.ts'
import { counsellor, doneOf, intervals, planOf } from '../course-records.ts'
import { idOf, stored } from '../records.ts'

const {
  clientId: _client,
  version: _version,
  madeBy: _by,
  madeAt: _at,
  givenToClient: _given,
  ...content
} = planOf(1)
const draft = (more: Partial<SafetyPlanDraft> = {}): SafetyPlanDraft => ({
  ...content,
  from: 0,
  reviewBy: '2026-12-01',
  ...more,
})
const made = { clientId: idOf(1), madeBy: counsellor, madeAt: '2026-11-20T02:00:00.000Z' }
const plans = [stored(2, planOf(2, { givenToClient: true })), stored(1, planOf(1))]

it('the newest version holds', () => {
  expect(safetyPlanInForce(plans)?.id).toBe(idOf(2))
  expect(safetyPlanInForce([])).toBe(null)
})

it('a draft becomes the next version, which nobody was given yet', () => {
  const expected = { ...planOf(1), ...made, reviewBy: '2026-12-01' }
  expect(doneOf(nextSafetyPlan(draft(), [], made))).toEqual(expected)
  expect(doneOf(nextSafetyPlan(draft({ from: 2 }), plans, made))).toEqual({ ...expected, version: 3 })
})

it.each([
  [
    'written upon a version that is not the newest',
    draft({ from: 1 }),
    { code: 'SAFETY_PLAN_CHANGED', detail: { version: 2 } },
  ],
  ['written as if there were none', draft(), { code: 'SAFETY_PLAN_CHANGED', detail: { version: 2 } }],
  [
    'to be looked at the same day',
    draft({ from: 2, reviewBy: '2026-11-20' }),
    { code: 'REVIEW_NOT_AHEAD', at: 'reviewBy' },
  ],
  [
    'without signs',
    draft({ from: 2, warningSigns: [] }),
    { code: 'SAFETY_PLAN_INCOMPLETE', at: 'warningSigns' },
  ],
  [
    'without anybody to call',
    draft({ from: 2, professionals: [] }),
    { code: 'SAFETY_PLAN_INCOMPLETE', at: 'professionals' },
  ],
  [
    'with an empty line',
    draft({ from: 2, copingAlone: ['散步', ' '] }),
    { code: 'SAFETY_PLAN_INCOMPLETE', at: 'copingAlone.1' },
  ],
])('a plan %s is refused', (_, written, refusal) => {
  expect(nextSafetyPlan(written, plans, made)).toEqual({ ok: false, refusal })
})

it('is to be looked at sooner in a crisis', () => {
  expect(proposedReview(made.madeAt, true, intervals)).toBe('2026-11-27')
  expect(proposedReview(made.madeAt, false, intervals)).toBe('2026-12-18')
})
