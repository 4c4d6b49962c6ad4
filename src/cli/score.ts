import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readQuestionnaireFolder } from '../host/read-questionnaires.ts'
import { shapeFaults } from '../instruments/fault.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { aboutSchema, answersSchema } from '../instruments/vectors.ts'
import { createScorer, type Scorer } from '../scoring/score.ts'
import type { ScoreResult } from '../scoring/score-result.ts'
import { type ExitCode, reportRefusals } from './command.ts'
import { type Line, linesOf } from './lines.ts'

const questionnaires = fileURLToPath(new URL('../../questionnaires', import.meta.url))
const maxLineLength = 100_000

const inputSchema = z.strictObject({ answers: answersSchema, ...aboutSchema.shape })

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
  let number = 0
  let refusals = 0
  const scoreLines = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const lines of linesOf(chunks, maxLineLength)) {
      let output = ''
      for (const line of lines) {
        number += 1
        const outcome = scoreLine(scorer, line, number)
        if (!outcome.ok) refusals += 1
        output += `${JSON.stringify(outcome.ok ? outcome.value : { error: outcome.refusal })}\n`
      }
      yield output
    }
  }
  await pipeline(process.stdin, scoreLines, process.stdout)
  if (refusals === 0) return 0
  reportRefusals([{ code: 'LINES_REFUSED', detail: { refused: refusals, lines: number } }])
  return 1
}

const scoreLine = (scorer: Scorer, line: Line, number: number): Outcome<ScoreResult> => {
  const at = `line ${number}`
  if (line === null) return refused('LINE_TOO_LONG', { at })
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return refused('NOT_JSON', { at })
  }
  const input = inputSchema.safeParse(value)
  if (!input.success) {
    const [fault] = shapeFaults(input.error)
    return refused(fault?.code ?? 'WRONG_SHAPE', { at: [at, ...(fault?.path ?? [])].join(' ') })
  }
  const { answers, ...about } = input.data
  return done(scorer(answers, about))
}
