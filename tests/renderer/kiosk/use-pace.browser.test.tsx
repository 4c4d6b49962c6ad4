import { useLayoutEffect } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { usePace } from '../../../src/renderer/kiosk/use-pace.ts'

let root: Root
let paceOf: (question: string) => number
let clock: number

function Shown({ question }: { question: string | null }) {
  const pace = usePace(question)
  useLayoutEffect(() => {
    paceOf = pace
  }, [pace])
  return null
}
const show = (question: string | null) => flushSync(() => root.render(<Shown question={question} />))
const pass = (seconds: number) => {
  clock += seconds * 1000
}

beforeEach(() => {
  clock = 5_000
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  root = createRoot(document.createElement('div'))
})
afterEach(() => {
  root.unmount()
  vi.restoreAllMocks()
})

test('a question’s time runs while it is on the screen, in tenths of a second', () => {
  show('q1')
  pass(3.26)
  expect(paceOf('q1')).toBe(33)
  expect(paceOf('q2')).toBe(0)
})

test('coming back to a question adds to its time', () => {
  show('q1')
  pass(2)
  show('q2')
  pass(10)
  show('q1')
  pass(1.5)
  expect(paceOf('q1')).toBe(35)
  expect(paceOf('q2')).toBe(100)
})

test('a rest counts for nothing', () => {
  show('q1')
  pass(2)
  show(null)
  pass(600)
  show('q1')
  pass(1)
  expect(paceOf('q1')).toBe(30)
})

test('never more than an hour, which is all that is kept', () => {
  show('q1')
  pass(100_000)
  expect(paceOf('q1')).toBe(36_000)
})
