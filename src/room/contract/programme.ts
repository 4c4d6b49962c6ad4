import type { Battery } from '../../casework/assessments/battery.ts'
import type { BatteryProposal } from '../../casework/assessments/battery-proposals.ts'
import type { RetestDue } from '../../casework/assessments/retest-due.ts'
import type { RetestPlan } from '../../casework/assessments/retest-plan.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

export interface BatteryShelf {
  /** Those in use first, then the retired ones; each in order of name. */
  batteries: Stored<Battery>[]
  /** Those this room has not adopted. */
  proposals: BatteryProposal[]
  unreadable: number
}

/** A plan as it stands today. */
export interface RetestPlanOnShow extends RetestDue {
  plan: Stored<RetestPlan>
  /** What is due today or was due before, in the order of the plan. */
  dueNow: string[]
}

export interface ProgrammeApi {
  batteries(): Promise<BatteryShelf>
  /**
   * Supervisors and administrators only. Makes a battery (`id` null, `revision` 0) or changes one that is in use. Refused with
   * NOT_SUPERVISOR, BATTERY_INVALID (the field in `at`) or RECORD_CLOSED.
   */
  saveBattery(input: {
    id: string | null
    revision: number
    battery: Pick<Battery, 'name' | 'instruments' | 'everyWeeks' | 'proposal'>
  }): Promise<Outcome<{ id: string }>>
  /** Supervisors and administrators only. Takes a battery out of use, or back into it. */
  retireBattery(input: { id: string; revision: number; retired: boolean }): Promise<Outcome<null>>
  /** One client's plans: those kept to first, the next due at the top; then the ended ones. */
  retestPlans(clientId: string): Promise<{
    plans: RetestPlanOnShow[]
    unreadable: number
    /** Names of the staff mentioned, by id. */
    staffNames: Record<string, string>
  }>
  /** Refused as asking the client is (CONSENT_NEEDED, FILE_KEPT_ONLY), or with PLAN_INVALID, the field in `at`. */
  planRetest(
    input: Pick<RetestPlan, 'clientId' | 'instruments' | 'battery' | 'everyWeeks' | 'from'>,
  ): Promise<Outcome<{ id: string }>>
  /** Refused with REASON_NEEDED. */
  endRetestPlan(input: { id: string; revision: number; reason: string }): Promise<Outcome<null>>
}
