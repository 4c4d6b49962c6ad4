import { VaultError } from '../errors.ts'
import type { RecoveryIdentity } from '../keys/recovery-words.ts'
import { layoutVersion, VaultDatabase } from '../store/database.ts'
import { everyRow } from '../store/every-row.ts'
import type { VaultPlace } from '../store/place.ts'
import { snapshotName, verifySnapshot, writeSnapshot } from '../store/snapshot.ts'
import { standingOf } from '../store/standing.ts'
import { writeRows } from '../store/write-rows.ts'
import { fromLayout1 } from './from-layout-1.ts'

/** What becomes of a vault's rows from one layout to the next, by the layout they have. */
const steps = new Map([[1, fromLayout1]])

/**
 * Brings a vault of an earlier layout to today's, all of it or nothing, after its rows were copied into a snapshot as they
 * are. Only the recovery sheet can: it opens and signs everything. One of today's layout is left alone. Throws NO_VAULT,
 * NEWER_VAULT, RECOVERY_NEEDED, DAMAGED_VAULT when it is not the vault of this sheet, NOT_SAVED or FolderError.
 */
export const migrate = async (place: VaultPlace, recovery: RecoveryIdentity): Promise<void> => {
  const standing = await standingOf(place)
  if (standing.state === 'none') throw new VaultError('NO_VAULT')
  if (standing.state === 'newer') throw new VaultError('NEWER_VAULT')
  if (standing.state === 'lost') throw new VaultError('RECOVERY_NEEDED', { at: standing.loss })
  const database = new VaultDatabase(standing.database, place.kinds)
  try {
    const { layout } = await database.header()
    if (layout === layoutVersion) return
    const step = steps.get(layout)
    if (!step) throw new VaultError('DAMAGED_VAULT', { at: 'vault' })
    const before = snapshotName(0)
    await place.folder.remove(before)
    await verifySnapshot(
      place.folder,
      before,
      await writeSnapshot(place.folder, before, 0, everyRow(database)),
    )
    await writeRows(database, 1, await step(database, recovery))
  } finally {
    database.close()
  }
}
