import { sentPackageKind } from '../../exchange/sent-package.ts'
import { isOver, monthsOf, periodKindOf, quarterOf } from '../../statistics/period.ts'
import { publishedTables } from '../../statistics/published-tables.ts'
import { today } from '../clock.ts'
import { acceptedCards } from '../exchange.ts'
import { releasePlan } from '../release-plan.ts'
import type { Session } from '../session.ts'

/** Older ones nobody waits for any more. */
const monthsBack = 12

const monthBefore = (day: string, count: number): string => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/**
 * Months and quarters that are over and were not reported, the newest first, from the month work began here; told from the ledger
 * alone, so that no day's board waits for counting. None before a county is there to report to, nor for who may not report.
 */
export async function reportsDue(
  session: Session,
  since: string | null,
): Promise<{ periods: string[]; unreadable: number }> {
  const { vault, unit, list } = session
  if (since === null || !vault.opens('statistics')) return { periods: [], unreadable: 0 }
  const counties = (await acceptedCards(session)).some(({ card }) => card.kind === 'county')
  if (!counties) return { periods: [], unreadable: 0 }
  const { records, unreadable } = await list(sentPackageKind)
  const sent = new Set(records.map(({ value }) => value.period))
  const day = today()
  const months = Array.from({ length: monthsBack }, (_, back) => monthBefore(day, back + 1))
  const begun = months.filter((month) => month >= since.slice(0, 7))
  const periods = new Set(begun.flatMap((month) => [month, quarterOf(month)]))
  const due = [...periods].filter(
    (period) =>
      isOver(period, day) &&
      !sent.has(period) &&
      publishedTables(releasePlan, unit.releaseProfile, periodKindOf(period)).length > 0,
  )
  const last = (period: string) => monthsOf(period).at(-1) ?? period
  return { periods: due.sort((a, b) => last(b).localeCompare(last(a)) || a.localeCompare(b)), unreadable }
}
