import { expect, onTestFinished, test } from 'vitest'
import { drawId } from '../../../src/vault/primitives/random.ts'
import { acquireWriter, awaitWriter } from '../../../src/vault/store/writer-lock.ts'

test('who waits becomes the writer when the place is given back, in turn', async () => {
  const name = drawId()
  const release = await acquireWriter(name)
  const order: string[] = []
  const waiting = ['first', 'second'].map(async (who) => {
    const free = await awaitWriter(name, new AbortController().signal)
    order.push(who)
    free?.()
  })
  expect(order).toEqual([])
  release?.()
  await Promise.all(waiting)
  expect(order).toEqual(['first', 'second'])
})

test('who no longer waits, or never began to, is no writer', async () => {
  const name = drawId()
  const release = await acquireWriter(name)
  const ending = new AbortController()
  const waiting = awaitWriter(name, ending.signal)
  ending.abort()
  expect(await waiting).toBeNull()
  expect(await awaitWriter(name, AbortSignal.abort())).toBeNull()
  release?.()
  await expect.poll(() => acquireWriter(name)).not.toBeNull()
})

test('a browser that gives no places is no window that stopped waiting', async () => {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const locks = frame.contentWindow?.navigator.locks
  frame.remove()
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'locks')
  })
  const name = drawId()
  const refused = { name: 'InvalidStateError' }
  await expect(awaitWriter(name, new AbortController().signal)).rejects.toMatchObject(refused)
  await expect(acquireWriter(name)).rejects.toMatchObject(refused)
})
