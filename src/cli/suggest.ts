import { z } from 'zod'
import { done, type Outcome } from '../instruments/outcome.ts'
import { dayOf } from '../tiering/calendar.ts'
import { evidenceSchema } from '../tiering/evidence.ts'
import { type RuleSet, readRuleSet } from '../tiering/rule-set.ts'
import { suggest } from '../tiering/suggest.ts'
import { answerLines, refusedShape } from './answer-lines.ts'
import { type ExitCode, onlyWord, refuse, WrongArguments, wordsOf } from './command.ts'
import { readJson } from './read-json.ts'

const lineSchema = z.array(evidenceSchema)
const largestRules = 1_000_000

/** `suggest <rules>`: a line with one client's evidence in, a line with the suggestion, null or an error out. */
export const run = async (args: string[]): Promise<ExitCode> => {
  const { values, positionals } = wordsOf(args, { today: { type: 'string' } })
  const path = onlyWord(positionals)
  const today = z.iso.date().safeParse(values.today ?? dayOf(new Date().toISOString()))
  if (!today.success) throw new WrongArguments()
  const rules = await readRules(path)
  if (!rules.ok) return refuse(rules.refusal)
  return answerLines((value) => {
    const evidence = lineSchema.safeParse(value)
    return evidence.success
      ? done(suggest(rules.value, evidence.data, today.data))
      : refusedShape(evidence.error)
  })
}

const readRules = async (path: string): Promise<Outcome<RuleSet>> => {
  const read = await readJson(path, largestRules)
  return read.ok ? readRuleSet(read.value) : read
}
