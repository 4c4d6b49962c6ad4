import { expect, it } from 'vitest'
import type { DangerEnquiry } from '../../src/casework/hotline-call.ts'
import { suggestedResponseLevel } from '../../src/casework/suggested-response-level.ts'

const said = (answer: 'none' | 'thoughts' | 'plan' | 'acting'): DangerEnquiry => ({ asked: 'yes', answer })
const notAsked: DangerEnquiry = { asked: 'no', why: '一直沉默' }

it.each<[DangerEnquiry | null, number | null, number | null, string]>([
  [said('none'), null, null, 'planned'],
  [said('none'), 0, 0, 'planned'],
  [said('none'), 1, null, 'today'],
  [said('none'), 69, null, 'today'],
  [said('none'), 70, null, 'atOnce'],
  [said('none'), null, 69, 'planned'],
  [said('none'), null, 70, 'today'],
  [said('none'), null, 100, 'today'],
  [said('thoughts'), null, null, 'today'],
  [said('thoughts'), 0, 0, 'today'],
  [said('thoughts'), 80, 0, 'atOnce'],
  [said('plan'), 0, 0, 'atOnce'],
  [said('acting'), null, null, 'atOnce'],
  [notAsked, null, null, 'today'],
  [notAsked, 0, 0, 'today'],
  [notAsked, 100, 0, 'atOnce'],
  [null, null, null, 'today'],
])('danger %o, ideation %s, hopelessness %s: %s', (danger, ideation, hopelessness, level) => {
  expect(suggestedResponseLevel({ danger, ideation, hopelessness })).toBe(level)
})
