import { importFiles } from '../../county/packages/batch/import-files.ts'
import type { ImportedFile } from '../../county/packages/batch/imported-file.ts'
import { storeKeeping } from '../../county/packages/batch/store-keeping.ts'
import type { PackageDesk } from '../../exchange/read-package.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { type ExitCode, refuse, WrongArguments, wordsOf } from '../command.ts'
import { readDesk } from '../package-desk.ts'
import { broughtFiles, type DaysFiles, filesOfDays } from './brought-files.ts'
import { dayOrToday, dueDayIn } from './days.ts'
import { storeOptions, withStore } from './with-store.ts'
import { writeLine } from './write-line.ts'

const text = { type: 'string' } as const
const options = { ...storeOptions, identity: text, cards: text, plan: text, received: text, 'due-day': text }

/**
 * `county import FOLDER|FILE… --store S --identity FILE --cards FOLDER`: takes packages in, and says of every file what became of it, a line
 * each; the last line counts them. What is refused or waits is kept in quarantine. Stopped or killed, the same words again complete it. `1` when a
 * file was refused.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, options)
  const { identity, cards, plan = null, received } = values
  if (identity === undefined || cards === undefined || positionals.length === 0) throw new WrongArguments()
  const [day, dueDay] = [dayOrToday(received), dueDayIn(values['due-day'])]
  const files = await filesOfDays(positionals, day)
  if (!files.ok) return refuse(files.refusal)
  const desk = await readDesk({ identity, cards, plan }, dayOf(new Date().toISOString()))
  if (!desk.ok) return refuse(desk.refusal)
  const imported = await withStore(values, true, async (store) => {
    const { desk: packageDesk } = desk.value
    const keeping = storeKeeping(store, { county: packageDesk.addressee.unit })
    return takeAll(files.value, packageDesk, { keeping, dueDay })
  })
  if (!imported.ok) return refuse(imported.refusal)
  const { refused, left, files: brought } = imported.value
  if (left > 0) return refuse({ code: 'STOPPED', detail: { left } })
  return refused === 0 ? 0 : refuse({ code: 'FILES_REFUSED', detail: { refused, files: brought } })
}

type Counted = Record<ImportedFile['outcome'] | 'files', number>

async function takeAll(
  days: readonly DaysFiles[],
  desk: PackageDesk,
  importing: Pick<Parameters<typeof importFiles>[1], 'keeping' | 'dueDay'>,
): Promise<Outcome<Counted>> {
  const stop = new AbortController()
  const { signal } = stop
  const onStop = () => stop.abort()
  process.once('SIGINT', onStop).once('SIGTERM', onStop)
  const counted: Counted = { files: 0, new: 0, known: 0, waiting: 0, refused: 0, left: 0 }
  for (const one of days) {
    counted.files += one.paths.length
    if (signal.aborted) {
      counted.left += one.paths.length
      continue
    }
    // One day after the other: what came later never stands in the way of what came before.
    const imported = await importFiles(broughtFiles(one), { ...importing, desk, signal })
    for (const file of imported) {
      counted[file.outcome] += 1
      await writeLine({ ...file, received: one.day })
    }
  }
  process.off('SIGINT', onStop).off('SIGTERM', onStop)
  await writeLine(counted)
  return done(counted)
}
