import { z } from 'zod'
import type { Store } from '../../county/store/store.ts'
import { mergeUnits } from '../../county/units/merge-units.ts'
import { planUnitList } from '../../county/units/plan-unit-list.ts'
import { type Unit, unitSchema } from '../../county/units/unit.ts'
import { unitFaults } from '../../county/units/unit-faults.ts'
import { enterUnits, listUnits } from '../../county/units/units.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type ExitCode, refuse, reportRefusals, WrongArguments, wordsOf } from '../command.ts'
import { readFileWithin } from '../read-file.ts'
import { dayOrToday } from './days.ts'
import { storeOptions, withStore } from './with-store.ts'
import { writeLine } from './write-line.ts'

const text = { type: 'string' } as const
const options = { ...storeOptions, county: text, today: text }
const largestList = 20_000_000

const askedSchema = z.object({ county: z.string().regex(/^\d{6}$/) })

/**
 * `county units [LIST] --store S --county CODE`: enters a list of units (XLSX, CSV, or JSON as this command prints it) into the desk's own,
 * all of it or, when anything in it is wrong, nothing; without a list prints the units that are entered, a line each.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, options)
  const asked = askedSchema.safeParse(values)
  const [list, ...more] = positionals
  if (!asked.success || more.length > 0) throw new WrongArguments()
  const { county } = asked.data
  const today = dayOrToday(values.today)
  const entered = await withStore(values, list !== undefined, (store) =>
    list === undefined ? writeUnits(store, county) : enterList(store, { list, county, today }),
  )
  return entered.ok ? 0 : refuse(entered.refusal)
}

const writeUnits = async (store: Store, county: string): Promise<Outcome<null>> => {
  for (const unit of await listUnits(store, county)) await writeLine(unit)
  return done(null)
}

interface ListAsked {
  list: string
  county: string
  today: string
}

async function enterList(store: Store, { list, county, today }: ListAsked): Promise<Outcome<null>> {
  const bytes = await readFileWithin(list, largestList)
  if (!bytes.ok) return bytes
  const content = Uint8Array.from(bytes.value)
  return store.transaction(async (queries) => {
    const desk = { code: county, name: county }
    const setting = { entered: await listUnits(queries, county), cards: [], desk, today }
    const planned = list.endsWith('.jsonl') ? wholeList(content, county) : await mergedList(content, setting)
    if (!planned.ok) return planned
    await enterUnits(queries, county, planned.value)
    await writeLine({ entered: planned.value.length })
    return done(null)
  })
}

/** What a list of lines says is all there is. */
function wholeList(bytes: Uint8Array, county: string): Outcome<Unit[]> {
  const units: Unit[] = []
  for (const [index, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (line.trim() === '') continue
    const read = unitSchema.safeParse(parsed(line))
    if (!read.success) return refused('UNIT_LIST_INVALID', { at: `line ${index + 1}` })
    units.push(read.data)
  }
  const faults = unitFaults(units, county)
  if (faults.length === 0) return done(units)
  reportRefusals(faults.map(({ unit, code }) => ({ code, at: unit.code })))
  return refused('UNIT_LIST_INVALID', { detail: { faults: faults.length } })
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** A spreadsheet changes what it names and leaves the rest. */
async function mergedList(
  bytes: Uint8Array<ArrayBuffer>,
  setting: Parameters<typeof planUnitList>[1],
): Promise<Outcome<Unit[]>> {
  const planned = await planUnitList(bytes, setting)
  if (!planned.ok) return planned
  const { faulty, units } = planned.value
  if (faulty.length === 0) return done(mergeUnits(units, [], setting.desk))
  reportRefusals(
    faulty.flatMap(({ row, faults }) =>
      faults.map(({ code, field }) => ({ code, at: `row ${row} ${field}` })),
    ),
  )
  return refused('UNIT_LIST_INVALID', { detail: { faults: faulty.length } })
}
