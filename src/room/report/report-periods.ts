import { takenReceiptKind } from '../../exchange/receipts/taken-receipt.ts'
import type { SentPackage } from '../../exchange/sent-package.ts'
import { isOver, periodKindOf, quarterOf } from '../../statistics/period.ts'
import { publishedTables } from '../../statistics/published-tables.ts'
import { today } from '../clock.ts'
import type { ReleasedReport, ReportPeriod } from '../contract/report.ts'
import { countableFacts } from '../facts/countable-facts.ts'
import { releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'
import { lateFor } from './count-period.ts'
import { ledgerOf, releasedOf, saidIn } from './sent-reports.ts'

/** The packages the county said it has, by their place in the chain: that one, and so all before it. */
const confirmed = async ({ list }: Session): Promise<(seq: number) => string | null> => {
  const receipts = (await list(takenReceiptKind)).records
    .map(({ value }) => value)
    .sort((a, b) => a.seq - b.seq || a.takenAt.localeCompare(b.takenAt))
  return (seq) => receipts.find((receipt) => receipt.seq >= seq)?.takenAt ?? null
}

/** Months and quarters with something to report, newest first. */
export const reportPeriods = async (session: Session): Promise<ReportPeriod[]> => {
  const { unit, vault } = session
  const ledger = await ledgerOf(session)
  const receivedAt = await confirmed(session)
  const isOpen = vault.opens('statistics')
  const facts = isOpen ? (await countableFacts(session)).facts : []
  const released = new Map(
    isOpen ? (await releasedOf(session)).map((entry): [string, typeof entry] => [entry.period, entry]) : [],
  )
  const months = [today().slice(0, 7), ...facts.map(({ month }) => month)].filter(
    (month) => month <= today().slice(0, 7),
  )
  const periods = new Set([...months, ...months.map(quarterOf), ...ledger.map(({ period }) => period)])
  const isPublished = (period: string): boolean =>
    publishedTables(releasePlan, unit.releaseProfile, periodKindOf(period)).length > 0
  return [...periods]
    .filter(isPublished)
    .sort()
    .reverse()
    .map((period) => {
      const sent = ledger.find((entry) => entry.period === period)
      const entry = released.get(period)
      return {
        period,
        state: sent ? 'released' : isOver(period, today()) ? 'due' : 'running',
        released: sent ? { at: sent.writtenAt, sha256: sent.sha256, seq: sent.seq } : null,
        receipt: sent !== undefined && receivedAt(sent.seq) !== null,
        late: isOpen ? (entry ? lateFor(entry, facts) : 0) : null,
      }
    })
}

/** Every package, newest first. */
export const releasedReports = async (session: Session): Promise<ReleasedReport[]> => {
  const receivedAt = await confirmed(session)
  const ledger = (await ledgerOf(session)).sort((a: SentPackage, b: SentPackage) => b.seq - a.seq)
  return Promise.all(
    ledger.map(async (sent) => {
      const { payload } = await saidIn(session, sent)
      return {
        period: sent.period,
        seq: sent.seq,
        sha256: sent.sha256,
        previous: payload.previous,
        writtenAt: sent.writtenAt,
        writtenBy: sent.writtenBy,
        name: sent.name,
        cells: payload.protection.cells,
        withheld: payload.protection.withheld,
        receivedAt: receivedAt(sent.seq),
      }
    }),
  )
}
