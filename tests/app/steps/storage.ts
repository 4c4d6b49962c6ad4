import type { Page } from '@playwright/test'

const quota = async (page: Page, limit: { quotaSize?: number }): Promise<void> => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, ...limit })
}

/** Leaves the pages of this origin no room to write to, as on a full disk. */
export const leaveNoRoom = (page: Page): Promise<void> => quota(page, { quotaSize: 1 })

export const makeRoom = (page: Page): Promise<void> => quota(page, {})

/** Takes one row away behind everybody's back. */
export const removeFirstRow = (page: Page, name: string, table: string): Promise<void> =>
  page.evaluate(
    async ({ name, table }) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const database = await done(indexedDB.open(name))
      const rows = database.transaction(table, 'readwrite').objectStore(table)
      const [first = ''] = await done(rows.getAllKeys())
      await done(rows.delete(first))
      database.close()
    },
    { name, table },
  )

export const removeDatabase = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    (database) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(database)
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error)
      }),
    name,
  )
