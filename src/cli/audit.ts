import { attack } from '../disclosure/attack.ts'
import { AttackError } from '../disclosure/attack-error.ts'
import { openSolver } from '../disclosure/open-solver.ts'
import { secondOpinion } from '../disclosure/second-opinion.ts'
import { type ExitCode, onlyWord, refuse, wordsOf } from './command.ts'
import { readTables } from './read-tables.ts'
import { timeLimit } from './time-limit.ts'

/** `audit <tables.json>`: attacks the tables and prints what could be found out; done only when nothing could. */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, { all: { type: 'boolean' }, seconds: { type: 'string' } })
  const path = onlyWord(positionals)
  const secondsLeft = timeLimit(values.seconds)
  const tables = await readTables(path)
  if (!tables.ok) return refuse(tables.refusal)
  try {
    const audit = await attack(tables.value, await openSolver(), { all: values.all ?? false, secondsLeft })
    secondOpinion(tables.value, audit, Math.random)
    console.log(JSON.stringify(audit))
    return audit.pass ? 0 : 1
  } catch (error) {
    if (!(error instanceof AttackError)) throw error
    return refuse({ code: error.code, at: path, detail: { cause: error.message } })
  }
}
