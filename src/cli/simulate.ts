import { once } from 'node:events'
import { z } from 'zod'
import { DEMO_UNIT_CODE, releaseProfiles } from '../casework/unit/unit-profile.ts'
import { referenceTo } from '../exchange/plan-reference.ts'
import { linkedSets } from '../exchange/release/linked-sets.ts'
import { type ReadCard, readCard } from '../exchange/unit-card.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { factsOfRoom } from '../simulation/facts-of-room.ts'
import { periodsBefore } from '../simulation/periods-before.ts'
import { createRandom } from '../simulation/random.ts'
import { simulateRoom } from '../simulation/simulate-room.ts'
import type { SimulatedRoom } from '../simulation/simulated-room.ts'
import { axesOf } from '../statistics/axis.ts'
import type { Fact } from '../statistics/fact.ts'
import { type PlannedTable, type ReleasePlan, tableOf } from '../statistics/release-plan.ts'
import { countTable, tabulate } from '../statistics/tabulate.ts'
import { dayOf } from '../tiering/calendar.ts'
import { type ExitCode, refuse, WrongArguments, wordsOf } from './command.ts'
import { readFileWithin } from './read-file.ts'
import { simulatePackages } from './simulated-county/simulate-packages.ts'
import { writeCounty } from './simulated-county/write-county.ts'
import { readShippedPlan, readSimulationSetting } from './simulation-setting.ts'

const largestCard = 20_000

const common = {
  months: z.coerce.number().int().min(1).max(60),
  seed: z.string().min(1).max(100).default('anxin'),
  until: z.iso.date().startsWith('20').optional(),
}
const askedSchema = z.strictObject({
  ...common,
  clients: z.coerce.number().int().min(1).max(100_000),
  profile: z.enum(releaseProfiles).default('large'),
  as: z.enum(['tables', 'sets', 'facts', 'records']).default('tables'),
})
type Asked = z.infer<typeof askedSchema> & { until: string }
const countySchema = z.strictObject({
  ...common,
  months: common.months.max(24),
  rooms: z.coerce.number().int().min(1).max(20_000),
  out: z.string().min(1),
  for: z.string().min(1).optional(),
})
type CountyAsked = z.infer<typeof countySchema> & { until: string }

/**
 * `simulate --clients N --months M`: a synthetic room from a seed, on standard output; the same words give the same room.
 * `tables`: one JSON object with the true counts, and the persons behind them, of every period that is over: what a release is
 * made from · `sets`: of each period what `audit` and `protect` take as tables.json, in `set`, one a line · `facts`, `records`: one
 * a line. `simulate --rooms N --months M --out FOLDER`: the files of a whole county, for a rehearsal. Nobody in it exists.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const asked = readArguments(args)
  if ('rooms' in asked) return simulateCounty(asked)
  const { seed, clients, months, until } = asked
  const { setting, plan } = await readSimulationSetting(seed)
  const room = simulateRoom({ seed, clients, months, until }, setting)
  if (asked.as === 'records') return write(recordLines(room))
  const facts = factsOfRoom(room, (client, year) => createRandom(`${seed}/${client}/${year}`).hex(64))
  if (asked.as === 'facts') return write(facts.map((fact) => JSON.stringify(fact)))
  if (asked.as === 'sets') return write(setLines(asked, plan, facts))
  return write([JSON.stringify(await countedRoom(asked, plan, facts))])
}

const readArguments = (args: string[]): Asked | CountyAsked => {
  const text = { type: 'string' } as const
  const options = { clients: text, months: text, seed: text, until: text, profile: text, as: text }
  const { values, positionals } = wordsOf(args, { ...options, rooms: text, out: text, for: text })
  const asked = ('rooms' in values ? countySchema : askedSchema).safeParse({ ...values })
  if (!asked.success || positionals.length > 0) throw new WrongArguments()
  // The first day of this month: the months before it are over.
  return { ...asked.data, until: asked.data.until ?? `${dayOf(new Date().toISOString()).slice(0, 7)}-01` }
}

const simulateCounty = async ({ rooms, out, for: card, ...size }: CountyAsked): Promise<ExitCode> => {
  const plan = await readShippedPlan()
  const county = card === undefined ? done(null) : await rehearsingDesk(card)
  if (!county.ok) return refuse(county.refusal)
  const reference = await referenceTo(plan)
  const made = await simulatePackages({ ...size, rooms, plan, reference, county: county.value })
  const written = await writeCounty(out, made)
  if (!written.ok) return refuse(written.refusal)
  const { files } = made
  const bad = files.filter(({ fate }) => fate !== 'in').length
  return write([JSON.stringify({ county: made.county.card.unit, rooms, files: files.length, bad })])
}

/** The card of a desk that nobody can take for a real one: no province begins with 00 or 99. */
const rehearsingDesk = async (path: string): Promise<Outcome<ReadCard>> => {
  const bytes = await readFileWithin(path, largestCard)
  if (!bytes.ok) return bytes
  const read = await readCard(bytes.value)
  if (!read.ok) return refused(read.refusal.code, { at: path })
  const { kind, unit } = read.value.card
  if (kind !== 'county') return refused('WRONG_KIND_OF_CARD', { at: path })
  return /^(00|99)/.test(unit) ? read : refused('NOT_FOR_REHEARSAL', { at: unit })
}

const countedRoom = async (
  { seed, clients, months, until, profile }: Asked,
  plan: ReleasePlan,
  facts: Fact[],
) => ({
  unit: DEMO_UNIT_CODE,
  seed,
  clients,
  until,
  profile,
  plan: await referenceTo(plan),
  periods: periodsBefore(until, months).map((period) => ({
    period,
    tables: tabulate(facts, plan, period, profile).map(({ id, cells, persons }) => {
      const table = tableOf(plan, id)
      const axes = table ? axesOf(plan, table) : []
      return {
        id,
        class: table?.class,
        unit: table?.unit,
        axes: axes.map((axis) => ({ id: axis.id, codes: axis.codes.map(({ code }) => code) })),
        cells,
        persons,
      }
    }),
  })),
})

/** Tables of one statistic together, before anything of them is withheld, as if nothing had been released before. */
const setLines = ({ until, months, profile }: Asked, plan: ReleasePlan, facts: Fact[]): string[] =>
  periodsBefore(until, months).flatMap((period) => {
    const now = tabulate(facts, plan, period, profile).flatMap((counted) => {
      const table = tableOf(plan, counted.id)
      return table ? [{ table, period, counted, released: table.class === 'S' ? null : counted.cells }] : []
    })
    const count = (table: PlannedTable) => countTable(facts, plan, table, period)
    return linkedSets(plan, { now, earlier: [], count }).map(({ tables, set }) =>
      JSON.stringify({ period, tables: tables.map(({ id }) => id), set }),
    )
  })

const recordLines = (room: SimulatedRoom): string[] =>
  Object.entries(room).flatMap(([table, records]: [string, readonly { id: string; value: object }[]]) =>
    records.map(({ id, value }) => JSON.stringify({ table, id, value })),
  )

const write = async (lines: readonly string[]): Promise<ExitCode> => {
  for (const line of lines) if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
  return 0
}
