import { exportStep } from '../../exchange/ledger.ts'
import { payloadText } from '../../exchange/package-payload.ts'
import {
  type SentPackage,
  sentPackage,
  sentPackageKind,
  writtenPackage,
} from '../../exchange/sent-package.ts'
import { writePackage } from '../../exchange/write-package.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { isOver, periodKindOf, quarterOf } from '../../statistics/period.ts'
import { publishedTables } from '../../statistics/published-tables.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import type { ReleasedReport, ReportApi, ReportPeriod, ReportPreview } from '../contract/report.ts'
import { countableFacts } from '../facts/countable-facts.ts'
import { releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { countFacts, draftReport } from './report-draft.ts'
import { ledgerOf, saidIn } from './sent-reports.ts'
import { tableOnShow } from './table-on-show.ts'

/** Tables of the plan whose figures this report does not carry, and why. One that a finer table stands in for is carried. */
const stayingTables = ({ unit }: Session, period: string): ReportPreview['staying'] => {
  const kind = periodKindOf(period)
  const leaving = publishedTables(releasePlan, unit.releaseProfile, kind)
  const carried = new Set(leaving.flatMap(({ id, replaces }) => [id, ...replaces]))
  return releasePlan.tables
    .filter(({ id }) => !carried.has(id))
    .map(({ id, title, period: own }) => ({
      id,
      title,
      because: own === kind ? 'PROFILE_TOO_SMALL' : 'OTHER_PERIOD',
    }))
}

const reportPeriod = (period: string, ledger: readonly SentPackage[]): ReportPeriod => {
  const sent = ledger.find((entry) => entry.period === period)
  const released = sent ? { at: sent.writtenAt, sha256: sent.sha256, seq: sent.seq } : null
  const state = released ? 'released' : isOver(period, today()) ? 'due' : 'running'
  return { period, state, released, receipt: false, late: null }
}

const releasedReport = (sent: SentPackage): ReleasedReport => ({
  period: sent.period,
  seq: sent.seq,
  sha256: sent.sha256,
  previous: null,
  writtenAt: sent.writtenAt,
  writtenBy: sent.writtenBy,
  name: sent.name,
  cells: 0,
  withheld: 0,
  receivedAt: null,
})

/** The report to the county: counted here, rounded, shown to the last letter, then written once. */
export const reportApi = (session: () => Session): ReportApi => {
  /** Whether the period was written before, and what its package holds or would hold. */
  const reportOn = async (period: string) => {
    const step = exportStep(await ledgerOf(session()), period, today())
    if (!step.ok) return step
    const { counted, unreadable } = await countFacts(session(), period)
    if (counted.length === 0) return refused('NOTHING_TO_REPORT', { at: period })
    if (step.value.step === 'copy') {
      const sent = step.value.entry
      const said = await saidIn(session(), sent)
      return done({ ...said, leaving: said.payload.tables, counted, unreadable, sent, unfinished: false })
    }
    const { link, unfinished } = step.value
    const draft = await draftReport(session(), counted, { period, link })
    return draft.ok ? done({ ...draft.value, counted, unreadable, sent: null, unfinished }) : draft
  }

  return {
    async reportPeriods() {
      const { unit, vault } = session()
      await identityAs('room', session())
      const counted = vault.opens('statistics') ? (await countableFacts(session())).months : []
      const months = new Set([today().slice(0, 7), ...counted])
      const periods = [...months, ...new Set([...months].map(quarterOf))]
      const ledger = await ledgerOf(session())
      return periods
        .filter(
          (period) => publishedTables(releasePlan, unit.releaseProfile, periodKindOf(period)).length > 0,
        )
        .sort()
        .reverse()
        .map((period) => reportPeriod(period, ledger))
    },
    async reportProgress() {
      session()
      return null
    },
    async stopReport() {
      session()
    },
    async releasedReports() {
      await identityAs('room', session())
      const ledger = await ledgerOf(session())
      return { reports: ledger.map(releasedReport).sort((a, b) => b.seq - a.seq), shut: null }
    },
    ...commands({
      async previewReport(period: string): Promise<Outcome<ReportPreview>> {
        await identityAs('room', session())
        const report = await reportOn(period)
        if (!report.ok) return report
        const { counted, leaving, county, payload, sent, unfinished, unreadable } = report.value
        return done({
          period,
          counted: counted.map((table) => tableOnShow(releasePlan, table)),
          leaving: leaving.map((table) => tableOnShow(releasePlan, table)),
          withheld: [],
          staying: stayingTables(session(), period),
          protection: null,
          late: { counted: 0, leaving: 0 },
          changedSince: false,
          payload: payload && payloadText(payload),
          unfinished,
          unreadable,
          released: sent && { at: sent.writtenAt, sha256: sent.sha256 },
          county: county && { name: county.card.name, code: county.card.unit },
        })
      },
      async writeReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
        const { vault, me, commit } = session()
        const { keys } = await identityAs('room', session())
        const earlier = (await ledgerOf(session())).find((entry) => entry.period === period)
        if (earlier) return done({ file: writtenPackage(earlier), sha256: earlier.sha256 })
        const report = await reportOn(period)
        if (!report.ok) return report
        const { payload, county } = report.value
        if (!county || !payload) return refused('COUNTY_CARD_NEEDED')
        const written = await writePackage(payload, releasePlan, keys, county.card)
        const record = sentPackage(written, payload, { writtenAt: now(), writtenBy: me.id })
        await commit([{ kind: sentPackageKind, id: vault.drawId(), expectedRevision: 0, value: record }])
        void vault.trail.note({ action: 'exported', kind: sentPackageKind, detail: 'package' })
        void vault.trail.sign().catch(() => undefined)
        return done({ file: written, sha256: written.sha256 })
      },
      async storedReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
        await identityAs('room', session())
        const sent = (await ledgerOf(session())).find((entry) => entry.period === period)
        if (!sent) return refused('NOT_RELEASED', { at: period })
        return done({ file: writtenPackage(sent), sha256: sent.sha256 })
      },
      async takeReceipt(_bytes: Uint8Array): Promise<Outcome<{ period: string; seq: number }>> {
        await identityAs('room', session())
        return refused('NOT_A_RECEIPT')
      },
    }),
  }
}
