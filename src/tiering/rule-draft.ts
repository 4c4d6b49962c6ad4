import type { RuleSet } from './rule-set.ts'

/** What a room's own rule sets are called. */
const ownId = 'room'

/** The version after these, `2026-3` after `2026-2`; every year begins with 1. `day` is the day of the next one. */
export function nextVersion(taken: readonly string[], day: string): string {
  const year = day.slice(0, 4)
  const numbers = taken.flatMap((version) => {
    const [, of, number] = /^(\d{4})-(\d+)$/.exec(version) ?? []
    return of === year ? [Number(number)] : []
  })
  return `${year}-${Math.max(0, ...numbers) + 1}`
}

/** A rule set to edit, as the room's own: it begins as the one in force, under the next of its versions. */
export const ruleDraft = (inForce: RuleSet, earlier: readonly RuleSet[], day: string): RuleSet => ({
  ...inForce,
  id: ownId,
  version: nextVersion(
    earlier.map(({ version }) => version),
    day,
  ),
})
