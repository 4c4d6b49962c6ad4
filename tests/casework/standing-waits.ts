import type { RetestPlan } from '../../src/casework/assessments/retest-plan.ts'
import type { Clue } from '../../src/casework/clues/clue.ts'
import { type Urgency, urgencyAt, type Wait, type WaitKind } from '../../src/casework/today/wait.ts'
import { type WaitRecords, waitsOf } from '../../src/casework/today/waits.ts'
import { counsellor, hour, intervals } from './course-records.ts'
import { idOf } from './records.ts'

const none: WaitRecords = {
  assessments: [],
  alerts: [],
  decisions: [],
  plans: [],
  episodes: [],
  followUps: [],
  referrals: [],
  notes: [],
  clues: [],
  safetyPlans: [],
  proposals: [],
  standings: [],
}
/** What waits in a file that holds nothing else. */
export const waits = (records: Partial<WaitRecords>): Wait[] => waitsOf({ ...none, ...records }, intervals)
/** What stands on the board at a moment, and in which column. */
export const standsAs = (records: Partial<WaitRecords>, now: string): [WaitKind, Urgency][] =>
  waits(records).flatMap((wait) => {
    const urgency = urgencyAt(wait, now)
    return urgency === null ? [] : [[wait.kind, urgency] as [WaitKind, Urgency]]
  })

/** Told, and not looked into. */
export const clue: Clue = {
  clientId: idOf(1),
  assessmentId: null,
  source: '示例：邻居',
  told: '示例',
  receivedBy: counsellor,
  receivedAt: hour(0),
  expires: '2026-11-30',
  outcome: null,
}
export const retest: RetestPlan = {
  clientId: idOf(1),
  instruments: ['phq-9'],
  battery: null,
  everyWeeks: 4,
  from: '2026-11-20',
  plannedBy: counsellor,
  plannedAt: hour(0),
  ended: null,
}
