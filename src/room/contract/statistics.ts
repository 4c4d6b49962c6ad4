import type { Outcome } from '../../instruments/outcome.ts'
import type { Fact } from '../../statistics/fact.ts'
import type { Tier } from '../../tiering/tier.ts'
import type { ClientSummary } from './clients.ts'

/**
 * What the rows of a table are; `detail` is a category with its second code (of activities that code alone), `place` the township
 * somebody lives in, `tier` the one a client is in today.
 */
export type StatisticsRows = 'category' | 'detail' | 'sex' | 'ageBand' | 'place' | 'tier'

/** What is counted of the room's own work, and how it is laid out. */
export interface StatisticsQuery {
  kind: Fact['kind']
  /** Months, `YYYY-MM`, both included. */
  from: string
  until: string
  /** What the columns are. */
  step: 'month' | 'quarter' | 'year'
  rows: StatisticsRows
  /** Records as often as they were; persons once in each cell and once in each total; or amounts (minutes, heads) added up. */
  unit: 'record' | 'person' | 'amount'
  /** Null asks for nothing. */
  sex: Fact['sex'] | null
  ageBand: Fact['ageBand'] | null
  category: string | null
  /** In which tier the client is today; `none` before the first decision. */
  tier: Tier | 'none' | null
}

/** A code, and its parts with what the release plan calls them; null for one it does not name. */
export interface StatisticsCode {
  code: string
  parts: { code: string; label: { 'zh-CN': string; en: string } | null }[]
}

/** Exact counts for the room itself. Totals of persons are no sums: whoever comes twice is one person. */
export interface StatisticsOnShow {
  /** Columns: `2026-11`, `2026-Q4` or `2026`. */
  periods: string[]
  /** In the order of their code lists, then the most frequent first; rows of zeros are left out. */
  rows: (StatisticsCode & { counts: number[]; total: number })[]
  totals: number[]
  total: number
  /** Every category there is of this kind in these months, whatever else is asked for. */
  categories: StatisticsCode[]
  /** Every kind there is anything of, in any month. */
  kinds: Fact['kind'][]
  /** The first month there is anything of; null when there is nothing at all. */
  since: string | null
  /** What can be counted of this kind, and divided by. */
  units: StatisticsQuery['unit'][]
  rowKinds: StatisticsRows[]
  /** The rows are parts of one number: there are totals of columns. */
  addsUp: boolean
  /** Facts of this kind are about clients: cases can be opened. */
  ofClients: boolean
  /** What could not be read and is not counted. */
  unreadable: number
}

/** One cell; null for the whole row, the whole column. */
export interface StatisticsCell {
  row: string | null
  period: string | null
}

export interface StatisticsCases {
  /** Everybody behind a cell, once, the most urgent first. */
  clients: ClientSummary[]
  /** Counted, but their file is not here any more. */
  gone: number
  unreadable: number
}

/** 本室统计: what the room counts of itself. It stays here: nothing of it is written to a file. */
export interface StatisticsApi {
  /** Rejects with NO_KEY for whom the statistics are closed. */
  roomStatistics(query: StatisticsQuery): Promise<StatisticsOnShow>
  /** Whose files are behind a cell; entered in the trail. Refused with NO_KEY for whoever may not open files. */
  openStatisticsCases(query: StatisticsQuery, cell: StatisticsCell): Promise<Outcome<StatisticsCases>>
}
