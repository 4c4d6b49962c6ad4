import type { Stored } from '../../casework/records/record.ts'
import type { Qualification, StaffProfile, StruckOut, Training } from '../../casework/staff/staff-profile.ts'
import type { QualificationEnding, staffCounts, TrainingYear } from '../../casework/staff/staff-register.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** Somebody in the register, with their training of the year asked for. */
export interface StaffProfileLine {
  profile: Stored<StaffProfile>
  training: TrainingYear
  /** Whoever asks may add to it. */
  mayAdd: boolean
}

export interface StaffRegister {
  /** Who is here first, then who left; each in order of name. */
  people: StaffProfileLine[]
  /** Hours of everybody together in the year asked for. */
  hours: number
  /** Hours a year that the room wants of everybody. */
  wanted: number
  /** Years in which there is training, and this one; the newest first. */
  years: number[]
  ending: QualificationEnding[]
  counts: ReturnType<typeof staffCounts>
  /** Whoever asks may change whom the register names. */
  mayChange: boolean
  /** Accounts that nobody in the register has yet. */
  withoutProfile: { id: string; name: string }[]
  staffNames: Record<string, string>
  unreadable: number
}

/** What is known of somebody besides their qualifications and training. */
export type StaffProfileEntry = Omit<StaffProfile, 'qualifications' | 'training' | 'struckOut'>

export interface StaffRegisterApi {
  /** Rejects with NO_KEY. */
  staffRegister(year: number): Promise<StaffRegister>
  /**
   * Supervisors and administrators only. Enters somebody (`id` null, `revision` 0) or changes what is known of them. Refused with
   * NOT_SUPERVISOR, STAFF_PROFILE_INVALID (the field in `at`), or ACCOUNT_TAKEN when somebody else has this account.
   */
  saveStaffProfile(input: {
    id: string | null
    revision: number
    entry: StaffProfileEntry
  }): Promise<Outcome<{ id: string }>>
  /** For oneself, or by supervisors and administrators for anybody. Refused with NOT_YOUR_PROFILE or STAFF_PROFILE_INVALID. */
  addQualification(input: {
    id: string
    revision: number
    qualification: Qualification
  }): Promise<Outcome<null>>
  /** As `addQualification`; refused with TRAINING_AHEAD too. */
  addTraining(input: { id: string; revision: number; training: Training }): Promise<Outcome<null>>
  /** Says that a line was entered by mistake; as `addQualification`, and refused with REASON_NEEDED. */
  strikeOutLine(input: {
    id: string
    revision: number
    line: Pick<StruckOut, 'list' | 'place'>
    because: string
  }): Promise<Outcome<null>>
}
