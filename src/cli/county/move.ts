import { z } from 'zod'
import { moveCounty } from '../../county/move/move-county.ts'
import { done } from '../../instruments/outcome.ts'
import { type ExitCode, refuse, WrongArguments, wordsOf } from '../command.ts'
import { withStore } from './with-store.ts'
import { writeLine } from './write-line.ts'

const text = { type: 'string' } as const
const options = { from: text, 'from-file': text, to: text, 'to-file': text, county: text }

const askedSchema = z.object({ county: z.string().regex(/^\d{6}$/) })

/**
 * `county move --from S --to S --county CODE`: all of a desk from one store to another that holds nothing of it. A line for each table says how many rows,
 * and the last one how many sums both agree in. The store it comes from is left as it is. One of the two may stand in ANXIN_COUNTY_STORE.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, options)
  const asked = askedSchema.safeParse(values)
  const from = { store: values.from, 'store-file': values['from-file'] }
  const to = { store: values.to, 'store-file': values['to-file'] }
  const isNamed = (place: typeof from) => Object.values(place).some((word) => word !== undefined)
  if (!asked.success || positionals.length > 0 || !(isNamed(from) || isNamed(to))) throw new WrongArguments()
  const { county } = asked.data
  const moved = await withStore(from, false, (source) =>
    withStore(to, true, async (target) => {
      const result = await moveCounty(source, target, county)
      if (!result.ok) return result
      const { tables, sums } = result.value
      for (const table of tables) await writeLine(table)
      await writeLine({ sums })
      return done(null)
    }),
  )
  return moved.ok ? 0 : refuse(moved.refusal)
}
