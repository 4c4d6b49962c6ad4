import { createHash } from 'node:crypto'
import { AttackError } from '../disclosure/attack-error.ts'
import { openSolver } from '../disclosure/open-solver.ts'
import { ProtectError, protect } from '../disclosure/protect.ts'
import { secondOpinion } from '../disclosure/second-opinion.ts'
import type { TableSet } from '../disclosure/table-set.ts'
import { keyedDraw } from '../exchange/round-tables.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { type ExitCode, onlyWord, refuse, wordsOf } from './command.ts'
import { readFileWithin } from './read-file.ts'
import { readTables } from './read-tables.ts'
import { timeLimit } from './time-limit.ts'

const largestKey = 4096

/**
 * `protect <tables.json>`: prints the tables with all that has to be withheld, and beside them the `audit` of the attack that
 * they withstood. A key file decides between cells alike; without one the tables themselves do, which gives the same
 * choice each time, but one that whoever guesses the tables can retrace.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, { key: { type: 'string' }, seconds: { type: 'string' } })
  const path = onlyWord(positionals)
  const secondsLeft = timeLimit(values.seconds)
  const tables = await readTables(path)
  if (!tables.ok) return refuse(tables.refusal)
  const key = await readKey(values.key, tables.value)
  if (!key.ok) return refuse(key.refusal)
  try {
    const draw = await keyedDraw(key.value)
    const { set, audit } = await protect(tables.value, await openSolver(), { draw, secondsLeft })
    secondOpinion(set, audit, Math.random)
    console.log(JSON.stringify({ ...set, audit }))
    return 0
  } catch (error) {
    if (!(error instanceof AttackError || error instanceof ProtectError)) throw error
    return refuse({ code: error.code, at: path, detail: { cause: error.message } })
  }
}

const readKey = async (path: string | undefined, tables: TableSet): Promise<Outcome<Uint8Array>> => {
  if (path === undefined) return done(createHash('sha256').update(JSON.stringify(tables)).digest())
  const file = await readFileWithin(path, largestKey)
  return file.ok && file.value.length < 16 ? refused('KEY_TOO_SHORT', { at: path }) : file
}
