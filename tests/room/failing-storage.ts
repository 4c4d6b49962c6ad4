import { onTestFinished, vi } from 'vitest'

/** The calls by which anything reaches this page's storage. */
const calls: readonly [object, readonly string[]][] = [
  [IDBFactory.prototype, ['open']],
  [IDBDatabase.prototype, ['transaction']],
  [
    IDBObjectStore.prototype,
    ['get', 'getAll', 'add', 'put', 'delete', 'count', 'openCursor', 'openKeyCursor'],
  ],
  [IDBIndex.prototype, ['get', 'getAll', 'count', 'openCursor', 'openKeyCursor', 'getAllKeys']],
]

/** Storage that fails: `once`, like a passing trouble, or `forGood`, as when the machine goes off and nothing follows. */
export type Failure = 'once' | 'forGood'

/** From now on the `nth` call to the storage fails. `reached` tells whether it came to that, `count` how many calls there were. */
export const failAtCall = (
  nth: number,
  failure: Failure,
): { reached: () => boolean; count: () => number; mend: () => void } => {
  // Dexie tells the console what it makes of the trouble.
  for (const level of ['warn', 'trace'] as const) {
    const console = vi.spyOn(globalThis.console, level).mockImplementation(() => undefined)
    onTestFinished(() => console.mockRestore())
  }
  const restore: (() => void)[] = []
  let count = 0
  for (const [prototype, names] of calls)
    for (const name of names) {
      const original = Object.getOwnPropertyDescriptor(prototype, name) ?? {}
      const value = function (this: unknown, ...args: unknown[]): unknown {
        count += 1
        if (count === nth || (failure === 'forGood' && count > nth))
          throw new DOMException('示例故障', 'QuotaExceededError')
        return Reflect.apply(original.value, this, args)
      }
      Object.defineProperty(prototype, name, { ...original, value })
      restore.push(() => Object.defineProperty(prototype, name, original))
    }
  const mend = () => {
    for (const undo of restore.splice(0)) undo()
  }
  onTestFinished(mend)
  return { reached: () => count >= nth, count: () => count, mend }
}
