const limit = 5_000

const tasks = new Set<() => Promise<unknown>>()

/** Has something finished before the window locks, such as a draft saved; call what it gives when that is no longer needed. */
export function beforeLock(task: () => Promise<unknown>): () => void {
  tasks.add(task)
  return () => void tasks.delete(task)
}

/** Finishes what was asked for; what fails, or takes longer than five seconds, does not keep the window open. */
export const finishBeforeLock = (): Promise<unknown> =>
  Promise.race([
    Promise.allSettled([...tasks].map((task) => task())),
    new Promise((passed) => setTimeout(passed, limit)),
  ])
