import type { Stored } from '../../casework/records/record.ts'
import type { HotlineSeats } from '../../casework/shifts/hotline-seats.ts'
import type { RosterStepKind } from '../../casework/shifts/roster-course.ts'
import type { RosterDuty, RosterStanding, RosterStep } from '../../casework/shifts/roster-duty.ts'
import type { RosterGap } from '../../casework/shifts/roster-gaps.ts'
import type { Outcome } from '../../instruments/outcome.ts'

type Entered<Step> = Step extends unknown ? Omit<Step, 'by' | 'at'> : never

/** A step as somebody enters it; who and when is added by the room. */
export type RosterStepEntry = Entered<RosterStep>

/** A duty as it stands, for whoever asks. */
export interface DutyOnShow {
  duty: Stored<RosterDuty>
  standing: RosterStanding
  isMine: boolean
  /** The steps whoever asks may take. */
  open: RosterStepKind[]
}

/** What is known around the duties. */
interface AroundDuties {
  seats: HotlineSeats['seats']
  /** Who can sit at the hotline, by name. */
  sitters: { id: string; name: string }[]
  staffNames: Record<string, string>
}

export interface RosterApi {
  /** The week that `day` lies in, Monday first: every duty that touches it, by when it begins. */
  rosterWeek(day: string): Promise<
    AroundDuties & {
      monday: string
      duties: DutyOnShow[]
      /** The times still to come in which nobody, or only one, is to be there. */
      gaps: RosterGap[]
      mayPlan: boolean
      unreadable: number
    }
  >
  /** Rejects with NOT_FOUND or NO_KEY. */
  rosterDuty(id: string): Promise<AroundDuties & DutyOnShow>
  /** Refused with what stands in the way (`RosterBlock`), or DUTY_INVALID (the field in `at`). */
  planDuty(duty: Pick<RosterDuty, 'seat' | 'staffId' | 'from' | 'until'>): Promise<Outcome<{ id: string }>>
  /** Refused with what stands in the way (`RosterBlock`), or DUTY_INVALID (the field in `at`). */
  takeRosterStep(input: { id: string; revision: number; step: RosterStepEntry }): Promise<Outcome<null>>
}
