import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type MandatoryReport,
  type MandatoryReportStep,
  mandatoryReportKind,
  reportDuties,
} from '../../../src/casework/disclosures/mandatory-report.ts'
import {
  type MandatoryReportState,
  type MandatoryReportStepKind,
  mandatoryReportCourse,
  mandatoryReportStates,
} from '../../../src/casework/disclosures/mandatory-report-course.ts'
import {
  mandatoryReportBlocks,
  mandatoryReportState,
  nextReportStep,
  reportClock,
} from '../../../src/casework/disclosures/mandatory-report-standing.ts'
import { reportsOwed } from '../../../src/casework/disclosures/report-duty.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { afterStep } from '../../../src/casework/records/course.ts'
import { privacyRules, reportOf, reportStep } from '../file-records.ts'
import { idOf } from '../records.ts'

const kinds = Object.keys(mandatoryReportCourse.steps) as MandatoryReportStepKind[]
const alone = { roles: ['counsellor'], supervisors: [] } as const
const stepsOf = (...names: MandatoryReportStepKind[]) => names.map((name) => reportStep(name))
const blocksOf = (report: MandatoryReport, step: MandatoryReportStep) =>
  mandatoryReportBlocks(report, step, privacyRules, alone).map(({ code }) => code)

describe('the course of a report', () => {
  const stays = (state: MandatoryReportState) => ({
    safetySeen: state,
    described: state,
    consulted: state,
    familyTold: state,
  })
  const table: Record<
    MandatoryReportState,
    Partial<Record<MandatoryReportStepKind, MandatoryReportState>>
  > = {
    noticed: { ...stays('noticed'), dutyFound: 'toReport', noDuty: 'closed', reported: 'reported' },
    toReport: { ...stays('toReport'), noDuty: 'closed', reported: 'reported' },
    reported: { ...stays('reported'), reported: 'reported', answered: 'reported', closed: 'closed' },
    closed: { reopened: 'noticed' },
  }
  it.each(mandatoryReportStates.flatMap((state) => kinds.map((kind) => [state, kind] as const)))(
    'from %s by %s',
    (state, kind) => {
      expect(afterStep(mandatoryReportCourse, state, kind)).toBe(table[state][kind] ?? null)
    },
  )
})

describe('a report', () => {
  it('leads through its steps in order, and takes them in any other', () => {
    const order = ['safetySeen', 'described', 'dutyFound', 'reported', 'familyTold', 'closed'] as const
    for (const [at, name] of order.entries())
      expect(nextReportStep(reportOf(stepsOf(...order.slice(0, at))))).toBe(name)
    expect(nextReportStep(reportOf(stepsOf(...order)))).toBeNull()
    expect(nextReportStep(reportOf(stepsOf('reported')))).toBe('safetySeen')
    expect(nextReportStep(reportOf(stepsOf(...order, 'reopened')))).toBe('safetySeen')
  })

  it('can be made at once, with nothing else written', () => {
    expect(blocksOf(reportOf(), reportStep('reported'))).toEqual([])
    const ahead = { ...reportStep('reported'), when: '2026-11-20T02:30:01.000Z' } as MandatoryReportStep
    expect(blocksOf(reportOf(), ahead)).toEqual(['REPORT_WHEN_AHEAD'])
  })

  it('closes when everything is said and everybody told', () => {
    expect(blocksOf(reportOf(), reportStep('closed'))).toEqual(['STEP_NOT_OPEN'])
    expect(blocksOf(reportOf(stepsOf('reported')), reportStep('closed'))).toEqual([
      'REPORT_SAFETY_NOT_SEEN',
      'REPORT_NOT_DESCRIBED',
      'REPORT_TELLING_NOT_SAID',
    ])
    const all = stepsOf('safetySeen', 'described', 'reported', 'familyTold')
    expect(blocksOf(reportOf(all), reportStep('closed'))).toEqual([])
    const elsewhere = all.map((step) =>
      step.kind === 'reported' ? { ...step, office: 'civilAffairs' as const } : step,
    )
    expect(blocksOf(reportOf(elsewhere), reportStep('closed'))).toEqual([])
    expect(blocksOf(reportOf(elsewhere, { duty: 'domesticViolence' }), reportStep('closed'))).toEqual([
      'REPORT_OFFICE_MISSING',
    ])
  })

  it('is not owed only when a supervisor agrees, upon what was described', () => {
    const report = reportOf(stepsOf('safetySeen', 'described'))
    expect(blocksOf(report, reportStep('noDuty'))).toEqual([])
    expect(blocksOf(reportOf(), reportStep('noDuty'))).toEqual([
      'REPORT_SAFETY_NOT_SEEN',
      'REPORT_NOT_DESCRIBED',
    ])
    const here = { ...reportStep('noDuty'), whom: { kind: 'here' } } as MandatoryReportStep
    expect(blocksOf(report, here)).toContain('SUPERVISOR_NEEDED')
    const supervised = { roles: ['counsellor'], supervisors: [idOf(901)] } as const
    expect(
      mandatoryReportBlocks(report, reportStep('noDuty'), privacyRules, supervised).map(({ code }) => code),
    ).toEqual(['SUPERVISOR_HERE'])
    expect(
      mandatoryReportBlocks(reportOf(report.steps, { learnedBy: idOf(902) }), here, privacyRules, {
        roles: ['supervisor'],
        supervisors: [idOf(900)],
      }),
    ).toEqual([])
  })

  it('holds what was told of a client as a disclosure, and of somebody without a file who it is', () => {
    const without = { ...reportStep('reported'), disclosure: null } as MandatoryReportStep
    const isKept = (report: MandatoryReport) => mandatoryReportKind.schema.safeParse(report).success
    expect(isKept(reportOf(stepsOf('reported')))).toBe(true)
    expect(isKept(reportOf([without]))).toBe(false)
    expect(isKept(reportOf([without], { clientId: null, about: '示例：来访者的孩子' }))).toBe(true)
    expect(isKept(reportOf([], { clientId: null }))).toBe(false)
    expect(isKept(reportOf(stepsOf('closed')))).toBe(false)
  })
})

describe('the clock', () => {
  const clock = (report: MandatoryReport, now: string) => reportClock(report, privacyRules, now)
  it.each([
    ['2026-11-20T02:00:00.000Z', 'running', 120],
    ['2026-11-20T02:59:00.000Z', 'running', 61],
    ['2026-11-20T03:00:00.000Z', 'soon', 60],
    ['2026-11-20T04:00:00.000Z', 'soon', 0],
    ['2026-11-20T04:02:00.000Z', 'late', -2],
  ])('at %s is %s', (now, state, minutesLeft) => {
    expect(clock(reportOf(), now)).toEqual({ state, due: '2026-11-20T04:00:00.000Z', minutesLeft })
  })

  it('stops with the report, not with writing it down', () => {
    const made = (when: string): MandatoryReportStep[] => [
      { ...reportStep('reported', '2026-11-21T02:00:00.000Z'), when } as MandatoryReportStep,
    ]
    const late = '2026-11-30T00:00:00.000Z'
    expect(clock(reportOf(made('2026-11-20T04:00:00.000Z')), late).state).toBe('made')
    expect(clock(reportOf(made('2026-11-20T04:00:01.000Z')), late).state).toBe('madeLate')
  })

  it('goes on until the police know where the law names them', () => {
    const other = { ...reportStep('reported'), office: 'civilAffairs' } as MandatoryReportStep
    const violence = { duty: 'domesticViolence' } as const
    expect(clock(reportOf([other], violence), '2026-11-20T05:00:00.000Z').state).toBe('late')
    expect(clock(reportOf([other, reportStep('reported')], violence), '2026-11-20T05:00:00.000Z').state).toBe(
      'made',
    )
  })

  it('does not run where no report is owed, and runs anew when it is opened again', () => {
    const none = reportOf(stepsOf('safetySeen', 'described', 'noDuty'))
    expect(clock(none, '2026-11-30T00:00:00.000Z').state).toBe('notOwed')
    const again = reportOf([...none.steps, reportStep('reopened', '2026-11-29T23:00:00.000Z')])
    expect(clock(again, '2026-11-29T23:30:00.000Z')).toEqual({
      state: 'running',
      due: '2026-11-30T01:00:00.000Z',
      minutesLeft: 90,
    })
  })
})

it('no sequence of steps loses one, closes silently, or bars a report while it is open', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...reportDuties),
      fc.array(fc.constantFrom(...kinds), { maxLength: 25 }),
      (duty, sequence) => {
        let report = reportOf([], { duty })
        for (const kind of sequence) {
          const step = reportStep(kind)
          if (mandatoryReportBlocks(report, step, privacyRules, alone).length === 0) {
            const next = { ...report, steps: [...report.steps, step] }
            expect(checkChange(mandatoryReportKind, report, next).ok).toBe(true)
            expect(mandatoryReportKind.schema.safeParse(next).success).toBe(true)
            report = next
          }
          const state = mandatoryReportState(report)
          if (state === 'closed') {
            const done = report.steps.map((one) => one.kind)
            expect(done).toEqual(expect.arrayContaining(['safetySeen', 'described']))
            expect(done.some((one) => one === 'reported' || one === 'noDuty')).toBe(true)
            expect(nextReportStep(report)).toBeNull()
          } else {
            expect(blocksOf(report, reportStep('reported'))).toEqual([])
            expect(nextReportStep(report)).not.toBeNull()
          }
        }
      },
    ),
  )
})

it.each([
  [{ age: 12, capacity: 'none', inFamily: true }, ['minorHarm', 'domesticViolence']],
  [{ age: 12, capacity: 'limited', inFamily: false }, ['minorHarm']],
  [{ age: 17, capacity: 'full', inFamily: true }, ['minorHarm', 'domesticViolence']],
  [{ age: 40, capacity: 'limited', inFamily: true }, ['domesticViolence']],
  [{ age: 40, capacity: 'limited', inFamily: false }, []],
  [{ age: 40, capacity: 'full', inFamily: true }, []],
  [{ age: 40, capacity: 'unknown', inFamily: true }, ['domesticViolence']],
  [{ age: null, capacity: 'unknown', inFamily: false }, ['minorHarm']],
  [{ age: null, capacity: 'full', inFamily: true }, []],
] as const)('%o: %j is owed', (about, owed) => {
  expect(reportsOwed(about)).toEqual(owed)
})
