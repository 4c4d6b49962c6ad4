import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { refused } from '../../src/instruments/outcome.ts'
import { answered } from '../../src/renderer/room/answered.ts'
import { useQuery } from '../../src/renderer/room/use-query.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

function Shown({ id, load }: { id: string; load: (id: string) => Promise<string> }) {
  const { data, failed, again } = useQuery(() => load(id), [id])
  return (
    <button type="button" onClick={again}>
      {data ?? failed?.code ?? 'waiting'}
    </button>
  )
}

let root: Root
const shown = () => document.body.textContent
const show = (id: string, load: (id: string) => Promise<string>) =>
  act(async () => root.render(<Shown id={id} load={load} />))

beforeEach(() => {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
})
afterEach(() => act(async () => root.unmount()))

test('shows the answer once it is there', async () => {
  await show('a', async (id) => `answer ${id}`)
  expect(shown()).toBe('answer a')
})

test('never shows the answer to an earlier question, however late it comes', async () => {
  const first = Promise.withResolvers<string>()
  const second = Promise.withResolvers<string>()
  const load = (id: string) => (id === 'a' ? first.promise : second.promise)
  await show('a', load)
  await show('b', load)
  await act(async () => first.resolve('answer a'))
  expect(shown()).toBe('waiting')
  await act(async () => second.resolve('answer b'))
  expect(shown()).toBe('answer b')
})

test('shows nothing of the last question while the next is asked', async () => {
  await show('a', async () => 'answer a')
  await show('b', () => new Promise(() => undefined))
  expect(shown()).toBe('waiting')
})

test('gives the stable code of what the worker threw, and nothing of its words', async () => {
  await show('a', () => Promise.reject(new Error('NO_KEY')))
  expect(shown()).toBe('NO_KEY')
  await show('b', () => Promise.reject(new Error('undefined is not a function')))
  expect(shown()).toBe('UNEXPECTED')
})

test('gives a refusal by its code', async () => {
  await show('a', () => answered(Promise.resolve(refused('NOT_FOUND'))))
  expect(shown()).toBe('NOT_FOUND')
})

test('asks once more when told to', async () => {
  let asked = 0
  await show('a', async () => `answer ${++asked}`)
  await act(async () => document.querySelector('button')?.click())
  expect(shown()).toBe('answer 2')
})
