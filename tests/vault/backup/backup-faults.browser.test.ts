import { describe, expect, test } from 'vitest'
import { backupInMemory } from '../../../src/vault/backup/backup-file.ts'
import { checkBackup } from '../../../src/vault/backup/restore.ts'
import { VaultBackups } from '../../../src/vault/backup/vault-backups.ts'
import { noteKind } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { backUp, client, keyTo, roomToBackUp } from './kept.ts'

const later = '2026-11-23T08:00:00.000Z'

describe('a backup that cannot be finished', () => {
  test('cases 6 and 18: whatever call fails, and however, the earlier one is as it was and nothing of this one stays', async () => {
    const kept = await roomToBackUp(40)
    const first = await backUp(kept)
    const before = kept.backups.files.get(first.name)
    const rehearsal = kept.backups.copy()
    kept.backups.fail({ at: 0, when: 'before' })
    await backUp(kept, later)
    const calls = kept.backups.counted
    expect(calls).toBeGreaterThan(2)
    kept.backups.files.clear()
    for (const [name, bytes] of rehearsal.files) kept.backups.files.set(name, bytes)

    for (const when of ['before', 'halfway', 'after'] as const)
      for (let at = 1; at <= calls; at++) {
        kept.backups.fail({ at, when, code: 'NO_SPACE' })
        const code = await codeOf(
          backUp(kept, later).then(() => Promise.reject(Object.assign(new Error(), { code: 'MADE' }))),
        )
        kept.backups.fail(null)
        expect(kept.backups.files.get(first.name)).toEqual(before)
        const names = [...kept.backups.files.keys()].filter((name) => name !== first.name)
        // What was done and only the answer lost may be a backup of its own: then it is whole.
        for (const name of names) {
          expect(name).not.toMatch(/\.part$/)
          const bytes = kept.backups.files.get(name)
          if (bytes) await checkBackup(backupInMemory(bytes), keyTo(kept.session))
        }
        if (code === 'NO_SPACE' && when !== 'after') expect(names).toEqual([])
        for (const name of names) kept.backups.files.delete(name)
      }
  })

  test('case 18: on a stick that stays away nothing counts as finished, and the next one clears up', async () => {
    const kept = await roomToBackUp(5)
    const first = await backUp(kept)
    kept.backups.fail({ at: 3, when: 'halfway', code: 'FOLDER_UNREACHABLE', forEver: true })
    expect(await codeOf(backUp(kept, later))).toBe('FOLDER_UNREACHABLE')
    kept.backups.fail(null)
    const left = [...kept.backups.files.keys()].filter((name) => name !== first.name)
    for (const name of left) expect(name).toMatch(/\.part$/)
    const next = await backUp(kept, '2026-11-24T08:00:00.000Z')
    expect([...kept.backups.files.keys()].toSorted()).toEqual([first.name, next.name])
  })

  test('while rows are missing or changed none is made that could not be restored, and the earlier one stays', async () => {
    const kept = await roomToBackUp(5)
    const first = await backUp(kept)
    const id = '0'.repeat(32)
    const notes = kept.session.database.records(noteKind)
    const row = await notes.get(id)
    if (!row) throw new Error('no row')
    await notes.delete(id)
    expect(await codeOf(backUp(kept, later))).toBe('INCOMPLETE')
    await notes.put({ ...row, revision: 2 })
    expect(await codeOf(backUp(kept, later))).toBe('INCOMPLETE')
    expect([...kept.backups.files.keys()]).toEqual([first.name])
    await notes.put(row)
    await backUp(kept, later)
    expect([...kept.backups.files.keys()]).toHaveLength(2)
  })

  test('a file that was handed out while rows were missing is found out when it is read back', async () => {
    const kept = await roomToBackUp(5)
    const { session, room } = kept
    await session.database.records(noteKind).delete('0'.repeat(32))
    const backups = new VaultBackups(session, room.place)
    const { bytes } = await backups.asFile({ createdAt: later })
    await expect(backups.check(backupInMemory(bytes))).rejects.toMatchObject({
      code: 'DAMAGED_BACKUP',
      at: noteKind.table,
    })
  })

  test('what reads back otherwise than it was written is no backup', async () => {
    const kept = await roomToBackUp(5)
    const { read } = kept.folder
    kept.folder.read = (name) => ({
      async *pieces() {
        for await (const piece of read(name).pieces()) {
          piece[piece.length - 20] = (piece[piece.length - 20] ?? 0) ^ 1
          yield piece
        }
      },
    })
    expect(await codeOf(backUp(kept))).toBe('DAMAGED_BACKUP')
    expect([...kept.backups.files.keys()]).toEqual([])
  })

  test('case 6: an earlier backup that the stick gives instead is not the one that was written', async () => {
    const kept = await roomToBackUp(5)
    const first = await backUp(kept)
    const vault = await kept.room.open(kept.room.first)
    const value = { clientId: client, text: '示例' }
    await vault.commit([{ kind: noteKind, id: 'd'.repeat(32), expectedRevision: 0, value }])
    const { read } = kept.folder
    kept.folder.read = () => read(first.name)
    expect(await codeOf(backUp(kept, later))).toBe('DAMAGED_BACKUP')
    expect([...kept.backups.files.keys()]).toEqual([first.name])
  })

  test('holds what was saved when it began, though more is saved meanwhile', async () => {
    const kept = await roomToBackUp(5)
    const { write } = kept.folder
    const vault = await kept.room.open(kept.room.first)
    kept.folder.write = async (name, pieces) => {
      const value = { clientId: client, text: '示例' }
      await vault.commit([{ kind: noteKind, id: 'c'.repeat(32), expectedRevision: 0, value }])
      await write(name, pieces)
    }
    const made = await backUp(kept)
    expect(made.seq).toBe(1)
    const opened = await checkBackup(kept.folder.read(made.name), keyTo(kept.session))
    expect(opened.manifest.counts.notes).toBe(5)
  })
})
