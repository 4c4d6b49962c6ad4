import { expect, test } from 'vitest'
import { makeStand, row } from './stand.ts'

const long = 60_000

test('counting waits while nobody saves anything, and begins when somebody does', async () => {
  const { open } = await makeStand()
  const store = await open()
  store.rest.begin(long)
  let counted = false
  const counting = store.check().then(() => {
    counted = true
  })
  const patient = store.commit([row('d', 1, 1)], [], { patient: true })
  await new Promise((passed) => setTimeout(passed, 50))
  expect(counted).toBe(false)
  await store.commit([row('e', 1, 1)])
  await Promise.all([patient, counting])
  expect((await store.checkAgain()).complete).toBe(true)
  store.close()
})

test('counting begins after the rest even if nothing is ever saved', async () => {
  const { open } = await makeStand()
  const store = await open()
  store.rest.begin(1)
  expect((await store.check()).complete).toBe(true)
  store.close()
})

test('who asks for a count does not wait for the rest', async () => {
  const { open } = await makeStand()
  const store = await open()
  store.rest.begin(long)
  expect((await store.checkAgain()).complete).toBe(true)
  store.close()
})
