import { attemptWait } from './keys/attempts.ts'
import { openToRead } from './store/open-database.ts'
import type { VaultPlace } from './store/place.ts'

/** How long somebody has to wait after wrong passphrases, in ms; 0 when they need not. Throws as `openToRead` does. */
export const passphraseWait = async (place: VaultPlace, staffId: string): Promise<number> => {
  const database = await openToRead(place)
  try {
    return await attemptWait(database, staffId)
  } finally {
    database.close()
  }
}
