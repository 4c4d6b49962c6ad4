import type { CallCompetences } from '../../casework/hotline/call-competences.ts'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import type { PracticeCall } from '../../casework/practice/practice-call.ts'
import type { PracticeFeedback } from '../../casework/practice/practice-feedback.ts'
import type { PracticeScenario } from '../../casework/practice/practice-scenario.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { CallEntry } from './hotline.ts'

type Entered<Step> = Step extends unknown ? Omit<Step, 'by' | 'at'> : never

/** What can be practised while a call goes on; the room adds who and when. */
export type PracticeStepEntry = Entered<
  Extract<CallStep, { kind: 'acted' | 'consulted' | 'disclosed' | 'escalated' }>
>

/** A try at a practice call, for a list. */
export interface PracticeTry {
  id: string
  scenario: PracticeScenario['id']
  startedAt: string
  endedAt: string | null
  /** How many points of the checklist its record shows, of how many; null while it goes on. */
  points: { met: number; of: number } | null
}

/** A practice call with its talk, and the feedback once it has ended. */
export interface PracticeOnShow {
  practice: Stored<PracticeCall>
  scenario: PracticeScenario
  /** Null while it goes on, and for one that was written to other practice calls than there are now. */
  feedback: PracticeFeedback[] | null
  competences: CallCompetences
}

type StoredPractice = Promise<Outcome<Stored<PracticeCall>>>

/** Practice calls are records of their own: no list, board, number, hand-over or statistic ever holds one. */
export interface PracticeApi {
  /** The calls there are to practise on, and what whoever asks has practised, the newest first. */
  practiceCalls(): Promise<{
    scenarios: readonly Pick<PracticeScenario, 'id' | 'title' | 'aim'>[]
    tries: PracticeTry[]
    unreadable: number
  }>
  /** Refused with NOT_YOUR_PRACTICE to everybody else, a supervisor included. */
  openPractice(id: string): Promise<Outcome<PracticeOnShow>>
  /** Refused with HOTLINE_ROLE_NEEDED. */
  startPractice(scenario: PracticeScenario['id']): StoredPractice
  /** What was saved last holds. Refused with NOT_YOUR_PRACTICE, PRACTICE_ENDED, CALL_INVALID (the field in `at`). */
  savePractice(input: { id: string; entry: CallEntry }): StoredPractice
  /** Enters what was done, as in a call. Refused as `takeCallStep`, or with NOT_YOUR_PRACTICE, PRACTICE_ENDED. */
  takePracticeStep(input: { id: string; step: PracticeStepEntry }): StoredPractice
  /** Ends it as a call is ended. Refused with CALL_INCOMPLETE and `detail.missing`, NOT_YOUR_PRACTICE, PRACTICE_ENDED. */
  endPractice(input: { id: string; entry: CallEntry }): StoredPractice
}
