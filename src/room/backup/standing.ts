import type { BackupEntry } from '../../casework/records/backup-entry.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { BackupOccasion, BackupStanding, BackupState } from '../contract/backup.ts'

const dayLength = 86_400_000
const lateAfter = 7
const overdueAfter = 14

const newestFirst = (a: Stored<BackupEntry>, b: Stored<BackupEntry>): number =>
  b.value.madeAt.localeCompare(a.value.madeAt)

const stateAfter = (days: number | null, failed: boolean): BackupState => {
  if (days === null || days > overdueAfter || failed) return 'overdue'
  return days > lateAfter ? 'late' : 'good'
}

/** Where the backups stand at a moment. */
export const backupStanding = (entries: readonly Stored<BackupEntry>[], now: string): BackupStanding => {
  const ordered = entries.toSorted(newestFirst)
  const backups = ordered.filter(({ value }) => value.refusal === null && value.removedAt === null)
  const last = backups.find(({ value }) => value.verifiedAt !== null) ?? null
  const days = last && Math.max(0, Math.floor((Date.parse(now) - Date.parse(last.value.madeAt)) / dayLength))
  const [newest] = ordered
  const failed = newest && newest.value.refusal !== null ? newest : null
  return { state: stateAfter(days, failed !== null), last, days, failed, backups }
}

const hour = 3_600_000

/**
 * Whether a backup on this computer is to be made by itself: at the close of work when the newest is over 6 hours old, at its beginning
 * when none was made that day. `dayOf` gives the day of the room's calendar.
 */
export const isDue = (
  entries: readonly Stored<BackupEntry>[],
  when: BackupOccasion,
  now: string,
  dayOf: (moment: string) => string,
): boolean => {
  const made = entries
    .filter(
      ({ value }) => value.where === 'computer' && value.verifiedAt !== null && value.removedAt === null,
    )
    .map(({ value }) => value.madeAt)
  return when === 'lock'
    ? !made.some((at) => Math.abs(Date.parse(now) - Date.parse(at)) < 6 * hour)
    : !made.some((at) => dayOf(at) === dayOf(now))
}
