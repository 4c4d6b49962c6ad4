import { expect, test } from 'vitest'
import { makeRoom } from '../room.ts'

const purpose = 'anxin/library/1'

test('what an administrator signed counts as theirs, to the letter and here alone', async () => {
  const room = await makeRoom()
  const administrator = await room.open(room.first)
  const colleague = await room.open(await room.add(administrator, '示例同事', ['counsellor']))
  const signature = await administrator.signAsStaff(purpose, '示例内容', '2026')
  const counts = (vault: typeof administrator, by = room.first, ...parts: string[]) =>
    vault.signedByHolder(
      'administrator',
      by,
      signature,
      purpose,
      ...(parts.length > 0 ? parts : ['示例内容', '2026']),
    )
  expect(await counts(administrator)).toBe(true)
  expect(await counts(colleague)).toBe(true)
  for (const parts of [['示例内容'], ['示例', '内容2026'], ['2026', '示例内容'], ['示例内容', '2026', '']])
    expect(await counts(administrator, room.first, ...parts)).toBe(false)
  for (const by of [colleague.staff.id, 'recovery', '0'.repeat(32)])
    expect(await counts(administrator, by)).toBe(false)

  const other = await makeRoom()
  const elsewhere = await other.open(other.first)
  expect(await counts(elsewhere)).toBe(false)
  expect(await counts(elsewhere, other.first)).toBe(false)
})

test('what a colleague signs is not an administrator’s', async () => {
  const room = await makeRoom()
  const administrator = await room.open(room.first)
  const colleague = await room.open(await room.add(administrator, '示例同事', ['counsellor', 'supervisor']))
  const signature = await colleague.signAsStaff(purpose, '示例内容')
  for (const by of [colleague.staff.id, room.first])
    expect(await administrator.signedByHolder('administrator', by, signature, purpose, '示例内容')).toBe(
      false,
    )
})
