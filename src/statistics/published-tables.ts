import { type ReleaseProfile, releaseProfiles } from '../casework/unit/unit-profile.ts'
import type { PlannedTable, ReleasePlan } from './release-plan.ts'

const rank = (profile: ReleaseProfile): number => releaseProfiles.indexOf(profile)

/** Whether every room that may publish for `profile` is larger than those that may for `than`. */
export const isLargerProfile = (profile: ReleaseProfile, than: ReleaseProfile): boolean =>
  rank(profile) > rank(than)

/** The tables a room of this profile publishes for a month or a quarter, in the plan's order. */
export function publishedTables(
  plan: ReleasePlan,
  profile: ReleaseProfile,
  period: PlannedTable['period'],
): PlannedTable[] {
  const allowed = plan.tables.filter((table) => !isLargerProfile(table.profile, profile))
  const replaced = new Set(allowed.flatMap(({ replaces }) => replaces))
  return allowed.filter((table) => table.period === period && !replaced.has(table.id))
}
