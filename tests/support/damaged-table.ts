import { vi } from 'vitest'

/** What Chromium gives of a table whose file is damaged: an error, or nothing where a row was. */
export type Damage = 'error' | 'null'

const lost = (request: IDBRequest<unknown[]>): IDBRequest<unknown[]> =>
  Object.defineProperty(request, 'result', {
    get: () => {
      const { get } = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'result') ?? {}
      const rows: unknown[] = get?.call(request) ?? []
      return rows.map(() => null)
    },
  })

/** Lets the browser read one table no more in this page, in whatever database it stands; gives what makes it whole again. */
export const damageTable = (table: string, damage: Damage): (() => void) => {
  const spies = [IDBObjectStore.prototype, IDBIndex.prototype].map((source: IDBObjectStore | IDBIndex) => {
    const { getAll } = source
    const read = function (this: IDBObjectStore | IDBIndex, ...args: Parameters<typeof getAll>) {
      const name = this instanceof IDBIndex ? this.objectStore.name : this.name
      if (name !== table) return getAll.apply(this, args)
      if (damage === 'error') throw new DOMException('Seek failure, unable to continue', 'UnknownError')
      return lost(getAll.apply(this, args))
    }
    return vi.spyOn(source, 'getAll').mockImplementation(read)
  })
  return () => {
    for (const spy of spies) spy.mockRestore()
  }
}
