import { expect, test } from 'vitest'
import { rebuild } from '../../../src/vault/store/rebuild.ts'
import { remove } from '../../room/windows.ts'
import { makeStand } from './stand.ts'

test('a snapshot that is there is not given up for another of the same commit', async () => {
  const { place, start } = await makeStand()
  const store = await start()
  const { folder } = place
  for (const when of ['before', 'halfway', 'after'] as const)
    for (let at = 1; at <= 4; at++) {
      folder.fail({ at, when, forEver: true })
      await store.snapshot({ forgetOlder: true }).catch(() => undefined)
      folder.fail(null)
      const left = { ...place, folder: folder.copy() }
      const rebuilt = await rebuild(left)
      await remove(rebuilt.database)
      expect([when, at, rebuilt.whole, rebuilt.rows]).toEqual([when, at, true, 4])
    }
  store.close()
})
