import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { dayOf } from '../tiering/calendar.ts'
import { evidenceSchema } from '../tiering/evidence.ts'
import { type RuleSet, readRuleSet } from '../tiering/rule-set.ts'
import { suggest } from '../tiering/suggest.ts'
import { answerLines, refusedShape } from './answer-lines.ts'
import { type ExitCode, reportRefusals } from './command.ts'

const lineSchema = z.array(evidenceSchema)
const daySchema = z.iso.date()

/** `suggest <rules>`: a line with one client's evidence in, a line with the suggestion, null or an error out. */
export const run = async (args: string[]): Promise<ExitCode> => {
  const asked = readArguments(args)
  if (asked === null) {
    reportRefusals([{ code: 'WRONG_ARGUMENTS', at: args.join(' ') }])
    return 2
  }
  const rules = await readRules(asked.rules)
  if (!rules.ok) {
    reportRefusals([rules.refusal])
    return 1
  }
  return answerLines((value) => {
    const evidence = lineSchema.safeParse(value)
    return evidence.success
      ? done(suggest(rules.value, evidence.data, asked.today))
      : refusedShape(evidence.error)
  })
}

const readArguments = (args: string[]): { rules: string; today: string } | null => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { today: { type: 'string' } },
      allowPositionals: true,
    })
    const [rules, ...more] = positionals
    const today = daySchema.parse(values.today ?? dayOf(new Date().toISOString()))
    return rules === undefined || more.length > 0 ? null : { rules, today }
  } catch {
    return null
  }
}

const readRules = async (path: string): Promise<Outcome<RuleSet>> => {
  let content: unknown
  try {
    content = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    return refused(error instanceof SyntaxError ? 'NOT_JSON' : 'FILE_UNREADABLE', { at: path })
  }
  return readRuleSet(content)
}
