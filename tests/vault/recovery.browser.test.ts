import { describe, expect, test } from 'vitest'
import { domains } from '../../src/casework/records/record.ts'
import type { DerivationCost } from '../../src/vault/keys/kdf-calibration.ts'
import { type KdfParameters, kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { endAfter, makeOrder, makeSheetOrder, noOrders } from '../../src/vault/keys/order.ts'
import {
  drawRecoveryHalves,
  drawRecoveryWords,
  recoveryIdentity,
} from '../../src/vault/keys/recovery-words.ts'
import { type OrderRow, recoveryId, type StaffRow } from '../../src/vault/store/database.ts'
import type { VaultKey } from '../../src/vault/unlock.ts'
import { checkRecoverySheet, describeVault, openVault, recoverVault } from '../../src/vault/vault.ts'
import { memoryFolder } from '../support/memory-folder.ts'
import { matrix } from './keys/matrix.ts'
import { mistyped } from './keys/mistyped.ts'
import { makeRoom, noteKind, onDisk, passphraseOf } from './room.ts'
import { codeOf } from './sealing/places.ts'

const client = 'a'.repeat(32)
const note = { clientId: client, text: '示例记录' }
const newPassphrase = '恢复以后的示例新口令啊'
const newWords = drawRecoveryWords('zh-CN')

describe('the recovery sheet', () => {
  test('gives a forgetful colleague everything of their role, under a new passphrase', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const hotlineId = await room.add(first, '示例热线', ['hotline'])
    const recovery = { ...room.place, words: room.words, newPassphrase, newWords, kdf: kdfFloor }

    await recoverVault({ ...recovery, staffId: room.first })
    expect(await codeOf(room.open(room.first))).toBe('WRONG_PASSPHRASE')
    const back = await room.open(room.first, newPassphrase)
    expect(back.staff.roles).toEqual(['counsellor', 'administrator'])
    expect((await back.get(noteKind, client))?.value).toEqual(note)
    expect(domains.every((domain) => back.opens(domain))).toBe(true)

    const next = { words: newWords, newWords: drawRecoveryWords('en') }
    await recoverVault({ ...recovery, ...next, staffId: hotlineId })
    const hotline = await room.open(hotlineId, newPassphrase)
    expect(domains.filter((domain) => hotline.opens(domain))).toEqual(
      domains.filter((domain) => matrix.hotline[domain]),
    )
  })

  test('leaves those whom the recovered administrator had added, and what they wrote, trusted', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const administratorId = await room.add(first, '示例管理', ['administrator'])
    const administrator = await room.open(administratorId)
    const counsellorId = await room.add(administrator, '示例咨询', ['counsellor'])
    const waiting = { clientId: client, text: '管理员代记' }
    await administrator.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: waiting }])

    const recovery = { ...room.place, words: room.words, newPassphrase, newWords, kdf: kdfFloor }
    await recoverVault({ ...recovery, staffId: administratorId })
    const again = await room.open(room.first)
    expect(again.staffing.list()).toHaveLength(3)
    expect(await again.staffing.sealPendingGrants()).toEqual({
      sealed: 5,
      renewals: [],
      waiting: [],
      refused: [],
    })
    expect((await again.get(noteKind, client))?.value).toEqual(waiting)
    expect((await room.open(counsellorId)).opens('case')).toBe(true)
  })

  test('mistyped, of another room, for a stranger or with a weak passphrase changes nothing', async () => {
    const room = await makeRoom()
    const recovery = {
      ...room.place,
      words: room.words,
      staffId: room.first,
      newPassphrase,
      newWords,
      kdf: kdfFloor,
    }
    const before = await onDisk(room.name, (database) => database.table('staff').toArray())
    const attempts: [string, Partial<typeof recovery>][] = [
      ['RECOVERY_WORDS_INVALID', { words: mistyped(room.words) }],
      ['RECOVERY_WORDS_INVALID', { words: room.words.slice(0, 12) }],
      ['RECOVERY_WORDS_OTHER_VAULT', { words: drawRecoveryWords('zh-CN') }],
      ['UNKNOWN_STAFF', { staffId: 'f'.repeat(32) }],
      ['WEAK_PASSPHRASE', { newPassphrase: '1234' }],
      ['NO_VAULT', { name: 'no-such-room', folder: memoryFolder() }],
    ]
    for (const [code, change] of attempts)
      expect(await codeOf(recoverVault({ ...recovery, ...change }))).toBe(code)
    expect(await onDisk(room.name, (database) => database.table('staff').toArray())).toEqual(before)
    await room.open(room.first, passphraseOf('示例首位'))
  })

  test('does not give more to someone who changed their own role on the disk', async () => {
    const room = await makeRoom()
    const hotlineId = await room.add(await room.open(room.first), '示例热线', ['hotline'])
    await onDisk(room.name, (database) =>
      database.table<StaffRow>('staff').update(hotlineId, { roles: ['counsellor'] }),
    )
    const recovery = { ...room.place, words: room.words, newPassphrase, newWords, kdf: kdfFloor }
    await recoverVault({ ...recovery, staffId: hotlineId })
    const back = await room.open(hotlineId, newPassphrase)
    expect(back.staff.roles).toEqual(['hotline'])
    expect(back.opens('case')).toBe(false)
  })
})

test('opens records of which one is damaged, and still tells of it', async () => {
  const room = await makeRoom()
  const first = await room.open(room.first)
  await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
  await first.commit([{ kind: noteKind, id: 'b'.repeat(32), expectedRevision: 0, value: note }])
  first.lock()
  await onDisk(room.name, (database) => database.table(noteKind.table).delete(client))
  const recovery = { ...room.place, words: room.words, newPassphrase, newWords, kdf: kdfFloor }
  await recoverVault({ ...recovery, staffId: room.first })
  const back = await room.open(room.first, newPassphrase)
  expect((await back.get(noteKind, 'b'.repeat(32)))?.value).toEqual(note)
  expect((await back.check()).complete).toBe(false)
  expect(await codeOf(back.keepLanguage('en'))).toBe('INCOMPLETE')
})

/** What is on the disk of a room, in every table that is kept. */
const everything = (name: string) =>
  onDisk(name, async (database) =>
    Promise.all(
      ['vault', 'staff', 'orders', 'generations', 'grants'].map((table) => database.table(table).toArray()),
    ),
  )

describe('case 37: a sheet in two halves', () => {
  test('opens with both; with one, or with a word wrong, nothing changes', async () => {
    const halves = drawRecoveryHalves('zh-CN')
    const room = await makeRoom(undefined, [], halves.flat())
    const recovery = { ...room.place, staffId: room.first, newPassphrase, newWords, kdf: kdfFloor }
    const before = await everything(room.name)
    const [first, second] = halves
    const attempts: [string, string[]][] = [
      ['RECOVERY_HALF_MISSING', first],
      ['RECOVERY_HALF_MISSING', second],
      ['RECOVERY_WORDS_INVALID', [...first, ...mistyped(second)]],
      ['RECOVERY_WORDS_OTHER_VAULT', [...first, ...drawRecoveryWords('zh-CN')]],
      ['RECOVERY_WORDS_OTHER_VAULT', [...first, ...first]],
    ]
    for (const [code, words] of attempts) {
      expect(await codeOf(recoverVault({ ...recovery, words }))).toBe(code)
      expect(await codeOf(checkRecoverySheet(room.place, words))).toBe(code)
    }
    expect(await everything(room.name)).toEqual(before)
    const described = await describeVault(room.place)
    expect(described?.recoverySheet).toMatchObject({ sheet: 1, halves: true })

    await checkRecoverySheet(room.place, [...second, ...first])
    expect(await everything(room.name)).toEqual(before)
    await recoverVault({ ...recovery, words: [...second, ...first] })
    await room.open(room.first, newPassphrase)
  })
})

describe('a sheet that was used is used up', () => {
  test('the next one takes its place, for whoever signs in after years, too', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const counsellorId = await room.add(first, '示例咨询', ['counsellor'])
    const hotlineId = await room.add(first, '示例热线', ['hotline'])
    await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const recovery = { ...room.place, staffId: room.first, newPassphrase, kdf: kdfFloor }
    const sheets = [room.words, drawRecoveryHalves('en').flat(), drawRecoveryWords('zh-CN')]
    const [one = [], two = [], three = []] = sheets
    await recoverVault({ ...recovery, words: one, newWords: two })
    expect((await describeVault(room.place))?.recoverySheet).toMatchObject({ sheet: 2, halves: true })
    for (const words of [one, two.slice(0, 24)])
      expect(await codeOf(recoverVault({ ...recovery, words, newWords: three }))).toMatch(
        /^RECOVERY_(SHEET_REPLACED|HALF_MISSING)$/,
      )

    // Somebody who was there for the first sheet alone, and somebody who saw each.
    const hotline = await room.open(hotlineId)
    expect(hotline.opens('hotline')).toBe(true)
    await recoverVault({ ...recovery, words: two, newWords: three })
    expect((await room.open(hotlineId)).staffing.list()).toHaveLength(3)
    const counsellor = await room.open(counsellorId)
    expect((await counsellor.get(noteKind, client))?.value).toEqual(note)
    const back = await room.open(room.first, newPassphrase)
    expect(await back.staffing.sealPendingGrants()).toMatchObject({ sealed: 0, waiting: [], refused: [] })
    expect(await back.recoverySheet()).toMatchObject({ sheet: 3, halves: false, waiting: 0 })

    // Those added since trust in the newest; it opens everything for them as well.
    const added = await room.add(back, '示例新人', ['counsellor'])
    await recoverVault({ ...recovery, words: three, newWords: one, staffId: added })
    expect((await (await room.open(added, newPassphrase)).get(noteKind, client))?.value).toEqual(note)
  })

  test('whoever finds an old sheet, and has the disk, orders nothing with it', async () => {
    const room = await makeRoom()
    const second = drawRecoveryWords('zh-CN')
    const recovery = { ...room.place, staffId: room.first, newPassphrase, kdf: kdfFloor }
    await recoverVault({ ...recovery, words: room.words, newWords: second })
    const genuine = await room.open(room.first, newPassphrase)
    const orders = await onDisk(room.name, (database) => database.table<OrderRow>('orders').toArray())
    genuine.lock()

    const old = await recoveryIdentity(room.words)
    const signer = { id: recoveryId, privateKey: old.signing.privateKey }
    const { vaultId } = await onDisk(room.name, (database) => database.table('vault').get('header'))
    const strangerKeys = { id: 'e'.repeat(32), name: '示例外人', roles: ['administrator' as const] }
    const keys = { sealKey: old.sealing.publicKey, signKeys: [old.signing.publicKey] }
    let end = noOrders
    for (const order of orders.toSorted((a, b) => Number(a.id) - Number(b.id)))
      end = await endAfter(end, order)
    const forged = await makeOrder(vaultId, end, { ...strangerKeys, ...keys }, [], signer)
    await onDisk(room.name, (database) => database.table('orders').put({ ...forged, revision: 1 }))
    const after = await room.open(room.first, newPassphrase)
    expect(after.staffing.list()).toHaveLength(1)
    expect((await after.staffing.pendingKeys()).refused).toEqual([`orders.${end.number}`])
    expect(await codeOf(after.replaceRecoverySheet(drawRecoveryWords('en')))).toBe('INCOMPLETE')
    after.lock()

    // The orders cut back to before the new sheet: whoever has seen it notices.
    await onDisk(room.name, (database) => database.table('orders').bulkDelete(['3', forged.id]))
    expect(await codeOf(room.open(room.first, newPassphrase))).toBe('DAMAGED_VAULT')
  })

  test('a new sheet that did not take over the orders itself is none', async () => {
    const room = await makeRoom()
    const recovery = { ...room.place, staffId: room.first, newPassphrase, kdf: kdfFloor }
    await recoverVault({ ...recovery, words: room.words, newWords })
    const changes: ((order: OrderRow) => Partial<OrderRow>)[] = [
      ({ sheet }) => ({ sheet: { sheet: 2, halves: false, accepted: new Uint8Array(64), ...(sheet && {}) } }),
      ({ sheet }) => (sheet ? { sheet: { ...sheet, sheet: 7 } } : {}),
      ({ signKeys }) => ({ signKeys: signKeys.slice(1) }),
    ]
    const stored = await onDisk(room.name, (database) => database.table<OrderRow>('orders').toArray())
    const order = stored.find(({ staffId }) => staffId === recoveryId)
    if (!order) throw new Error('no order')
    for (const change of changes) {
      await onDisk(room.name, (database) => database.table('orders').put({ ...order, ...change(order) }))
      expect(await codeOf(room.open(room.first, newPassphrase))).toBe('DAMAGED_VAULT')
    }
    await onDisk(room.name, (database) => database.table('orders').put(order))
    await room.open(room.first, newPassphrase)
  })
})

test('an order that only looks like one of a new sheet changes nothing, whoever signed it', async () => {
  const room = await makeRoom()
  const { signing, sealing } = await recoveryIdentity(room.words)
  const next = await recoveryIdentity(newWords)
  const { vaultId } = await onDisk(room.name, (database) => database.table('vault').get('header'))
  const first = await onDisk(room.name, (database) => database.table<OrderRow>('orders').get('1'))
  if (!first) throw new Error('no order')
  const end = await endAfter(noOrders, first)
  const signer = { id: recoveryId, privateKey: signing.privateKey }
  const keys = { halves: false, sealKey: next.sealing.publicKey, signKey: next.signing.publicKey }
  const forged = [
    await makeSheetOrder(vaultId, end, { ...keys, sheet: 7 }, { signer, successor: next.signing.privateKey }),
    await makeSheetOrder(vaultId, end, { ...keys, sheet: 2 }, { signer, successor: signing.privateKey }),
    await makeOrder(
      vaultId,
      end,
      { id: recoveryId, name: '', roles: [], sealKey: sealing.publicKey, signKeys: [keys.signKey] },
      [],
      signer,
    ),
    await makeOrder(
      vaultId,
      end,
      { id: recoveryId, name: '', roles: [], sealKey: sealing.publicKey, signKeys: [] },
      [],
      signer,
    ),
  ]
  for (const order of forged) {
    await onDisk(room.name, (database) => database.table('orders').put({ ...order, revision: 1 }))
    const open = await room.open(room.first)
    expect((await open.staffing.pendingKeys()).refused).toEqual(['orders.2'])
    expect(await open.recoverySheet()).toMatchObject({ sheet: 1 })
    open.lock()
  }
})

test('what the sheet should open and does not is told of, and nothing changes', async () => {
  const room = await makeRoom()
  await onDisk(room.name, (database) => database.table('grants').delete(`${recoveryId}.case.1`))
  const before = await everything(room.name)
  const recovery = { ...room.place, words: room.words, newPassphrase, newWords, kdf: kdfFloor }
  expect(await codeOf(recoverVault({ ...recovery, staffId: room.first }))).toBe('DAMAGED_VAULT')
  expect(await everything(room.name)).toEqual(before)
})

describe('a new sheet without the old one', () => {
  test('is made by an administrator; everybody goes on, and the old one opens nothing', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const hotlineId = await room.add(first, '示例热线', ['hotline'])
    await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const hotline = await room.open(hotlineId)
    expect(await codeOf(hotline.replaceRecoverySheet(newWords))).toBe('NOT_ADMINISTRATOR')
    hotline.lock()
    expect(await codeOf(first.replaceRecoverySheet(newWords.slice(1)))).toBe('RECOVERY_WORDS_INVALID')
    await first.replaceRecoverySheet(newWords)
    expect(await first.recoverySheet()).toMatchObject({ sheet: 2, halves: false, waiting: 0 })
    first.lock()

    const recovery = { ...room.place, newPassphrase, kdf: kdfFloor, newWords: drawRecoveryWords('en') }
    expect(await codeOf(recoverVault({ ...recovery, words: room.words, staffId: room.first }))).toBe(
      'RECOVERY_SHEET_REPLACED',
    )
    expect((await room.open(hotlineId)).opens('hotline')).toBe(true)
    await recoverVault({ ...recovery, words: newWords, staffId: room.first })
    const back = await room.open(room.first, newPassphrase)
    expect((await back.get(noteKind, client))?.value).toEqual(note)
  })

  test('waits for what the administrator cannot open, until a colleague signs in who can', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const administratorId = await room.add(first, '示例管理', ['administrator'])
    first.lock()
    const administrator = await room.open(administratorId)
    await administrator.replaceRecoverySheet(newWords)
    expect((await administrator.recoverySheet()).waiting).toBe(5)
    administrator.lock()

    const recovery = { ...room.place, newPassphrase, kdf: kdfFloor }
    const third = drawRecoveryWords('zh-CN')
    await recoverVault({ ...recovery, words: newWords, newWords: third, staffId: administratorId })
    expect(
      await codeOf(recoverVault({ ...recovery, words: room.words, newWords, staffId: room.first })),
    ).toBe('RECOVERY_SHEET_REPLACED')
    const again = await room.open(room.first)
    expect((await again.recoverySheet()).waiting).toBe(5)
    await again.staffing.sealPendingGrants()
    expect(await again.recoverySheet()).toMatchObject({ sheet: 3, waiting: 0 })
    again.lock()

    await recoverVault({ ...recovery, words: third, newWords, staffId: room.first })
    const back = await room.open(room.first, newPassphrase)
    expect((await back.get(noteKind, client))?.value).toEqual(note)
  })

  test('somebody comes back to what there is, and gets the rest from whoever holds it', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const administratorId = await room.add(first, '示例管理', ['administrator'])
    const counsellorId = await room.add(first, '示例咨询', ['counsellor'])
    first.lock()
    const administrator = await room.open(administratorId)
    await administrator.replaceRecoverySheet(newWords)
    administrator.lock()

    const recovery = { ...room.place, newPassphrase, kdf: kdfFloor }
    await recoverVault({ ...recovery, words: newWords, newWords: room.words, staffId: counsellorId })
    const back = await room.open(counsellorId, newPassphrase)
    expect(back.opens('config')).toBe(true)
    expect(back.opens('case')).toBe(false)
    back.lock()
    await (await room.open(room.first)).staffing.sealPendingGrants()
    expect((await (await room.open(counsellorId, newPassphrase)).get(noteKind, client))?.value).toEqual(note)
  })
})

describe('the wrap of a passphrase', () => {
  const dear = { ...kdfFloor, iterations: 4 }
  const kdfOf = (room: string, staffId: string) =>
    onDisk(room, async (database) => (await database.table<StaffRow>('staff').get(staffId))?.kdf)

  test('is raised when somebody signs in to what the machine can bear today, and never lowered', async () => {
    const room = await makeRoom()
    const open = async (kdfFor: VaultKey['kdfFor'], writes = true) => {
      const who = { staffId: room.first, passphrase: passphraseOf('示例首位') }
      const vault = await openVault({ ...room.place, ...who, ...(kdfFor && { kdfFor }), writes })
      vault.lock()
    }
    const costs: DerivationCost[] = []
    const measured = (kdf: KdfParameters) => (cost: DerivationCost) => {
      costs.push(cost)
      return kdf
    }
    await open(measured(dear), false)
    expect(await kdfOf(room.name, room.first)).toEqual(kdfFloor)
    await open(measured(dear))
    expect(await kdfOf(room.name, room.first)).toEqual(dear)
    await open(measured(kdfFloor))
    await open(undefined)
    const broken = () => {
      throw new Error('broken')
    }
    await expect(open(broken)).rejects.toThrow('broken')
    expect(await kdfOf(room.name, room.first)).toEqual(dear)
    expect(costs.map(({ kdf }) => kdf)).toEqual([kdfFloor, dear])
    for (const { time } of costs) expect(time).toBeGreaterThan(0)
  })

  test('stays as it is where it cannot be written, and opens all the same', async () => {
    const room = await makeRoom()
    const who = { staffId: room.first, passphrase: passphraseOf('示例首位') }
    room.place.folder.fail({ at: 1, when: 'before', forEver: true })
    const vault = await openVault({ ...room.place, ...who, kdfFor: () => dear })
    vault.lock()
    room.place.folder.fail(null)
    expect(await kdfOf(room.name, room.first)).toEqual(kdfFloor)
    await room.open(room.first)
  })

  test('takes the dearer cost with another passphrase', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const current = passphraseOf('示例首位')
    expect(await codeOf(first.changePassphrase({ current, next: 'zhangwei1985' }))).toBe('WEAK_PASSPHRASE')
    await first.changePassphrase({ current, next: newPassphrase, kdf: dear })
    expect(await kdfOf(room.name, room.first)).toEqual(dear)
    await room.open(room.first, newPassphrase)
  })
})
