/** Milliseconds of many runs of the same work. */
export interface Timing {
  runs: number
  median: number
  p95: number
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0

export const timingOf = (milliseconds: readonly number[]): Timing => {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return { runs: sorted.length, median: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

export const timed = async <T>(work: () => T | Promise<T>): Promise<{ took: number; gave: T }> => {
  const start = performance.now()
  const gave = await work()
  return { took: performance.now() - start, gave }
}

/** Does the work for each item in turn and times it alone. */
export const timeEach = async <T>(items: Iterable<T>, work: (item: T) => unknown): Promise<Timing> => {
  const times: number[] = []
  for (const item of items) times.push((await timed(() => work(item))).took)
  return timingOf(times)
}
