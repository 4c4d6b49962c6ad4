import { beforeEach, expect, test } from 'vitest'
import { codeOf, given } from '../support/outcome.ts'
import { firstStaff, passphrase, setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

const colleague = { name: '示例同事', roles: ['counsellor' as const], passphrase: '山坡上的十二只示例灯笼' }

test('an administrator sets after how many minutes every window here locks: two to ten', async () => {
  const { room, close } = openWindowHere()
  await setUp(room)
  expect(await room.settings()).toEqual({ idleMinutes: 5 })
  for (const idleMinutes of [1, 11, 2.5, Number.NaN])
    expect(await room.changeSettings({ idleMinutes })).toEqual({
      ok: false,
      refusal: { code: 'SETTINGS_INVALID', at: 'idleMinutes' },
    })
  given(await room.changeSettings({ idleMinutes: 10 }))
  given(await room.changeSettings({ idleMinutes: 2 }))
  const administrator = await firstStaff(room)
  const { id } = given(await room.addStaff(colleague))
  await close()

  const later = openWindowHere()
  given(await later.room.unlock(id, colleague.passphrase))
  expect(await later.room.settings()).toEqual({ idleMinutes: 2 })
  expect(codeOf(await later.room.changeSettings({ idleMinutes: 5 }))).toBe('NOT_ADMINISTRATOR')
  await later.close()

  const again = openWindowHere()
  given(await again.room.unlock(administrator, passphrase))
  expect(await again.room.settings()).toEqual({ idleMinutes: 2 })
})
