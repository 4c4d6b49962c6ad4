import { Dexie } from 'dexie'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { fits } from '../../../src/vault/store/completeness.ts'
import type { Row } from '../../../src/vault/store/database.ts'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import { standingOf } from '../../../src/vault/store/standing.ts'
import { openVault } from '../../../src/vault/vault.ts'
import { remove } from '../../room/windows.ts'
import { makeRoom, noteKind, onDisk, passphraseOf, type TestRoom } from '../room.ts'
import { codeOf } from '../sealing/places.ts'

const clientId = 'a'.repeat(32)
const note = (text: string) => ({ clientId, text })

const save = async (room: TestRoom, ...texts: string[]): Promise<string[]> => {
  const vault = await room.open(room.first)
  const ids: string[] = []
  for (const text of texts) {
    const id = vault.drawId()
    await vault.commit([{ kind: noteKind, id, expectedRevision: 0, value: note(text) }])
    ids.push(id)
  }
  vault.lock()
  return ids
}

const textsOf = async (room: TestRoom): Promise<string[]> => {
  const vault = await room.open(room.first)
  const { records, unreadable } = await vault.list(noteKind)
  expect(unreadable).toEqual([])
  expect((await vault.check()).complete).toBe(true)
  vault.lock()
  return records.map(({ value }) => value.text).toSorted()
}

/** All rows of a database but those that are derived, as anybody with the disk reads them. */
const rowsOn = (name: string) =>
  onDisk(name, async (database) => {
    const kept = database.tables.filter(
      ({ name: table }) => !['former', 'attempts', 'drafts', 'pages', 'stale'].includes(table),
    )
    return Promise.all(kept.map(async (table) => [table.name, await table.toArray()] as [string, Row[]]))
  })

const carryBack = (name: string, rows: [string, Row[]][]) =>
  onDisk(name, async (database) => {
    for (const [table, content] of rows) {
      await database.table(table).clear()
      await database.table(table).bulkAdd(content)
    }
  })

const quiet = () => {
  for (const level of ['warn', 'error'] as const) {
    const console = vi.spyOn(globalThis.console, level).mockImplementation(() => undefined)
    onTestFinished(() => console.mockRestore())
  }
}

describe('database and second copy', () => {
  test('case 2: every transaction that writes is strict', async () => {
    const modes: unknown[] = []
    const original = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
      if (args[1] === 'readwrite') modes.push(args[2]?.durability)
      return Reflect.apply(original, this, args)
    }
    onTestFinished(() => {
      IDBDatabase.prototype.transaction = original
    })
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.commit([{ kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note('严格') }])
    await vault.keepLanguage('en')
    expect(modes.length).toBeGreaterThan(0)
    expect(new Set(modes)).toEqual(new Set(['strict']))
  })

  test('case 15: what only the journal has is done again, once', async () => {
    const room = await makeRoom()
    await save(room, '甲')
    const before = await rowsOn(room.name)
    await save(room, '乙', '丙')
    await carryBack(room.name, before)
    expect(await standingOf(room.place)).toMatchObject({ state: 'ready', behind: 2, alone: false })
    expect(await textsOf(room)).toEqual(['丙', '乙', '甲'].toSorted())
    expect(await standingOf(room.place)).toMatchObject({ state: 'ready', behind: 0 })
    expect(await textsOf(room)).toHaveLength(3)
  })

  test('case 15: a journal that lacks commits is written anew from the database', async () => {
    const room = await makeRoom()
    await save(room, '甲')
    const early = room.place.folder.copy()
    await save(room, '乙')
    const place = { ...room.place, folder: early }
    expect(await standingOf(place)).toMatchObject({ state: 'ready', behind: 0, alone: true })
    const vault = await openVault({ ...place, staffId: room.first, passphrase: passphraseOf('示例首位') })
    await vault.snapshot()
    vault.lock()
    expect(await standingOf(place)).toMatchObject({ state: 'ready', alone: false })
    await remove(room.name)
    await rebuild(place)
    const again = await openVault({ ...place, staffId: room.first, passphrase: passphraseOf('示例首位') })
    onTestFinished(() => again.lock())
    expect((await again.list(noteKind)).records).toHaveLength(2)
  })

  test('case 11: a database that is gone is not taken for a first start, and comes back whole', async () => {
    const room = await makeRoom()
    await save(room, '甲', '乙', '丙')
    await remove(room.name)
    expect(await standingOf(room.place)).toMatchObject({ state: 'lost', loss: 'MISSING', seq: 4 })
    expect(await codeOf(room.open(room.first))).toBe('RECOVERY_NEEDED')
    expect(await rebuild(room.place)).toMatchObject({ database: `${room.name}.2`, seq: 4, whole: true })
    expect(await textsOf(room)).toHaveLength(3)
  })

  test('case 78: a copy of the second copy, on another computer, opens with a passphrase and with nothing else', async () => {
    const room = await makeRoom()
    await save(room, '甲')
    const place = { ...room.place, name: `copied-${room.name}`, folder: room.place.folder.copy() }
    await rebuild(place)
    const who = { ...place, staffId: room.first }
    expect(await codeOf(openVault({ ...who, passphrase: '抄走的人猜的一句口令啊' }))).toBe('WRONG_PASSPHRASE')
    const vault = await openVault({ ...who, passphrase: passphraseOf('示例首位') })
    onTestFinished(() => vault.lock())
    expect((await vault.list(noteKind)).records).toHaveLength(1)
  })

  test('a database that came back empty is set aside', async () => {
    const room = await makeRoom()
    await save(room, '甲')
    await onDisk(room.name, async (database) => {
      for (const table of database.tables) await table.clear()
    })
    expect(await standingOf(room.place)).toMatchObject({ state: 'lost', loss: 'EMPTY' })
    await rebuild(room.place)
    expect(await textsOf(room)).toEqual(['甲'])
    expect(await Dexie.exists(room.name)).toBe(true)
  })

  test('case 9: rows that are missing without an error are noticed, nothing is written over the gap, and they come back', async () => {
    const room = await makeRoom()
    const ids = await save(room, '甲', '乙', '丙')
    await onDisk(room.name, (database) => database.table('notes').delete(ids[1] ?? ''))
    const vault = await room.open(room.first)
    const { complete, tables } = await vault.check()
    expect(complete).toBe(false)
    expect(tables.find(({ table }) => table === 'notes')).toMatchObject({
      expected: { count: 3 },
      found: { count: 2 },
    })
    expect((await vault.list(noteKind)).records).toHaveLength(2)
    const change = { kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note('丁') }
    expect(await codeOf(vault.commit([change]))).toBe('INCOMPLETE')
    vault.lock()
    expect(await rebuild(room.place)).toMatchObject({ whole: true })
    expect(await textsOf(room)).toHaveLength(3)
  })

  test('cases 27, 28: a row rolled back, deleted or doubled is noticed by table', async () => {
    const room = await makeRoom()
    const [id = ''] = await save(room, '甲')
    const early = await onDisk(room.name, (database) => database.table('notes').get(id))
    const vault = await room.open(room.first)
    await vault.commit([{ kind: noteKind, id, expectedRevision: 1, value: note('改') }])
    vault.lock()
    const late = await onDisk(room.name, (database) => database.table('notes').get(id))
    const tamper: [string, (notes: ReturnType<Dexie['table']>) => Promise<unknown>][] = [
      ['rolled back', (notes) => notes.put(early)],
      ['doubled', (notes) => notes.put({ ...late, id: 'b'.repeat(32) })],
      ['deleted', (notes) => notes.delete(id)],
    ]
    for (const [, change] of tamper) {
      await onDisk(room.name, (database) => change(database.table('notes')))
      const opened = await room.open(room.first)
      const wrong = (await opened.check()).tables.filter((counted) => !fits(counted))
      expect(wrong.map(({ table }) => table)).toEqual(['notes'])
      opened.lock()
      await onDisk(room.name, async (database) => {
        await database.table('notes').clear()
        await database.table('notes').put(late)
      })
    }
    expect(await textsOf(room)).toEqual(['改'])
  })

  test('case 45: yesterday in place of both is told by what was noted last', async () => {
    const room = await makeRoom()
    await save(room, '甲')
    const rows = await rowsOn(room.name)
    const folder = room.place.folder.copy()
    const vault = await room.open(room.first)
    await vault.commit([{ kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note('乙') }])
    await vault.snapshot()
    vault.lock()
    await carryBack(room.name, rows)
    for (const name of ['head-a', 'head-b']) {
      const bytes = room.place.folder.files.get(name)
      if (bytes) folder.files.set(name, bytes)
    }
    expect(await standingOf({ ...room.place, folder })).toMatchObject({ state: 'ready', rolledBack: 1 })
  })

  test('case 16: one head slot damaged, then both', async () => {
    const room = await makeRoom()
    await save(room, '甲', '乙')
    const vault = await room.open(room.first)
    await vault.snapshot()
    vault.lock()
    const { files } = room.place.folder
    for (const name of ['head-a', 'head-b']) {
      files.get(name)?.fill(7)
      const standing = await standingOf(room.place)
      expect(standing).toMatchObject({ state: 'ready', behind: 0 })
      expect(await textsOf(room)).toHaveLength(2)
    }
  })

  test('case 14: a damaged commit in the middle of the journal does no harm while the database has it', async () => {
    const room = await makeRoom()
    await save(room, '甲', '乙', '丙')
    const journal = room.place.folder.files.get('journal-1')
    if (!journal) throw new Error('no journal')
    const middle = Math.floor(journal.length / 2)
    journal.set([(journal[middle] ?? 0) ^ 1], middle)
    expect(await standingOf(room.place)).toMatchObject({ state: 'ready', behind: 0, alone: true })
    expect(await textsOf(room)).toHaveLength(3)
  })

  test('case 85: without snapshot and with half of the database, what the journal and the rest hold comes back', async () => {
    quiet()
    const room = await makeRoom()
    const ids = await save(room, '甲', '乙', '丙', '丁')
    for (const name of room.place.folder.files.keys())
      if (name.startsWith('snapshot-')) room.place.folder.files.delete(name)
    await onDisk(room.name, (database) => database.table('notes').bulkDelete(ids.slice(0, 2)))
    await onDisk(room.name, (database) => database.table('head').clear())
    expect(await rebuild(room.place)).toMatchObject({ whole: false })
    expect(await textsOf(room)).toHaveLength(4)
  })

  test('what no copy has is said by number, and work goes on with the rest once somebody accepts that', async () => {
    const room = await makeRoom()
    const ids = await save(room, '甲', '乙')
    room.place.folder.files.clear()
    await onDisk(room.name, (database) => database.table('notes').delete(ids[0] ?? ''))
    const vault = await room.open(room.first)
    expect((await vault.check()).complete).toBe(false)
    await vault.acceptAsIs()
    await vault.commit([{ kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note('丙') }])
    vault.lock()
    expect(await textsOf(room)).toEqual(['丙', '乙'].toSorted())
  })

  test('a snapshot forgets what was before it when it is told to', async () => {
    const room = await makeRoom()
    await save(room, '甲')
    const vault = await room.open(room.first)
    await vault.snapshot()
    expect([...room.place.folder.files.keys()].filter((name) => name.startsWith('snapshot-'))).toHaveLength(2)
    await vault.commit([{ kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note('乙') }])
    await vault.snapshot({ forgetOlder: true })
    vault.lock()
    expect([...room.place.folder.files.keys()].toSorted()).toEqual(['head-a', 'head-b', 'snapshot-3'])
    await remove(room.name)
    await rebuild(room.place)
    expect(await textsOf(room)).toHaveLength(2)
  })

  test('commits go on while a snapshot is written, and are in what is rebuilt from it', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    const taking = vault.snapshot()
    for (const text of ['甲', '乙', '丙'])
      await vault.commit([{ kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: note(text) }])
    await taking
    vault.lock()
    await remove(room.name)
    await rebuild(room.place)
    expect(await textsOf(room)).toHaveLength(3)
  })
})
