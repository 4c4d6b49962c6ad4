import { describe, expect, test } from 'vitest'
import type { AuditAction } from '../../../src/casework/records/audit-entry.ts'
import { type Bytes, utf8 } from '../../../src/vault/primitives/bytes.ts'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { sealBox } from '../../../src/vault/primitives/sealed-box.ts'
import type { HeaderRow } from '../../../src/vault/store/database.ts'
import type { OpenVault } from '../../../src/vault/vault.ts'
import { makeRoom, onDisk, type TestRoom } from '../room.ts'

const wrong = '别人的口令不是这个'

const actionsOf = async (vault: OpenVault): Promise<(AuditAction | undefined)[]> => {
  await vault.trail.enterOwed()
  const entries = await vault.trail.before({ before: null, limit: 100 })
  return entries.reverse().map(({ read }) => read?.entry.action)
}

const refusedAt = async (room: TestRoom): Promise<void> => {
  await expect(room.open(room.first, wrong)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' })
  await onDisk(room.name, (database) => database.table('attempts').clear())
}

/** A room whose keys were renewed, as somebody left, and the former ones thrown away. */
const renewedRoom = async ({ meanwhile = async (_: TestRoom) => {} } = {}) => {
  const room = await makeRoom()
  const vault = await room.open(room.first)
  const colleague = await room.add(vault, '示例同事', ['hotline'])
  await meanwhile(room)
  await vault.staffing.remove(colleague)
  expect((await vault.formerKeys.reseal(1000)).done).toBe(true)
  await vault.formerKeys.forget()
  return { room, vault }
}

describe('what is owed to the trail outlives the keys it was sealed for', () => {
  test('case 79: a wrong passphrase is entered also after somebody left and the keys were renewed', async () => {
    const { room, vault } = await renewedRoom()
    vault.lock()
    await refusedAt(room)
    expect(await actionsOf(await room.open(room.first))).toContain('passphraseRefused')
  })

  test('and one from before that nobody had entered yet', async () => {
    const { vault } = await renewedRoom({ meanwhile: refusedAt })
    expect(await actionsOf(vault)).toContain('passphraseRefused')
  })
})

test('what anybody with the disk puts there keeps nobody from reading and signing the trail', async () => {
  const room = await makeRoom()
  const { vaultId, domains } = await onDisk<HeaderRow>(room.name, (database) =>
    database.table('vault').get('header'),
  )
  const publicKey = domains.find(({ domain }) => domain === 'config')?.publicKey ?? new Uint8Array()
  const sealed = (content: Bytes) => sealBox(publicKey, JSON.stringify(['anxin/owed/1', vaultId]), content)
  const at = '2026-11-22T08:00:00.000Z'
  const said = [
    utf8('no JSON'),
    Uint8Array.of(0xff, 0xfe),
    ...[null, 7, {}, { action: 'read' }, { action: 'read', at: 5 }, { action: 'read', at: 'yesterday' }].map(
      (note) => utf8(JSON.stringify(note)),
    ),
    ...[
      { action: 'dismissed', at },
      { action: 'read', at, actor: 'somebody' },
      { action: 'read', at, count: -1 },
      { action: 'read', at, count: 0.5 },
      { action: 'read', at, detail: '任意文字' },
      { action: 'read', at, kind: { table: '<b>', domain: 'case' } },
      { action: 'read', at, kind: { table: 'notes', domain: 'other' } },
      { action: 'read', at, about: 5 },
    ].map((note) => utf8(JSON.stringify(note))),
  ]
  const rows = await Promise.all(said.map(async (content) => ({ id: drawId(), box: await sealed(content) })))
  await onDisk(room.name, (database) => database.table('owed').bulkPut([...rows, { id: 'x', box: 'text' }]))
  const right = { id: drawId(), box: await sealed(utf8(JSON.stringify({ action: 'restored', at }))) }
  await onDisk(room.name, (database) => database.table('owed').put(right))

  const vault = await room.open(room.first)
  expect(await actionsOf(vault)).toEqual(['restored'])
  await vault.trail.sign([{ action: 'locked' }])
  expect((await vault.trail.check()).fault).toBeNull()
  expect(await onDisk(room.name, (database) => database.table('owed').count())).toBe(0)
})
