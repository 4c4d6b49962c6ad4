import { ageBands } from '../../casework/records/age.ts'
import type { Fact } from '../../statistics/fact.ts'
import { tiers } from '../../tiering/tier.ts'
import type { StatisticsCell, StatisticsQuery } from '../contract/statistics.ts'
import { weightOf } from './kinds.ts'
import { periodOf, periodsFrom } from './periods.ts'

/** A fact, and the file of the client it is about; null where it is about none, or the file is gone. */
export interface KnownFact {
  fact: Fact
  client: string | null
}

/** In which tier a client is today. */
export type TierOf = (client: string) => Exclude<StatisticsQuery['tier'], null>

/** A table over rows and periods; totals of persons count everybody once. */
interface Counted {
  periods: string[]
  rows: { code: string; counts: number[]; total: number }[]
  totals: number[]
  total: number
}

/** The facts a query asks for, whatever their period. */
const asksFor =
  ({ kind, sex, ageBand, category, tier }: StatisticsQuery, tierOf: TierOf) =>
  ({ fact, client }: KnownFact): boolean =>
    fact.kind === kind &&
    (sex === null || fact.sex === sex) &&
    (ageBand === null || fact.ageBand === ageBand) &&
    (category === null || fact.category === category) &&
    (tier === null || (client !== null && tierOf(client) === tier))

/** Of a client whose file is gone the tier of today is not known. */
const unknown = 'unknown'

const rowOf = ({ rows, kind }: StatisticsQuery, { fact, client }: KnownFact, tierOf: TierOf): string => {
  if (rows === 'tier') return client === null ? unknown : tierOf(client)
  if (rows === 'place') return fact.place ?? unknown
  if (rows !== 'detail') return fact[rows]
  if (kind === 'activity') return fact.detail ?? unknown
  return fact.detail === null ? fact.category : `${fact.category}.${fact.detail}`
}

/** Lists whose order says something; all else stands by how often it was. */
const listed: Partial<Record<StatisticsQuery['rows'], readonly string[]>> = {
  sex: ['female', 'male', unknown],
  ageBand: [...ageBands, unknown],
  tier: [...tiers, 'none', unknown],
}

/** Adds up what facts count for, or everybody once. */
class Tally {
  #sum = 0
  readonly #persons = new Set<string>()

  add({ fact, client }: KnownFact, weight: number): void {
    this.#sum += weight
    const person = client ?? fact.person
    if (person !== null) this.#persons.add(person)
  }

  as(unit: StatisticsQuery['unit']): number {
    return unit === 'person' ? this.#persons.size : this.#sum
  }
}

/** Counts the facts of a query. `known` of other kinds and months are passed over. */
export function countFacts(known: Iterable<KnownFact>, query: StatisticsQuery, tierOf: TierOf): Counted {
  const periods = periodsFrom(query)
  const places = new Map(periods.map((period, place) => [period, place]))
  const column = () => periods.map(() => new Tally())
  const rows = new Map<string, { cells: Tally[]; all: Tally }>()
  const totals = column()
  const total = new Tally()
  const isAsked = asksFor(query, tierOf)
  for (const one of known) {
    const { month } = one.fact
    const weight = weightOf(query, one.fact)
    if (weight === null || month < query.from || month > query.until || !isAsked(one)) continue
    const place = places.get(periodOf(month, query.step)) ?? -1
    const code = rowOf(query, one, tierOf)
    const row = rows.get(code) ?? { cells: column(), all: new Tally() }
    rows.set(code, row)
    for (const tally of [row.cells[place], row.all, totals[place], total]) tally?.add(one, weight)
  }
  const order = listed[query.rows] ?? []
  const rank = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length)
  const as = (tally: Tally) => tally.as(query.unit)
  return {
    periods,
    rows: Array.from(rows, ([code, { cells, all }]) => ({ code, counts: cells.map(as), total: as(all) }))
      .filter(({ total: sum }) => sum > 0)
      .sort((a, b) => rank(a.code) - rank(b.code) || b.total - a.total || (a.code < b.code ? -1 : 1)),
    totals: totals.map(as),
    total: as(total),
  }
}

/** The facts behind one cell of a query's table. */
export function* factsBehind(
  known: Iterable<KnownFact>,
  query: StatisticsQuery,
  { row, period }: StatisticsCell,
  tierOf: TierOf,
): Generator<KnownFact> {
  const isAsked = asksFor(query, tierOf)
  for (const one of known) {
    const { month } = one.fact
    if (month < query.from || month > query.until || !isAsked(one)) continue
    if (period !== null && periodOf(month, query.step) !== period) continue
    if (row === null || rowOf(query, one, tierOf) === row) yield one
  }
}
