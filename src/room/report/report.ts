import { exportStep } from '../../exchange/ledger.ts'
import { payloadText } from '../../exchange/package-payload.ts'
import { passGate } from '../../exchange/release/gate.ts'
import { ReleaseError } from '../../exchange/release/release-refused.ts'
import {
  type ReleasedTables,
  releasedTables,
  releasedTablesKind,
} from '../../exchange/release/released-tables.ts'
import { sentPackage, sentPackageKind, writtenPackage } from '../../exchange/sent-package.ts'
import { writePackage } from '../../exchange/write-package.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { periodKindOf } from '../../statistics/period.ts'
import { publishedTables } from '../../statistics/published-tables.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import type { ReportApi, ReportPreview } from '../contract/report.ts'
import { factsFit } from '../facts/facts-fit.ts'
import { onceFor } from '../once-for.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import type { Seat } from '../seat.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { changedSince, countPeriod, type PeriodNow } from './count-period.ts'
import { draftReport, type ProtectedPeriod, protectPeriod } from './report-draft.ts'
import { releasedReports, reportPeriods } from './report-periods.ts'
import { RunningRelease } from './running-release.ts'
import { exportOpen, ledgerOf, ownDesk, releasedOf, saidIn } from './sent-reports.ts'
import { tableOnShow } from './table-on-show.ts'
import { takeBackPackages } from './take-back-packages.ts'
import { takeReceipt } from './take-receipt.ts'
import { startSolver } from './worker-guard.ts'

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

const whyShut = async (session: Session): Promise<string | null> => {
  const open = await exportOpen(session)
  return open.ok ? null : open.refusal.code
}

/** What is held for whoever signed in, and gone with them. */
interface Held {
  running: RunningRelease | null
  /** What was protected last, and what it was made of: written as it was shown, without doing it again. */
  last: { of: string; made: ProtectedPeriod } | null
}

const contentOf = ({ counted, content }: PeriodNow): string =>
  [counted.period, content, counted.earlier.length].join(' ')
const heldFor = onceFor((_: Session): Held => ({ running: null, last: null }))

/** The report to the county: counted here, protected, attacked, shown to the last letter, then written once. */
export const reportApi = (seat: Seat, start: () => Worker = startSolver): ReportApi => {
  const { session } = seat

  /** Runs one preview or writing; ended when somebody asks for it, and when the seat is left. */
  const release = async <Result>(
    work: (running: RunningRelease) => Promise<Outcome<Result>>,
  ): Promise<Outcome<Result>> => {
    const held = heldFor(session())
    const running = new RunningRelease(start)
    held.running = running
    const forget = seat.whenLeft(() => running.stop())
    try {
      return await work(running)
    } catch (problem) {
      if (problem instanceof ReleaseError) return refused(problem.code, { at: problem.at })
      throw problem
    } finally {
      forget()
      running.stop()
      held.running = null
    }
  }

  const protectedPeriod = async (period: PeriodNow, running: RunningRelease): Promise<ProtectedPeriod> => {
    const held = heldFor(session())
    const of = contentOf(period)
    if (held.last?.of !== of) held.last = { of, made: await protectPeriod(session(), period, running) }
    return held.last.made
  }

  const previewOf = (period: PeriodNow) => ({
    period: period.counted.period,
    counted: period.counted.tables.map((table) => tableOnShow(releasePlan, table)),
    staying: stayingTables(session(), period.counted.period),
    unreadable: period.unreadable,
  })

  const previewReleased = async (
    sent: Awaited<ReturnType<typeof ledgerOf>>[number],
    ledger: readonly ReleasedTables[],
  ): Promise<ReportPreview> => {
    const { payload, county } = await saidIn(session(), sent)
    const period = await countPeriod(session(), sent.period, ledger)
    const entry = ledger.find(({ sha256 }) => sha256 === sent.sha256)
    return {
      ...previewOf(period),
      leaving: payload.tables.map((table) => tableOnShow(releasePlan, table)),
      withheld: [],
      protection: payload.protection,
      payload: payloadText(payload),
      late: { counted: period.late.count, leaving: payload.late },
      unfinished: false,
      released: { at: sent.writtenAt, sha256: sent.sha256 },
      changedSince: entry?.content !== period.content,
      shut: null,
      county: { name: county.card.name, code: county.card.unit },
    }
  }

  /**
   * What would leave, and what it is made of; nothing is written yet. What was protected as it is counted now was compared with the
   * records then: `afresh` compares it again.
   */
  const draft = async (period: string, running: RunningRelease, { afresh }: { afresh: boolean }) => {
    const step = exportStep(await ledgerOf(session()), period, today())
    if (!step.ok) return step
    if (step.value.step === 'copy') return done({ step: step.value, sent: step.value.entry })
    const counted = await countPeriod(session(), period, await releasedOf(session()))
    if (counted.counted.tables.length === 0) return refused('NOTHING_TO_REPORT', { at: period })
    if (afresh || heldFor(session()).last?.of !== contentOf(counted)) {
      const fit = await factsFit(session())
      if (!fit.ok) return fit
    }
    const made = await protectedPeriod(counted, running)
    const drafted = await draftReport(session(), counted, made, step.value.link)
    return drafted.ok
      ? done({ step: step.value, sent: null, counted, made, drafted: drafted.value })
      : drafted
  }

  const handOver = (sent: Awaited<ReturnType<typeof ledgerOf>>[number]) => {
    void session().vault.trail.note({ action: 'exported', kind: sentPackageKind, detail: 'package' })
    return done({ file: writtenPackage(sent), sha256: sent.sha256 })
  }

  return {
    async reportPeriods() {
      await identityAs('room', session())
      return reportPeriods(session())
    },
    async reportProgress() {
      return heldFor(session()).running?.progress ?? null
    },
    async stopReport() {
      heldFor(session()).running?.stop()
    },
    async releasedReports() {
      await identityAs('room', session())
      return { reports: await releasedReports(session()), shut: await whyShut(session()) }
    },
    ...commands({
      async previewReport(period: string): Promise<Outcome<ReportPreview>> {
        await identityAs('room', session())
        return release(async (running) => {
          const found = await draft(period, running, { afresh: true })
          if (!found.ok) return found
          if (found.value.sent !== null)
            return done(await previewReleased(found.value.sent, await releasedOf(session())))
          const { step, counted, made, drafted } = found.value
          return done({
            ...previewOf(counted),
            leaving: made.tables.map((table) => tableOnShow(releasePlan, table)),
            withheld: made.withheld,
            protection: made.protection,
            payload: drafted.payload && payloadText(drafted.payload),
            late: { counted: counted.late.count, leaving: drafted.late },
            unfinished: step.unfinished,
            released: null,
            changedSince: false,
            shut: await whyShut(session()),
            county: drafted.county && { name: drafted.county.card.name, code: drafted.county.card.unit },
          })
        })
      },
      async writeReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
        const { vault, me, commit } = session()
        const { keys } = await identityAs('room', session())
        return release(async (running) => {
          const found = await draft(period, running, { afresh: false })
          if (!found.ok) return found
          if (found.value.sent !== null) {
            const { sent } = found.value
            const late = await changedSince(session(), sent.sha256, await releasedOf(session()))
            return late === null
              ? handOver(sent)
              : refused('RELEASED_OTHERWISE', { at: period, detail: { late } })
          }
          const open = await exportOpen(session())
          if (!open.ok) return open
          const { counted, made, drafted } = found.value
          const { payload, county } = drafted
          if (!county || !payload) return refused('COUNTY_CARD_NEEDED')
          const written = await writePackage(payload, releasePlan, keys, county.card)
          running.enter('writing')
          const expected = { text: payloadText(payload), counted: counted.counted }
          const passed = await passGate(
            written.bytes,
            await ownDesk(session(), county),
            expected,
            running.guard,
          )
          if (!passed.ok) return passed
          if (passed.value.sha256 !== written.sha256)
            return refused('RELEASE_NOT_READ_BACK', { at: 'sha256' })
          const sent = sentPackage(written, payload, { writtenAt: now(), writtenBy: me.id })
          const entry = releasedTables(written.sha256, {
            counted: counted.counted,
            tables: made.tables,
            plan: await planReference(),
            profile: session().unit.releaseProfile,
            content: counted.content,
            entries: counted.entries,
            late: counted.late.count,
          })
          await commit([
            { kind: sentPackageKind, id: vault.drawId(), expectedRevision: 0, value: sent },
            { kind: releasedTablesKind, id: vault.drawId(), expectedRevision: 0, value: entry },
          ])
          void vault.trail.sign().catch(() => undefined)
          return handOver(sent)
        })
      },
      async storedReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>> {
        await identityAs('room', session())
        const sent = (await ledgerOf(session())).find((entry) => entry.period === period)
        return sent ? handOver(sent) : refused('NOT_RELEASED', { at: period })
      },
      async takeReceipt(bytes: Uint8Array) {
        return takeReceipt(session(), bytes)
      },
      async takeBackPackages(files: readonly { name: string; bytes: Uint8Array }[]) {
        return takeBackPackages(session(), files)
      },
    }),
  }
}
