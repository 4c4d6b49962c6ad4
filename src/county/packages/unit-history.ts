import type { PackagePayload } from '../../exchange/package-payload.ts'
import type { VerifiedPackage } from '../../exchange/read-package.ts'
import { periodKindOf } from '../../statistics/period.ts'
import type { Queries } from '../store/store.ts'
import { periodsThroughMerges } from '../upward/take-in-merge.ts'
import { type Judgement, judgePlace, type TakenPackage } from './judge-package.ts'
import { type TableTotal, type TableTotals, tableTotals, unusualTables } from './unusual-tables.ts'

/** A package that was taken in, and the SHA-256 of its plan. */
type HeldPackage = TakenPackage & { plan: string }

/** What is told of a package beside what becomes of it: what its tables add up to, and what they did the last time. */
export interface PlacedPackage {
  judgement: Judgement
  /** Of the unit's last report for a period of the same length by the same plan; empty when there is none, or the package is not new. */
  before: TableTotals
}

/** What a county has of one unit, with what is about to be taken in: packages are judged by it one after the other. */
export class UnitHistory {
  readonly #queries: Queries
  readonly #county: string
  readonly #unit: string
  readonly #taken: HeldPackage[]
  /** Periods for which a county's merge counts the unit already. */
  readonly #throughMerges: ReadonlySet<string>
  /** Totals of packages that are not in the store yet, by their period. */
  readonly #ahead = new Map<string, TableTotals>()

  private constructor(
    { queries, county, unit }: { queries: Queries; county: string; unit: string },
    taken: HeldPackage[],
    throughMerges: ReadonlySet<string>,
  ) {
    this.#queries = queries
    this.#county = county
    this.#unit = unit
    this.#taken = taken
    this.#throughMerges = throughMerges
  }

  static async read(queries: Queries, county: string, unit: string): Promise<UnitHistory> {
    const taken = await queries.query<HeldPackage>(
      'select sha256, period, chain, seq, plan from packages where county = $1 and unit = $2',
      [county, unit],
    )
    const throughMerges = await periodsThroughMerges(queries, county, unit)
    return new UnitHistory({ queries, county, unit }, taken, throughMerges)
  }

  /** What becomes of this package; one that is new counts as taken in when the next one is judged. */
  async judge(verified: VerifiedPackage): Promise<PlacedPackage> {
    const { payload, sha256, chain } = verified
    const misplaced = judgePlace(verified, this.#taken)
    if (misplaced) return { judgement: misplaced, before: new Map() }
    const before = await this.#totalsBefore(payload)
    const { period, seq, plan } = payload
    if (this.#throughMerges.has(period))
      return { judgement: { decision: 'refused', code: 'MERGE_ROOM_TWICE', against: seq }, before }
    const now = tableTotals(payload)
    this.#taken.push({ sha256, period, chain, seq, plan: plan.sha256 })
    this.#ahead.set(period, now)
    return { judgement: { decision: 'new', unusual: unusualTables(before, now) }, before }
  }

  async #totalsBefore({ period, plan, tables }: PackagePayload): Promise<TableTotals> {
    const kind = periodKindOf(period)
    const last = this.#taken
      .filter((taken) => taken.plan === plan.sha256 && taken.period < period)
      .map((taken) => taken.period)
      .filter((earlier) => periodKindOf(earlier) === kind)
      .sort()
      .at(-1)
    if (last === undefined) return new Map()
    const ahead = this.#ahead.get(last)
    if (ahead) return ahead
    // By the whole key of each row: reading all a unit ever reported would take longer with every month.
    const asked = tables.map(({ id }) => id)
    const rows = await this.#queries.query<TableTotal & { id: string }>(
      `select table_id as id, (select coalesce(sum(n), 0)::float8 from unnest(cells) as n) as sum, cells[1] as first
       from counts
       where county = $1 and period = $2 and unit = $3 and plan = $4
         and table_id in (${asked.map((_, at) => `$${at + 5}`).join(', ')})`,
      [this.#county, last, this.#unit, plan.sha256, ...asked],
    )
    return new Map(rows.map(({ id, sum, first }) => [id, { sum, first }]))
  }
}
