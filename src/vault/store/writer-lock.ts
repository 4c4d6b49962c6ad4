const lockOf = (name: string): string => `anxin-writer:${name}`

/** Gives back the writer's place; a window that closes gives it back by that. */
export type ReleaseWriter = () => void

/** Makes this window the one writer of a vault. Null when another window is. */
export const acquireWriter = (name: string): Promise<ReleaseWriter | null> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(lockOf(name), { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null)
        return new Promise<void>((release) => resolve(release))
      })
      .catch(reject)
  })

/** Waits in turn until this window is the one writer. Null when `signal` ended the waiting. */
export const awaitWriter = (name: string, signal: AbortSignal): Promise<ReleaseWriter | null> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(lockOf(name), { signal }, () => new Promise<void>((release) => resolve(release)))
      .catch((problem: unknown) => (signal.aborted ? resolve(null) : reject(problem)))
  })
