import { VaultError } from '../errors.ts'
import { VaultDatabase } from './database.ts'
import type { VaultPlace } from './place.ts'
import { standingOf } from './standing.ts'

/** The database of a vault that exists. Throws NO_VAULT without making an empty one, NEWER_VAULT or RECOVERY_NEEDED. */
export const openToRead = async (place: VaultPlace): Promise<VaultDatabase> => {
  const standing = await standingOf(place)
  if (standing.state === 'none') throw new VaultError('NO_VAULT')
  if (standing.state === 'newer') throw new VaultError('NEWER_VAULT')
  if (standing.state === 'lost') throw new VaultError('RECOVERY_NEEDED', { at: standing.loss })
  return new VaultDatabase(standing.database, place.kinds)
}
