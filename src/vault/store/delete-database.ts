import { Dexie } from 'dexie'

/**
 * Deletes a database where databases are now, waiting for connections that are still being closed. (Dexie does the same, but warns on the console when it has to
 * wait.) Resolves also when there was none.
 */
export const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
