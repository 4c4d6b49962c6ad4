import { Dexie } from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import { Restoration } from '../../../src/vault/backup/restore.ts'
import { databasesOf } from '../../../src/vault/store/database-names.ts'
import type { VaultPlace } from '../../../src/vault/store/place.ts'
import { openVault } from '../../../src/vault/vault.ts'
import { failAtCall } from '../../room/failing-storage.ts'
import { memoryFolder } from '../../support/memory-folder.ts'
import { noteKind, passphraseOf } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { backUp, by, client, first, keyTo, madeAt, roomToBackUp } from './kept.ts'

const long = Boolean(import.meta.env.VITE_ANXIN_LONG)

// A campaign over every step of a restoration.
vi.setConfig({ testTimeout: 900_000 })
const later = { clientId: client, text: '后来的示例' }
const now = '2026-11-22T09:00:00.000Z'

/** A room with 3 notes in its backup and 4 of its own, locked. */
const roomAndBackup = async () => {
  const kept = await roomToBackUp(3)
  const made = await backUp(kept)
  kept.session.database.close()
  const vault = await kept.room.open(kept.room.first)
  await vault.commit([{ kind: noteKind, id: 'f'.repeat(32), expectedRevision: 0, value: later }])
  vault.lock()
  return { ...kept, file: kept.folder.read(made.name), key: keyTo(kept.session) }
}

/** How many notes there are for somebody who signs in; they can also write. */
const notesIn = async (place: VaultPlace, staffId: string): Promise<number> => {
  const vault = await openVault({ ...place, staffId, passphrase: passphraseOf(first) })
  const { records } = await vault.list(noteKind)
  const id = records.length.toString(16).padStart(32, 'b')
  await vault.commit([{ kind: noteKind, id, expectedRevision: 0, value: later }])
  vault.lock()
  return records.length
}

/** Steps of a campaign: every one in the long run, else about `some`. */
const steps = (all: number, some: number): number[] => {
  const stride = long ? 1 : Math.max(1, Math.floor(all / some))
  return Array.from({ length: Math.ceil(all / stride) }, (_, n) => 1 + n * stride)
}

describe('case 84: a restoration that is killed', () => {
  test('while it fills its database leaves the records here as they were, and is cleared up by the next', async () => {
    const { room, file, key } = await roomAndBackup()
    const rehearsal = failAtCall(Number.POSITIVE_INFINITY, 'once')
    const whole = await Restoration.prepare(room.place, file, () => key)
    const calls = rehearsal.count()
    rehearsal.mend()
    await whole.discard()
    let expected = 4
    for (const nth of steps(calls, 5)) {
      const fault = failAtCall(nth, 'forGood')
      await codeOf(Restoration.prepare(room.place, file, () => key)).catch(() => undefined)
      fault.mend()
      expect(await notesIn(room.place, room.first), `killed at call ${nth}`).toBe(expected)
      expected += 1
    }
    const again = await Restoration.prepare(room.place, file, () => key)
    expect(again.comparison.tables.find(({ table }) => table === 'notes')?.restored).toBe(3)
    await again.discard()
    expect(await databasesOf(room.name)).toEqual([room.name])
  })

  test('while it switches leaves either the records here or the restored ones, and both can be written to', async () => {
    const found = new Set<number>()
    for (const at of long ? [1, 2, 3, 4] : [1, 2])
      for (const when of long ? (['before', 'halfway', 'after'] as const) : (['before', 'after'] as const)) {
        const { room, file, key } = await roomAndBackup()
        const restoration = await Restoration.prepare(room.place, file, () => key)
        room.place.folder.fail({ at, when, forEver: true })
        const code = await codeOf(
          restoration
            .switchOver(now)
            .then(() => Promise.reject(Object.assign(new Error(), { code: 'DONE' }))),
        )
        room.place.folder.fail(null)
        const notes = await notesIn(room.place, room.first)
        found.add(notes)
        expect([3, 4]).toContain(notes)
        if (code === 'DONE') expect(notes).toBe(3)
      }
    expect([...found].toSorted()).toEqual([3, 4])
  }, 240_000)

  test('while it switches, in its database: the same', async () => {
    for (const nth of steps(24, 3)) {
      const { room, file, key } = await roomAndBackup()
      const restoration = await Restoration.prepare(room.place, file, () => key)
      const fault = failAtCall(nth, 'forGood')
      await codeOf(restoration.switchOver(now)).catch(() => undefined)
      fault.mend()
      expect([3, 4], `killed at call ${nth}`).toContain(await notesIn(room.place, room.first))
    }
  }, 240_000)
})

describe('on a new computer', () => {
  test('a restoration that was killed leaves it as new as it was', async () => {
    const { room, file, folder } = await roomAndBackup()
    const place = { ...room.place, name: `${room.name}-new`, folder: memoryFolder() }
    const secret = by({ passphrase: passphraseOf(first) })
    for (const nth of steps(60, 3)) {
      const fault = failAtCall(nth, 'forGood')
      await codeOf(Restoration.prepare(place, file, secret)).catch(() => undefined)
      fault.mend()
      expect(
        await codeOf(openVault({ ...place, staffId: room.first, passphrase: passphraseOf(first) })),
        `killed at call ${nth}`,
      ).toBe('NO_VAULT')
    }
    const restoration = await Restoration.prepare(place, file, secret)
    await restoration.switchOver(madeAt)
    expect(await notesIn(place, room.first)).toBe(3)
    for (const name of await databasesOf(place.name)) await Dexie.delete(name)
    expect((await folder.list()).length).toBe(1)
  }, 240_000)

  test('case 82: both stay, the one before for 30 days', async () => {
    const { room, file, key } = await roomAndBackup()
    const restoration = await Restoration.prepare(room.place, file, () => key)
    await restoration.switchOver(now)
    const vault = await room.open(room.first)
    await vault.backups.forgetFormer('2026-12-21T09:00:00.000Z')
    expect(await databasesOf(room.name)).toEqual([room.name, `${room.name}.2`])
    await vault.backups.forgetFormer('2026-12-23T09:00:00.000Z')
    expect(await databasesOf(room.name)).toEqual([`${room.name}.2`])
    expect((await vault.list(noteKind)).records).toHaveLength(3)
  })
})
