import { saved } from '../errors.ts'
import type { VaultDatabase } from './database.ts'

// Stands among the former databases of one that is still being filled; no database has this name.
const inTheMaking = ''

/** Says of a new database that it is no vault yet, so that it is neither taken for one nor for what is left of one. */
export const markUnfinished = async ({ former }: VaultDatabase, at: string): Promise<void> => {
  await saved(former.put({ name: inTheMaking, setAsideAt: at }))
}

/** False also when it cannot be read: what may be left of a vault is never cleared away. */
export const isUnfinished = async ({ former }: VaultDatabase): Promise<boolean> =>
  (await former.get(inTheMaking).catch(() => undefined)) !== undefined

/** To be called in the transaction that makes it a vault. */
export const markFinished = ({ former }: VaultDatabase): PromiseLike<void> => former.delete(inTheMaking)
