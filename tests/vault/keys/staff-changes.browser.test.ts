import { expect, test, vi } from 'vitest'
import { defaultKdf } from '../../../src/vault/keys/key-derivation.ts'
import type { GrantRow, StaffRow } from '../../../src/vault/store/database.ts'
import { makeRoom, onDisk, passphraseOf } from '../room.ts'
import { codeOf } from '../sealing/places.ts'

// Many sign in here, and every sign-in derives a key.
vi.setConfig({ testTimeout: 300_000 })

const grantsOf = (name: string, staffId: string) =>
  onDisk(name, (database) => database.table<GrantRow>('grants').where({ staffId }).toArray())

test('a colleague for whom nobody says what deriving may cost gets what is usual', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const { id } = await vault.staffing.add({
    name: '示例新人',
    roles: ['hotline'],
    passphrase: passphraseOf('示例新人'),
  })
  const row = await onDisk(room.name, (database) => database.table<StaffRow>('staff').get(id))
  expect(row?.kdf).toEqual(defaultKdf)
})

test('who still waits for a secret is nobody who could hand it on', async () => {
  const room = await makeRoom(['administrator'])
  const administrator = await room.open(room.first)
  const waiting = await room.add(administrator, '示例等待', ['counsellor'])
  const both = await room.add(administrator, '示例两职', ['counsellor', 'administrator'])
  expect(
    (await administrator.staffing.pendingKeys()).waiting.map(({ staffId }) => staffId).toSorted(),
  ).toEqual([waiting, both].toSorted())
  expect((await grantsOf(room.name, waiting)).map(({ domain }) => domain)).not.toContain('case')
  // Nobody holds it, so that nobody takes it along.
  await administrator.staffing.remove(waiting)
})

test('the last who holds a secret stays, whoever else waits for it', async () => {
  const room = await makeRoom(['counsellor', 'administrator'])
  const first = await room.open(room.first)
  const administratorId = await room.add(first, '示例管理', ['administrator'])
  first.lock()
  const administrator = await room.open(administratorId)
  const waiting = await room.add(administrator, '示例等待', ['counsellor'])
  expect(await codeOf(administrator.staffing.remove(room.first))).toBe('LAST_HOLDER')
  administrator.lock()
  const again = await room.open(room.first)
  await again.staffing.sealPendingGrants()
  again.lock()
  const later = await room.open(administratorId)
  await later.staffing.remove(room.first)
  expect(
    later.staffing
      .list()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([administratorId, waiting].toSorted())
})

test('somebody whose row is gone is not changed in silence', async () => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const id = await room.add(vault, '示例热线', ['hotline'])
  await onDisk(room.name, (database) => database.table('staff').delete(id))
  expect(await codeOf(vault.staffing.setRoles(id, ['counsellor']))).toBe('DAMAGED_VAULT')
  expect(await codeOf(vault.staffing.remove(id))).toBe('DAMAGED_VAULT')
})
