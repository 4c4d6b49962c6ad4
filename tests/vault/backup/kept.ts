import { Dexie } from 'dexie'
import { onTestFinished } from 'vitest'
import { durableBackupFolder } from '../../../src/vault/backup/backup-folder.ts'
import type { BackupHeader } from '../../../src/vault/backup/backup-header.ts'
import { type BackupKey, type BackupSecret, backupKey } from '../../../src/vault/backup/backup-key.ts'
import { type BackupSource, type MadeBackup, makeBackup } from '../../../src/vault/backup/make-backup.ts'
import { keyOf, type Session } from '../../../src/vault/session.ts'
import { databasesOf } from '../../../src/vault/store/database-names.ts'
import { unlock } from '../../../src/vault/unlock.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { makeRoom, noteKind, passphraseOf, type TestRoom } from '../room.ts'

export const madeAt = '2026-11-22T08:00:00.000Z'
export const client = 'a'.repeat(32)
export const first = '示例首位'

/** A room with some notes, unlocked, and a folder for its backups. */
export const roomToBackUp = async (notes = 5) => {
  const records = Array.from({ length: notes }, (_, n) => ({
    kind: noteKind,
    id: String(n).padStart(32, '0'),
    expectedRevision: 0,
    value: { clientId: client, text: `示例记录 ${n}` },
  }))
  const room = await makeRoom(['counsellor', 'administrator'], records)
  const session = await unlock(
    { ...room.place, staffId: room.first, passphrase: passphraseOf(first) },
    { writes: true },
  )
  const backups = memoryFolder()
  onTestFinished(async () => {
    session.database.close()
    for (const name of await databasesOf(room.name)) await Dexie.delete(name)
  })
  return { room, session, backups, folder: durableBackupFolder(backups) }
}

const sourceOf = ({ place }: TestRoom, session: Session): BackupSource => ({
  database: session.database,
  kinds: place.kinds,
  config: [keyOf(session, 'config')],
})

export const keyTo = (session: Session): BackupKey => ({
  config: keyOf(session, 'config'),
  root: session.keys.root,
  grantee: { staffId: session.staff.id, sealing: session.keys.sealing },
})

export const backUp = (
  { room, session, folder }: Awaited<ReturnType<typeof roomToBackUp>>,
  createdAt = madeAt,
): Promise<MadeBackup> => makeBackup(sourceOf(room, session), folder, { createdAt })

/** Opens a backup as somebody who is not at work does. */
export const by = (secret: BackupSecret) => (header: BackupHeader) => backupKey(header, secret)
