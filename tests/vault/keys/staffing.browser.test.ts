import { describe, expect, test, vi } from 'vitest'
import { type Domain, domains } from '../../../src/casework/records/record.ts'
import { roles } from '../../../src/casework/staff/staff.ts'
import { grantStatement } from '../../../src/vault/keys/grant.ts'
import { kdfFloor } from '../../../src/vault/keys/key-derivation.ts'
import { endAfter, type Member, makeOrder, noOrders } from '../../../src/vault/keys/order.ts'
import { unwrapSecret } from '../../../src/vault/keys/passphrase-wrap.ts'
import { staffKeys } from '../../../src/vault/keys/staff-keys.ts'
import { signingPair } from '../../../src/vault/primitives/key-pair.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { sealBox } from '../../../src/vault/primitives/sealed-box.ts'
import { sealForDomain } from '../../../src/vault/sealing/boxed-envelope.ts'
import type { Place } from '../../../src/vault/sealing/envelope-header.ts'
import type { GrantRow, HeaderRow, OrderRow, RecordRow, StaffRow } from '../../../src/vault/store/database.ts'
import { makeRoom, noteKind, onDisk, passphraseOf, planKind, type TestRoom } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { everyRow, keyWalk } from './key-walk.ts'
import { matrix } from './matrix.ts'

// Many sign in here, and every sign-in derives a key.
vi.setConfig({ testTimeout: 300_000 })

const client = 'a'.repeat(32)
const note = { clientId: client, text: '示例记录' }

const stored = (name: string) =>
  onDisk(name, async (database) => ({
    header: await database.table<HeaderRow>('vault').toCollection().first(),
    staff: await database.table<StaffRow>('staff').toArray(),
    grants: await database.table<GrantRow>('grants').toArray(),
  }))

/** What a passphrase gives to someone who goes straight to the disk. */
const ownKeys = async (room: string, staffId: string, passphrase: string) => {
  const { header, staff, grants } = await stored(room)
  const row = staff.find(({ id }) => id === staffId)
  if (!header || !row) throw new Error('missing rows')
  const { vaultId } = header
  const keys = await staffKeys(await unwrapSecret(passphrase, row, { vaultId, staffId }))
  return { vaultId, header, staff, grants, row, keys }
}

/** Every domain someone can reach with a passphrase and all that is on the disk, asking none of the program's doors. */
const reachable = async (room: TestRoom, staffId: string, passphrase: string): Promise<Domain[]> =>
  (await keyWalk(await everyRow(room), staffId, passphrase)).domains

describe('keys decide', () => {
  test('case 35: each role reaches exactly its row of the matrix, whatever it tries', async () => {
    const room = await makeRoom(['counsellor', 'administrator'])
    const first = await room.open(room.first)
    for (const role of roles) {
      const id = await room.add(first, `示例${role}`, [role])
      const expected = domains.filter((domain) => matrix[role][domain])
      expect(await reachable(room, id, passphraseOf(`示例${role}`)), role).toEqual(expected)
      const vault = await room.open(id)
      expect(
        domains.filter((domain) => vault.opens(domain)),
        role,
      ).toEqual(expected)
    }
  })

  test('the hotline can not open case or identity, but can put in what belongs there', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    await counsellor.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const hotline = await room.open(await room.add(counsellor, '示例热线', ['hotline']))

    expect(await codeOf(hotline.list(noteKind))).toBe('NO_KEY')
    expect(await codeOf(hotline.get(noteKind, client))).toBe('NO_KEY')
    expect(await codeOf(hotline.find(noteKind, 'client', client))).toBe('NO_KEY')
    expect(await codeOf(hotline.pseudonym('case', client))).toBe('NO_KEY')
    expect(await codeOf(hotline.openSealed('case', 'x', new Uint8Array(400)))).toBe('NO_KEY')

    const id = hotline.drawId()
    await hotline.commit([{ kind: noteKind, id, expectedRevision: 0, value: note }])
    expect(await codeOf(hotline.get(noteKind, id))).toBe('NO_KEY')
    const change = { kind: noteKind, id, expectedRevision: 1, value: note }
    expect(await codeOf(hotline.commit([change]))).toBe('NO_KEY')

    // The counsellor signed in before the hotline worker was added, and again after.
    const again = await room.open(room.first)
    for (const vault of [counsellor, again]) {
      expect(await vault.get(noteKind, id)).toEqual({ id, revision: 1, value: note })
      expect((await vault.list(noteKind)).unreadable).toEqual([])
    }
    await again.commit([{ ...change, value: { ...note, text: '改过的示例' } }])
    expect((await counsellor.get(noteKind, id))?.value.text).toBe('改过的示例')
  })

  test('what only its readers write can not come from another role, past every door and under its own true name', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotlineId = await room.add(counsellor, '示例热线', ['hotline'])
    const hotline = await room.open(hotlineId)
    const { header, keys } = await ownKeys(room.name, hotlineId, passphraseOf('示例热线'))
    const author = { id: hotlineId, privateKey: keys.signing.privateKey }
    const forge = async ({ table, domain, version }: typeof planKind, id: string, revision: number) => {
      const place: Place = { vaultId: header.vaultId, domain, table, id, index: [], version, revision }
      const envelope = await sealForDomain(counsellor.publicKey(domain), author, place, note)
      await onDisk(room.name, (database) =>
        database.table<RecordRow>(table).put({ id, domain, revision, index: [], envelope }),
      )
    }

    const id = counsellor.drawId()
    expect(await codeOf(hotline.commit([{ kind: planKind, id, expectedRevision: 0, value: note }]))).toBe(
      'NO_KEY',
    )
    await forge(planKind, id, 1)
    expect(await codeOf(counsellor.get(planKind, id))).toBe('UNKNOWN_AUTHOR')

    // A new record may come from there, a change to one never.
    await counsellor.commit([{ kind: noteKind, id, expectedRevision: 0, value: note }])
    await forge(noteKind, id, 2)
    expect(await codeOf(counsellor.get(noteKind, id))).toBe('UNKNOWN_AUTHOR')
  })

  test('what was put in without the key is found under an index all the same', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotline = await room.open(await room.add(counsellor, '示例热线', ['hotline']))
    await hotline.commit([{ kind: noteKind, id: hotline.drawId(), expectedRevision: 0, value: note }])
    expect((await counsellor.find(noteKind, 'client', client)).records).toHaveLength(1)
    expect((await counsellor.find(noteKind, 'client', 'b'.repeat(32))).records).toEqual([])
  })

  test('a record forged with the public key, under a colleague’s name, is refused', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotlineId = await room.add(counsellor, '示例热线', ['hotline'])
    const { header } = await stored(room.name)
    const id = counsellor.drawId()
    const place: Place = {
      vaultId: header?.vaultId ?? '',
      domain: 'case',
      table: 'notes',
      id,
      index: [],
      version: 1,
      revision: 1,
    }
    const { privateKey } = await signingPair(drawBytes(32))
    const author = { id: hotlineId, privateKey }
    const envelope = await sealForDomain(counsellor.publicKey('case'), author, place, note)
    await onDisk(room.name, (database) =>
      database.table('notes').put({ id, domain: 'case', revision: 1, index: [], envelope }),
    )
    expect((await counsellor.list(noteKind)).unreadable).toEqual([{ id, code: 'UNKNOWN_AUTHOR' }])
  })

  test('what somebody wrote for whom nobody vouches any more is reported', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotlineId = await room.add(counsellor, '示例热线', ['hotline'])
    const hotline = await room.open(hotlineId)
    const id = hotline.drawId()
    await hotline.commit([{ kind: noteKind, id, expectedRevision: 0, value: note }])
    await onDisk(room.name, (database) => database.table('orders').delete('2'))
    const again = await room.open(room.first)
    expect((await again.list(noteKind)).unreadable).toEqual([{ id, code: 'UNKNOWN_AUTHOR' }])
  })
})

describe('adding staff', () => {
  test('is for administrators', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const counsellor = await room.open(await room.add(first, '示例咨询', ['counsellor']))
    expect(await codeOf(room.add(counsellor, '示例热线', ['hotline']))).toBe('NOT_ADMINISTRATOR')
    const weak = { name: '示例', roles: ['hotline' as const], passphrase: '1234', kdf: kdfFloor }
    expect(await codeOf(first.staffing.add(weak))).toBe('WEAK_PASSPHRASE')
    expect(await codeOf(first.staffing.add({ ...weak, roles: [] }))).toBe('INVALID_STAFF')
    expect(
      first.staffing
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['示例咨询', '示例首位'])
  })

  test('what the administrator does not hold waits, ordered, for somebody who does', async () => {
    const room = await makeRoom()
    const administrator = await room.open(
      await room.add(await room.open(room.first), '示例管理', ['administrator']),
    )
    const newId = await room.add(administrator, '示例咨询', ['counsellor'])
    const nothing = { sealed: 0, renewals: [], waiting: [], refused: [] }
    const missing: Domain[] = ['identity', 'case', 'assessment', 'hotline', 'statistics']

    const before = await room.open(newId)
    expect(domains.filter((domain) => before.opens(domain))).toEqual(['schedule', 'exchange', 'config'])
    expect(await administrator.staffing.sealPendingGrants()).toEqual({
      ...nothing,
      waiting: [{ staffId: newId, domains: missing }],
    })
    expect(await reachable(room, newId, passphraseOf('示例咨询'))).toEqual(['schedule', 'exchange', 'config'])

    const holder = await room.open(room.first)
    expect(await holder.staffing.sealPendingGrants()).toEqual({ ...nothing, sealed: 5 })
    expect(await holder.staffing.sealPendingGrants()).toEqual(nothing)
    await holder.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const after = await room.open(newId)
    expect((await after.get(noteKind, client))?.value).toEqual(note)
    expect(domains.filter((domain) => after.opens(domain))).toEqual(
      domains.filter((domain) => matrix.counsellor[domain]),
    )
  })

  test('an order that no administrator signed as the next one is not followed', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const hotlineId = await room.add(first, '示例热线', ['hotline'])
    const { vaultId, row, keys } = await ownKeys(room.name, hotlineId, passphraseOf('示例热线'))
    const administrator = await ownKeys(room.name, room.first, passphraseOf('示例首位'))
    const orders = await onDisk(room.name, (database) => database.table<OrderRow>('orders').toArray())
    const ends = [noOrders]
    for (const order of orders) ends.push(await endAfter(ends.at(-1) ?? noOrders, order))
    const [start = noOrders, before = noOrders, end = noOrders] = ends
    const wanted: Member = { ...row, roles: ['counsellor', 'administrator'] }
    const own = { id: hotlineId, privateKey: keys.signing.privateKey }
    const rightful = { id: room.first, privateKey: administrator.keys.signing.privateKey }
    const theirs = await makeOrder(vaultId, end, wanted, [], rightful)
    const attempts: [string, Omit<OrderRow, 'revision'>][] = [
      ['signed by oneself', await makeOrder(vaultId, end, wanted, [], own)],
      [
        'under the administrator’s name',
        await makeOrder(vaultId, end, wanted, [], { ...own, id: room.first }),
      ],
      ['under the recovery sheet’s', await makeOrder(vaultId, end, wanted, [], { ...own, id: 'recovery' })],
      ['unsigned', { ...theirs, signature: new Uint8Array(64) }],
      ['without a signature', { ...theirs, signature: undefined as unknown as Uint8Array<ArrayBuffer> }],
      ['signed for other roles', { ...theirs, roles: ['supervisor'] }],
      ['signed for another key', { ...theirs, sealKey: drawBytes(32) }],
      ['signed for another place', { ...(await makeOrder(vaultId, before, wanted, [], rightful)), id: '3' }],
      ['signed over other orders', await makeOrder(vaultId, { ...start, number: 3 }, wanted, [], rightful)],
      ['signed for another vault', await makeOrder('0'.repeat(32), end, wanted, [], rightful)],
      ['an earlier one once more', { ...(orders[1] ?? theirs), id: '3' }],
    ]
    const their = domains.filter((domain) => matrix.hotline[domain])
    for (const [attempt, order] of attempts) {
      await onDisk(room.name, (database) => database.table('orders').put({ ...order, revision: 1 }))
      const { sealed, refused } = await first.staffing.sealPendingGrants()
      expect({ sealed, refused }, attempt).toEqual({ sealed: 0, refused: ['orders.3'] })
      expect(await reachable(room, hotlineId, passphraseOf('示例热线')), attempt).toEqual(their)
    }
    await onDisk(room.name, (database) => database.table('orders').put({ ...theirs, revision: 1 }))
    expect((await (await room.open(hotlineId)).staffing.pendingKeys()).waiting).toHaveLength(1)
  })

  test('a later order can take the place of a row that was no order', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    await onDisk(room.name, (database) => database.table('orders').put({ id: '2', revision: 1 }))
    expect((await first.staffing.pendingKeys()).refused).toEqual([])
    expect(await codeOf(room.add(await room.open(room.first), '示例热线', ['hotline']))).toBe('INCOMPLETE')
    expect((await (await room.open(room.first)).staffing.pendingKeys()).refused).toEqual(['orders.2'])
  })

  test('somebody of whom no order speaks is no staff, and another’s key in a colleague’s place gets nothing', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const administrator = await room.open(await room.add(first, '示例管理', ['administrator']))
    const newId = await room.add(administrator, '示例咨询', ['counsellor'])
    const hotlineId = await room.add(administrator, '示例热线', ['hotline'])
    const accomplice = 'c'.repeat(32)
    await onDisk(room.name, async (database) => {
      const staff = database.table<StaffRow>('staff')
      const thief = await staff.get(hotlineId)
      if (!thief) throw new Error('missing row')
      await staff.put({ ...thief, id: accomplice, roles: ['counsellor'] })
      await staff.update(newId, { sealKey: thief.sealKey })
    })
    const again = await room.open(room.first)
    expect(again.staffing.list().map(({ id }) => id)).not.toContain(accomplice)
    expect((await again.staffing.pendingKeys()).refused.toSorted()).toEqual(
      [`staff.${accomplice}`, `staff.${newId}`].toSorted(),
    )
    expect(await codeOf(again.staffing.sealPendingGrants())).toBe('INCOMPLETE')
    expect(await reachable(room, hotlineId, passphraseOf('示例热线'))).toEqual(['schedule', 'config'])
    expect(await codeOf(room.open(accomplice, passphraseOf('示例热线')))).toBe('WRONG_PASSPHRASE')
  })

  test('a public key of somebody’s own making is refused at unlock, also by those who only seal to it', async () => {
    const room = await makeRoom()
    const hotlineId = await room.add(await room.open(room.first), '示例热线', ['hotline'])
    const { header } = await stored(room.name)
    const swapped = header?.domains.map((entry) =>
      entry.domain === 'case' ? { ...entry, publicKey: drawBytes(32) } : entry,
    )
    await onDisk(room.name, (database) => database.table('vault').update('header', { domains: swapped }))
    expect(await codeOf(room.open(hotlineId))).toBe('DAMAGED_VAULT')
    expect(await codeOf(room.open(room.first))).toBe('DAMAGED_VAULT')
    await onDisk(room.name, (database) => database.table('vault').put(header))
    await room.open(hotlineId)
  })

  test('a domain secret that somebody else knows is refused at unlock', async () => {
    const room = await makeRoom()
    const { vaultId, row } = await ownKeys(room.name, room.first, passphraseOf('示例首位'))
    const id = `${room.first}.case.1`
    const target = { staffId: room.first, domain: 'case', generation: 1, sealKey: row.sealKey } as const
    const known = await sealBox(row.sealKey, grantStatement(vaultId, target), drawBytes(32))
    await onDisk(room.name, (database) => database.table('grants').update(id, { sealed: known }))
    expect(await codeOf(room.open(room.first))).toBe('DAMAGED_VAULT')
    const { grants } = await stored(room.name)
    const sealed = grants.find((grant) => grant.id === `${room.first}.identity.1`)?.sealed
    await onDisk(room.name, (database) => database.table('grants').update(id, { sealed }))
    expect(await codeOf(room.open(room.first))).toBe('DAMAGED_VAULT')
  })
})
