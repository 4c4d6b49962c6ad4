import { expect, test } from 'vitest'
import { makeRoom } from './room.ts'

const place = { table: 'processNotes', id: '7'.repeat(32) }

test('what somebody kept to themselves opens after the lock and under a new passphrase, and for no colleague', async () => {
  const room = await makeRoom()
  const writer = await room.open(room.first)
  const supervisor = await room.add(writer, '示例督导', ['supervisor', 'administrator'])
  const sealed = await writer.own.seal(place, '示例：只给自己看')
  const next = '另一条示例口令:风过竹林有声'
  await writer.changePassphrase({ current: '示例首位的示例口令:溪水流过石桥', next })
  writer.lock()
  await expect(writer.own.open(place, sealed)).rejects.toMatchObject({ code: 'LOCKED' })

  const again = await room.open(room.first, next)
  expect(await again.own.open(place, sealed)).toBe('示例：只给自己看')
  again.lock()

  const other = await room.open(supervisor)
  expect(other.opens('case')).toBe(true)
  await expect(other.own.open(place, sealed)).rejects.toMatchObject({ code: 'WRONG_KEY' })
  other.lock()
})
