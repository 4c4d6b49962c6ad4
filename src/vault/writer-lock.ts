/**
 * Makes this window the one writer of a database, until it gives the place back or closes. Null when another window
 * holds it.
 */
export const acquireWriter = (name: string): Promise<(() => void) | null> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(`anxin-writer:${name}`, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null)
        return new Promise<void>((release) => resolve(release))
      })
      .catch(reject)
  })
