import { parseArgs } from 'node:util'
import { attack } from '../disclosure/attack.ts'
import { AttackError } from '../disclosure/attack-error.ts'
import { openSolver } from '../disclosure/open-solver.ts'
import { secondOpinion } from '../disclosure/second-opinion.ts'
import { type ExitCode, reportRefusals } from './command.ts'
import { readTables } from './read-tables.ts'

interface Asked {
  path: string
  all: boolean
  seconds: number
}

/** `audit <tables.json>`: attacks the tables and prints what could be found out; done only when nothing could. */
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
  try {
    const ends = performance.now() + asked.seconds * 1000
    const secondsLeft = () => (ends - performance.now()) / 1000
    const audit = await attack(tables.value, await openSolver(), { all: asked.all, secondsLeft })
    secondOpinion(tables.value, audit, Math.random)
    console.log(JSON.stringify(audit))
    return audit.pass ? 0 : 1
  } catch (error) {
    if (!(error instanceof AttackError)) throw error
    reportRefusals([{ code: error.code, at: asked.path, detail: { cause: error.message } }])
    return 1
  }
}

const readArguments = (args: string[]): Asked | null => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { all: { type: 'boolean' }, seconds: { type: 'string' } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    const seconds = Number(values.seconds ?? 3600)
    if (path === undefined || more.length > 0 || !(seconds > 0)) return null
    return { path, all: values.all ?? false, seconds }
  } catch {
    return null
  }
}
