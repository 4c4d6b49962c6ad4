import { expect, test } from 'vitest'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { acquireWriter } from '../../../src/vault/store/writer-lock.ts'

const elsewhere = (name: string): Promise<{ acquired: boolean; close: () => void }> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./writer-lock-holder.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }) => resolve({ acquired: data, close: () => worker.terminate() })
    worker.postMessage(name)
  })

test('one window writes, the other learns that it may not', async () => {
  const name = drawId()
  const release = await acquireWriter(name)
  expect(release).not.toBeNull()
  const second = await elsewhere(name)
  expect(second.acquired).toBe(false)
  second.close()
  release?.()
  await expect.poll(async () => (await elsewhere(name)).acquired).toBe(true)
})

test('a window that is gone gives its place back', async () => {
  const name = drawId()
  const first = await elsewhere(name)
  expect(first.acquired).toBe(true)
  expect(await acquireWriter(name)).toBeNull()
  first.close()
  await expect.poll(() => acquireWriter(name)).not.toBeNull()
})

test('another room is not in the way', async () => {
  const releases = [await acquireWriter(drawId()), await acquireWriter(drawId())]
  expect(releases).not.toContain(null)
  for (const release of releases) release?.()
})
