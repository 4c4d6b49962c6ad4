import { expect, test } from 'vitest'
import { callStepSchema } from '../../../src/casework/hotline/call-step.ts'
import { type EnteredKind, type StepFields, stepEntry } from '../../../src/renderer/call-record/step-entry.ts'
import { callRules } from '../../casework/call-records.ts'

const id = 'a'.repeat(32)
const now = '2026-11-02T02:00:00.000Z'
const fields: StepFields = {
  level: 'atOnce',
  because: '示例',
  advice: '示例',
  what: 'ambulance120',
  state: 'done',
  note: '示例',
  to: id,
  afterHours: 24,
  reached: true,
  askedAgain: 'none',
  name: '示例督导',
  day: '2026-11-02',
  person: '示例接线员',
  result: '示例：已派车',
  ground: 'emergency',
  hours: [72, 24],
  basis: 'savingLife',
  recipient: '示例急救中心',
  purpose: '示例：救人',
  fields: ['whereabouts'],
  leave: 'outside',
  outsideName: '示例督导',
  outsideDay: '2026-11-02',
  telling: 'notYet',
  tellingNote: '示例：还联系不上',
  moreBecause: '示例',
}
const at = { approval: 'outside', actions: 2, known: null, rules: callRules, by: id, at: now } as const
const kinds: EnteredKind[] = [
  'joined',
  'acted',
  'levelSet',
  'consulted',
  'disclosed',
  'planned',
  'followedUp',
  'handedOver',
  'accepted',
  'declined',
  'escalated',
  'approved',
  'added',
  'closed',
  'reopened',
]

test.each(kinds)('what is filled in for %s is a step', (kind) => {
  const step = { ...stepEntry(kind, fields, at), by: id, at: now }
  expect(callStepSchema.parse(step)).toEqual(step)
})

test('whom an action reached is said where it reached somebody outside, and not before', () => {
  expect(stepEntry('acted', fields, at)).toMatchObject({ action: 3, linkage: { person: '示例接线员' } })
  for (const inside of [
    { ...fields, state: 'intended' as const },
    { ...fields, what: 'stayedOnLine' as const },
  ])
    expect(stepEntry('acted', inside, at)).not.toHaveProperty('linkage')
  const known = { action: 1, what: 'ambulance120', state: 'intended', note: '', by: id, at: now } as const
  expect(stepEntry('acted', fields, { ...at, known })).toMatchObject({
    action: 1,
    state: 'done',
    linkage: {},
  })
})

test('the follow-ups that are chosen have the times of a crisis', () => {
  const [first, second] = callRules.crisis.followUps
  expect(stepEntry('planned', fields, at)).toMatchObject({ followUps: [first, second] })
})

test('who allowed that something was told is named', () => {
  const told = (more: Partial<StepFields>) => stepEntry('disclosed', { ...fields, ...more }, at)
  expect(told({})).toMatchObject({ told: { authorised: { kind: 'outside', name: '示例督导' } } })
  expect(told({ leave: 'here', supervisor: id })).toMatchObject({ told: { authorised: { staffId: id } } })
  expect(told({ leave: 'self', telling: 'told' })).toMatchObject({
    told: { authorised: { kind: 'self' }, clientTold: [{ state: 'told', by: id }] },
  })
})
