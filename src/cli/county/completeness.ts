import { z } from 'zod'
import { completeness } from '../../county/board/completeness.ts'
import { completenessBoard } from '../../county/board/completeness-board.ts'
import type { Queries } from '../../county/store/store.ts'
import { referenceTo } from '../../exchange/plan-reference.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { periodSchema } from '../../statistics/period.ts'
import { type ExitCode, refuse, WrongArguments, wordsOf } from '../command.ts'
import { readPlan } from '../package-desk.ts'
import { dayOrToday, dueDayIn } from './days.ts'
import { storeOptions, withStore } from './with-store.ts'
import { writeLine } from './write-line.ts'

const text = { type: 'string' } as const
const options = { ...storeOptions, county: text, period: text, today: text, 'due-day': text, plan: text }

const askedSchema = z.object({ county: z.string().regex(/^\d{6}$/), period: periodSchema.optional() })

/**
 * `county completeness --store S --county CODE [--period P]`: a line for each room: of a period how it stands and what it has to do, and in
 * the last line how many there are of each colour; without one which periods came from it.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, options)
  const asked = askedSchema.safeParse(values)
  if (!asked.success || positionals.length > 0) throw new WrongArguments()
  const { county, period } = asked.data
  const [today, dueDay] = [dayOrToday(values.today), dueDayIn(values['due-day'])]
  const plan = await readPlan(values.plan ?? null)
  if (!plan.ok) return refuse(plan.refusal)
  const { sha256 } = await referenceTo(plan.value)
  const written = await withStore(values, false, (store) =>
    period === undefined
      ? writeReports(store, county)
      : writeBoard(store, {
          county,
          period,
          plan: sha256,
          today,
          ...(dueDay === undefined ? {} : { dueDay }),
        }),
  )
  return written.ok ? 0 : refuse(written.refusal)
}

const writeReports = async (queries: Queries, county: string): Promise<Outcome<null>> => {
  for (const room of await completeness(queries, county)) await writeLine(room)
  return done(null)
}

const writeBoard = async (
  queries: Queries,
  asked: Parameters<typeof completenessBoard>[1],
): Promise<Outcome<null>> => {
  const { rooms, ...board } = await completenessBoard(queries, asked)
  for (const room of rooms) await writeLine(room)
  await writeLine(board)
  return done(null)
}
