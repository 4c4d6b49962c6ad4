const limit = 1_000
/** So that what comes last is begun, whatever does not come to an end. */
const forTasks = 600

type Task = () => Promise<unknown>

const written = new Set<Task>()
const closing = new Set<Task>()

/** Has something that is being written kept before the window locks or goes out of sight; call what it gives when that is no longer needed. */
export function beforeLock(task: Task): () => void {
  written.add(task)
  return () => void written.delete(task)
}

/** The same for what belongs to the end of work and not to a window that is only out of sight. */
export function atLock(task: Task): () => void {
  closing.add(task)
  return () => void closing.delete(task)
}

const atMost = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((passed) => setTimeout(passed, ms))])

const run = (tasks: Iterable<Task>): Promise<unknown> =>
  Promise.allSettled(Array.from(tasks, (task) => task()))

/** Keeps what is being written; waits a second at most. */
export const keepWhatIsWritten = (): Promise<unknown> => atMost(limit, run(written))

/** Finishes what was asked for, and then `last`; what fails, or takes longer than a second, does not keep the window open. */
export const finishBeforeLock = (last: Task = async () => undefined): Promise<unknown> =>
  atMost(
    limit,
    atMost(forTasks, run([...written, ...closing]))
      .then(last)
      .catch(() => undefined),
  )
