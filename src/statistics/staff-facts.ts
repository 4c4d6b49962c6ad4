import type { StaffProfile } from '../casework/staff/staff-profile.ts'
import type { Fact } from './fact.ts'
import { counts, staffOn } from './facts/subject.ts'

/** Who works here on a day, as facts to be counted beside the stored ones; made for the report and never stored. */
export const staffFacts = (
  profiles: readonly { id: string; value: Pick<StaffProfile, 'employment' | 'crisisTeam' | 'leftOn'> }[],
  day: string,
): Fact[] =>
  profiles
    .filter(({ value: { leftOn } }) => leftOn === null || leftOn >= day)
    .map(({ id, value: { employment, crisisTeam } }) => ({
      ...staffOn(id, day),
      ...counts('staff', employment, crisisTeam ? 'crisisTeam' : null),
    }))
