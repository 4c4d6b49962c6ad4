import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { durableBackupFolder } from '../../../src/vault/backup/backup-folder.ts'
import { Restoration } from '../../../src/vault/backup/restore.ts'
import { databasesOf } from '../../../src/vault/store/database-names.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { makeRoom, passphraseOf } from '../room.ts'
import { by, madeAt } from './kept.ts'

test('a restoration is entered in the name of who opened the backup, whoever signs in first after it', async () => {
  const room = await makeRoom()
  onTestFinished(async () => {
    for (const name of await databasesOf(room.name)) await Dexie.delete(name)
  })
  const vault = await room.open(room.first)
  const colleague = await room.add(vault, '示例热线', ['hotline'])
  const folder = durableBackupFolder(memoryFolder())
  const { name } = await vault.backups.make(folder, { createdAt: madeAt })
  vault.lock()
  const secrets = [{ passphrase: passphraseOf('示例热线'), staffId: colleague }, { words: room.words }]
  for (const secret of secrets) {
    const restoration = await Restoration.prepare(room.place, folder.read(name), by(secret))
    await restoration.switchOver(madeAt)
    const again = await room.open(room.first)
    await again.trail.enterOwed()
    const [newest] = await again.trail.before({ before: null, limit: 1 })
    expect(newest?.read?.entry).toMatchObject({
      action: 'restored',
      actor: 'words' in secret ? null : colleague,
    })
    again.lock()
  }
})
