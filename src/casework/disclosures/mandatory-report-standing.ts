import type { PrivacyRules } from '../privacy/privacy-rules.ts'
import { type Approval, approvalBlocks, type Taking } from '../records/approval-blocks.ts'
import { type Block, blockIf } from '../records/block.ts'
import { afterStep, stateAfter } from '../records/course.ts'
import type { MandatoryReport, MandatoryReportStep } from './mandatory-report.ts'
import {
  type MandatoryReportState,
  type MandatoryReportStepKind,
  mandatoryReportCourse,
  mandatoryReportOrder,
} from './mandatory-report-course.ts'

const hour = 3_600_000

export const mandatoryReportState = ({ steps }: Pick<MandatoryReport, 'steps'>): MandatoryReportState =>
  stateAfter(mandatoryReportCourse, steps) ?? 'closed'

type Step<Kind extends MandatoryReportStepKind> = Extract<MandatoryReportStep, { kind: Kind }>
const stepsOf = <Kind extends MandatoryReportStepKind>(report: MandatoryReport, kind: Kind): Step<Kind>[] =>
  report.steps.filter((step): step is Step<Kind> => step.kind === kind)

/** Steps since the report was last opened: what is asked for then is asked for anew. */
const sinceOpened = (report: MandatoryReport): MandatoryReport => ({
  ...report,
  steps: report.steps.slice(report.steps.findLastIndex(({ kind }) => kind === 'reopened') + 1),
})

/** When a report has to be made, and whether it was. `owed` is null where a supervisor agreed that none is. */
export interface ReportClock {
  state: 'running' | 'soon' | 'late' | 'made' | 'madeLate' | 'notOwed'
  due: string
  /** Until `due`, below 0 once it has passed; null when nothing runs. */
  minutesLeft: number | null
}

/** The clock runs from the moment somebody learned of it, or opened it again, until everybody has been told who must be. */
export function reportClock(
  report: MandatoryReport,
  rules: Pick<PrivacyRules, 'reports'>,
  now: string,
): ReportClock {
  const { withinHours, warnHours, alwaysTo } = rules.reports[report.duty]
  const opened = stepsOf(report, 'reopened').at(-1)?.at ?? report.learnedAt
  const due = Date.parse(opened) + withinHours * hour
  const current = sinceOpened(report)
  const clock = (state: ReportClock['state'], minutesLeft: number | null = null): ReportClock => ({
    state,
    due: new Date(due).toISOString(),
    minutesLeft,
  })
  if (stepsOf(current, 'noDuty').length > 0) return clock('notOwed')
  const made = stepsOf(current, 'reported')
  const firstTo = (office: string) =>
    Math.min(...made.filter((step) => step.office === office).map(({ when }) => Date.parse(when)))
  const first = Math.min(...made.map(({ when }) => Date.parse(when)))
  const complete = Math.max(first, ...alwaysTo.map(firstTo))
  if (Number.isFinite(complete)) return clock(complete <= due ? 'made' : 'madeLate')
  const left = Math.ceil((due - Date.parse(now)) / 60_000)
  if (left < 0) return clock('late', left)
  return clock(left <= warnHours * 60 ? 'soon' : 'running', left)
}

/** The next step a person is led to; null once it is closed. */
export function nextReportStep(report: MandatoryReport): MandatoryReportStepKind | null {
  const state = mandatoryReportState(report)
  if (state === 'closed') return null
  const taken = sinceOpened(report).steps.map(({ kind }) => kind)
  return (
    mandatoryReportOrder.find(
      (kind) => !taken.includes(kind) && afterStep(mandatoryReportCourse, state, kind) !== null,
    ) ?? null
  )
}

export type MandatoryReportBlock =
  | 'STEP_NOT_OPEN'
  | 'REPORT_SAFETY_NOT_SEEN'
  | 'REPORT_NOT_DESCRIBED'
  | 'REPORT_OFFICE_MISSING'
  | 'REPORT_TELLING_NOT_SAID'
  | 'REPORT_WHEN_AHEAD'
  | ReturnType<typeof approvalBlocks>[number]['code']

/** What stands in the way of a step. Nothing ever stands in the way of reporting but a moment that is still to come. */
export function mandatoryReportBlocks(
  report: MandatoryReport,
  step: MandatoryReportStep,
  rules: Pick<PrivacyRules, 'reports'>,
  taking: Taking,
): Block<MandatoryReportBlock>[] {
  if (afterStep(mandatoryReportCourse, mandatoryReportState(report), step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN' }]
  const approving = (whom: Approval) =>
    approvalBlocks({ by: step.by, at: step.at, whom }, { by: report.learnedBy, at: report.learnedAt }, taking)
  switch (step.kind) {
    case 'reported':
      return blockIf(Date.parse(step.when) > Date.parse(step.at), 'REPORT_WHEN_AHEAD')
    case 'noDuty':
      return [...seenAndDescribed(report), ...approving(step.whom)]
    case 'closed':
      return [...seenAndDescribed(report), ...toldEverybody(report, rules)]
    default:
      return []
  }
}

const seenAndDescribed = (report: MandatoryReport): Block<MandatoryReportBlock>[] => [
  ...blockIf(stepsOf(report, 'safetySeen').length === 0, 'REPORT_SAFETY_NOT_SEEN'),
  ...blockIf(stepsOf(report, 'described').length === 0, 'REPORT_NOT_DESCRIBED'),
]

const toldEverybody = (
  report: MandatoryReport,
  rules: Pick<PrivacyRules, 'reports'>,
): Block<MandatoryReportBlock>[] => {
  const made = stepsOf(sinceOpened(report), 'reported')
  const missing = rules.reports[report.duty].alwaysTo.filter(
    (office) => !made.some((step) => step.office === office),
  )
  return [
    ...blockIf(missing.length > 0, 'REPORT_OFFICE_MISSING', { offices: missing.join(' ') }),
    ...blockIf(
      (stepsOf(report, 'familyTold').at(-1)?.told ?? 'notYet') === 'notYet',
      'REPORT_TELLING_NOT_SAID',
    ),
  ]
}
