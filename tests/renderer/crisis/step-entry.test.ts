import { expect, test } from 'vitest'
import type { CrisisStepKind } from '../../../src/casework/crisis/crisis-course.ts'
import { crisisCourse } from '../../../src/casework/crisis/crisis-course.ts'
import { crisisQuestions, crisisStepSchema } from '../../../src/casework/crisis/crisis-episode.ts'
import { nextState, type StepFields, stepEntry } from '../../../src/renderer/crisis/step-entry.ts'

const id = 'a'.repeat(32)
const fields: StepFields = {
  asked: 'confirmed',
  said: '示例：有过想法',
  found: Object.fromEntries(
    crisisQuestions.map((question) => [question, { answer: 'unknown', said: '' }]),
  ) as StepFields['found'],
  level: 'atOnce',
  because: '示例',
  advice: '示例',
  what: 'hospital',
  state: 'intended',
  note: '示例',
  to: id,
  afterHours: 24,
  reached: true,
  askedAgain: 'none',
  name: '示例督导',
  day: '2026-11-02',
  time: '10:00',
}
const begun = Date.parse('2026-11-01T01:50:00.000Z')
const at = { approval: 'outside', actions: 2, known: null, begun } as const
const kinds = Object.keys(crisisCourse.steps) as CrisisStepKind[]

test.each(kinds)('what is filled in for %s is a step', (kind) => {
  const entry = stepEntry(kind, fields, at)
  const step = { ...entry, by: id, at: '2026-11-02T02:00:00.000Z' }
  expect(crisisStepSchema.parse(step)).toEqual(step)
})

test('a follow-up is added in whole hours from where the others are counted', () => {
  expect(stepEntry('followUpAdded', fields, at)).toMatchObject({ afterHours: 24 })
})

test('an action is a new one, or goes on from where it stands as what it is', () => {
  expect(stepEntry('acted', fields, at)).toMatchObject({ action: 3, what: 'hospital', state: 'intended' })
  const known = { action: 1, what: 'stayedWith', state: 'done', note: '', by: id, at: '' } as const
  expect(stepEntry('acted', fields, { ...at, known })).toMatchObject({
    action: 1,
    what: 'stayedWith',
    state: 'verified',
  })
  expect([nextState('intended'), nextState('done'), nextState('verified')]).toEqual([
    'done',
    'verified',
    null,
  ])
})

test('who was not reached was not asked, whatever was chosen before', () => {
  expect(stepEntry('followedUp', { ...fields, reached: false }, at)).toMatchObject({ askedAgain: 'notAsked' })
})

test('a supervisor at work here is not named', () => {
  for (const kind of ['approved', 'consulted'] as const) {
    expect(stepEntry(kind, fields, { ...at, approval: 'here' })).toMatchObject({ whom: { kind: 'here' } })
    expect(stepEntry(kind, fields, at)).toMatchObject({ whom: { kind: 'outside', name: '示例督导' } })
  }
})
