import { describe, expect, test } from 'vitest'
import { clientKind } from '../../../src/casework/clients/client.ts'
import { domainKey } from '../../../src/vault/keys/domain-key.ts'
import { grantedSecret } from '../../../src/vault/keys/grant.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { seal } from '../../../src/vault/sealing/envelope.ts'
import { readHeader, suites } from '../../../src/vault/sealing/envelope-header.ts'
import { placeOf } from '../../../src/vault/sealing/record-sealing.ts'
import {
  type ClientKeyRow,
  type GrantRow,
  type HeaderRow,
  type RecordRow,
  VaultDatabase,
} from '../../../src/vault/store/database.ts'
import type { OpenVault } from '../../../src/vault/vault.ts'
import {
  makeRoom,
  type Note,
  noteKind,
  onDisk,
  passphraseOf,
  planKind,
  someClient,
  type TestRoom,
} from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { everyRow, keyWalk, readable } from './key-walk.ts'

const client = 'a'.repeat(32)
const other = 'b'.repeat(32)
const note = (text: string, clientId = client): Note => ({ clientId, text })
const passphrase = passphraseOf('示例首位')

const clientKeysOf = (room: TestRoom) =>
  onDisk(room.name, (database) => database.table<ClientKeyRow>('clientKeys').toArray())

const rowsOf = (room: TestRoom, table: string) =>
  onDisk(room.name, (database) => database.table<RecordRow>(table).toArray())

const write = async (vault: OpenVault, kind: typeof noteKind, value: Note): Promise<string> => {
  const id = vault.drawId()
  await vault.commit([{ kind, id, expectedRevision: 0, value }])
  return id
}

describe('the key of a client', () => {
  test('comes with the first record in a domain, and seals all of theirs there', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.commit([{ kind: clientKind, id: client, expectedRevision: 0, value: someClient }])
    expect((await clientKeysOf(room)).map(({ id }) => id)).toEqual([`${client}.identity.1`])
    await write(vault, noteKind, note('一'))
    await write(vault, planKind, note('二'))
    await write(vault, noteKind, note('三', other))
    expect((await clientKeysOf(room)).map(({ id }) => id).toSorted()).toEqual(
      [`${client}.case.1`, `${client}.identity.1`, `${other}.case.1`].toSorted(),
    )
    const rows = [...(await rowsOf(room, 'clients')), ...(await rowsOf(room, 'notes'))]
    expect(rows.map(({ envelope }) => readHeader(envelope).suite)).toEqual([3, 3, 3])
    const again = await room.open(room.first)
    expect((await again.get(clientKind, client))?.value).toEqual(someClient)
    expect((await again.list(noteKind)).records).toHaveLength(2)
    expect((await again.find(clientKind, 'client', client)).records).toHaveLength(1)
  })

  test('is made once, by however many records that come at the same time', async () => {
    const room = await makeRoom(undefined, [
      { kind: noteKind, id: '1'.repeat(32), expectedRevision: 0, value: note('从头就有') },
    ])
    expect(await clientKeysOf(room)).toHaveLength(1)
    const vault = await room.open(room.first)
    const [first, second] = ['一', '二'].map((text) => ({
      kind: noteKind,
      id: vault.drawId(),
      expectedRevision: 0,
      value: note(text, other),
    }))
    if (!first || !second) throw new Error('two')
    await Promise.all([
      vault.commit([first]),
      vault.commit([second]),
      write(vault, planKind, note('三', other)),
    ])
    expect(await clientKeysOf(room)).toHaveLength(2)
    const again = await room.open(room.first)
    expect((await again.list(noteKind)).records).toHaveLength(3)
  })

  test('that was lost, or another’s, opens nothing and breaks nothing else', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    const lost = await write(vault, noteKind, note('丢了'))
    const swapped = await write(vault, noteKind, note('换了', other))
    const third = 'c'.repeat(32)
    const kept = await write(vault, noteKind, note('还在', third))
    await onDisk(room.name, async (database) => {
      const keys = database.table<ClientKeyRow>('clientKeys')
      await keys.delete(`${client}.case.1`)
      const [swap, by] = await keys.bulkGet([`${other}.case.1`, `${third}.case.1`])
      if (swap && by) await keys.put({ ...swap, wrapped: by.wrapped })
    })
    const again = await room.open(room.first)
    const { records, unreadable } = await again.list(noteKind)
    expect(records.map(({ id }) => id)).toEqual([kept])
    const codes = Object.fromEntries(unreadable.map(({ id, code }) => [id, code]))
    expect(codes).toEqual({ [lost]: 'NO_CLIENT_KEY', [swapped]: 'WRONG_KEY' })
    expect(await codeOf(again.get(noteKind, lost))).toBe('NO_CLIENT_KEY')
    expect(await codeOf(again.get(noteKind, swapped))).toBe('WRONG_KEY')
  })

  test('of a client whose id is none is refused before anything is written', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    expect(await codeOf(write(vault, noteKind, note('一', '示例')))).toBe('INVALID_RECORD')
    expect(await clientKeysOf(room)).toEqual([])
  })

  test('is not needed for what a vault of before sealed under the domain’s; a pass gives it one', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    const id = vault.drawId()
    // As layout 1 wrote it: under the table's key, the client's own row without an index entry.
    const [header, grant, staff] = await onDisk(room.name, async (database) => [
      await database.table<HeaderRow>('vault').get('header'),
      await database.table<GrantRow>('grants').get(`${room.first}.case.1`),
      await database.table('staff').get(room.first),
    ])
    if (!header || !grant) throw new Error('missing rows')
    const walk = await keyWalk(await everyRow(room), room.first, passphrase)
    const secret = await grantedSecret(header.vaultId, grant, grant.sealed, walk.keys.sealing)
    const key = await domainKey('case', 1, secret)
    const place = placeOf(header.vaultId, noteKind, { id, domain: 'case', revision: 1, index: [] })
    const envelope = await seal(await key.recordKey('notes'), place, note('从前'))
    expect(readHeader(envelope).suite).toBe(suites.keyed)
    await vault.commit([{ kind: noteKind, id, expectedRevision: 0, value: note('占位') }])
    await onDisk(room.name, (database) =>
      database.table('notes').put({ id, domain: 'case', revision: 1, index: [], envelope }),
    )
    expect((await vault.get(noteKind, id))?.value.text).toBe('从前')
    expect((await vault.list(noteKind)).unreadable).toEqual([])
    expect(staff).toBeDefined()
  })
})

describe('a client who is erased', () => {
  const filledRoom = async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotlineId = await room.add(counsellor, '示例热线', ['hotline'])
    const hotline = await room.open(hotlineId)
    await write(hotline, noteKind, note('热线代记'))
    const vault = await room.open(room.first)
    await vault.commit([{ kind: clientKind, id: client, expectedRevision: 0, value: someClient }])
    const noteId = await write(vault, noteKind, note('改前'))
    await vault.commit([{ kind: noteKind, id: noteId, expectedRevision: 1, value: note('改后') }])
    await write(vault, planKind, note('计划'))
    await write(vault, noteKind, note('另一位', other))
    await vault.drafts.keep({
      form: `tier:${client}`,
      content: { reason: '草稿' },
      keptAt: '2026-11-22T00:00:00.000Z',
    })
    await vault.drafts.keep({ form: 'call', content: { about: other }, keptAt: '2026-11-22T00:00:00.000Z' })
    return { room, vault, hotlineId }
  }

  test('is gone from database, journal and snapshot, whoever looks; only an earlier copy still has them', async () => {
    const { room, vault } = await filledRoom()
    const before = await everyRow(room)
    expect(await vault.eraseClient(client)).toEqual({ records: 4, keys: 2 })
    const after = await everyRow(room)

    const walk = await keyWalk(after, room.first, passphrase)
    expect(walk.domains).toHaveLength(9)
    expect(await readable(walk, after, noteKind)).toEqual([note('另一位', other)])
    for (const kind of [clientKind, planKind]) expect(await readable(walk, after, kind)).toEqual([])
    expect(walk.clientKeys).toEqual([`${other}.case.1`])
    for (const bytes of room.place.folder.files.values())
      expect(new TextDecoder('latin1').decode(bytes)).not.toContain(client)
    expect((await vault.drafts.list()).map(({ form }) => form)).toEqual(['call'])

    const earlier = await keyWalk(before, room.first, passphrase)
    expect(await readable(earlier, before, clientKind)).toEqual([someClient])
    const texts = (await readable(earlier, before, noteKind)) as Note[]
    expect(texts.map(({ text }) => text).toSorted()).toEqual(
      ['另一位', '改前', '改后', '热线代记'].toSorted(),
    )

    // A key that comes back from an earlier copy opens only what comes back with it.
    const again = await room.open(room.first)
    expect(await again.get(clientKind, client)).toBeNull()
    expect((await again.list(noteKind)).records.map(({ value }) => value.text)).toEqual(['另一位'])
    await write(again, noteKind, note('又来了'))
    const returned = await everyRow(room)
    const with_ = new Map(returned).set('clientKeys', before.get('clientKeys') ?? [])
    const stale = await keyWalk(with_, room.first, passphrase)
    expect((await readable(stale, with_, noteKind)).map((each) => (each as Note).text)).toEqual(['另一位'])
  })

  test('goes with what cannot be read of theirs, and nobody else’s', async () => {
    const { room, vault } = await filledRoom()
    const rows = await rowsOf(room, 'notes')
    const damaged = rows.find(({ envelope, revision }) => readHeader(envelope).suite === 3 && revision === 2)
    if (!damaged) throw new Error('missing row')
    await onDisk(room.name, (database) =>
      database.table('notes').update(damaged.id, { envelope: drawBytes(40) }),
    )
    await vault.eraseClient(client)
    expect((await rowsOf(room, 'notes')).map(({ id }) => id)).not.toContain(damaged.id)
    expect(await rowsOf(room, 'notes')).toHaveLength(1)
  })

  test('is erased by counsellors and supervisors alone, and only once', async () => {
    const { room, vault, hotlineId } = await filledRoom()
    const hotline = await room.open(hotlineId)
    expect(await codeOf(hotline.eraseClient(client))).toBe('NO_KEY')
    expect(await codeOf(vault.eraseClient('c'.repeat(32)))).toBe('UNKNOWN_CLIENT')
    await vault.eraseClient(client)
    expect(await codeOf(vault.eraseClient(client))).toBe('UNKNOWN_CLIENT')
  })

  test('fails as a whole: all is there or nothing', async () => {
    const { room, vault } = await filledRoom()
    const before = await everyRow(room)
    room.place.folder.fail({ at: 1, when: 'before' })
    expect(await codeOf(vault.eraseClient(client))).toBe('NOT_SAVED')
    room.place.folder.fail(null)
    expect(await clientKeysOf(room)).toHaveLength(3)
    expect((await vault.get(clientKind, client))?.value).toEqual(someClient)
    expect((await everyRow(room)).get('notes')).toHaveLength(before.get('notes')?.length ?? 0)
    await vault.eraseClient(client)
    expect(await clientKeysOf(room)).toHaveLength(1)
  })
})

test('a database that was set aside keeps no key of a client who was erased', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  await write(vault, noteKind, note('一'))
  const keys = await clientKeysOf(room)
  const aside = new VaultDatabase(`${room.name}.2`, room.place.kinds)
  await aside.clientKeys.bulkPut([...keys, ...keys.map((row) => ({ ...row, id: 'x', clientId: other }))])
  await vault.eraseClient(client)
  expect((await aside.clientKeys.toArray()).map(({ clientId }) => clientId)).toEqual([other])
  aside.close()
})

test('what nobody foresaw while reading is not taken for a damaged record', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  await write(vault, noteKind, note('一'))
  const broken = () => {
    throw new Error('unforeseen')
  }
  await expect(vault.list({ ...noteKind, schema: noteKind.schema.refine(broken) })).rejects.toThrow(
    'unforeseen',
  )
})

test('many clients are read, page after page and one by one', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const ids = Array.from({ length: 1100 }, () => vault.drawId())
  for (const part of [ids.slice(0, 600), ids.slice(600)])
    await vault.commit(part.map((id) => ({ kind: clientKind, id, expectedRevision: 0, value: someClient })))
  const again = await room.open(room.first)
  expect((await again.list(clientKind)).records).toHaveLength(ids.length)
  for (const id of ids.slice(0, 5)) expect((await again.get(clientKind, id))?.id).toBe(id)
})
