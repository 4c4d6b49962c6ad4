import { saved, VaultError } from '../errors.ts'
import type { VaultDatabase } from '../store/database.ts'
import { type AttemptRow, counted, refused, waitedUntil } from './attempt-delay.ts'

/** All whom nobody knows count as one. */
const unknownId = 'unknown'

/** Time that nobody can set while this window is open; after a restart it is the machine's again. */
const steadyNow = (): number => performance.timeOrigin + performance.now()

/** Changes somebody's row, or leaves it when `change` gives null; gives the row as it stood now. */
const changed = (
  database: VaultDatabase,
  staffId: string,
  now: number,
  change: (row: AttemptRow) => AttemptRow | null,
): Promise<AttemptRow> =>
  saved(
    database.transaction('rw', [database.attempts, database.staff], async () => {
      const id = (await database.staff.get(staffId)) ? staffId : unknownId
      const stored = (await database.attempts.get(id)) ?? { id, count: 0, wait: 0, at: now }
      const row = waitedUntil(stored, now)
      const next = change(row)
      if (next) await database.attempts.put(next)
      return row
    }),
  )

/** How long this person has to wait before the next attempt, in ms; nobody else has to. */
export const attemptWait = async (
  database: VaultDatabase,
  staffId: string,
  now = steadyNow(),
): Promise<number> => {
  const { wait } = await changed(database, staffId, now, (row) => (row.wait > 0 ? row : null))
  return wait
}

/**
 * Counts an attempt before anything is derived, so that breaking it off gains nothing. Throws TOO_MANY_ATTEMPTS while this
 * person has to wait.
 */
export const countAttempt = async (
  database: VaultDatabase,
  staffId: string,
  now = steadyNow(),
): Promise<void> => {
  // A full disk must lock nobody out: the delay keeps a colleague off, a thief only Argon2.
  const row = await changed(database, staffId, now, (current) =>
    current.wait > 0 ? current : counted(current, now),
  ).catch(() => null)
  if (row && row.wait > 0) throw new VaultError('TOO_MANY_ATTEMPTS')
}

/** Lets the wait begin when an attempt has turned out wrong. */
export const refuseAttempt = async (
  database: VaultDatabase,
  staffId: string,
  now = steadyNow(),
): Promise<void> => {
  await changed(database, staffId, now, (row) => refused(row, now)).catch(() => null)
}

/** Forgets the wrong attempts of somebody who gave the right passphrase. */
export const clearAttempts = async (database: VaultDatabase, staffId: string): Promise<void> => {
  // What cannot be forgotten now is forgotten the next time.
  await saved(database.attempts.delete(staffId)).catch(() => undefined)
}
