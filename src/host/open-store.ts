import { join } from 'node:path'
import { openPgliteStore } from '../county/store/pglite-store.ts'
import type { Store } from '../county/store/store.ts'
import { StoreError } from '../county/store/store-error.ts'
import { holdFolder } from './held-folder.ts'
import { openPostgresStore } from './postgres-store.ts'

/**
 * Opens or makes the store at a place: a folder of this machine, or `postgres://…`. Throws `StoreError`; what another version of this
 * program made is refused and left as it is. A folder is open in one process at a time.
 */
export const openStore = (place: string): Promise<Store> =>
  /^[a-z][a-z0-9+.-]+:/i.test(place) ? openPostgresStore(place) : openFolderStore(place)

const openFolderStore = async (folder: string): Promise<Store> => {
  if (folder === '') throw new StoreError('STORE_ADDRESS_INVALID')
  const held = await holdFolder(folder).catch(() => {
    throw new StoreError('STORE_UNREACHABLE')
  })
  if (held === null) throw new StoreError('STORE_IN_USE')
  try {
    const store = await openPgliteStore(join(folder, 'figures'), 'is refused')
    return { ...store, close: () => store.close().finally(held.letGo) }
  } catch (problem) {
    await held.letGo()
    throw problem instanceof StoreError ? problem : new StoreError('STORE_FAILED')
  }
}
