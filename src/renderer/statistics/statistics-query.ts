import { ageBands } from '../../casework/records/age.ts'
import type { StatisticsCell, StatisticsQuery } from '../../room/contract/statistics.ts'
import { factKinds } from '../../statistics/fact.ts'
import { tiers } from '../../tiering/tier.ts'

export const steps = ['month', 'quarter', 'year'] as const
const rowKinds = ['category', 'detail', 'sex', 'ageBand', 'place', 'tier'] as const
export const sexChoices = ['female', 'male', 'unknown'] as const
export const ageChoices = [...ageBands, 'unknown'] as const
export const tierChoices = [...tiers, 'none'] as const
const units = ['record', 'person', 'amount'] as const

/** What is chosen on the page: as the query, but for the months, which follow from a span of time. */
export interface StatisticsChoice extends Omit<StatisticsQuery, 'from' | 'until'> {
  /** A year, the twelve months up to now, or all there is. */
  span: string
}

const oneOf = <T extends string>(list: readonly T[], text: string | null): T | null =>
  list.find((one) => one === text) ?? null

/** Reads the address of the page; what nobody could choose asks for nothing. */
export function choiceFrom(address: URLSearchParams): StatisticsChoice {
  const span = address.get('span') ?? ''
  const category = address.get('category') ?? ''
  return {
    kind: oneOf(factKinds, address.get('kind')) ?? 'assessment',
    span: /^20\d{2}$|^all$/.test(span) ? span : 'last12',
    step: oneOf(steps, address.get('step')) ?? 'month',
    rows: oneOf(rowKinds, address.get('rows')) ?? 'category',
    unit: oneOf(units, address.get('unit')) ?? 'record',
    sex: oneOf(sexChoices, address.get('sex')),
    ageBand: oneOf(ageChoices, address.get('age')),
    category: category === '' ? null : category.slice(0, 60),
    tier: oneOf(tierChoices, address.get('tier')),
  }
}

/** The address of what is chosen, and of the cell looked behind. Addresses hold codes, never who they are about. */
export function addressOf(
  { kind, span, step, rows, unit, sex, ageBand, category, tier }: StatisticsChoice,
  cell: Partial<StatisticsCell> = {},
): URLSearchParams {
  const all = { kind, span, step, rows, unit, sex, age: ageBand, category, tier, ...cell }
  return new URLSearchParams(
    Object.entries(all).flatMap(([name, value]): [string, string][] =>
      value === null || value === undefined ? [] : [[name, value]],
    ),
  )
}

/** The cell an address looks behind. */
export const cellFrom = (address: URLSearchParams): StatisticsCell => ({
  row: address.get('row'),
  period: address.get('period'),
})

const monthBefore = (month: string, count: number): string => {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The query of a choice, in this month. */
export function queryOf({ span, ...choice }: StatisticsChoice, month: string): StatisticsQuery {
  if (span === 'all') return { ...choice, from: '2000-01', until: month }
  if (span === 'last12') return { ...choice, from: monthBefore(month, 11), until: month }
  const december = `${span}-12`
  return { ...choice, from: `${span}-01`, until: december < month ? december : month }
}

/** The spans there are to choose from, the newest first. */
export const spansSince = (since: string | null, month: string): string[] => {
  const last = Number(month.slice(0, 4))
  const first = since === null ? last : Number(since.slice(0, 4))
  const years = Array.from({ length: Math.max(1, last - first + 1) }, (_, back) => String(last - back))
  return ['last12', ...years, 'all']
}
