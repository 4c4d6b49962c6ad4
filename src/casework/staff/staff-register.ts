import { addDays } from '../../tiering/calendar.ts'
import type { WorkingRules } from '../unit/working-rules.ts'
import { isStruckOut, type StaffProfile } from './staff-profile.ts'

/** Hours of training in one year; quarters of an hour add up exactly. */
export interface TrainingYear {
  hours: number
  /** Of these, under supervision. */
  supervision: number
  /** Hours that are still missing to what the room wants; 0 when none. */
  missing: number
}

export function trainingIn(
  year: number,
  { training, struckOut }: Pick<StaffProfile, 'training' | 'struckOut'>,
  { trainingHoursPerYear }: Pick<WorkingRules, 'trainingHoursPerYear'>,
): TrainingYear {
  const inYear = training.filter(
    ({ day }, place) => Number(day.slice(0, 4)) === year && !isStruckOut({ struckOut }, 'training', place),
  )
  const hoursOf = (some: typeof inYear) => some.reduce((sum, { quarterHours }) => sum + quarterHours, 0) / 4
  const hours = hoursOf(inYear)
  return {
    hours,
    supervision: hoursOf(inYear.filter(({ supervision }) => supervision)),
    missing: Math.max(0, trainingHoursPerYear - hours),
  }
}

/** A qualification that has run out, or will soon. */
export interface QualificationEnding {
  profile: string
  title: string
  until: string
  state: 'ranOut' | 'soon'
}

/** What has run out on `today` or will within the room's days, the earliest first; of people who work here still. */
export const qualificationsEnding = (
  profiles: readonly { id: string; value: StaffProfile }[],
  today: string,
  { qualificationSoonDays }: Pick<WorkingRules, 'qualificationSoonDays'>,
): QualificationEnding[] =>
  profiles
    .filter(({ value: { leftOn } }) => leftOn === null || leftOn >= today)
    .flatMap(({ id, value }) =>
      value.qualifications.flatMap(({ title, until }, place): QualificationEnding[] => {
        if (isStruckOut(value, 'qualifications', place)) return []
        if (until === null || until > addDays(today, qualificationSoonDays)) return []
        return [{ profile: id, title, until, state: until < today ? 'ranOut' : 'soon' }]
      }),
    )
    .toSorted((a, b) => a.until.localeCompare(b.until))

/** Who works here on a day, by how they are employed, and how many are on the crisis team. */
export function staffCounts(
  profiles: readonly StaffProfile[],
  today: string,
): { byEmployment: Record<StaffProfile['employment'], number>; crisisTeam: number } {
  const here = profiles.filter(({ leftOn }) => leftOn === null || leftOn >= today)
  const byEmployment = { fullTime: 0, partTime: 0, volunteer: 0, external: 0 }
  for (const { employment } of here) byEmployment[employment] += 1
  return { byEmployment, crisisTeam: here.filter(({ crisisTeam }) => crisisTeam).length }
}
