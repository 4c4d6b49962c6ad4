/** How long work may go on before something else is let in, in milliseconds. */
const slice = 12

/** Runs work that says after each step how much of it is done, and makes way for other work in between; null when it was stopped. */
export async function inSlices<Result>(
  work: Generator<number, Result>,
  { onProgress, stopped }: { onProgress: (part: number) => void; stopped: () => boolean },
): Promise<Result | null> {
  let until = performance.now() + slice
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (performance.now() < until) continue
    onProgress(step.value)
    await new Promise((resolve) => setTimeout(resolve))
    if (stopped()) return null
    until = performance.now() + slice
  }
}
