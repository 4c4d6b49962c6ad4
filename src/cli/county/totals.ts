import { z } from 'zod'
import type { Figure, FigureSet } from '../../county/figures/figures.ts'
import { figures, whyNoFigures } from '../../county/figures/figures.ts'
import type { Queries } from '../../county/store/store.ts'
import { writeCsv } from '../../exchange/csv.ts'
import { referenceTo } from '../../exchange/plan-reference.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type FigurePeriod, figurePeriodKindOf } from '../../statistics/figure-period.ts'
import { type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import { type ExitCode, refuse, WrongArguments, wordsOf } from '../command.ts'
import { readPlan } from '../package-desk.ts'
import { storeOptions, withStore } from './with-store.ts'
import { writeLine } from './write-line.ts'

const text = { type: 'string' } as const
const options = {
  ...storeOptions,
  county: text,
  table: text,
  period: text,
  by: text,
  format: text,
  plan: text,
}

const askedSchema = z.object({
  county: z.string().regex(/^\d{6}$/),
  table: z.string().min(1).optional(),
  period: z
    .string()
    .regex(/^20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$/)
    .optional(),
  by: z.enum(['desk', 'county', 'township', 'room']).default('desk'),
  format: z.enum(['json', 'csv']).default('json'),
})
type Asked = z.infer<typeof askedSchema>

/**
 * `county totals --store S --county CODE`: tables added up, a line for each table, period and unit; all tables and all periods that were
 * reported unless one is named. Nothing stands in for what rooms withhold or did not send: `withheld` and `rooms` say of how many it is missing.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, options)
  const asked = askedSchema.safeParse(values)
  if (!asked.success || positionals.length > 0) throw new WrongArguments()
  const plan = await readPlan(values.plan ?? null)
  if (!plan.ok) return refuse(plan.refusal)
  const { table } = asked.data
  if (table !== undefined && tableOf(plan.value, table) === null)
    return refuse({ code: 'UNKNOWN_TABLE', at: table })
  const written = await withStore(values, false, (store) => writeTotals(store, plan.value, asked.data))
  return written.ok ? 0 : refuse(written.refusal)
}

async function writeTotals(queries: Queries, plan: ReleasePlan, asked: Asked): Promise<Outcome<null>> {
  const { county, table, period, by: level, format } = asked
  const { sha256: planSha256 } = await referenceTo(plan)
  const periods = period === undefined ? await periodsReported(queries, county, planSha256) : [period]
  const ofKind = Map.groupBy(periods, figurePeriodKindOf)
  const questions = (table === undefined ? plan.tables.map(({ id }) => id) : [table]).flatMap((id) =>
    [...ofKind].map(([kind, some]) => ({ id, periods: some, why: whyNoFigures(plan, id, { kind, level }) })),
  )
  const answerable = questions.filter(({ why }) => why === null)
  // Of all tables those are shown that there are; one that was asked for by name is refused with the reason.
  const [first] = questions
  if (answerable.length === 0 && table !== undefined && first) return refused(first.why ?? '', { at: table })
  if (format === 'csv') writeBytes(writeCsv([csvColumns]))
  for (const { id, periods: some } of answerable) {
    const by = tableOf(plan, id)?.dims ?? []
    const found = await figures(queries, plan, { county, planSha256, table: id, periods: some, level, by })
    if (!found.ok) return found
    if (format === 'csv') writeBytes(writeCsv(csvRows(id, found.value)).slice(byteOrderMark))
    else for (const figure of found.value.figures) await writeLine(said(id, found.value, figure))
  }
  return done(null)
}

/** Months and quarters of which anything came. */
const periodsReported = async (queries: Queries, county: string, plan: string): Promise<FigurePeriod[]> => {
  const rows = await queries.query<{ period: string }>(
    'select distinct period from packages where county = $1 and plan = $2 order by period',
    [county, plan],
  )
  return rows.map(({ period }) => period)
}

/** Cells in the order of the axes, the last one fastest. */
const said = (
  table: string,
  { axes }: FigureSet,
  { unit, period, sums, withheld, bounds, rooms }: Figure,
) => ({
  table,
  period,
  ...(unit === null ? {} : { unit }),
  rooms,
  axes: axes.map(({ id, codes }) => ({ id, codes: codes.map(({ code }) => code) })),
  cells: sums,
  withheld,
  errorBounds: bounds,
})

const csvColumns = [
  'table',
  'period',
  'unit',
  'cell',
  'sum',
  'error_bound',
  'rooms_withheld',
  'rooms_full',
  'rooms_partly',
  'rooms_absent',
]
const byteOrderMark = 3

const csvRows = (table: string, { axes, figures: found }: FigureSet): (string | number)[][] => {
  const places = axes.reduce<string[]>(
    (before, { codes }) =>
      before.flatMap((at) => codes.map(({ code }) => (at === '' ? code : `${at} ${code}`))),
    [''],
  )
  return found.flatMap(({ unit, period, sums, withheld, bounds, rooms }) =>
    places.map((place, cell) => [
      table,
      period,
      unit ?? '',
      place,
      sums[cell] ?? 0,
      bounds[cell] ?? 0,
      withheld[cell] ?? 0,
      rooms.full,
      rooms.partly,
      rooms.absent,
    ]),
  )
}

const writeBytes = (bytes: Uint8Array): void => void process.stdout.write(bytes)
