import { VaultError } from '../errors.ts'
import { VaultDatabase } from './database.ts'
import type { VaultPlace } from './place.ts'
import { decodeWrites } from './row-codec.ts'
import { type Standing, standingWithJournals } from './standing.ts'
import { writeRows } from './write-rows.ts'

export type ReadyStanding = Extract<Standing, { state: 'ready' }>

/**
 * Brings database and journal to the same commit, as the one writer: does again what only the journal has, and cuts off
 * what was never finished. Done twice it changes nothing more. Throws NO_VAULT, NEWER_VAULT or RECOVERY_NEEDED.
 */
export const settle = async (place: VaultPlace): Promise<ReadyStanding> => {
  const { standing, journals } = await standingWithJournals(place)
  if (standing.state === 'none') throw new VaultError('NO_VAULT')
  if (standing.state === 'newer' || !journals) throw new VaultError('NEWER_VAULT')
  if (standing.state === 'lost') throw new VaultError('RECOVERY_NEEDED', { at: standing.loss })
  const { frames, torn, last } = journals
  if (torn) await place.folder.truncate(last.name, last.size)
  if (standing.behind === 0) return standing
  const database = new VaultDatabase(standing.database, place.kinds)
  try {
    for (const { seq, payload } of frames)
      if (seq > standing.seq) await writeRows(database, seq, decodeWrites(payload))
  } finally {
    database.close()
  }
  return standing
}
