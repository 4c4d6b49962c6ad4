import type { NamedBackup } from './backup-name.ts'

/** How many are kept: the newest of each of so many days, weeks and months. */
const keptDays = 7
const keptWeeks = 4
const keptMonths = 12

const dayLength = 86_400_000
// 5 January 1970 was a Monday.
const firstMonday = 4

/** Gives the day of the room's calendar, `YYYY-MM-DD`, that a moment falls on. */
type DayOf = (moment: string) => string

const weekOf = (day: string): number => Math.floor((Date.parse(day) / dayLength - firstMonday) / 7)

const newestOfEach = <Period>(
  newestFirst: readonly NamedBackup[],
  periodOf: (backup: NamedBackup) => Period,
  most: number,
): NamedBackup[] => {
  const newest = new Map<Period, NamedBackup>()
  for (const backup of newestFirst) {
    const period = periodOf(backup)
    if (!newest.has(period)) newest.set(period, backup)
  }
  return [...newest.values()].slice(0, most)
}

/**
 * Which backups may go: all but the newest of 7 days, 4 weeks and 12 months on which there were any, and the one of the last
 * commit, which the clock may have dated before them.
 */
export const outlived = (backups: readonly NamedBackup[], dayOf: DayOf): NamedBackup[] => {
  const newestFirst = backups.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.seq - a.seq)
  const day = ({ createdAt }: NamedBackup) => dayOf(createdAt)
  const last = newestFirst.toSorted((a, b) => b.seq - a.seq).slice(0, 1)
  const kept = new Set([
    ...last,
    ...newestOfEach(newestFirst, day, keptDays),
    ...newestOfEach(newestFirst, (backup) => weekOf(day(backup)), keptWeeks),
    ...newestOfEach(newestFirst, (backup) => day(backup).slice(0, 7), keptMonths),
  ])
  return newestFirst.filter((backup) => !kept.has(backup))
}
