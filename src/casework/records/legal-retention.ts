import { addDays, dayOf } from '../../tiering/calendar.ts'
import type { keptRecords, PrivacyRules } from '../privacy/privacy-rules.ts'

export type KeptRecords = (typeof keptRecords)[number]
type Rules = Pick<PrivacyRules, 'keep'>

/** The same day some years later; 28 February for a 29th that year does not have. */
const yearsAfter = (day: string, years: number): string => {
  const later = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return addDays(later, 0) === later ? later : `${later.slice(0, 8)}28`
}

/** The last day a record made at a moment has to be kept; null where no rule says so. */
export const keptUntil = (records: KeptRecords, madeAt: string, rules: Rules): string | null =>
  rules.keep
    .filter((rule) => rule.records === records)
    .map(({ years }) => yearsAfter(dayOf(madeAt), years))
    .toSorted()
    .at(-1) ?? null

/** Why a client's file cannot be erased yet. */
export interface EraseBlocked {
  until: string
  because: PrivacyRules['keep'][number][]
}

/**
 * Whether something in a client's file still has to be kept on `today`; null when it can be erased. `madeAt`: when the records
 * that rules may speak of were made.
 */
export function eraseBlocked(
  madeAt: Partial<Record<KeptRecords, readonly string[]>>,
  rules: Rules,
  today: string,
): EraseBlocked | null {
  const holding = rules.keep
    .filter(({ blocksErasing }) => blocksErasing)
    .flatMap((rule) => {
      const until = (madeAt[rule.records] ?? [])
        .map((at) => yearsAfter(dayOf(at), rule.years))
        .toSorted()
        .at(-1)
      return until !== undefined && until >= today ? [{ rule, until }] : []
    })
  const until = holding
    .map((one) => one.until)
    .toSorted()
    .at(-1)
  return until === undefined ? null : { until, because: holding.map(({ rule }) => rule) }
}
