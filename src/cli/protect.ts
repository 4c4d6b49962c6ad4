import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { AttackError } from '../disclosure/attack-error.ts'
import { openSolver } from '../disclosure/open-solver.ts'
import { ProtectError, protect } from '../disclosure/protect.ts'
import { secondOpinion } from '../disclosure/second-opinion.ts'
import type { TableSet } from '../disclosure/table-set.ts'
import { keyedDraw } from '../exchange/round-tables.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { type ExitCode, reportRefusals } from './command.ts'
import { readFileWithin } from './read-file.ts'
import { readTables } from './read-tables.ts'

interface Asked {
  path: string
  key: string | undefined
  seconds: number
}

const largestKey = 4096

/**
 * `protect <tables.json>`: prints the tables with all that has to be withheld, and beside them the `audit` of the attack that
 * they withstood. A key file decides between cells alike; without one the tables themselves do, which gives the same
 * choice each time, but one that whoever guesses the tables can retrace.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const asked = readArguments(args)
  if (asked === null) {
    reportRefusals([{ code: 'WRONG_ARGUMENTS', at: args.join(' ') }])
    return 2
  }
  const tables = await readTables(asked.path)
  if (!tables.ok) {
    reportRefusals([tables.refusal])
    return 1
  }
  const key = await readKey(asked.key, tables.value)
  if (!key.ok) {
    reportRefusals([key.refusal])
    return 1
  }
  try {
    const ends = performance.now() + asked.seconds * 1000
    const { set, audit } = await protect(tables.value, await openSolver(), {
      draw: await keyedDraw(key.value),
      secondsLeft: () => (ends - performance.now()) / 1000,
    })
    secondOpinion(set, audit, Math.random)
    console.log(JSON.stringify({ ...set, audit }))
    return 0
  } catch (error) {
    if (!(error instanceof AttackError || error instanceof ProtectError)) throw error
    reportRefusals([{ code: error.code, at: asked.path, detail: { cause: error.message } }])
    return 1
  }
}

const readKey = async (path: string | undefined, tables: TableSet): Promise<Outcome<Uint8Array>> => {
  if (path === undefined) return done(createHash('sha256').update(JSON.stringify(tables)).digest())
  const file = await readFileWithin(path, largestKey)
  return file.ok && file.value.length < 16 ? refused('KEY_TOO_SHORT', { at: path }) : file
}

const readArguments = (args: string[]): Asked | null => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { key: { type: 'string' }, seconds: { type: 'string' } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    const seconds = Number(values.seconds ?? 3600)
    if (path === undefined || more.length > 0 || !(seconds > 0)) return null
    return { path, key: values.key, seconds }
  } catch {
    return null
  }
}
