/** The wrong passphrases of one member of staff since the last right one. Times in ms. */
export interface AttemptRow {
  id: string
  count: number
  /** What was still to be waited at `at`. */
  wait: number
  at: number
}

const freeAttempts = 5
const firstWait = 1000
const longestWait = 15 * 60 * 1000

/** How long to wait after so many wrong passphrases: nothing at first, then 1 s, 2 s, 4 s … up to a quarter of an hour. */
export const waitAfter = (count: number): number =>
  count < freeAttempts ? 0 : Math.min(firstWait * 2 ** (count - freeAttempts), longestWait)

/** The row as it stands now. A clock that was set back takes nothing off the wait, and adds nothing to it. */
export const waitedUntil = (row: AttemptRow, now: number): AttemptRow => {
  const passed = Math.max(0, now - row.at)
  return { ...row, wait: Math.max(0, row.wait - passed), at: now }
}

/** The wait begun anew, once an attempt has turned out wrong: finding out takes time itself. */
export const refused = (row: AttemptRow, now: number): AttemptRow => ({
  ...row,
  wait: waitAfter(row.count),
  at: now,
})

/** One more attempt, which counts as wrong until it turns out right. */
export const counted = (row: AttemptRow, now: number): AttemptRow => {
  return refused({ ...row, count: row.count + 1 }, now)
}
