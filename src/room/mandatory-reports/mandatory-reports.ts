import { disclosureKind } from '../../casework/disclosures/disclosure.ts'
import {
  type MandatoryReport,
  mandatoryReportKind,
  mandatoryReportSchema,
  mandatoryReportStepSchema,
} from '../../casework/disclosures/mandatory-report.ts'
import { mandatoryReportCourse } from '../../casework/disclosures/mandatory-report-course.ts'
import {
  mandatoryReportBlocks,
  mandatoryReportState,
  nextReportStep,
  reportClock,
} from '../../casework/disclosures/mandatory-report-standing.ts'
import { unlessBlocked } from '../../casework/records/block.ts'
import { openSteps } from '../../casework/records/course.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type {
  MandatoryReportOnShow,
  MandatoryReportsApi,
  ReportStepDraft,
} from '../contract/mandatory-reports.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { keptReport, keptReports, reportKindFor } from './kept-reports.ts'
import { toldDisclosure } from './told-disclosure.ts'

type Asked<Name extends keyof MandatoryReportsApi> = Parameters<MandatoryReportsApi[Name]>[0]

/** Those whose clock still runs come before those that were made, and both before the closed ones. */
const whenDue = ({ state, clock }: MandatoryReportOnShow): string =>
  `${state === 'closed' ? 2 : clock.minutesLeft === null ? 1 : 0} ${clock.due}`

/** What was told stands in the disclosure, not in the step. */
const withoutTold = ({ told: _, ...step }: Extract<ReportStepDraft, { kind: 'reported' }>) => step

/** Reports the law demands, from the first sign of harm to the answer. */
export const mandatoryReportsApi = (session: () => Session): MandatoryReportsApi => ({
  async mandatoryReports() {
    const { cases } = session()
    const [{ records, unreadable }, { summaries }, { privacy }] = await Promise.all([
      keptReports(session()),
      cases(),
      roomRules(session()),
    ])
    const at = now()
    const reports = records.map((report): MandatoryReportOnShow => {
      const { value } = report
      const state = mandatoryReportState(value)
      return {
        report,
        fileNumber: summaries.find(({ id }) => id === value.clientId)?.entry?.client.fileNumber ?? null,
        state,
        clock: reportClock(value, privacy, at),
        next: nextReportStep(value),
        open: openSteps(mandatoryReportCourse, state),
      }
    })
    const { minorHarm, domesticViolence } = privacy.disclosures
    return {
      reports: reports.toSorted((a, b) => whenDue(a).localeCompare(whenDue(b))),
      rules: privacy.reports,
      fields: { minorHarm: minorHarm.fields, domesticViolence: domesticViolence.fields },
      unreadable,
      staffNames: staffNames(session()),
    }
  },
  ...commands({
    async openMandatoryReports({
      duties,
      clientId,
      about,
      learnedAt,
    }: Asked<'openMandatoryReports'>): Promise<Outcome<{ ids: string[] }>> {
      const { vault, me, commit } = session()
      if (duties.length === 0) return refused('REPORT_INVALID', { at: 'duties' })
      if (Date.parse(learnedAt) > Date.parse(now())) return refused('REPORT_WHEN_AHEAD')
      const changes: Change[] = []
      for (const duty of new Set(duties)) {
        const opened: MandatoryReport = { duty, clientId, about, learnedBy: me.id, learnedAt, steps: [] }
        const read = mandatoryReportSchema.safeParse(opened)
        if (!read.success)
          return refused('REPORT_INVALID', { at: String(read.error.issues[0]?.path[0] ?? '') })
        const kind = reportKindFor(session(), read.data)
        changes.push({ kind, id: vault.drawId(), expectedRevision: 0, value: read.data })
      }
      await commit(changes)
      return done({ ids: changes.map(({ id }) => id) })
    },
    async takeReportStep({ id, step }: Asked<'takeReportStep'>): Promise<Outcome<null>> {
      const { vault, me, commit } = session()
      const { kind, report } = await keptReport(session(), id)
      const { clientId } = report.value
      const [by, at] = [me.id, now()]
      const told = step.kind === 'reported' && clientId !== null ? { ...step.told, clientId } : null
      const disclosure = told === null ? null : vault.drawId()
      const read = mandatoryReportStepSchema.safeParse(
        step.kind === 'reported' ? { ...withoutTold(step), by, at, disclosure } : { ...step, by, at },
      )
      if (!read.success)
        return refused('REPORT_INVALID', { at: String(read.error.issues[0]?.path.at(-1) ?? '') })
      const { privacy } = await roomRules(session())
      const supervisors = vault.staffing.list().filter(({ roles }) => roles.includes('supervisor'))
      const blocks = mandatoryReportBlocks(report.value, read.data, privacy, {
        roles: me.roles,
        supervisors: supervisors.map((one) => one.id),
      })
      const free = unlessBlocked(blocks, () => null)
      if (!free.ok) return free
      const { revision, value } = report
      await commit([
        {
          kind,
          id,
          expectedRevision: revision,
          value: { ...value, steps: [...value.steps, read.data] },
        },
        ...(told !== null && disclosure !== null && step.kind === 'reported'
          ? [
              {
                kind: disclosureKind,
                id: disclosure,
                expectedRevision: 0,
                value: toldDisclosure(told, report, told.clientId, { person: step.person, by, at }),
              },
            ]
          : []),
      ])
      if (disclosure !== null && clientId !== null)
        void vault.trail.note({ action: 'exported', kind: mandatoryReportKind, about: clientId })
      return done(null)
    },
  }),
})
