import { Dexie } from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { durableBackupFolder } from '../../../src/vault/backup/backup-folder.ts'
import { Restoration } from '../../../src/vault/backup/restore.ts'
import { databasesOf } from '../../../src/vault/store/database-names.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { makeRoom, noteKind, passphraseOf } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { by, client, first, madeAt } from './kept.ts'

test('made right after somebody left: opens for those who stayed, by the sheet, and not for who left', async () => {
  const room = await makeRoom()
  onTestFinished(async () => {
    for (const name of await databasesOf(room.name)) await Dexie.delete(name)
  })
  const vault = await room.open(room.first)
  const value = { clientId: client, text: '示例记录' }
  await vault.commit([{ kind: noteKind, id: '1'.repeat(32), expectedRevision: 0, value }])
  const leaver = await room.add(vault, '示例热线', ['hotline'])
  const folder = durableBackupFolder(memoryFolder())
  const before = await vault.backups.make(folder, { createdAt: madeAt })
  await vault.staffing.remove(leaver)
  const made = await vault.backups.make(folder, { createdAt: '2026-11-23T08:00:00.000Z' })

  const result = await vault.backups.drill(folder.read(made.name))
  expect(result).toMatchObject({ opened: 1, unreadable: {}, closed: 0 })
  // The one made before that opens too: whoever is at work holds the earlier keys.
  expect((await vault.backups.drill(folder.read(before.name))).opened).toBe(1)
  await vault.backups.check(folder.read(made.name))
  vault.lock()

  const restored = async (secret: Parameters<typeof by>[0]) => {
    const restoration = await Restoration.prepare(room.place, folder.read(made.name), by(secret))
    await restoration.discard()
    return restoration.comparison.rows
  }
  expect(await restored({ words: room.words })).toBe(made.rows)
  expect(await restored({ passphrase: passphraseOf(first) })).toBe(made.rows)
  expect(await codeOf(restored({ passphrase: passphraseOf('示例热线') }))).toBe('WRONG_PASSPHRASE')
})

test('tried by somebody who opens little: all is counted, and what is theirs is opened', async () => {
  const room = await makeRoom()
  onTestFinished(async () => {
    for (const name of await databasesOf(room.name)) await Dexie.delete(name)
  })
  const vault = await room.open(room.first)
  const value = { clientId: client, text: '示例记录' }
  await vault.commit([{ kind: noteKind, id: '1'.repeat(32), expectedRevision: 0, value }])
  const id = await room.add(vault, '示例热线', ['hotline'])
  const folder = durableBackupFolder(memoryFolder())
  const made = await vault.backups.make(folder, { createdAt: madeAt })
  vault.lock()
  const hotline = await room.open(id)
  const result = await hotline.backups.drill(folder.read(made.name))
  expect(result).toMatchObject({ rows: made.rows, opened: 0, closed: 1 })
})
