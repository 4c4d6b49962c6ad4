import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readQuestionnaireFolder } from '../host/read-questionnaires.ts'
import { done } from '../instruments/outcome.ts'
import { type Answers, aboutSchema, answersSchema } from '../instruments/vectors.ts'
import { createScorer } from '../scoring/score.ts'
import { answerLines, refusedShape } from './answer-lines.ts'
import { type ExitCode, reportRefusals } from './command.ts'

const questionnaires = fileURLToPath(new URL('../../questionnaires', import.meta.url))

const inputSchema = z.strictObject({ answers: answersSchema, ...aboutSchema.shape })

/** A line of answers and nothing else, as most lines are; the schema, which costs more than the scoring, looks at all others. */
const isPlain = (value: unknown): value is { answers: Answers } => {
  if (typeof value !== 'object' || value === null || !('answers' in value)) return false
  const { answers, ...more } = value
  return (
    typeof answers === 'object' &&
    answers !== null &&
    !Array.isArray(answers) &&
    Object.values(answers).every(Number.isFinite) &&
    Object.keys(more).length === 0
  )
}

/** `score <instrument>`: a line of answers in, a line of result or error out, in the same order. */
export const run = async (args: string[]): Promise<ExitCode> => {
  const known = await readdir(questionnaires)
  const [id, ...more] = args
  if (id === undefined || more.length > 0 || !known.includes(id)) {
    reportRefusals([
      { code: 'UNKNOWN_INSTRUMENT', at: args.join(' '), detail: { known: known.sort().join(' ') } },
    ])
    return 2
  }
  const read = await readQuestionnaireFolder(join(questionnaires, id))
  if (!read.ok) {
    reportRefusals(read.refusal)
    return 1
  }
  const scorer = createScorer(read.value.instrument)
  return answerLines((value) => {
    if (isPlain(value)) return done(scorer(value.answers))
    const input = inputSchema.safeParse(value)
    if (!input.success) return refusedShape(input.error)
    const { answers, ...about } = input.data
    return done(scorer(answers, about))
  })
}
