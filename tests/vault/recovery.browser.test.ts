import { describe, expect, test } from 'vitest'
import { domains } from '../../src/casework/record.ts'
import type { StaffRow } from '../../src/vault/database.ts'
import { kdfFloor } from '../../src/vault/key-derivation.ts'
import { drawRecoveryWords } from '../../src/vault/recovery-words.ts'
import { recoverVault } from '../../src/vault/vault.ts'
import { matrix } from './matrix.ts'
import { codeOf } from './places.ts'
import { kinds, makeRoom, noteKind, onDisk, passphraseOf } from './room.ts'

const client = 'a'.repeat(32)
const note = { clientId: client, text: '示例记录' }
const newPassphrase = '恢复以后的示例新口令啊'

describe('the recovery sheet', () => {
  test('gives a forgetful colleague everything of their role, under a new passphrase', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const hotlineId = await room.add(first, '示例热线', ['hotline'])
    const recovery = { name: room.name, kinds, words: room.words, newPassphrase, kdf: kdfFloor }

    await recoverVault({ ...recovery, staffId: room.first })
    expect(await codeOf(room.open(room.first))).toBe('WRONG_PASSPHRASE')
    const back = await room.open(room.first, newPassphrase)
    expect(back.staff.roles).toEqual(['counsellor', 'administrator'])
    expect((await back.get(noteKind, client))?.value).toEqual(note)
    expect(domains.every((domain) => back.opens(domain))).toBe(true)

    await recoverVault({ ...recovery, staffId: hotlineId })
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

    const recovery = { name: room.name, kinds, words: room.words, newPassphrase, kdf: kdfFloor }
    await recoverVault({ ...recovery, staffId: administratorId })
    const again = await room.open(room.first)
    expect(again.listStaff()).toHaveLength(3)
    expect(await again.sealPendingGrants()).toEqual({ sealed: 5, refused: [] })
    expect((await again.get(noteKind, client))?.value).toEqual(waiting)
    expect((await room.open(counsellorId)).opens('case')).toBe(true)
  })

  test('mistyped, of another room, for a stranger or with a weak passphrase changes nothing', async () => {
    const room = await makeRoom()
    const recovery = {
      name: room.name,
      kinds,
      words: room.words,
      staffId: room.first,
      newPassphrase,
      kdf: kdfFloor,
    }
    const before = await onDisk(room.name, (database) => database.table('staff').toArray())
    const attempts: [string, Partial<typeof recovery>][] = [
      ['RECOVERY_WORDS_INVALID', { words: room.words.toReversed().with(0, '安') }],
      ['RECOVERY_WORDS_INVALID', { words: room.words.slice(0, 12) }],
      ['RECOVERY_WORDS_OTHER_VAULT', { words: drawRecoveryWords('zh-CN') }],
      ['UNKNOWN_STAFF', { staffId: 'f'.repeat(32) }],
      ['WEAK_PASSPHRASE', { newPassphrase: '1234' }],
      ['NO_VAULT', { name: 'no-such-room' }],
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
    const recovery = { name: room.name, kinds, words: room.words, newPassphrase, kdf: kdfFloor }
    expect(await codeOf(recoverVault({ ...recovery, staffId: hotlineId }))).toBe('UNKNOWN_STAFF')
  })
})
