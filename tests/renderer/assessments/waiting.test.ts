import { expect, test } from 'vitest'
import { startLink } from '../../../src/renderer/assessments/start-link.ts'
import { waitingIn } from '../../../src/renderer/assessments/waiting.ts'

test('what waits is read from what a page was handed, and from nothing else', () => {
  expect(waitingIn({ way: 'self', instruments: ['gad-7', 'who-5'] })).toEqual({
    way: 'self',
    instruments: ['gad-7', 'who-5'],
  })
  for (const state of [
    null,
    undefined,
    'self',
    {},
    { way: 'self', instruments: [] },
    { way: 'other', instruments: ['x'] },
  ])
    expect(waitingIn(state)).toBeNull()
})

test('the address that starts an assessment carries ids only', () => {
  expect(startLink('79729cc1', ['gad-7', 'who-5'], 'self')).toBe(
    '/clients/79729cc1/assessments/new?instruments=gad-7%2Cwho-5&way=self',
  )
})
