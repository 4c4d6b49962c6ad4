import type { Page } from '@playwright/test'

/** Tables in which the program notes its own work, at moments of its own. */
export const ownNotes = ['audit', 'auditHeads', 'backups', 'head', 'owed', 'pages', 'stale']

/** Everything the page's origin keeps in IndexedDB, as the program would read it: not compressed, keys and values. */
export const storedRows = async (page: Page, leftOut: readonly string[] = []): Promise<Buffer> => {
  const text = await page.evaluate(async (leftOut) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const parts: Uint8Array[] = []
    const keep = (value: unknown): void => {
      if (value instanceof ArrayBuffer) parts.push(new Uint8Array(value))
      else if (ArrayBuffer.isView(value))
        parts.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
      else if (typeof value === 'object' && value !== null)
        for (const entry of Object.entries(value)) entry.forEach(keep)
      else parts.push(new TextEncoder().encode(`${value}\n`))
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        if (leftOut.includes(store)) continue
        const rows = database.transaction(store).objectStore(store)
        keep(await done(rows.getAllKeys()))
        keep(await done(rows.getAll()))
      }
      database.close()
    }
    // One letter a byte.
    const piece = 0x8000
    return parts
      .flatMap((bytes) =>
        Array.from({ length: Math.ceil(bytes.length / piece) }, (_, at) =>
          String.fromCharCode(...bytes.subarray(at * piece, (at + 1) * piece)),
        ),
      )
      .join('')
  }, leftOut)
  return Buffer.from(text, 'latin1')
}
