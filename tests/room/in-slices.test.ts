import { expect, it } from 'vitest'
import { inSlices } from '../../src/room/clients/in-slices.ts'

/** Work that takes a while, in steps. */
function* work(steps: number): Generator<number, string> {
  for (let step = 1; step <= steps; step++) {
    for (const until = performance.now() + 2; performance.now() < until; );
    yield step / steps
  }
  return 'done'
}

it('gives what comes of the work, and lets other work in before it is over', async () => {
  const parts: number[] = []
  let others = 0
  const other = setInterval(() => {
    others += 1
  })
  const result = await inSlices(work(40), { onProgress: (part) => parts.push(part), stopped: () => false })
  clearInterval(other)
  expect(result).toBe('done')
  expect(others).toBeGreaterThan(0)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
})

it('is over without a result when it is stopped', async () => {
  let stopped = false
  const onProgress = () => {
    stopped = true
  }
  expect(await inSlices(work(200), { onProgress, stopped: () => stopped })).toBeNull()
})
