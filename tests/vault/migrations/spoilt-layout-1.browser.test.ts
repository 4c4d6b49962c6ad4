import { describe, expect, onTestFinished, test } from 'vitest'
import { kdfFloor } from '../../../src/vault/keys/key-derivation.ts'
import { drawRecoveryWords, recoveryIdentity } from '../../../src/vault/keys/recovery-words.ts'
import { migrate } from '../../../src/vault/migrations/migrate.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import type { Row } from '../../../src/vault/store/database.ts'
import { openVault, recoverVault } from '../../../src/vault/vault.ts'
import { makeRoom, onDisk, passphraseOf } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { earlierVault, staff, words } from './earlier-vault.ts'

const idsIn = (name: string, table: string): Promise<string[]> =>
  onDisk(name, async (database) => (await database.table<Row>(table).toArray()).map(({ id }) => id))

describe('rows that no administrator of the layout before stands behind', () => {
  test('are not taken along, and everybody else comes in', async () => {
    const place = await earlierVault()
    const stranger = 'e'.repeat(32)
    await onDisk(place.name, async (database) => {
      const colleague = await database.table('staff').get(staff.counsellor)
      await database.table('staff').put({ ...colleague, id: stranger })
      const grant = await database.table('grants').get(`${staff.counsellor}.case.1`)
      await database.table('grants').put({ ...grant, staffId: stranger, id: `${stranger}.case.1` })
    })
    await recoverVault({
      ...place,
      words,
      newWords: drawRecoveryWords('zh-CN'),
      staffId: staff.administrator,
      newPassphrase: '搬家以后的示例新口令啊',
      kdf: kdfFloor,
    })
    expect(await idsIn(place.name, 'staff')).toEqual(Object.values(staff).toSorted())
    expect((await idsIn(place.name, 'grants')).filter((id) => id.startsWith(stranger))).toEqual([])
    const who = { ...place, staffId: staff.counsellor, passphrase: passphraseOf('示例咨询') }
    const vault = await openVault(who)
    onTestFinished(() => vault.lock())
    expect((await vault.check()).complete).toBe(true)
  })
})

describe('a vault of the layout before is left as it is', () => {
  const left = (name: string) =>
    onDisk(name, async (database) => [
      (await database.table('vault').get('header')).layout,
      await database.table('head').count(),
    ])

  test('while the recovery sheet does not open one of its domains', async () => {
    const recovery = await recoveryIdentity(words)
    for (const spoil of [null, { sealed: null }, { sealed: drawBytes(200) }]) {
      const place = await earlierVault()
      await onDisk(place.name, async (database) => {
        const grants = database.table('grants')
        if (spoil === null) await grants.delete('recovery.case.1')
        else await grants.update('recovery.case.1', spoil)
      })
      await expect(migrate(place, recovery)).rejects.toMatchObject({ code: 'DAMAGED_VAULT', at: 'case' })
      expect(await left(place.name)).toEqual([1, 0])
    }
  })

  test('by a release that does not know its layout', async () => {
    const place = await earlierVault()
    await onDisk(place.name, (database) => database.table('vault').update('header', { layout: 99 }))
    expect(await codeOf(migrate(place, await recoveryIdentity(words)))).toBe('NEWER_VAULT')
    const room = await makeRoom()
    await onDisk(room.name, (database) => database.table('vault').update('header', { layout: 0 }))
    const recovery = await recoveryIdentity(room.words)
    expect(await codeOf(migrate(room.place, recovery))).toBe('DAMAGED_VAULT')
    expect(await left(room.name)).toEqual([0, 1])
  })
})
