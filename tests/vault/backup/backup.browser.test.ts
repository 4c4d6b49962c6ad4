import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { restoreDrill } from '../../../src/vault/backup/drill.ts'
import { Restoration } from '../../../src/vault/backup/restore.ts'
import { VaultBackups } from '../../../src/vault/backup/vault-backups.ts'
import { databasesOf } from '../../../src/vault/store/database-names.ts'
import { openVault } from '../../../src/vault/vault.ts'
import { makeRoom, noteKind, passphraseOf } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { backUp, by, client, first, keyTo, madeAt, roomToBackUp } from './kept.ts'

const drill = (kept: Awaited<ReturnType<typeof roomToBackUp>>, name: string) =>
  restoreDrill(kept.room.place, kept.folder.read(name), keyTo(kept.session), kept.session)

describe('a backup', () => {
  test('case 80: comes back whole when it is tried, and leaves nothing behind', async () => {
    const kept = await roomToBackUp()
    const made = await backUp(kept)
    expect([...kept.backups.files.keys()]).toEqual([made.name])
    const before = await Dexie.getDatabaseNames()
    const result = await drill(kept, made.name)
    expect(result).toEqual({ seq: 1, rows: made.rows, opened: 5, unreadable: {}, closed: 0 })
    expect(await Dexie.getDatabaseNames()).toEqual(before)
  })

  test('tells of what cannot be read in it when it is tried, and opens the rest', async () => {
    const kept = await roomToBackUp()
    const id = '3'.padStart(32, '0')
    const notes = kept.session.database.records(noteKind)
    const row = await notes.get(id)
    if (!row) throw new Error('no row')
    // Between what is plain and the tag, which alone is counted.
    const envelope = row.envelope.map((byte, at) => (at === row.envelope.length - 40 ? byte ^ 1 : byte))
    await notes.put({ ...row, envelope })
    const made = await backUp(kept)
    expect(await drill(kept, made.name)).toMatchObject({ opened: 4, unreadable: { notes: [id] } })
  })

  test('opens with the keys of its vault and its time, and with no others', async () => {
    const kept = await roomToBackUp()
    const made = await backUp(kept)
    const backups = new VaultBackups(kept.session, kept.room.place)
    const header = await backups.check(kept.folder.read(made.name))
    expect(backups.keyTo(header).config.generation).toBe(1)
    const refusal = async (other: typeof header) =>
      codeOf(Promise.resolve(other).then((it) => backups.keyTo(it)))
    expect(await refusal({ ...header, vaultId: 'f'.repeat(32) })).toBe('BACKUP_OTHER_VAULT')
    expect(await refusal({ ...header, config: { ...header.config, generation: 2 } })).toBe('NO_KEY')
  })

  test('restored where the vault lives: beside it, compared, and worked with only when somebody says so', async () => {
    const kept = await roomToBackUp()
    const { room, session, folder } = kept
    const made = await backUp(kept)
    const vault = await room.open(room.first)
    const later = { clientId: client, text: '后来的示例' }
    await vault.commit([{ kind: noteKind, id: 'f'.repeat(32), expectedRevision: 0, value: later }])
    vault.lock()

    const restoration = await Restoration.prepare(
      room.place,
      folder.read(made.name),
      by({ words: room.words }),
    )
    expect(restoration.comparison).toMatchObject({ seq: 1, livingSeq: 2, rows: made.rows })
    const notes = restoration.comparison.tables.find(({ table }) => table === 'notes')
    expect(notes).toEqual({ table: 'notes', restored: 5, living: 6, onlyLiving: 1, onlyRestored: 0 })
    const living = await room.open(room.first)
    expect((await living.list(noteKind)).records).toHaveLength(6)
    expect(await living.backups.restoredAt()).toBeNull()
    living.lock()

    session.database.close()
    await restoration.switchOver('2026-11-22T09:00:00.000Z')
    const restored = await room.open(room.first, passphraseOf(first))
    expect((await restored.list(noteKind)).records).toHaveLength(5)
    expect(await restored.backups.restoredAt()).toBe('2026-11-22T09:00:00.000Z')
    await restored.commit([{ kind: noteKind, id: 'e'.repeat(32), expectedRevision: 0, value: later }])
    restored.lock()
    expect(await databasesOf(room.name)).toEqual([room.name, `${room.name}.2`])
    const again = await room.open(room.first)
    expect((await again.list(noteKind)).records).toHaveLength(6)
  })

  test('restored where nothing is: by a passphrase, on any machine', async () => {
    const kept = await roomToBackUp()
    const made = await backUp(kept)
    const elsewhere = await makeRoom()
    const place = { ...elsewhere.place, name: `${elsewhere.name}-new`, folder: kept.backups.copy() }
    place.folder.files.clear()
    const secret = { passphrase: passphraseOf(first) }
    const restoration = await Restoration.prepare(place, kept.folder.read(made.name), by(secret))
    expect(restoration.comparison.livingSeq).toBeNull()
    await restoration.switchOver(madeAt)
    const vault = await openVault({ ...place, staffId: kept.room.first, ...secret })
    expect((await vault.list(noteKind)).records).toHaveLength(5)
    vault.lock()
    for (const name of await databasesOf(place.name)) await Dexie.delete(name)
  })

  test('case 83: of another room it is refused where one lives, and nothing is written', async () => {
    const kept = await roomToBackUp()
    const made = await backUp(kept)
    const other = await makeRoom()
    const before = await Dexie.getDatabaseNames()
    const attempt = Restoration.prepare(
      other.place,
      kept.folder.read(made.name),
      by({ words: kept.room.words }),
    )
    expect(await codeOf(attempt)).toBe('BACKUP_OTHER_VAULT')
    expect(await Dexie.getDatabaseNames()).toEqual(before)
  })
})
