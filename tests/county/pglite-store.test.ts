import { expect, it } from 'vitest'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import { emptyFolder } from '../support/empty-folder.ts'
import { moveContract } from './move-contract.ts'
import { storeContract } from './store-contract.ts'

const inMemory = async () => {
  const store = await openPgliteStore('memory://')
  return { open: async () => store, remove: async () => undefined }
}
storeContract('PGlite', inMemory)
moveContract('PGlite', inMemory)

it('refuses what another version made, and empties it only where it can be made anew', async () => {
  const folder = `${await emptyFolder()}/figures`
  const store = await openPgliteStore(folder)
  await store.query("insert into files (county, sha256, bytes) values ('330102', 'a', '')")
  await store.query('update store_version set version = version - 1')
  await store.close()

  await expect(openPgliteStore(folder)).rejects.toMatchObject({ code: 'STORE_VERSION' })
  await expect(openPgliteStore(folder)).rejects.toMatchObject({ code: 'STORE_VERSION' })
  const emptied = await openPgliteStore(folder, 'is emptied')
  expect(await emptied.query('select sha256 from files')).toEqual([])
  await emptied.query("insert into files (county, sha256, bytes) values ('330102', 'b', '')")
  await emptied.close()
  const reopened = await openPgliteStore(folder)
  expect(await reopened.query('select sha256 from files')).toEqual([{ sha256: 'b' }])
  await reopened.close()
}, 60_000)
