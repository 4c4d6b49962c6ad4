import { expect, test } from 'vitest'
import { mandatoryReportStepSchema } from '../../../src/casework/disclosures/mandatory-report.ts'
import {
  type MandatoryReportStepKind,
  mandatoryReportCourse,
} from '../../../src/casework/disclosures/mandatory-report-course.ts'
import { type StepFields, stepDraft } from '../../../src/renderer/mandatory-reports/step-draft.ts'

const entered: StepFields = {
  danger: 'notNow',
  done: '示例：在老师身边',
  signs: ['injury'],
  source: 'theirOwnWords',
  facts: '示例：手臂上有几处青紫，孩子说是被打的',
  suspected: 'known',
  whom: 'outside',
  outsideName: '示例督导',
  outsideDay: '2026-11-20',
  advice: '示例：先报告',
  because: '示例：有伤，孩子自己说的，不能等',
  when: '2026-11-22T10:00',
  office: 'police',
  person: '示例警官',
  way: 'phone',
  told: 'notTold',
  from: '示例民政',
  said: '示例：明天上门',
}
const kinds = Object.keys(mandatoryReportCourse.steps) as MandatoryReportStepKind[]
const by = 'a'.repeat(32)

test.each(kinds)('%s as it is entered is a step as it is stored', (kind) => {
  const step = stepDraft(kind, entered, () => '公安')
  expect(step.kind).toBe(kind)
  const { told, ...rest } = { told: null, ...step }
  const stored = {
    ...(kind === 'reported' ? { ...rest, disclosure: null } : step),
    by,
    at: '2026-11-22T03:00:00.000Z',
  }
  expect(mandatoryReportStepSchema.safeParse(stored).error).toBeUndefined()
  if (kind === 'reported') expect(told).toMatchObject({ office: '公安', fields: [], telling: null })
})

test('a supervisor of the room signs as whoever is signed in', () => {
  expect(stepDraft('consulted', { ...entered, whom: 'here' }, () => '')).toEqual({
    kind: 'consulted',
    whom: { kind: 'here' },
    advice: '示例：先报告',
  })
})

test('whether the person was told is put down only where somebody said so', () => {
  const step = stepDraft(
    'reported',
    { ...entered, telling: 'notYet', tellingNote: '示例：在路上' },
    () => '公安',
  )
  expect(step).toMatchObject({ told: { telling: { state: 'notYet', note: '示例：在路上' } } })
})
