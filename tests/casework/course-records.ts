import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import {
  type CrisisEpisode,
  type CrisisStep,
  crisisQuestions,
} from '../../src/casework/crisis/crisis-episode.ts'
import { hoursAfter } from '../../src/casework/crisis/crisis-follow-ups.ts'
import type { SafetyPlan } from '../../src/casework/crisis/safety-plan.ts'
import type { CaseStep } from '../../src/casework/files/case-standing.ts'
import type { FollowUp } from '../../src/casework/follow-ups/follow-up.ts'
import {
  type FollowUpIntervals,
  readFollowUpIntervals,
} from '../../src/casework/follow-ups/follow-up-intervals.ts'
import type { SessionNote } from '../../src/casework/notes/session-note.ts'
import type { Taking } from '../../src/casework/records/approval-blocks.ts'
import type { Referral, ReferralStep } from '../../src/casework/referrals/referral.ts'
import type { TierDecision } from '../../src/casework/tiers/tier-decision.ts'
import { idOf } from './records.ts'

const file = new URL('../../resources/follow-up-intervals.json', import.meta.url)
export const shippedIntervals: unknown = JSON.parse(readFileSync(file, 'utf8'))
const read = readFollowUpIntervals(shippedIntervals)
if (!read.ok) throw new Error(read.refusal.code)
/** The intervals that come with the program. */
export const intervals: FollowUpIntervals = read.value

/** Whoever has the case, a colleague, a supervisor, and a supervisor's deputy. */
export const [counsellor, colleague, supervisor, deputy] = [900, 901, 910, 911].map(idOf) as [
  string,
  string,
  string,
  string,
]
const supervisors = [supervisor, deputy]
/** In which roles each of them acts, in a room that has supervisors. */
export const takingOf = (by: string): Taking => ({
  roles: supervisors.includes(by) ? ['counsellor', 'supervisor'] : ['counsellor'],
  supervisors,
})
/** A counsellor in a room without a supervisor. */
export const alone: Taking = { roles: ['counsellor'], supervisors: [] }

const opened = '2026-11-01T02:00:00.000Z'
/** A moment so many hours after the episode began. */
export const hour = (hours: number): string => hoursAfter(opened, hours)

type Told<Step extends { kind: string }, Kind extends Step['kind']> = Partial<Extract<Step, { kind: Kind }>>

const crisisSteps: { [Kind in CrisisStep['kind']]: Omit<Extract<CrisisStep, { kind: Kind }>, 'by' | 'at'> } =
  {
    interviewed: { kind: 'interviewed', asked: 'confirmed', said: '示例：有过想法' },
    explored: {
      kind: 'explored',
      found: Object.fromEntries(
        crisisQuestions.map((question) => [question, { answer: 'no', said: '' }]),
      ) as Extract<CrisisStep, { kind: 'explored' }>['found'],
    },
    levelSet: { kind: 'levelSet', level: 'atOnce', because: '示例' },
    consulted: {
      kind: 'consulted',
      whom: { kind: 'outside', name: '示例督导', day: '2026-11-01' },
      advice: '示例',
    },
    acted: { kind: 'acted', action: 1, what: 'stayedWith', state: 'done', note: '' },
    handedOver: { kind: 'handedOver', to: colleague, note: '示例' },
    accepted: { kind: 'accepted' },
    declined: { kind: 'declined', because: '示例' },
    followedUp: { kind: 'followedUp', afterHours: 24, reached: true, askedAgain: 'none', note: '示例' },
    followUpAdded: { kind: 'followUpAdded', afterHours: 120, because: '示例' },
    escalated: { kind: 'escalated', because: '示例' },
    approved: { kind: 'approved', whom: { kind: 'here' }, note: '示例' },
    closed: { kind: 'closed', because: '示例' },
  }

/** A crisis step of that kind, so many hours after the beginning, with what is said of it. */
export const crisisStep = <Kind extends CrisisStep['kind']>(
  kind: Kind,
  hours = 0,
  more: Told<CrisisStep, Kind> = {},
): CrisisStep => ({ by: counsellor, at: hour(hours), ...crisisSteps[kind], ...more }) as CrisisStep

export const episodeOf = (steps: CrisisStep[] = [], more: Partial<CrisisEpisode> = {}): CrisisEpisode => ({
  clientId: idOf(1),
  openedBy: counsellor,
  openedAt: opened,
  from: { kind: 'alert', alertId: idOf(60) },
  steps,
  ...more,
})

/** Asked, level set, and something done and verified in two ways. */
export const responding: CrisisStep[] = [
  crisisStep('interviewed', 0.5),
  crisisStep('levelSet', 0.5),
  crisisStep('acted', 0.6),
  crisisStep('acted', 0.7, { action: 2, what: 'meansMadeSafe' }),
  crisisStep('acted', 0.8, { state: 'verified' }),
  crisisStep('acted', 0.9, { action: 2, what: 'meansMadeSafe', state: 'verified' }),
]
/** Looked after all the way: nothing stands in the way of closing. */
export const lookedAfter: CrisisStep[] = [
  ...responding,
  ...[24, 72, 168, 720, 2160].map((afterHours) => crisisStep('followedUp', afterHours + 1, { afterHours })),
]

const referralSteps: {
  [Kind in ReferralStep['kind']]: Omit<Extract<ReferralStep, { kind: Kind }>, 'by' | 'at'>
} = {
  sent: { kind: 'sent', disclosure: idOf(70), way: 'slip' },
  accepted: { kind: 'accepted', person: '示例医生' },
  refused: { kind: 'refused', because: '示例' },
  seen: { kind: 'seen', note: '' },
  notSeen: { kind: 'notSeen', because: '示例' },
  feedback: { kind: 'feedback', from: '示例医生', advice: '示例' },
  reminded: { kind: 'reminded', note: '' },
  returned: { kind: 'returned', next: '示例' },
  withdrawn: { kind: 'withdrawn', because: '示例' },
}
export const referralStep = <Kind extends ReferralStep['kind']>(
  kind: Kind,
  hours = 0,
  more: Told<ReferralStep, Kind> = {},
): ReferralStep => ({ by: counsellor, at: hour(hours), ...referralSteps[kind], ...more }) as ReferralStep

export const referralOf = (steps: ReferralStep[] = [], more: Partial<Referral> = {}): Referral => ({
  clientId: idOf(1),
  receiver: { kind: 'hospital', name: '示例医院', contact: '' },
  urgency: 'planned',
  question: '示例：请评估',
  told: '',
  consent: idOf(71),
  writtenBy: counsellor,
  writtenAt: opened,
  steps,
  ...more,
})

const caseSteps: { [Kind in CaseStep['kind']]: Omit<Extract<CaseStep, { kind: Kind }>, 'by' | 'at'> } = {
  proposed: {
    kind: 'proposed',
    reason: 'goalsReached',
    summary: '示例：目标达成',
    outcomes: [],
    aftercare: '',
    aftercareDue: null,
  },
  approved: { kind: 'approved', whom: { kind: 'here' }, note: '' },
  sentBack: { kind: 'sentBack', because: '示例' },
  reopened: { kind: 'reopened', because: '示例' },
}
export const caseStep = <Kind extends CaseStep['kind']>(
  kind: Kind,
  hours = 0,
  more: Told<CaseStep, Kind> = {},
): CaseStep => ({ by: counsellor, at: hour(hours), ...caseSteps[kind], ...more }) as CaseStep

export const followUpOf = (due: string, more: Partial<FollowUp> = {}): FollowUp => ({
  clientId: idOf(1),
  due,
  why: { kind: 'tier', decision: idOf(80) },
  plannedBy: counsellor,
  plannedAt: opened,
  result: null,
  cancelled: null,
  ...more,
})

export const noteOf = (more: Partial<SessionNote> = {}): SessionNote => ({
  clientId: idOf(1),
  appointment: null,
  heldAt: opened,
  minutes: 50,
  mode: 'inRoom',
  writtenBy: counsellor,
  content: { form: 'DAP', data: '示例', assessment: '', plan: '' },
  signedAt: null,
  addenda: [],
  ...more,
})

export const planOf = (version: number, more: Partial<SafetyPlan> = {}): SafetyPlan => ({
  clientId: idOf(1),
  version,
  madeBy: counsellor,
  madeAt: opened,
  reviewBy: '2026-11-08',
  warningSigns: ['示例：睡不着'],
  copingAlone: [],
  peopleAndPlaces: [],
  peopleToAsk: [],
  professionals: [{ name: '12356', phone: '12356' }],
  safeSurroundings: [],
  givenToClient: false,
  ...more,
})

export const decisionOf = (tier: TierDecision['tier'], more: Partial<TierDecision> = {}): TierDecision => ({
  clientId: idOf(1),
  tier,
  decidedBy: counsellor,
  decidedAt: opened,
  reason: '示例',
  suggestion: null,
  reviewBy: '2026-11-08',
  ...more,
})

export const codesOf = (blocks: readonly { code: string }[]): string[] => blocks.map(({ code }) => code)

/** The value of what must not be refused. */
export function doneOf<T>(outcome: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (outcome.ok) return outcome.value
  return expect.unreachable(JSON.stringify(outcome.refusal))
}
