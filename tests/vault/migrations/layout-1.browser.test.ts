import { expect, onTestFinished, test, vi } from 'vitest'
import { clientKind } from '../../../src/casework/clients/client.ts'
import { kdfFloor } from '../../../src/vault/keys/key-derivation.ts'
import { drawRecoveryWords, recoveryIdentity } from '../../../src/vault/keys/recovery-words.ts'
import { migrate } from '../../../src/vault/migrations/migrate.ts'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import { checkRecoverySheet, describeVault, openVault, recoverVault } from '../../../src/vault/vault.ts'
import { failAtCall } from '../../room/failing-storage.ts'
import { remove } from '../../room/windows.ts'
import { noteKind, onDisk, passphraseOf, planKind, someClient } from '../room.ts'
import { codeOf } from '../sealing/places.ts'
import { clientId, earlierVault, staff, words } from './earlier-vault.ts'

const newPassphrase = '搬家以后的示例新口令啊'

// Every break tried is a vault of its own.
vi.setConfig({ testTimeout: 600_000 })

const texts = async (vault: Awaited<ReturnType<typeof openVault>>, kind = noteKind) =>
  (await vault.list(kind)).records.map(({ value }) => value.text).toSorted()

test('a vault of layout 1 is opened by its recovery sheet, with everything in it, and by everybody as before', async () => {
  const place = await earlierVault()
  expect(await describeVault(place)).toMatchObject({ unitName: '示例咨询室', recoverySheet: { sheet: 1 } })
  const first = { ...place, staffId: staff.first, passphrase: passphraseOf('示例首位') }
  expect(await codeOf(openVault(first))).toBe('EARLIER_VAULT')
  const newWords = drawRecoveryWords('zh-CN')
  await checkRecoverySheet(place, words)
  expect(await codeOf(checkRecoverySheet(place, newWords))).toBe('RECOVERY_WORDS_OTHER_VAULT')
  const recovery = { ...place, staffId: staff.administrator, newPassphrase, newWords, kdf: kdfFloor }
  expect(await codeOf(recoverVault({ ...recovery, words: newWords }))).not.toBe('resolved')
  expect(await codeOf(openVault(first))).toBe('EARLIER_VAULT')
  await recoverVault({ ...recovery, words })

  const vault = await openVault(first)
  onTestFinished(() => vault.lock())
  expect((await vault.check()).complete).toBe(true)
  expect(await texts(vault)).toEqual(['示例：从前写下的一句话', '示例：管理员代记'].toSorted())
  expect(await texts(vault, planKind)).toEqual(['示例：从前定下的计划'])
  expect((await vault.get(clientKind, clientId))?.value).toEqual(someClient)
  await vault.commit([
    { kind: noteKind, id: vault.drawId(), expectedRevision: 0, value: { clientId, text: '示例：以后' } },
  ])
  vault.lock()
  for (const [id, name] of [
    [staff.hotline, '示例热线'],
    [staff.counsellor, '示例咨询'],
  ] as const) {
    const theirs = await openVault({ ...place, staffId: id, passphrase: passphraseOf(name) })
    expect(theirs.opens('case')).toBe(id === staff.counsellor)
    theirs.lock()
  }
  const administrator = await openVault({ ...place, staffId: staff.administrator, passphrase: newPassphrase })
  expect(administrator.staffing.list()).toHaveLength(4)
  administrator.lock()
})

test('case 19: broken off at any call to the storage or the folder it is the vault before or the vault after', async () => {
  for (const level of ['warn', 'error', 'trace'] as const) {
    const console = vi.spyOn(globalThis.console, level).mockImplementation(() => undefined)
    onTestFinished(() => console.mockRestore())
  }
  const recovery = await recoveryIdentity(words)
  let place = await earlierVault()
  const layout = () =>
    onDisk(place.name, async (database) => {
      const { layout } = await database.table('vault').get('header')
      const heads = database.tables.some(({ name }) => name === 'head')
        ? await database.table('head').count()
        : 0
      const rows = await database.table('notes').count()
      return { layout, heads, rows }
    })
  const step = import.meta.env.VITE_ANXIN_LONG ? 1 : 7
  let ended = false
  for (let nth = 1; !ended; nth += step) {
    place = await earlierVault()
    const { reached, mend } = failAtCall(nth, nth % 2 === 0 ? 'once' : 'forGood')
    await migrate(place, recovery).catch(() => undefined)
    ended = !reached()
    mend()
    expect([
      { layout: 1, heads: 0, rows: 2 },
      { layout: 2, heads: 1, rows: 2 },
    ]).toContainEqual(await layout())
    await migrate(place, recovery)
    expect(await layout()).toEqual({ layout: 2, heads: 1, rows: 2 })
  }
  for (let nth = 1; ; nth++) {
    place = await earlierVault()
    place.folder.fail({ at: nth, when: 'halfway', forEver: true })
    const done = await migrate(place, recovery).then(
      () => true,
      () => false,
    )
    expect((await layout()).layout).toBe(done ? 2 : 1)
    place.folder.fail(null)
    await migrate(place, recovery)
    expect((await layout()).layout).toBe(2)
    if (done) break
  }
})

test('what was there before stands in a snapshot, from which the earlier vault can be made again', async () => {
  const place = await earlierVault()
  await migrate(place, await recoveryIdentity(words))
  await remove(place.name)
  expect(await rebuild(place)).toMatchObject({ seq: 0 })
  expect(await codeOf(openVault({ ...place, staffId: staff.first, passphrase: 'x' }))).toBe('EARLIER_VAULT')
  await migrate(place, await recoveryIdentity(words))
})
