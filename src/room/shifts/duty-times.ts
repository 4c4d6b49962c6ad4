import type { Stored } from '../../casework/records/record.ts'
import { type RosterDuty, rosterDutyKind, rosterStanding } from '../../casework/shifts/roster-duty.ts'
import type { DutyTime } from '../contract/shifts.ts'
import type { Session } from '../session.ts'

/** Whoever comes so much earlier comes for the duty that follows. */
const earlyBy = 2 * 3_600_000

/** A duty that is kept, under whoever has it now. */
export interface KeptDuty extends DutyTime {
  id: string
  seat: number
}

const kept = ({ id, value }: Stored<RosterDuty>): KeptDuty[] => {
  const { state, staffId } = rosterStanding(value)
  const { seat, from, until } = value
  return state === 'cancelled' ? [] : [{ id, seat, staffId, from, until }]
}

/** Of these duties those that have not ended, in the order they begin. */
export const notEnded = (duties: readonly Stored<RosterDuty>[], at: string): KeptDuty[] =>
  duties
    .flatMap(kept)
    .filter(({ until }) => Date.parse(at) < Date.parse(until))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))

/** The duties of this room that have not ended. */
export const dutiesAhead = async ({ list }: Pick<Session, 'list'>, at: string): Promise<KeptDuty[]> =>
  notEnded((await list(rosterDutyKind)).records, at)

/** The duty somebody sits down for: one of theirs that goes on, or is about to begin. */
export const dutyFor = (
  duties: readonly KeptDuty[],
  { staffId, at }: { staffId: string; at: string },
): KeptDuty | null =>
  duties.find((duty) => duty.staffId === staffId && Date.parse(duty.from) - earlyBy <= Date.parse(at)) ?? null
