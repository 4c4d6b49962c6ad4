import { expect, onTestFinished, test, vi } from 'vitest'
import { clientKind } from '../../../src/casework/clients/client.ts'
import {
  type AuditAction,
  type AuditEntry,
  auditEntryId,
  auditEntryKind,
} from '../../../src/casework/records/audit-entry.ts'
import { auditHeadKind } from '../../../src/casework/records/audit-head.ts'
import { oweRefusal } from '../../../src/vault/audit/owed-notes.ts'
import { VaultDatabase } from '../../../src/vault/store/database.ts'
import { type Change, type OpenVault, openVault } from '../../../src/vault/vault.ts'
import { makeRoom, noteKind, onDisk, passphraseOf, someClient, type TestRoom } from '../room.ts'

const clientId = 'c'.repeat(32)
const otherId = 'd'.repeat(32)

const noteOf = (vault: OpenVault, client: string, id = vault.drawId(), revision = 0): Change => ({
  kind: noteKind,
  id,
  expectedRevision: revision,
  value: { clientId: client, text: '示例记录' },
})
const newClient = (id = clientId): Change => ({
  kind: clientKind,
  id,
  expectedRevision: 0,
  value: someClient,
})

/** The trail as the administrator reads it, oldest first. */
const entriesOf = async (vault: OpenVault): Promise<AuditEntry[]> => {
  await vault.trail.enterOwed()
  const read = await vault.trail.before({ before: null, limit: 1000 })
  return read.reverse().map(({ number, read: opened }, at) => {
    expect(number).toBe(at + 1)
    if (!opened) throw new Error(`entry ${number} does not open`)
    return opened.entry
  })
}

const actionsOf = async (vault: OpenVault): Promise<AuditAction[]> =>
  (await entriesOf(vault)).map(({ action }) => action)

/** A room in which one person is everything, signed in. */
const openRoom = async (): Promise<{ room: TestRoom; vault: OpenVault }> => {
  const room = await makeRoom()
  return { room, vault: await room.open(room.first) }
}

test('what a commit changes is entered once for each table, with it or not at all', async () => {
  const { room, vault } = await openRoom()
  const id = vault.drawId()
  await vault.commit([newClient(), noteOf(vault, clientId, id), noteOf(vault, clientId)])
  const wrong = { ...noteOf(vault, clientId), id, expectedRevision: 4 }
  await expect(vault.commit([newClient(otherId), wrong])).rejects.toMatchObject({ code: 'CONFLICT' })
  await vault.commit([noteOf(vault, clientId, id, 1), noteOf(vault, otherId)])

  const object = await vault.trail.objectOf(clientId)
  const entries = await entriesOf(vault)
  const common = { actor: room.first, domain: 'case', table: 'notes', detail: null }
  expect(entries).toMatchObject([
    { action: 'added', domain: 'identity', table: 'clients', object, count: 1, actor: room.first },
    { ...common, action: 'added', object, count: 2 },
    { ...common, action: 'changed', object, count: 1 },
    { ...common, action: 'added', object: await vault.trail.objectOf(otherId), count: 1 },
  ])
  expect(JSON.stringify(entries)).not.toContain(someClient.name)
  expect(JSON.stringify(entries)).not.toContain(clientId)
  expect(await vault.trail.check()).toEqual({ size: 4, fault: null, heads: [] })
})

test('many records of many clients are one entry about nobody', async () => {
  const { vault } = await openRoom()
  await vault.commit([noteOf(vault, clientId), noteOf(vault, otherId), noteOf(vault, otherId)])
  expect(await entriesOf(vault)).toMatchObject([{ action: 'added', table: 'notes', object: null, count: 3 }])
})

test('what is looked at or typed on again within a minute is entered once', async () => {
  const { vault } = await openRoom()
  const id = vault.drawId()
  await vault.commit([noteOf(vault, clientId, id)])
  for (const revision of [1, 2, 3]) await vault.commit([noteOf(vault, clientId, id, revision)])
  for (const about of [clientId, clientId, otherId])
    vault.trail.note({ action: 'read', kind: clientKind, about })
  vault.trail.note({ action: 'read', kind: noteKind, about: clientId })
  vault.trail.note({ action: 'read', detail: 'numberLookUp' })
  vault.trail.note({ action: 'read', detail: 'numberLookUp' })
  vault.trail.note({ action: 'exported', detail: 'csv' })
  vault.trail.note({ action: 'exported', detail: 'csv' })
  expect(await actionsOf(vault)).toEqual([
    'added',
    'changed',
    'read',
    'read',
    'read',
    'read',
    'exported',
    'exported',
  ])

  const passed = performance.now() + 60_000
  vi.spyOn(performance, 'now').mockReturnValue(passed)
  onTestFinished(() => void vi.restoreAllMocks())
  vault.trail.note({ action: 'read', kind: clientKind, about: clientId })
  await vault.commit([noteOf(vault, clientId, id, 4)])
  expect((await actionsOf(vault)).slice(8)).toEqual(['read', 'changed'])
})

test('what was looked at is entered with whatever is stored next, when it cannot be at once', async () => {
  const { room, vault } = await openRoom()
  await vault.commit([newClient()])
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  vault.trail.note({ action: 'read', kind: clientKind, about: clientId })
  await expect(vault.trail.enterOwed()).rejects.toMatchObject({ code: 'NOT_SAVED' })
  full.mockRestore()
  await vault.commit([noteOf(vault, clientId)])
  expect(await actionsOf(vault)).toEqual(['added', 'read', 'added'])
  expect((await vault.trail.check()).fault).toBeNull()
  expect(room.first).toMatch(/^[0-9a-f]{32}$/)
})

test('a window that only follows leaves what it did for the one that writes', async () => {
  const { room, vault } = await openRoom()
  const colleague = await room.add(vault, '示例同事', ['counsellor'])
  const passphrase = passphraseOf('示例同事')
  const following = await openVault({ ...room.place, staffId: colleague, passphrase, writes: false })
  onTestFinished(() => following.lock())
  following.trail.note({ action: 'read', kind: clientKind, about: clientId })
  await vi.waitFor(async () =>
    expect(await onDisk(room.name, (database) => database.table('owed').count())).toBe(1),
  )
  expect(await actionsOf(vault)).toEqual(['staffAdded', 'read'])
  const [newest] = await vault.trail.before({ before: null, limit: 1 })
  expect(newest?.read).toMatchObject({ enteredBy: room.first, entry: { actor: colleague } })
  expect(await onDisk(room.name, (database) => database.table('owed').count())).toBe(0)
  await following.trail.enterOwed()
  await expect(following.trail.sign()).rejects.toMatchObject({ code: 'READ_ONLY_WINDOW' })
  await expect(following.trail.before({ before: null, limit: 1 })).rejects.toMatchObject({ code: 'NO_KEY' })
})

test('wrong passphrases are entered at the next sign-in, in the name they were tried under', async () => {
  const { room, vault } = await openRoom()
  vault.lock()
  await expect(room.open(room.first, '别人的口令不是这个')).rejects.toMatchObject({
    code: 'WRONG_PASSPHRASE',
  })
  await expect(room.open('f'.repeat(32), '别人的口令不是这个')).rejects.toMatchObject({
    code: 'WRONG_PASSPHRASE',
  })
  await onDisk(room.name, (database) => database.table('owed').put({ id: 'x', box: new Uint8Array(80) }))
  await onDisk(room.name, (database) => database.table('attempts').clear())
  const again = await room.open(room.first)
  expect(await entriesOf(again)).toMatchObject([
    { action: 'passphraseRefused', actor: room.first },
    { action: 'passphraseRefused', actor: null },
  ])
  expect(await onDisk(room.name, (database) => database.table('owed').count())).toBe(0)
})

test('everybody signs how far the trail has come, and the administrator sees who did', async () => {
  const { room, vault } = await openRoom()
  const colleague = await room.add(vault, '示例同事', ['hotline'])
  const first = await vault.trail.sign([{ action: 'locked' }])
  vault.lock()
  const other = await room.open(colleague)
  const second = await other.trail.sign([{ action: 'locked' }])
  other.lock()
  const again = await room.open(room.first)
  const { size, fault, heads } = await again.trail.check()
  expect({ size, fault }).toEqual({ size: 3, fault: null })
  expect(heads).toEqual([
    { ...first, signed: true },
    { ...second, signed: true },
  ])
  expect(heads.map(({ size: upTo, signedBy }) => [upTo, signedBy])).toEqual([
    [2, room.first],
    [3, colleague],
  ])
})

test('a head in the name of somebody who did not sign it is found', async () => {
  const { vault } = await openRoom()
  await vault.commit([newClient()])
  const head = await vault.trail.sign()
  const forged = { ...head, at: '2026-01-01T00:00:00.000Z' }
  await vault.commit([{ kind: auditHeadKind, id: vault.drawId(), expectedRevision: 0, value: forged }])
  expect((await vault.trail.check()).fault).toEqual({ kind: 'forged', from: 1, to: 1 })
})

test('case 47: what was done to the stored entries is named', async () => {
  const { room, vault } = await openRoom()
  for (let at = 0; at < 5; at += 1) await vault.commit([newClient(vault.drawId())])
  const atNumber = (number: number) => auditEntryId(number)
  const table = auditEntryKind.table
  const faultAfter = async (
    change: (stored: Parameters<Parameters<typeof onDisk>[1]>[0]) => Promise<unknown>,
  ) => {
    const before = await onDisk(room.name, (database) => database.table(table).toArray())
    await onDisk(room.name, change)
    const { fault } = await vault.trail.check()
    await onDisk(room.name, async (database) => {
      await database.table(table).clear()
      await database.table(table).bulkPut(before)
    })
    return fault
  }
  expect(await faultAfter(async () => undefined)).toBeNull()
  expect(await faultAfter((database) => database.table(table).delete(atNumber(3)))).toEqual({
    kind: 'missing',
    from: 3,
    to: 3,
  })
  expect(await faultAfter((database) => database.table(table).delete(atNumber(5)))).toMatchObject({
    kind: 'cut',
    from: 5,
  })
  expect(
    await faultAfter((database) =>
      database.table(table).put({ id: atNumber(2), revision: 1, note: 'plain' }),
    ),
  ).toMatchObject({ kind: 'changed', from: 2 })
  expect(
    await faultAfter((database) =>
      database.table(table).put({ id: atNumber(6), revision: 1, note: 'plain' }),
    ),
  ).toMatchObject({ kind: 'added', from: 6 })
  expect(
    await faultAfter((database) => database.table(table).put({ id: 'not a number', revision: 1 })),
  ).toMatchObject({ kind: 'added', from: 6 })
})

test('entries may be written while all of them are checked', async () => {
  const { vault } = await openRoom()
  await vault.commit([newClient()])
  const checks = Array.from({ length: 5 }, async () => vault.trail.check())
  const commits = Array.from({ length: 5 }, () => vault.commit([newClient(vault.drawId())]))
  for (const { fault } of await Promise.all(checks)) expect(fault).toBeNull()
  await Promise.all(commits)
  expect(await vault.trail.check()).toMatchObject({ size: 6, fault: null })
})

test('case 23: a clock set back a year is entered, and the order stays', async () => {
  const { room, vault } = await openRoom()
  await vault.commit([newClient()])
  vault.lock()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 365 * 86_400_000 })
  onTestFinished(() => void vi.useRealTimers())
  const again = await room.open(room.first)
  await again.commit([newClient(otherId)])
  const entries = await entriesOf(again)
  expect(entries.map(({ action }) => action)).toEqual(['added', 'clockBack', 'added'])
  expect(entries[1]?.count).toBeGreaterThan(365 * 24 * 60 - 5)
  expect((await again.trail.check()).fault).toBeNull()
})

test('what is done to the staff is entered with it', async () => {
  const { room, vault } = await openRoom()
  const id = await room.add(vault, '示例同事', ['counsellor'])
  await vault.staffing.setRoles(id, ['hotline'])
  await vault.staffing.remove(id)
  const object = await vault.trail.objectOf(id)
  expect((await entriesOf(vault)).filter(({ action }) => action !== 'keysHandedOver')).toMatchObject([
    { action: 'staffAdded', object },
    { action: 'rolesChanged', object },
    { action: 'staffRemoved', object },
  ])
})

test('nothing but the trail itself writes entries', async () => {
  const { vault } = await openRoom()
  await vault.commit([newClient()])
  const [entry] = await entriesOf(vault)
  const made: Change = { kind: auditEntryKind, id: auditEntryId(2), expectedRevision: 0, value: entry }
  await expect(vault.commit([made])).rejects.toMatchObject({ code: 'INVALID_RECORD' })
})

test('what was done again at the start, and what could not be brought back, is entered with whatever comes next', async () => {
  const { room, vault } = await openRoom()
  const before = await onDisk(room.name, async (database) =>
    Promise.all(database.tables.map(async (table) => ({ name: table.name, rows: await table.toArray() }))),
  )
  await vault.commit([newClient()])
  vault.lock()
  await onDisk(room.name, async (database) => {
    for (const { name, rows } of before) {
      await database.table(name).clear()
      await database.table(name).bulkPut(rows)
    }
  })
  const again = await room.open(room.first)
  await again.acceptAsIs()
  expect(await entriesOf(again)).toMatchObject([
    { action: 'added' },
    { action: 'replayed', actor: null, count: 1 },
    { action: 'quarantined', actor: room.first },
  ])
})

test('the head that was signed last is known to everybody', async () => {
  const { room, vault } = await openRoom()
  expect(await vault.trail.newestHead()).toBeNull()
  await vault.trail.sign([{ action: 'locked' }])
  const head = await vault.trail.sign([{ action: 'locked' }])
  await vault.commit([
    { kind: auditHeadKind, id: vault.drawId(), expectedRevision: 0, value: { ...head, size: 9 } },
  ])
  const colleague = await room.add(vault, '示例同事', ['hotline'])
  vault.lock()
  expect(await (await room.open(colleague)).trail.newestHead()).toEqual(head)
})

test('a trail that nobody has written to fits, and so does one that is read while it is told how far', async () => {
  const { vault } = await openRoom()
  expect(await vault.trail.check()).toEqual({ size: 0, fault: null, heads: [] })
  await vault.commit([newClient()])
  const seen: number[] = []
  await vault.trail.check((checked) => seen.push(checked))
  expect(await vault.trail.before({ before: 2, limit: 1 })).toMatchObject([{ number: 1 }])
  expect(await vault.trail.before({ before: 1, limit: 1 })).toEqual([])
  expect(seen).toEqual([1])
})

test('a row that is no entry is shown as one that cannot be read', async () => {
  const { room, vault } = await openRoom()
  await vault.commit([newClient()])
  await onDisk(room.name, (database) => database.table('audit').put({ id: 'not a number', revision: 1 }))
  expect(await vault.trail.before({ before: null, limit: 2 })).toMatchObject([
    { number: 0, read: null },
    { number: 1 },
  ])
})

test('where the newest entry is gone, the next one does not make up for it', async () => {
  const { room, vault } = await openRoom()
  await vault.commit([newClient()])
  vault.lock()
  await onDisk(room.name, (database) => database.table('audit').delete(auditEntryId(1)))
  const again = await room.open(room.first)
  await again.acceptAsIs()
  await again.commit([newClient(otherId)])
  expect((await again.trail.check()).fault).toEqual({ kind: 'missing', from: 1, to: 1 })
})

test('what cannot even be kept for later stops nobody', async () => {
  const { room, vault } = await openRoom()
  const header = await onDisk(room.name, (database) => database.table('vault').get('header'))
  const database = new VaultDatabase(room.name, [])
  onTestFinished(() => database.close())
  await oweRefusal(database, { ...header, domains: [] }, room.first)
  const passphrase = passphraseOf('示例首位')
  const following = await openVault({ ...room.place, staffId: room.first, passphrase, writes: false })
  onTestFinished(() => following.lock())
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await following.trail.note({ action: 'read', kind: clientKind })
  await oweRefusal(database, header, room.first)
  full.mockRestore()
  expect(await actionsOf(vault)).toEqual([])
})
