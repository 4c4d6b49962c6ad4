import { type FileSystem, realFileSystem } from '../../src/host/file-system.ts'

export type DiskCall = keyof FileSystem | 'write' | 'truncate' | 'datasync' | 'sync' | 'read' | 'stat'

/** Says for each call, counted from 1 by its kind, which error of the system it ends with; null lets it happen. */
export type Fault = (call: DiskCall, count: number) => string | null

const systemError = (code: string): Error => Object.assign(new Error(code), { code })

const HANDLE_CALLS: readonly string[] = ['write', 'truncate', 'datasync', 'sync', 'read', 'stat']

/** The real disk, but for the calls that are told to fail. A failing write has written half of its bytes before. */
export const faultyDisk = (fault: Fault): { fs: FileSystem; calls: DiskCall[] } => {
  const calls: DiskCall[] = []
  const check = (call: DiskCall): void => {
    calls.push(call)
    const code = fault(call, calls.filter((one) => one === call).length)
    if (code !== null) throw systemError(code)
  }
  const { open, ...others } = realFileSystem
  const checked = Object.fromEntries(
    Object.entries(others).map(([name, act]) => [
      name,
      async (...args: unknown[]) => {
        check(name as DiskCall)
        return Reflect.apply(act, undefined, args)
      },
    ]),
  ) as Omit<FileSystem, 'open'>
  const fs: FileSystem = {
    ...checked,
    open: async (...args) => {
      check('open')
      const file = await open(...args)
      return new Proxy(file, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name, target)
          if (typeof member !== 'function') return member
          return async (...given: unknown[]) => {
            if (typeof name !== 'string' || !HANDLE_CALLS.includes(name))
              return Reflect.apply(member, target, given)
            try {
              check(name as DiskCall)
            } catch (problem) {
              const [bytes, from, length, at] = given
              if (name === 'write')
                await Reflect.apply(member, target, [bytes, from, Math.floor(Number(length) / 2), at])
              throw problem
            }
            return Reflect.apply(member, target, given)
          }
        },
      })
    },
  }
  return { fs, calls }
}
